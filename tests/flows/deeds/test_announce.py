"""Telling everyone the same: once each, a page at a time, whatever stops halfway."""

from __future__ import annotations

import asyncio
from collections import Counter
from datetime import timedelta
from pathlib import Path

import pytest
from residents import address_on, joined, lay_in_another, outbox_kinds, rows, set_values
from sqlalchemy import update
from sqlmodel import col
from stage import Stage

from flows.deeds import announce
from flows.deeds.announce import tell_announced
from flows.deeds.close_step import close_step
from flows.deeds.open_step import open_step
from storage import participants
from storage.tables import Address, Announcement, Outbox, Participant

SOON = timedelta(seconds=61)


async def opened(stage: Stage, code: str = "choose") -> None:
    async with stage.acting() as acting:
        await open_step(acting, 1, code)
    stage.now += SOON


async def tell(stage: Stage) -> int:
    """As the tick does: until nothing is left. Returns in how many pages."""
    pages = 0
    while True:
        async with stage.acting() as acting:
            if not await tell_announced(acting):
                return pages
        pages += 1


async def told(stage: Stage) -> list[str]:
    return [key for key, _, _ in await outbox_kinds(stage) if key.startswith("step:")]


@pytest.mark.parametrize("people", [0, 1, 2, 3, 5])
async def test_everyone_once(each_stage: Stage, monkeypatch: pytest.MonkeyPatch, people: int) -> None:
    """Page after page everyone gets one message under a key of their own; then it is done."""
    monkeypatch.setattr(announce, "PAGE", 2)
    for number in range(people):
        await joined(each_stage, address=f"{number}")
    await opened(each_stage)
    await tell(each_stage)
    assert await told(each_stage) == [f"step:1:{number}" for number in range(1, people + 1)]
    (announced,) = await rows(each_stage, Announcement)
    assert announced["done_at"] == each_stage.now
    assert await tell(each_stage) == 0


async def test_not_before_the_minute_is_over(stage: Stage) -> None:
    """Nobody is told while the opening can still be taken back."""
    await joined(stage)
    async with stage.acting() as acting:
        await open_step(acting, 1, "choose")
    stage.wait(seconds=60)
    assert await tell(stage) == 0
    stage.wait(seconds=1)
    assert await tell(stage) == 1


async def test_told_again_after_a_crash(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that was put in and not noted is put in again without a second message."""
    monkeypatch.setattr(announce, "PAGE", 2)
    for number in range(4):
        await joined(stage, address=f"{number}")
    await opened(stage)
    await tell(stage)
    await set_values(stage, Announcement, reached=0, done_at=None)
    await tell(stage)
    assert Counter(await told(stage)).most_common(1)[0][1] == 1
    assert len(await told(stage)) == 4


async def test_by_several_workers(each_stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """Workers that tell at the same time leave one message a person."""
    monkeypatch.setattr(announce, "PAGE", 2)
    for number in range(7):
        await joined(each_stage, address=f"{number}")
    await opened(each_stage)
    await asyncio.gather(*(tell(each_stage) for _ in range(4)))
    await tell(each_stage)
    assert sorted(await told(each_stage)) == [f"step:1:{number}" for number in range(1, 8)]


LATER = timedelta(days=3)


@pytest.mark.parametrize(
    "values",
    [{"stopped_at": "now"}, {"often": "never"}, {"consented_at": None}, {"consented_at": "later"}],
    ids=str,
)
async def test_who_is_not_told(chat: Stage, values: dict[str, object]) -> None:
    """Who stopped, wants no messages, or had not agreed at that moment gets none."""
    at = {"now": chat.now, "later": chat.now + timedelta(seconds=1)}
    await set_values(chat, Participant, **{k: at.get(str(v), v) for k, v in values.items()})
    await opened(chat)
    await tell(chat)
    assert await told(chat) == []


async def test_where_someone_talked_last(stage: Stage) -> None:
    """Of several chats the one used last, and never one that is blocked."""
    await joined(stage)
    async with stage.acting() as acting:
        await participants.join(
            acting.connection, stage.secrets, "words", address_on("words"), 1, None, stage.now
        )
        await acting.connection.execute(update(Address).values(participant_id=1, used_at=stage.now - LATER))
        await acting.connection.execute(
            update(Address).where(col(Address.channel) == "words").values(used_at=stage.now)
        )
    await opened(stage)
    await tell(stage)
    assert [row["address_id"] for row in await rows(stage, Outbox)] == [2]
    await stage.collect()
    await set_values(stage, Address, blocked_at=stage.now)
    await opened(stage, "refine")
    await tell(stage)
    assert len(await rows(stage, Outbox)) == 1


async def test_closed_before_it_was_told(stage: Stage) -> None:
    """Who did not hear of an opening yet is not invited to a step that is closed again."""
    await joined(stage)
    await opened(stage)
    async with stage.acting() as acting:
        await close_step(acting, 1, "choose")
    assert await tell(stage) == 0
    assert await told(stage) == []


async def test_closed_before_it_was_sent(stage: Stage) -> None:
    """What waits for the morning when the step closes is dropped, with the reason."""
    await joined(stage)
    await opened(stage)
    await tell(stage)
    async with stage.acting() as acting:
        await close_step(acting, 1, "choose")
    assert await outbox_kinds(stage) == [("step:1:1", "dropped", "overtaken")]


async def test_of_another_trajectory(stage: Stage, tmp_path: Path) -> None:
    """Who takes part in something else hears nothing of it."""
    await lay_in_another(stage, tmp_path)
    await joined(stage, slug="plein")
    await joined(stage, "words")
    await opened(stage)
    await tell(stage)
    assert await told(stage) == ["step:1:2"]


async def test_in_their_own_language(stage: Stage) -> None:
    """Everyone reads it in the language they chose, and else in the first of the trajectory."""
    for number, language in enumerate(("en", "nl", "xx")):
        await joined(stage, address=f"{number}", language=language)
    await opened(stage)
    await tell(stage)
    assert [message.text.split()[0] for message in await stage.collect()] == ["News", "Nieuws", "Nieuws"]
