"""Close the steps of a trajectory; what was given in a step is answered first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlmodel import col

from flows.deeds.acting import Acting
from flows.deeds.announce_step import stop_telling
from flows.deeds.deciding import Refused
from flows.deeds.stepping import Held, change_step, hold_step
from flows.engine.readers import clean
from storage.tables import Node, Step

LONGEST_REASON = 120
NAMED = 10
"""So many of the numbers that wait are named."""


@dataclass(frozen=True)
class Closed:
    """It is closed; `left` contributions in it still wait, and the audit says why."""

    code: str
    left: int


async def close_step(acting: Acting, trajectory_id: int, code: str, override: str = "") -> Closed | Refused:
    """Close it now. Raises UnknownStep.

    Refused while contributions in it wait for an answer, unless `override` says why; that goes on record.
    """
    step = await hold_step(acting, trajectory_id, code)
    if not step.is_open:
        return Refused("step-not-open")
    reason = clean(override)
    if len(reason) > LONGEST_REASON:
        return Refused("step-reason-long", {"most": str(LONGEST_REASON)})
    waiting = await read_waiting(acting, trajectory_id, code)
    if waiting and not reason:
        return Refused("step-holds", {"count": str(len(waiting)), "numbers": _named(waiting)})
    await _close(acting, step, len(waiting), reason)
    return Closed(code, len(waiting))


async def close_due_steps(acting: Acting) -> int:
    """Close one step whose last day is over and in which nothing waits; returns how many were closed."""
    held_up = select(col(Node.id)).where(
        col(Node.trajectory_id) == col(Step.trajectory_id),
        col(Node.step) == col(Step.code),
        col(Node.state) == "waiting",
    )
    due = await acting.connection.execute(
        select(col(Step.trajectory_id), col(Step.code))
        .where(
            col(Step.closes_at) <= acting.now,
            col(Step.opened_at).is_not(None),
            col(Step.closed_at).is_(None),
            ~held_up.exists(),
        )
        .order_by(col(Step.trajectory_id), col(Step.code))
        .limit(1)
    )
    row = due.one_or_none()
    if row is None:
        return 0
    await close_step(acting, row.trajectory_id, row.code)
    return 1


async def read_waiting(acting: Acting, trajectory_id: int, code: str) -> Sequence[int]:
    """The numbers of the contributions in this step that wait for an answer, in order."""
    found = await acting.connection.execute(
        select(col(Node.number))
        .where(
            col(Node.trajectory_id) == trajectory_id,
            col(Node.state) == "waiting",
            col(Node.step) == code,
        )
        .order_by(col(Node.number))
    )
    return list(found.scalars())


async def _close(acting: Acting, step: Held, left: int, reason: str) -> None:
    act, detail = ("step_override", f", {left} waiting: {reason}") if left else ("step_close", "")
    await change_step(acting, step, act, detail, closed_at=acting.now)
    await stop_telling(acting, step)


def _named(numbers: Sequence[int]) -> str:
    shown = ", ".join(str(number) for number in numbers[:NAMED])
    return shown if len(numbers) <= NAMED else f"{shown} …"
