"""Who works at the desk, as far as the command line needs it."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlmodel import col

from storage.tables import Moderator


async def first(connection: AsyncConnection) -> int | None:
    """The one who has been there longest and still is."""
    query = select(col(Moderator.id)).where(col(Moderator.ended_at).is_(None)).order_by(col(Moderator.id))
    return (await connection.execute(query)).scalars().first()


async def named(connection: AsyncConnection, name: str) -> int | None:
    """Someone at the desk by name."""
    query = select(col(Moderator.id)).where(col(Moderator.name) == name, col(Moderator.ended_at).is_(None))
    return (await connection.execute(query)).scalars().first()
