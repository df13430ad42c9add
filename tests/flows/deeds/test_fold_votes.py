"""Counting what was shown and answered, exactly, whatever happens in between."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace

import pytest
from crowd import counted, crowd, fold, ideas, people, recounted
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from residents import acting_as_resident, joined, rows
from sqlalchemy import update
from sqlmodel import col
from stage import Stage

from flows import exposure
from flows.counting import NOBODY, Counts
from flows.deeds import fold_votes as folding
from flows.deeds.acting import Acting
from flows.deeds.cast_vote import cast_vote
from flows.deeds.fold_votes import fold_votes
from flows.deeds.lay_out_cards import lay_out_cards
from flows.deeds.link_nodes import link_nodes
from flows.deeds.open_step import open_step
from flows.deeds.show_card import note_exposure
from storage.tables import Node, Tally, Vote


class PowerCut(Exception):
    """In the middle of a transaction."""


@pytest.fixture
async def choosing(chat: Stage) -> Stage:
    """Someone who joined, while people vote."""
    async with chat.acting() as acting:
        await open_step(acting, chat.trajectory_id, "choose")
    return chat


@pytest.fixture
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that what belongs together falls apart."""
    monkeypatch.setattr(folding, "BATCH", 3)


async def test_a_vote_that_was_changed_counts_once(choosing: Stage) -> None:
    """For what was said last."""
    chat = choosing
    (idea,) = await ideas(chat, 1)
    for value in (1, -1, -1, 0):
        async with acting_as_resident(chat) as acting:
            await cast_vote.run(acting, idea, value)
        await fold(chat)
    assert await counted(chat) == {idea: (0, Counts(0, 0, 1))}
    assert [(row["value"], row["was"]) for row in await rows(chat, Vote)] == [(1, None), (-1, 1), (0, -1)]


async def test_the_rank_follows_from_the_counts(chat: Stage) -> None:
    """So that whoever looks for a card need not count."""
    (idea,) = await ideas(chat, 1)
    await crowd(chat, idea, 9, 4, 2)
    await fold(chat)
    (tally,) = await rows(chat, Tally)
    assert (tally["rank"], tally["spot"]) == (exposure.rank(0, 9, 4, 2), exposure.spot(idea))


async def test_after_a_power_cut_nothing_is_counted_twice_or_lost(chat: Stage) -> None:
    """What was marked and what was counted stand or fall together."""
    (idea,) = await ideas(chat, 1)
    await crowd(chat, idea, 4, 1)
    with pytest.raises(PowerCut):
        await _cut_off(chat)
    await fold(chat)
    assert await counted(chat) == {idea: (0, Counts(4, 1))}


@pytest.mark.usefixtures("small_batches")
async def test_any_number_of_workers_count_everything_once(postgresql_url: str) -> None:
    """While people go on voting and changing their votes."""
    stage = Stage(postgresql_url)
    await stage.set_up()
    await joined(stage)
    async with stage.acting() as acting:
        await open_step(acting, stage.trajectory_id, "choose")
    voted = await ideas(stage, 4)

    async def vote() -> None:
        for turn in range(24):
            async with acting_as_resident(stage) as acting:
                await note_exposure(acting, voted[turn % 4])
                await cast_vote.run(acting, voted[turn % 4], turn % 3 - 1)
            await crowd(stage, voted[turn % 4], 1, 1, 1)

    async def work(until: asyncio.Task[None]) -> None:
        handled = 1
        while handled or not until.done():
            async with stage.acting() as acting:
                handled = await fold_votes(acting)

    voting = asyncio.create_task(vote())
    await asyncio.gather(voting, *(work(voting) for _ in range(4)))
    assert await counted(stage) == await recounted(stage)
    assert len(await rows(stage, Vote)) > 72


async def _cut_off(stage: Stage) -> None:
    async with stage.acting() as acting:
        assert await fold_votes(acting) == 5
        raise PowerCut


ACTS = st.one_of(
    st.tuples(st.just("vote"), st.integers(0, 2), st.integers(0, 2), st.sampled_from([1, 0, -1])),
    st.tuples(st.just("show"), st.integers(0, 2), st.integers(0, 2)),
    st.tuples(st.just("withdraw"), st.integers(0, 2)),
    st.tuples(st.just("merge"), st.integers(0, 2), st.integers(0, 2)),
    st.tuples(st.just("lay out")),
    st.tuples(st.just("fold")),
)


@pytest.mark.usefixtures("small_batches")
@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(ACTS, max_size=25))
async def test_any_order_of_deeds_leaves_the_tallies_equal_to_a_recount(
    choosing: Stage, acts: list[tuple[object, ...]]
) -> None:
    """Votes, votes that are changed, withdrawals, merges, and counting in between."""
    here, voters = await ideas(choosing, 3), await people(choosing, 3)
    for act, *about in acts:
        async with acting_as_resident(choosing) as acting:
            await _do(acting, act, here, voters, about)
    await fold(choosing)
    found, straight = await counted(choosing), await recounted(choosing)
    assert {idea: found.get(idea, (0, NOBODY)) for idea in here} == {idea: straight[idea] for idea in here}


async def _do(
    acting: Acting, act: object, here: list[int], voters: Sequence[int], about: list[object]
) -> None:
    """One of the acts; `about` are places in the lists."""
    match act, about:
        case "vote", [int(person), int(idea), int(value)]:
            await cast_vote.run(_as(acting, voters[person]), here[idea], value)
        case "show", [int(person), int(idea)]:
            await note_exposure(_as(acting, voters[person]), here[idea])
        case "withdraw", [int(idea)]:
            gone = update(Node).where(col(Node.id) == here[idea]).values(state="withdrawn")
            await acting.connection.execute(gone)
        case "merge", [int(one), int(other)]:
            await link_nodes(acting, here[one], here[other], "merged_into", {"nl": "Hetzelfde."})
        case "lay out", _:
            await lay_out_cards(acting)
        case _:
            await fold_votes(acting)


def _as(acting: Acting, participant_id: int) -> Acting:
    return replace(acting, person=replace(acting.resident, participant_id=participant_id))
