"""Who voted, and what each role and each channel thinks."""

from __future__ import annotations

from typing import Any

from crowd import crowd, fold, ideas
from residents import rows
from stage import Stage

from flows.deeds.count_votes import count_votes
from storage.tables import Outcome


async def _counted(stage: Stage) -> Any:
    found = [row["data"] for row in await rows(stage, Outcome) if row["kind"] == "votes"]
    assert len(found) < 2
    return found[0] if found else None


async def _count(stage: Stage) -> int:
    async with stage.acting() as acting:
        return await count_votes(acting)


async def test_people_are_counted_once_and_votes_by_channel(chat: Stage) -> None:
    """By role, those of too few people together with others or not at all."""
    one, two = await ideas(chat, 2)
    await crowd(chat, one, 6, 1, 0, "lives")
    await crowd(chat, one, 1, 5, 1, "uses")
    await crowd(chat, two, 2, 1, 0, "works")
    await crowd(chat, two, 3, 0, 0, None)
    await fold(chat)
    data = await _counted(chat)
    assert (data["ideas"], data["people"], data["votes"]) == (2, 20, 20)
    assert data["roles"] == {"lives": 7, "uses": 7}
    assert data["channels"] == {"buttons": 20}
    assert data["below"] == 1
    assert data["apart"][str(one)]["roles"] == {"lives": [6, 1, 0], "uses": [1, 5, 1]}
    assert data["apart"][str(two)]["roles"] == {"": [5, 1, 0]}


async def test_it_counts_again_only_when_there_is_something_new(chat: Stage) -> None:
    """A new idea is new as well."""
    assert await _count(chat) == 0
    (idea,) = await ideas(chat, 1)
    await crowd(chat, idea, 3)
    await fold(chat)
    assert await _count(chat) == 0
    await ideas(chat, 1)
    await fold(chat)
    assert (await _counted(chat))["ideas"] == 2


async def test_many_votes_are_counted_again_when_enough_of_them_are_new(chat: Stage) -> None:
    """One in a hundred, or any after an hour."""
    (idea,) = await ideas(chat, 1)
    await crowd(chat, idea, 150, 60)
    await fold(chat)
    await crowd(chat, idea, 2)
    assert await _count(chat) == 0
    await crowd(chat, idea, 1)
    assert await _count(chat) == 1
    await crowd(chat, idea, 1)
    assert await _count(chat) == 0
    chat.wait(hours=1)
    assert await _count(chat) == 1
    assert (await _counted(chat))["people"] == 214


async def test_of_hardly_anyone_nothing_is_kept(chat: Stage) -> None:
    """But how many there were."""
    (idea,) = await ideas(chat, 1)
    await crowd(chat, idea, 2, 1)
    await fold(chat)
    data = await _counted(chat)
    assert (data["people"], data["roles"], data["channels"]) == (3, {}, {})
    assert data["apart"][str(idea)] == {"roles": {}, "channels": {}}
