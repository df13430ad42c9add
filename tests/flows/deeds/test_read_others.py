"""What everyone else thinks."""

from __future__ import annotations

import pytest
from crowd import crowd, fold, ideas
from residents import acting_as_resident
from stage import Stage

from flows.counting import Counts
from flows.deeds.cast_vote import cast_vote
from flows.deeds.open_step import open_step
from flows.deeds.read_others import Others, read_others


@pytest.mark.parametrize("folded", [0, 1, 2, 3])
async def test_the_own_vote_is_not_among_the_others(chat: Stage, folded: int) -> None:
    """However much of it was counted by now."""
    (idea,) = await ideas(chat, 1)
    await crowd(chat, idea, 6, 2, 1)
    await fold(chat)
    async with chat.acting() as acting:
        await open_step(acting, chat.trajectory_id, "choose")
    for place, value in enumerate((1, -1, 0)):
        async with acting_as_resident(chat) as acting:
            await cast_vote.run(acting, idea, value)
        if place < folded:
            await fold(chat)
    async with acting_as_resident(chat) as acting:
        (found,) = await read_others.run(acting, [idea])
    assert (found.own, found.others) == (0, Counts(6, 2, 1))


async def test_only_what_was_voted_on_and_is_still_there(chat: Stage) -> None:
    """In the order in which it was asked for."""
    made = await ideas(chat, 3)
    async with chat.acting() as acting:
        await open_step(acting, chat.trajectory_id, "choose")
    async with acting_as_resident(chat) as acting:
        for idea in made[:2]:
            await cast_vote.run(acting, idea, 1)
        found = await read_others.run(acting, [made[1], made[2], made[0]])
    assert [one.number for one in found] == [2, 1]
    assert all(isinstance(one, Others) and one.others == Counts() for one in found)
