"""Closing steps: nothing that was given in one is left without an answer, unless it says why."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest
from residents import joined, rows, told
from sqlalchemy import update
from sqlmodel import col
from stage import Stage

from flows.deeds.close_step import Closed, close_due_steps, close_step, read_waiting
from flows.deeds.deciding import Refused
from flows.deeds.open_step import open_step
from flows.deeds.publish import publish
from storage.tables import Audit, Node, Step


async def closed(stage: Stage, code: str = "exchange") -> bool:
    (found,) = [row for row in await rows(stage, Step) if row["code"] == code]
    return found["closed_at"] is not None


async def ends(stage: Stage, **before: float) -> None:
    """The third step was to end so long ago."""
    async with stage.acting() as acting:
        moment = stage.now - timedelta(**before)
        await acting.connection.execute(
            update(Step).where(col(Step.code) == "exchange").values(closes_at=moment)
        )


async def test_held_by_what_waits(each_stage: Stage) -> None:
    """It does not close while something given in it waits; the refusal says how many and which."""
    await joined(each_stage)
    node_ids = [await told(each_stage), await told(each_stage)]
    async with each_stage.acting() as acting:
        refused = await close_step(acting, 1, "exchange")
        assert refused == Refused("step-holds", {"count": "2", "numbers": "1, 2"})
        await publish(acting, node_id=node_ids[0])
        assert await close_step(acting, 1, "exchange", "  ") == Refused(
            "step-holds", {"count": "1", "numbers": "2"}
        )
    assert not await closed(each_stage)
    async with each_stage.acting() as acting:
        await publish(acting, node_id=node_ids[1])
        assert await close_step(acting, 1, "exchange") == Closed("exchange", 0)
    assert await closed(each_stage)


async def test_what_is_given_elsewhere_holds_nothing(stage: Stage) -> None:
    """A question to a person, or a story of another step, is no reason to keep this one open."""
    await joined(stage)
    await stage.says("mens")
    await stage.says("Bel me morgen maar.")
    async with stage.acting() as acting:
        await open_step(acting, 1, "choose")
    await told(stage)
    async with stage.acting() as acting:
        assert await close_step(acting, 1, "exchange") == Closed("exchange", 0)
        assert await read_waiting(acting, 1, "choose") == [2]


async def test_overridden(stage: Stage) -> None:
    """With a reason it closes all the same, and the reason is on record."""
    await joined(stage)
    await told(stage)
    async with stage.acting() as acting:
        done = await close_step(acting, 1, "exchange", "  De raad vergadert\tmorgen. ")
    assert done == Closed("exchange", 1)
    (audit,) = [row for row in await rows(stage, Audit) if row["act"] == "step_override"]
    assert audit["detail"] == "parkrand exchange, 1 waiting: De raad vergadert morgen."
    assert audit["moderator_id"] == stage.moderator_id


async def test_a_long_reason(stage: Stage) -> None:
    """A reason that would not fit on record whole closes nothing."""
    async with stage.acting() as acting:
        assert await close_step(acting, 1, "exchange", "x" * 121) == Refused(
            "step-reason-long", {"most": "120"}
        )
        assert isinstance(await close_step(acting, 1, "exchange", "x" * 120), Closed)


@pytest.mark.parametrize("code", ["exchange", "stay"])
async def test_not_open(stage: Stage, code: str) -> None:
    """What was closed or never opened is not closed again."""
    async with stage.acting() as acting:
        await close_step(acting, 1, "exchange")
    before = await rows(stage, Audit)
    stage.wait(hours=1)
    async with stage.acting() as acting:
        assert await close_step(acting, 1, code) == Refused("step-not-open")
    assert await rows(stage, Audit) == before


async def test_by_date(each_stage: Stage) -> None:
    """After its last day it closes by itself, once; what waits in it comes first."""
    await joined(each_stage)
    node_id = await told(each_stage)
    await ends(each_stage, minutes=-1)
    async with each_stage.acting() as acting:
        assert await close_due_steps(acting) == 0
    each_stage.wait(minutes=1)
    async with each_stage.acting() as acting:
        assert await close_due_steps(acting) == 0
        await publish(acting, node_id=node_id)
        assert await close_due_steps(acting) == 1
        assert await close_due_steps(acting) == 0
    assert await closed(each_stage)


async def test_opened_again_after_its_last_day(stage: Stage) -> None:
    """Who opens it again by hand keeps it open: the day that is over no longer closes it."""
    await ends(stage, hours=1)
    async with stage.acting() as acting:
        assert await close_due_steps(acting) == 1
        await open_step(acting, 1, "exchange")
        assert await close_due_steps(acting) == 0
    assert not await closed(stage)


async def test_many_numbers(stage: Stage) -> None:
    """Of many that wait the first ten are named."""
    await joined(stage)
    for _ in range(11):
        await told(stage)
    async with stage.acting() as acting:
        refused = await close_step(acting, 1, "exchange")
    assert isinstance(refused, Refused)
    assert refused.arguments == {"count": "11", "numbers": "1, 2, 3, 4, 5, 6, 7, 8, 9, 10 …"}


async def test_a_story_that_comes_in_as_it_closes(each_stage: Stage) -> None:
    """It is in before and holds the closing, or finds the step closed: never left behind in a closed step."""
    await joined(each_stage)

    async def close() -> object:
        async with each_stage.acting() as acting:
            return await close_step(acting, 1, "exchange")

    for _ in range(4):
        await each_stage.says("verhaal")
        await each_stage.says("Elke ochtend ligt er glas bij de bankjes.")
        _, done = await asyncio.gather(each_stage.presses("Ja, laat maar zien"), close())
        node = (await rows(each_stage, Node))[-1]
        assert isinstance(done, Closed) == (node["step"] is None)
        async with each_stage.acting() as acting:
            await publish(acting, node_id=node["id"])
            if isinstance(done, Closed):
                await open_step(acting, 1, "exchange")
