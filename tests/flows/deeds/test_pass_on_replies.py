"""Telling people what others replied."""

from __future__ import annotations

from datetime import timedelta

import pytest
from contributions import given, node
from residents import joined, set_values
from stage import Stage

from flows.deeds.pass_on_replies import PAGE, QUOTED, pass_on_replies
from storage.tables import Address, Participant


@pytest.fixture
async def told(chat: Stage) -> Stage:
    """Whoever is talking told a story (number 1); the minute in which a reply can be taken back is over."""
    await given(chat, participant_id=await joined(chat))
    return chat


async def reply(stage: Stage, words: str = "Bij ons ook.", about: int = 1, **values: object) -> int:
    before = stage.now - timedelta(minutes=2)
    return await given(stage, "reply", about_id=about, text=words, decided_at=before, **values)


async def passed_on(stage: Stage) -> list[tuple[str, list[str]]]:
    """What left: each message with its quotes."""
    while True:
        async with stage.acting() as acting:
            if not await pass_on_replies(acting):
                break
    return [(message.text, [dot.quote for dot in message.dots]) for message in await stage.collect()]


async def test_together_and_once(told: Stage) -> None:
    """All of them are in one message with their words, and none is told twice."""
    await reply(told)
    last = await reply(told, "Wat erg!")
    expected = ("Er zijn 2 reacties op wat je vertelde.", ["Bij ons ook.", "Wat erg!"])
    assert await passed_on(told) == [expected]
    assert (await node(told, last))["passed_on_at"] == told.now
    told.wait(days=3)
    assert await passed_on(told) == []


async def test_once_a_day(told: Stage) -> None:
    """The next one waits until tomorrow, and not for long after quiet hours."""
    await reply(told)
    assert len(await passed_on(told)) == 1
    told.wait(hours=1)
    await reply(told, "Wat erg!")
    assert await passed_on(told) == []
    told.wait(hours=20)
    assert await passed_on(told) == []
    told.wait(hours=3)
    assert [quotes for _, quotes in await passed_on(told)] == [["Wat erg!"]]


@pytest.mark.parametrize(("often", "days"), [("usual", 1), ("less", 14), ("never", None)])
async def test_as_often_as_they_want(told: Stage, often: str, days: int | None) -> None:
    """Who wants less hears it once in two weeks, who wants nothing never."""
    await set_values(told, Participant, often=often)
    await reply(told)
    assert len(await passed_on(told)) == (days is not None)
    await reply(told)
    told.wait(days=(days or 30) - 1)
    assert await passed_on(told) == []
    told.wait(days=1)
    assert len(await passed_on(told)) == (days is not None)


@pytest.mark.parametrize(
    "values",
    [
        {"state": "waiting"},
        {"state": "declined"},
        {"state": "withdrawn"},
        {"participant_id": 1},
        {"about": 2},
    ],
)
async def test_not_of_these(told: Stage, values: dict[str, object]) -> None:
    """What was not published, one's own, and what is about a story that was taken back."""
    await given(told, participant_id=1, state="withdrawn", may_show=False)
    await reply(told, **{"participant_id": None, **values})
    assert await passed_on(told) == []


async def test_not_while_it_can_be_taken_back(told: Stage) -> None:
    """A moderator has a minute to undo."""
    await given(told, "reply", about_id=1, decided_at=told.now)
    assert await passed_on(told) == []


async def test_only_who_can_be_reached(told: Stage) -> None:
    """Not who stopped, has a pause or blocked us; after the pause they hear it after all."""
    await reply(told)
    await set_values(told, Participant, stopped_at=told.now)
    assert await passed_on(told) == []
    await set_values(told, Participant, stopped_at=None, paused_until=told.now + timedelta(days=2))
    assert await passed_on(told) == []
    told.wait(days=2)
    await set_values(told, Address, blocked_at=told.now)
    assert await passed_on(told) == []
    await set_values(told, Address, blocked_at=None)
    assert len(await passed_on(told)) == 1


async def test_many_replies(told: Stage) -> None:
    """A few are quoted, the others counted; a long one is shortened."""
    for _ in range(QUOTED + 2):
        await reply(told, "x" * 1000)
    ((_, quotes),) = await passed_on(told)
    assert [len(quote) for quote in quotes] == [300] * QUOTED + [0]


async def test_many_people(stage: Stage) -> None:
    """They are told a page at a time, each once."""
    people = [await joined(stage, address=f"a{number}") for number in range(3)]
    for number, person in enumerate(people, start=1):
        await given(stage, participant_id=person)
        await reply(stage, about=number * 2 - 1)
    assert len(await passed_on(stage)) == len(people) <= PAGE
