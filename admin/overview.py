"""The front page of the desk: every trajectory, and how much waits there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Depends
from sqlalchemy import case, func, select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlmodel import col
from starlette.responses import Response

from admin.here import read_all
from admin.pages import PageRoute
from admin.sessions import Visit, needs
from flows.ledger import CONTRIBUTIONS
from storage.tables import Node

router = APIRouter(route_class=PageRoute)


@dataclass(frozen=True)
class Waits:
    """How much waits in one trajectory, and how much of it is late."""

    waiting: int = 0
    late: int = 0


@router.get("/desk")
async def show_overview(visit: Annotated[Visit, Depends(needs("moderator"))]) -> Response:
    """Where there is work."""
    async with visit.services.database.reading() as connection:
        trajectories = await read_all(connection)
        waits = await _waits(connection, visit.now)
    return visit.page(
        "overview.html",
        room="overview",
        here=None,
        counts=None,
        trajectories=[(here, waits.get(here.id, Waits())) for here in trajectories],
    )


async def _waits(connection: AsyncConnection, now: datetime) -> Mapping[int, Waits]:
    rows = await connection.execute(
        select(
            col(Node.trajectory_id),
            func.count(),
            func.sum(case((col(Node.due_at) < now, 1), else_=0)),
        )
        .where(col(Node.state) == "waiting", col(Node.kind).in_(CONTRIBUTIONS))
        .group_by(col(Node.trajectory_id))
    )
    return {trajectory_id: Waits(waiting, int(late)) for trajectory_id, waiting, late in rows}
