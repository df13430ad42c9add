"""Opening steps, by hand and by the calendar, and taking an opening back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import pytest
from residents import joined, rows
from sqlalchemy import update
from sqlmodel import col
from stage import Stage

from flows.deeds.announce import tell_announced
from flows.deeds.close_step import close_step
from flows.deeds.deciding import Refused
from flows.deeds.open_step import Opened, Undone, open_due_steps, open_step, undo_opening
from flows.deeds.stepping import UnknownStep
from storage.tables import Announcement, Audit, Step

HOUR = timedelta(hours=1)


async def step(stage: Stage, code: str) -> Mapping[str, Any]:
    (found,) = [row for row in await rows(stage, Step) if row["code"] == code]
    return found


async def moments(stage: Stage, code: str) -> tuple[object, object]:
    """When it was opened and closed."""
    found = await step(stage, code)
    return found["opened_at"], found["closed_at"]


async def test_open_and_close(each_stage: Stage) -> None:
    """A step is opened, closed, and opened again; it need not have been planned."""
    opened = each_stage.now
    async with each_stage.acting() as acting:
        assert await open_step(acting, 1, "choose") == Opened("choose")
    assert await moments(each_stage, "choose") == (opened, None)
    each_stage.wait(hours=1)
    async with each_stage.acting() as acting:
        await close_step(acting, 1, "choose")
    assert await moments(each_stage, "choose") == (opened, opened + HOUR)
    each_stage.wait(hours=1)
    async with each_stage.acting() as acting:
        assert await open_step(acting, 1, "choose") == Opened("choose")
    assert await moments(each_stage, "choose") == (opened + 2 * HOUR, None)
    assert len(await rows(each_stage, Step)) == 3
    audit = [(row["act"], row["detail"]) for row in await rows(each_stage, Audit)]
    assert audit == [
        ("step_open", "parkrand choose"),
        ("step_close", "parkrand choose"),
        ("step_open", "parkrand choose"),
    ]


async def test_opened_twice(stage: Stage) -> None:
    """What is open is not opened again: its moment stays, and nobody is told twice."""
    async with stage.acting() as acting:
        await open_step(acting, 1, "choose")
    before = await step(stage, "choose")
    stage.wait(hours=1)
    async with stage.acting() as acting:
        assert await open_step(acting, 1, "choose") == Refused("step-open-already")
    assert await step(stage, "choose") == before
    assert len(await rows(stage, Announcement)) == 1


async def test_no_such_step(stage: Stage) -> None:
    """Only the nine can be opened, closed or taken back."""
    async with stage.acting() as acting:
        for change in (open_step, close_step, undo_opening):
            with pytest.raises(UnknownStep, match="chose"):
                await change(acting, 1, "chose")


async def test_when_its_day_has_come(each_stage: Stage) -> None:
    """A planned step opens at its moment, once; one without a moment, or with a later one, does not."""
    await plan(each_stage, choose=None, refine=1, realise=0, present=-1)
    async with each_stage.acting() as acting:
        assert await open_due_steps(acting) == 2
        assert await open_due_steps(acting) == 0
    opened = [code for code in ("choose", "refine", "realise", "present") if await is_open(each_stage, code)]
    assert opened == ["realise", "present"]


async def plan(stage: Stage, **hours: int | None) -> None:
    """Steps that open so many hours from now."""
    async with stage.acting() as acting:
        for code, later in hours.items():
            await open_step(acting, 1, code)
            await undo_opening(acting, 1, code)
            moment = None if later is None else stage.now + later * HOUR
            await acting.connection.execute(
                update(Step).where(col(Step.code) == code).values(opens_at=moment)
            )


async def is_open(stage: Stage, code: str) -> bool:
    return await moments(stage, code) == (stage.now, None)


async def test_several_on_one_day(stage: Stage) -> None:
    """Of steps that open at once people hear in one message, about the furthest."""
    await plan(stage, choose=0, refine=0)
    async with stage.acting() as acting:
        assert await open_due_steps(acting) == 2
    (announced,) = await rows(stage, Announcement)
    assert announced["key"].startswith("step:1:refine:")


async def test_closed_by_hand_before_its_day(stage: Stage) -> None:
    """A step that was closed before its day came again stays closed."""
    async with stage.acting() as acting:
        await open_step(acting, 1, "refine")
        await close_step(acting, 1, "refine")
        await acting.connection.execute(
            update(Step).where(col(Step.code) == "refine").values(opens_at=stage.now)
        )
        assert await open_due_steps(acting) == 0
    assert (await step(stage, "refine"))["closed_at"] == stage.now


async def test_taken_back(each_stage: Stage) -> None:
    """Within a minute an opening is taken back: it stands as before, its date is off, nobody is told."""
    await joined(each_stage)
    async with each_stage.acting() as acting:
        await open_step(acting, 1, "choose")
    each_stage.wait(seconds=60)
    async with each_stage.acting() as acting:
        assert await undo_opening(acting, 1, "choose") == Undone("choose")
        assert await undo_opening(acting, 1, "choose") == Refused("step-not-open")
    found = await step(each_stage, "choose")
    assert (found["opened_at"], found["closed_at"], found["opens_at"]) == (None, None, None)
    each_stage.wait(days=1)
    async with each_stage.acting() as acting:
        assert await tell_announced(acting) == 0
    assert await each_stage.collect() == []


async def test_reopening_taken_back(stage: Stage) -> None:
    """What was closed before is closed again, at the moment it was."""
    then = stage.now
    async with stage.acting() as acting:
        await close_step(acting, 1, "exchange")
    opened_at = (await step(stage, "exchange"))["opened_at"]
    stage.wait(days=1)
    async with stage.acting() as acting:
        await open_step(acting, 1, "exchange")
        await undo_opening(acting, 1, "exchange")
    assert await moments(stage, "exchange") == (opened_at, then)


async def test_taken_back_too_late(stage: Stage) -> None:
    """After the minute it stays open; a step that was laid in open was never opened by hand."""
    async with stage.acting() as acting:
        await open_step(acting, 1, "choose")
        assert await undo_opening(acting, 1, "exchange") == Refused("step-undo-too-late")
    stage.wait(seconds=61)
    async with stage.acting() as acting:
        assert await undo_opening(acting, 1, "choose") == Refused("step-undo-too-late")
    assert (await step(stage, "choose"))["closed_at"] is None
