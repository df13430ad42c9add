"""Links by which people come in: of a network, of a connector, of a poster."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, insert, literal_column, select, union_all
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlmodel import col

from storage.secrets import random_code
from storage.tables import Network, Participant, Trajectory, WayIn

TAIL = 8
"""Letters and digits that nobody guesses; see `secrets.ALPHABET`."""


@dataclass(frozen=True)
class Way:
    """Where a link leads: a trajectory, through a network, a connector or poster, or none of these."""

    trajectory_id: int
    slug: str
    network_id: int | None = None
    way_in_id: int | None = None


async def by_token(connection: AsyncConnection, token: str) -> Way | None:
    """Where the link with this token leads, None when there is no such link."""
    nothing: Any = literal_column("NULL")
    of_network = select(
        col(Network.trajectory_id), col(Network.id).label("network_id"), nothing.label("way_in_id")
    ).where(col(Network.token) == token)
    of_way = select(col(WayIn.trajectory_id), col(WayIn.network_id), col(WayIn.id)).where(
        col(WayIn.token) == token
    )
    both = union_all(of_network, of_way).subquery()
    query = select(both.c.trajectory_id, col(Trajectory.slug), both.c.network_id, both.c.way_in_id).join_from(
        both, Trajectory, col(Trajectory.id) == both.c.trajectory_id
    )
    row = (await connection.execute(query)).first()
    return Way(*row) if row else None


async def open_way(
    connection: AsyncConnection,
    *,
    trajectory_id: int,
    network_id: int | None,
    participant_id: int | None,
    kind: str,
    label: Mapping[str, str],
    now: datetime,
) -> str:
    """Make a link of its own; returns its token."""
    token = f"{kind[0]}-{random_code(TAIL)}"
    await connection.execute(
        insert(WayIn).values(
            trajectory_id=trajectory_id,
            network_id=network_id,
            participant_id=participant_id,
            kind=kind,
            label=dict(label),
            token=token,
            created_at=now,
        )
    )
    return token


async def own_token(connection: AsyncConnection, participant_id: int) -> str | None:
    """The token of a connector's own link, None for who has none."""
    query = (
        select(col(WayIn.token))
        .where(col(WayIn.participant_id) == participant_id)
        .order_by(col(WayIn.id))
        .limit(1)
    )
    return (await connection.execute(query)).scalar_one_or_none()


async def came_through(connection: AsyncConnection, participant_id: int) -> int:
    """How many people take part who came by the links of this person."""
    query = (
        select(func.count())
        .select_from(Participant)
        .join(WayIn, col(WayIn.id) == col(Participant.way_in_id))
        .where(col(WayIn.participant_id) == participant_id, col(Participant.consented_at).is_not(None))
    )
    return (await connection.execute(query)).scalar_one()
