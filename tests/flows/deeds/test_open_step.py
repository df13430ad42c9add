"""Opening and closing steps, by hand and by the calendar."""

from __future__ import annotations

from datetime import timedelta

import pytest
from residents import rows
from sqlalchemy import update
from sqlmodel import col
from stage import Stage

from flows.deeds.open_step import UnknownStep, close_step, open_due_steps, open_step
from storage.tables import Step

HOUR = timedelta(hours=1)


async def step(stage: Stage, code: str) -> tuple[object, object]:
    """When it was opened and closed."""
    (found,) = [row for row in await rows(stage, Step) if row["code"] == code]
    return found["opened_at"], found["closed_at"]


async def test_open_and_close(each_stage: Stage) -> None:
    """A step is opened, closed, and opened again; it need not have been planned."""
    opened = each_stage.now
    async with each_stage.acting() as acting:
        await open_step(acting, 1, "choose")
    assert await step(each_stage, "choose") == (opened, None)
    each_stage.wait(hours=1)
    async with each_stage.acting() as acting:
        await close_step(acting, 1, "choose")
    assert await step(each_stage, "choose") == (opened, opened + HOUR)
    each_stage.wait(hours=1)
    async with each_stage.acting() as acting:
        await open_step(acting, 1, "choose")
    assert await step(each_stage, "choose") == (opened + 2 * HOUR, None)
    assert len(await rows(each_stage, Step)) == 3


async def test_no_such_step(stage: Stage) -> None:
    """Only the nine can be opened or closed."""
    async with stage.acting() as acting:
        for change in (open_step, close_step):
            with pytest.raises(UnknownStep, match="chose"):
                await change(acting, 1, "chose")


async def test_when_its_day_has_come(each_stage: Stage) -> None:
    """A planned step opens at its moment, once; one without a moment, or with a later one, does not."""
    hours = {"choose": None, "refine": 1, "realise": 0, "present": -1}
    async with each_stage.acting() as acting:
        for code, later in hours.items():
            await close_step(acting, 1, code)
            moment = None if later is None else each_stage.now + later * HOUR
            await acting.connection.execute(
                update(Step).where(col(Step.code) == code).values(opens_at=moment, closed_at=None)
            )
    async with each_stage.acting() as acting:
        assert await open_due_steps(acting) == 2
        assert await open_due_steps(acting) == 0
    opened = [code for code in hours if (await step(each_stage, code))[0] == each_stage.now]
    assert opened == ["realise", "present"]


async def test_closed_by_hand_before_its_day(each_stage: Stage) -> None:
    """A step that was closed before its day came stays closed."""
    async with each_stage.acting() as acting:
        await close_step(acting, 1, "refine")
        await acting.connection.execute(
            update(Step).where(col(Step.code) == "refine").values(opens_at=each_stage.now)
        )
        assert await open_due_steps(acting) == 0
    assert await step(each_stage, "refine") == (None, each_stage.now)
