"""A vote, and why one is not counted."""

from __future__ import annotations

from pathlib import Path

import pytest
from crowd import ideas
from residents import acting_as_resident, lay_in_another, rows
from sqlalchemy import update
from sqlmodel import col
from stage import Stage

from flows.deeds.cast_vote import NotVoted, Voted, cast_vote
from flows.deeds.close_step import close_step
from flows.deeds.link_nodes import link_nodes
from flows.deeds.make_result import Made, make_result
from flows.deeds.open_step import open_step
from storage.tables import Node, Vote


@pytest.fixture
async def idea(chat: Stage) -> int:
    """Something to vote on, while that is possible."""
    async with chat.acting() as acting:
        await open_step(acting, chat.trajectory_id, "choose")
    return (await ideas(chat, 1))[0]


async def _vote(stage: Stage, node_id: int, value: int = 1) -> Voted | NotVoted:
    async with acting_as_resident(stage) as acting:
        return await cast_vote.run(acting, node_id, value)


async def test_the_last_vote_counts_and_knows_the_one_before(chat: Stage, idea: int) -> None:
    """Saying the same again adds nothing."""
    assert await _vote(chat, idea, 1) == Voted(1, 1, None)
    assert await _vote(chat, idea, -1) == Voted(1, -1, 1)
    assert await _vote(chat, idea, -1) == Voted(1, -1, -1)
    assert [(row["value"], row["was"]) for row in await rows(chat, Vote)] == [(1, None), (-1, 1)]


@pytest.mark.parametrize("state", ["withdrawn", "declined", "waiting"])
async def test_what_is_not_shown_is_not_voted_on(chat: Stage, idea: int, state: str) -> None:
    """Whoever still has the button hears so."""
    async with chat.acting() as acting:
        await acting.connection.execute(update(Node).where(col(Node.id) == idea).values(state=state))
    assert await _vote(chat, idea) == NotVoted("vote-gone", "1")
    assert not await rows(chat, Vote)


@pytest.mark.parametrize("relation", ["merged_into", "split_into", "revised_as"])
async def test_what_lives_on_elsewhere_says_where(chat: Stage, idea: int, relation: str) -> None:
    """By its number."""
    into = await ideas(chat, 1)
    async with chat.acting() as acting:
        await link_nodes(acting, idea, into[0], relation, {"nl": "Hetzelfde."})
    assert await _vote(chat, idea) == NotVoted(f"vote-{relation.replace('_', '-')}", "1", "2")


async def test_a_vote_stays_when_the_step_is_over(chat: Stage, idea: int) -> None:
    """It cannot be changed any more."""
    await _vote(chat, idea, 1)
    async with chat.acting() as acting:
        await close_step(acting, chat.trajectory_id, "choose")
    assert await _vote(chat, idea, -1) == NotVoted("vote-closed")
    assert [row["value"] for row in await rows(chat, Vote)] == [1]


async def test_an_idea_of_another_trajectory_is_not_voted_on(chat: Stage, idea: int, tmp_path: Path) -> None:
    """Nor one that never was."""
    other = await lay_in_another(chat, tmp_path)
    async with chat.acting() as acting:
        made = await make_result(acting, other, "idea", {"nl": "Iets voor het plein."})
    assert isinstance(made, Made)
    assert await _vote(chat, made.node_id) == NotVoted("vote-elsewhere")
    assert await _vote(chat, 10**6) == NotVoted("vote-elsewhere")


async def test_a_part_of_the_plan_is_voted_on_whatever_step_it_is(chat: Stage, idea: int) -> None:
    """The script that shows it knows when."""
    async with chat.acting() as acting:
        await close_step(acting, chat.trajectory_id, "choose")
        made = await make_result(acting, chat.trajectory_id, "plan_part", {"nl": "Bakken"})
    assert isinstance(made, Made)
    assert await _vote(chat, made.node_id, -1) == Voted(2, -1, None, "plan_part")
