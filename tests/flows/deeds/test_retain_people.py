"""Let go of people who were not heard of for long."""

from __future__ import annotations

from residents import joined, rows, told
from sqlalchemy import update
from sqlmodel import col
from stage import Stage

from flows.deeds.retain_people import retain_people
from storage.tables import Address, Node, Participant


async def ticked(stage: Stage) -> int:
    async with stage.acting() as acting:
        return await retain_people(acting)


async def test_after_the_term(database_url: str) -> None:
    """Who was silent for the whole term is let go of, once; their words stay, and others are left alone."""
    stage = Stage(database_url)
    await stage.set_up()
    silent = await joined(stage)
    await told(stage)
    stage.wait(days=24 * 31)
    await joined(stage, "words")
    await stage.says("menu", "words")
    assert await ticked(stage) == 0
    stage.wait(minutes=1)
    assert await ticked(stage) == 1
    assert await ticked(stage) == 0
    consented = {row["id"]: row["consented_at"] is not None for row in await rows(stage, Participant)}
    assert consented.pop(silent) is False
    assert list(consented.values()) == [True]
    (node,) = await rows(stage, Node)
    assert (node["participant_id"], node["state"]) == (None, "waiting")
    assert sum(row["forget_at"] is not None for row in await rows(stage, Address)) == 1


async def test_one_chat_is_enough(sqlite_url: str) -> None:
    """Whoever was heard of in any of their chats stays."""
    stage = Stage(sqlite_url)
    await stage.set_up()
    first = await joined(stage)
    stage.wait(days=24 * 31 + 1)
    await joined(stage, "words")
    async with stage.acting() as acting:
        await acting.connection.execute(
            update(Address).where(col(Address.channel) == "words").values(participant_id=first)
        )
    assert await ticked(stage) == 0
