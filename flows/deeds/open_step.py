"""Open the steps of a trajectory, by hand or by date; everyone is told once."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlmodel import col

from flows.deeds.acting import Acting
from flows.deeds.announce_step import announce_step, take_back
from flows.deeds.deciding import Refused
from flows.deeds.stepping import Held, change_step, hold_step
from flows.deeds.undo_decision import UNDO_WITHIN
from flows.steps import BY_CODE
from storage.tables import Step


@dataclass(frozen=True)
class Opened:
    """It is open from now on, and everyone is told after the minute in which it can be taken back."""

    code: str


@dataclass(frozen=True)
class Undone:
    """It stands as it did before it was opened, and nobody was told."""

    code: str


async def open_step(acting: Acting, trajectory_id: int, code: str) -> Opened | Refused:
    """Open it now, also when it was closed before; refused when it is open. Raises UnknownStep."""
    step = await hold_step(acting, trajectory_id, code)
    if step.is_open:
        return Refused("step-open-already")
    await announce_step(acting, step)
    await _open(acting, step)
    return Opened(code)


async def undo_opening(acting: Acting, trajectory_id: int, code: str) -> Undone | Refused:
    """Take an opening back within a minute, before anybody was told. Raises UnknownStep."""
    step = await hold_step(acting, trajectory_id, code)
    if not step.is_open or step.opened_at is None:
        return Refused("step-not-open")
    if acting.now - step.opened_at > UNDO_WITHIN:
        return Refused("step-undo-too-late")
    before = await take_back(acting, step)
    if before is None:
        return Refused("step-undo-too-late")
    # Without its date, or the next tick would open it again.
    await change_step(
        acting, step, "step_undo", opened_at=before.opened_at, closed_at=before.closed_at, opens_at=None
    )
    return Undone(code)


async def open_due_steps(acting: Acting) -> int:
    """Open the steps of one trajectory whose day has come; returns how many.

    Of several only the furthest is told of, because everyone gets one message.
    """
    due = (col(Step.opens_at) <= acting.now, col(Step.opened_at).is_(None), col(Step.closed_at).is_(None))
    first = select(col(Step.trajectory_id)).where(*due).order_by(col(Step.trajectory_id)).limit(1)
    trajectory_id = (await acting.connection.execute(first)).scalar_one_or_none()
    if trajectory_id is None:
        return 0
    codes = await acting.connection.execute(
        select(col(Step.code)).where(col(Step.trajectory_id) == trajectory_id, *due)
    )
    in_order = sorted(codes.scalars(), key=lambda code: BY_CODE[code].number)
    held = [await hold_step(acting, trajectory_id, code) for code in in_order]
    # Another worker may have been first.
    steps = [step for step in held if step.opened_at is None and step.closed_at is None]
    if steps:
        await announce_step(acting, steps[-1])
    for step in steps:
        await _open(acting, step)
    return len(steps)


async def _open(acting: Acting, step: Held) -> None:
    ends = step.closes_at if step.closes_at is not None and step.closes_at > acting.now else None
    await change_step(acting, step, "step_open", opened_at=acting.now, closed_at=None, closes_at=ends)
