"""What was computed from votes and rankings: the last of each kind counts."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlmodel import col

from storage.tables import Outcome


class Kept(NamedTuple):
    """An outcome with the moment it was computed."""

    at: datetime
    data: Mapping[str, Any]


async def last(connection: AsyncConnection, trajectory_id: int, kind: str) -> Kept | None:
    """What was computed last; None when nothing was yet."""
    newest = (
        select(col(Outcome.at), col(Outcome.data))
        .where(col(Outcome.trajectory_id) == trajectory_id, col(Outcome.kind) == kind)
        .order_by(col(Outcome.id).desc())
        .limit(1)
    )
    row = (await connection.execute(newest)).one_or_none()
    return None if row is None else Kept(row.at, row.data)


async def keep(
    connection: AsyncConnection, trajectory_id: int, kind: str, data: Mapping[str, Any], now: datetime
) -> None:
    """In the place of what was computed before."""
    await connection.execute(
        delete(Outcome).where(col(Outcome.trajectory_id) == trajectory_id, col(Outcome.kind) == kind)
    )
    await connection.execute(
        insert(Outcome).values(trajectory_id=trajectory_id, kind=kind, at=now, data=dict(data))
    )
