"""Putting scenarios in order, and counting in which order everyone has them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from crowd import chose, fold
from residents import acting_as_resident, rows
from sqlalchemy import update
from sqlmodel import col
from stage import Stage

from flows.deeds.cast_vote import NotVoted
from flows.deeds.close_step import close_step
from flows.deeds.make_result import Made, make_result
from flows.deeds.open_step import open_step
from flows.deeds.rank_scenarios import rank_scenarios
from flows.deeds.read_ranking import read_ranking
from flows.deeds.read_scenarios import read_scenarios
from flows.runoff import Round, Runoff
from storage.tables import Node, Outcome, Ranking


@pytest.fixture
async def three(chat: Stage) -> list[int]:
    """Three scenarios, while people choose."""
    made = []
    async with chat.acting() as acting:
        await open_step(acting, chat.trajectory_id, "choose")
        for title in ("Rust", "Spel", "Sport"):
            body = {"nl": f"Het gaat om {title}. Er komt iets. Dit is te veel."}
            result = await make_result(acting, chat.trajectory_id, "scenario", {"nl": title}, body)
            assert isinstance(result, Made)
            made.append(result.node_id)
    return made


async def _rank(stage: Stage, order: Sequence[int]) -> int | NotVoted:
    async with acting_as_resident(stage) as acting:
        return await rank_scenarios.run(acting, order)


async def _withdraw(stage: Stage, node_id: int) -> None:
    async with stage.acting() as acting:
        await acting.connection.execute(update(Node).where(col(Node.id) == node_id).values(state="withdrawn"))


async def _result(stage: Stage) -> Runoff:
    async with acting_as_resident(stage) as acting:
        return await read_ranking.run(acting)


async def test_the_last_order_counts(chat: Stage, three: list[int]) -> None:
    """Some may be left out; the same again adds nothing."""
    one, two, _ = three
    assert [await _rank(chat, order) for order in ([one, two], [two], [two])] == [2, 1, 1]
    assert [row["choices"] for row in await rows(chat, Ranking)] == [[one, two], [two]]
    async with acting_as_resident(chat) as acting:
        choice = await read_scenarios.run(acting)
    assert (choice.own, [one.node_id for one in choice.scenarios]) == ([two], three)
    assert choice.scenarios[0].summary.texts == {"nl": "Het gaat om Rust. Er komt iets."}


async def test_what_makes_no_order_is_refused(chat: Stage, three: list[int]) -> None:
    """Twice the same, nothing, what is gone; and when it is over."""
    one, two, three_ = three
    await _withdraw(chat, three_)
    assert await _rank(chat, [one, one]) == NotVoted("scenarios-twice")
    assert await _rank(chat, []) == NotVoted("scenarios-twice")
    assert await _rank(chat, [one, three_]) == NotVoted("scenarios-gone")
    async with chat.acting() as acting:
        await close_step(acting, chat.trajectory_id, "choose")
    assert await _rank(chat, [one, two]) == NotVoted("scenarios-closed")
    assert not await rows(chat, Ranking)


async def test_every_round_is_kept(chat: Stage, three: list[int]) -> None:
    """And read back as it was counted."""
    one, two, sport = three
    await chose(chat, 5, [one])
    await chose(chat, 4, [sport, two])
    await chose(chat, 3, [two, sport])
    await fold(chat)
    rounds = (Round({one: 5, sport: 4, two: 3}, (two,), 0), Round({sport: 7, one: 5}, (one,), 0))
    assert await _result(chat) == Runoff(12, rounds, (sport,))
    [outcome] = [row for row in await rows(chat, Outcome) if row["kind"] == "ranking"]
    data: Any = outcome["data"]
    assert [one["votes"] for one in data["rounds"]] == [
        {str(one): 5, str(sport): 4, str(two): 3},
        {str(sport): 7, str(one): 5},
    ]


async def test_of_too_few_people_no_result_is_shown(chat: Stage, three: list[int]) -> None:
    """Nor one that was counted between other scenarios, until it is counted again."""
    await chose(chat, 4, three)
    await fold(chat)
    assert await _result(chat) == Runoff()
    await chose(chat, 1, three)
    await fold(chat)
    assert (await _result(chat)).people == 5
    await _withdraw(chat, three[0])
    assert await _result(chat) == Runoff()
    await fold(chat)
    assert (await _result(chat)).winners == (three[1],)
