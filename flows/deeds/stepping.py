"""What opening, closing and planning a step have in common: who does it goes first, and it is on record."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select, update
from sqlmodel import col

from flows.deeds.acting import Acting
from flows.deeds.deciding import write_audit
from flows.steps import BY_CODE
from storage.database import insert_ignoring
from storage.tables import Step, Trajectory


class UnknownStep(LookupError):
    """There is no such step; the nine codes are in `flows.steps`."""


@dataclass(frozen=True)
class Held:
    """One step of one trajectory, which nobody else changes until this transaction ends."""

    trajectory_id: int
    slug: str
    code: str
    opens_at: datetime | None
    closes_at: datetime | None
    opened_at: datetime | None
    closed_at: datetime | None

    @property
    def is_open(self) -> bool:
        """Open now."""
        return self.opened_at is not None and self.closed_at is None


async def hold_step(acting: Acting, trajectory_id: int, code: str) -> Held:
    """The step as it is now, also when it was never planned. Raises UnknownStep.

    Its trajectory is locked: a contribution is either in before, or finds the step as this leaves it.
    """
    if code not in BY_CODE:
        raise UnknownStep(code)
    await acting.connection.execute(
        select(col(Trajectory.id))
        .where(col(Trajectory.id) == trajectory_id)
        # Not a full lock: who merely comes in need not wait.
        .with_for_update(key_share=True)
    )
    await acting.connection.execute(
        insert_ignoring(acting.connection, Step).values(trajectory_id=trajectory_id, code=code)
    )
    row: Any = (
        await acting.connection.execute(
            select(
                col(Step.trajectory_id),
                col(Trajectory.slug),
                col(Step.code),
                col(Step.opens_at),
                col(Step.closes_at),
                col(Step.opened_at),
                col(Step.closed_at),
            )
            .join(Trajectory, col(Trajectory.id) == col(Step.trajectory_id))
            .where(col(Step.trajectory_id) == trajectory_id, col(Step.code) == code)
        )
    ).one()
    return Held(*row)


async def change_step(acting: Acting, step: Held, act: str, detail: str = "", **values: object) -> None:
    """Set its moments, with a line in the audit."""
    await acting.connection.execute(
        update(Step)
        .where(col(Step.trajectory_id) == step.trajectory_id, col(Step.code) == step.code)
        .values(values)
    )
    await write_audit(acting, act, detail=f"{step.slug} {step.code}{detail}")
