"""Open and close the steps of a trajectory."""

from __future__ import annotations

from sqlalchemy import select, update
from sqlmodel import col

from flows.deeds.acting import Acting
from flows.steps import BY_CODE
from storage.database import insert_ignoring
from storage.tables import Step


class UnknownStep(LookupError):
    """There is no such step; the nine codes are in `flows.steps`."""


async def open_step(acting: Acting, trajectory_id: int, code: str) -> None:
    """Open it now, also when it was closed before. Raises UnknownStep."""
    await _change(acting, trajectory_id, code, opened_at=acting.now, closed_at=None)


async def close_step(acting: Acting, trajectory_id: int, code: str) -> None:
    """Close it now. Raises UnknownStep."""
    await _change(acting, trajectory_id, code, closed_at=acting.now)


async def open_due_steps(acting: Acting) -> int:
    """Open the steps whose day has come; returns how many."""
    due = await acting.connection.execute(
        select(col(Step.trajectory_id), col(Step.code)).where(
            col(Step.opens_at) <= acting.now, col(Step.opened_at).is_(None), col(Step.closed_at).is_(None)
        )
    )
    rows = due.all()
    for row in rows:
        await open_step(acting, row.trajectory_id, row.code)
    return len(rows)


async def _change(acting: Acting, trajectory_id: int, code: str, **values: object) -> None:
    if code not in BY_CODE:
        raise UnknownStep(code)
    await acting.connection.execute(
        insert_ignoring(acting.connection, Step).values(trajectory_id=trajectory_id, code=code)
    )
    await acting.connection.execute(
        update(Step).where(col(Step.trajectory_id) == trajectory_id, col(Step.code) == code).values(values)
    )
