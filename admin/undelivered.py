"""What did not go out, or not yet, and why: counts only, never to whom or what."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Annotated, Any

from fastapi import APIRouter, Depends
from sqlalchemy import case, func, literal, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlmodel import col
from starlette.responses import Response

from admin import waiting
from admin.here import read_here
from admin.pages import PageRoute
from admin.sessions import Visit, needs
from flows.deeds.plan_nudges import read_effect
from flows.nudges import HELD_OUT
from storage.tables import Address, FailedEvent, Outbox

LOOK_BACK = timedelta(days=30)

router = APIRouter(route_class=PageRoute)


@dataclass(frozen=True)
class Pile:
    """Messages of one kind with one reason. `at`: when the first may go, or the last was dropped.

    `channel` is named where the reason is that it is off.
    """

    kind: str
    reason: str
    channel: str
    count: int
    at: datetime | None


@dataclass(frozen=True)
class SetAside:
    """Events of one channel whose turn failed five times in the same way."""

    channel: str
    error: str
    count: int
    last_at: datetime


@router.get("/desk/{slug}/sending")
async def show_sending(visit: Annotated[Visit, Depends(needs("moderator"))], slug: str) -> Response:
    """Held, dropped and set aside, each with its reason."""
    async with visit.services.database.reading() as connection:
        here = await read_here(connection, slug)
        counts = await waiting.count(connection, here.id, visit.now)
        piles = await _piles(connection, here.id, visit.services.channels, visit.now)
        aside = await _set_aside(connection)
        effects = await read_effect(visit.acting(connection), here.id)
    return visit.page(
        "sending.html",
        room="sending",
        here=here,
        counts=counts,
        ready=sum(pile.count for state, pile in piles if state == "due" and not pile.reason),
        held=[pile for state, pile in piles if state == "due" and pile.reason],
        dropped=[pile for state, pile in piles if state == "dropped"],
        aside=aside,
        effects=effects,
        held_out=round(100 * HELD_OUT),
        days=LOOK_BACK.days,
    )


async def _piles(
    connection: AsyncConnection, trajectory_id: int, on: Collection[str], now: datetime
) -> Sequence[tuple[str, Pile]]:
    off = (col(Outbox.state) == "due") & col(Address.channel).not_in(on)
    rows: Any = await connection.execute(
        select(
            col(Outbox.state),
            col(Outbox.kind),
            case((off, literal("channel_off")), else_=col(Outbox.reason)).label("why"),
            case((off, col(Address.channel)), else_=literal("")).label("through"),
            func.count(),
            func.min(col(Outbox.not_before)),
            func.max(col(Outbox.settled_at)),
        )
        .join(Address, col(Address.id) == col(Outbox.address_id))
        .where(
            col(Address.trajectory_id) == trajectory_id,
            or_(
                col(Outbox.state) == "due",
                (col(Outbox.state) == "dropped") & (col(Outbox.settled_at) > now - LOOK_BACK),
            ),
        )
        # By name: PostgreSQL takes the same expression with other parameters for another one.
        .group_by(col(Outbox.state), col(Outbox.kind), "why", "through")
        .order_by(func.count().desc())
    )
    return [
        (state, Pile(kind, why, through, number, not_before if state == "due" else settled_at))
        for state, kind, why, through, number, not_before, settled_at in rows
    ]


async def _set_aside(connection: AsyncConnection) -> list[SetAside]:
    rows = await connection.execute(
        select(
            col(FailedEvent.channel),
            col(FailedEvent.error),
            func.count(),
            func.max(col(FailedEvent.last_at)),
        )
        .where(col(FailedEvent.set_aside_at).is_not(None))
        .group_by(col(FailedEvent.channel), col(FailedEvent.error))
        .order_by(func.max(col(FailedEvent.last_at)).desc())
        .limit(50)
    )
    return [SetAside(*row) for row in rows]
