"""Writing to someone of our own accord."""

from __future__ import annotations

from residents import joined, rows, set_values
from sqlalchemy import update
from sqlmodel import col
from stage import Stage

from flows.deeds.tell_person import tell_person
from flows.engine.talk import Say
from storage.tables import Address, Outbox


async def told(stage: Stage, participant_id: int, key: str = "news:1") -> bool:
    async with stage.acting() as acting:
        return await tell_person(acting, participant_id, Say("menu"), key=key)


async def test_where_they_were_last(sqlite_url: str) -> None:
    """In their own language, in the chat they used last and did not block; once under one key."""
    stage = Stage(sqlite_url)
    await stage.set_up()
    participant_id = await joined(stage, language="en")
    stage.wait(hours=1)
    await joined(stage, "words")
    async with stage.acting() as acting:
        here = update(Address).where(col(Address.channel) == "words")
        await acting.connection.execute(here.values(participant_id=participant_id))
    assert await told(stage, participant_id)
    assert not await told(stage, participant_id)
    async with stage.acting() as acting:
        await acting.connection.execute(here.values(blocked_at=stage.now))
    assert await told(stage, participant_id, "news:2")
    chats = {row["id"]: row["channel"] for row in await rows(stage, Address)}
    sent = [(chats[row["address_id"]], row["kind"]) for row in await rows(stage, Outbox)]
    assert sent == [("words", "answer"), ("buttons", "answer")]
    first, *_ = await stage.collect()
    assert first.text == "What would you like to do?"


async def test_nowhere(sqlite_url: str) -> None:
    """Who blocked every chat, or is being forgotten, is not written to."""
    stage = Stage(sqlite_url)
    await stage.set_up()
    participant_id = await joined(stage)
    await set_values(stage, Address, blocked_at=stage.now)
    assert not await told(stage, participant_id)
    await set_values(stage, Address, blocked_at=None, forget_at=stage.now)
    assert not await told(stage, participant_id)
    assert await rows(stage, Outbox) == []
