"""The opinion groups of a trajectory, as they were last computed."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlmodel import col

from flows import opinion_groups
from flows.opinion_groups import Found, Groups, Key
from storage.tables import Outcome

KIND = "groups"


@dataclass(frozen=True)
class Kept:
    """What was found, and when."""

    outcome_id: int
    at: datetime
    found: Found

    @property
    def groups(self) -> Groups | None:
        """The groups, if there are any."""
        return self.found if isinstance(self.found, Groups) else None


async def read_groups(
    connection: AsyncConnection, trajectory_id: int, only: Collection[Key] | None = None
) -> Kept | None:
    """The last computation, None before the first; with `only` these of its ideas alone."""
    row = (
        await connection.execute(
            select(col(Outcome.id), col(Outcome.at), col(Outcome.data))
            .where(col(Outcome.trajectory_id) == trajectory_id, col(Outcome.kind) == KIND)
            .order_by(col(Outcome.id).desc())
            .limit(1)
        )
    ).one_or_none()
    return Kept(row.id, row.at, opinion_groups.load(row.data["found"], only)) if row else None
