"""What the web chat shows: put in once, read back in order, forgotten in time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, func, select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlmodel import col

from storage.database import insert_ignoring
from storage.tables import WebMessage


@dataclass(frozen=True)
class Kept:
    """One message as it stands in the table; `body` is sealed, `own` says that the visitor said it."""

    id: int
    own: bool
    body: bytes
    at: datetime


async def put(
    connection: AsyncConnection, *, key: str, lookup: str, own: bool, body: bytes, at: datetime
) -> int | None:
    """Put one message in and return its id, None when its key stands there already.

    The ids of one chat rise in the order of commit, so that whoever reads on from the last id misses nothing.
    """
    if connection.dialect.name == "postgresql":
        # A sequence counts before the commit: two transactions of one chat have to follow each other.
        await connection.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(lookup, 0))))
    statement = insert_ignoring(connection, WebMessage).values(
        key=key, lookup=lookup, own=own, body=body, at=at
    )
    return (await connection.execute(statement.returning(col(WebMessage.id)))).scalar_one_or_none()


async def after(
    connection: AsyncConnection, lookups: Sequence[str], last_id: int, limit: int = 200
) -> list[Kept] | None:
    """What came after the message `last_id` of this chat (0: from the start), oldest first.

    None when nothing up to that message is there: the chat was forgotten meanwhile, wholly or up to some day.
    """
    theirs = col(WebMessage.lookup).in_(lookups)
    # Not the message itself: what somebody said before they agreed may be gone while the chat goes on.
    last_there = select(func.max(col(WebMessage.id))).where(theirs, col(WebMessage.id) <= last_id)
    query = (
        select(col(WebMessage.id), col(WebMessage.own), col(WebMessage.body), col(WebMessage.at))
        .where(theirs, col(WebMessage.id) >= (last_there.scalar_subquery() if last_id else 0))
        .order_by(col(WebMessage.id))
        .limit(limit)
    )
    rows = [Kept(**row) for row in (await connection.execute(query)).mappings()]
    if not last_id:
        return rows
    return rows[1:] if rows else None


async def latest(connection: AsyncConnection, lookups: Sequence[str], limit: int) -> list[Kept]:
    """The last messages of this chat, oldest first."""
    query = (
        select(col(WebMessage.id), col(WebMessage.own), col(WebMessage.body), col(WebMessage.at))
        .where(col(WebMessage.lookup).in_(lookups))
        .order_by(col(WebMessage.id).desc())
        .limit(limit)
    )
    rows = (await connection.execute(query)).mappings().all()
    return [Kept(**row) for row in reversed(rows)]


async def one(connection: AsyncConnection, lookups: Sequence[str], number: int) -> Kept | None:
    """One message of this chat by its id; None when it is another's, or gone."""
    query = select(col(WebMessage.id), col(WebMessage.own), col(WebMessage.body), col(WebMessage.at)).where(
        col(WebMessage.lookup).in_(lookups), col(WebMessage.id) == number
    )
    row = (await connection.execute(query)).mappings().one_or_none()
    return Kept(**row) if row else None


async def forget(connection: AsyncConnection, lookups: Sequence[str]) -> None:
    """Erase everything that one visitor said and was told."""
    await connection.execute(delete(WebMessage).where(col(WebMessage.lookup).in_(lookups)))


async def forget_own(connection: AsyncConnection, lookups: Sequence[str]) -> None:
    """Erase what one visitor said; what the program said stays."""
    await connection.execute(
        delete(WebMessage).where(col(WebMessage.lookup).in_(lookups), col(WebMessage.own).is_(True))
    )


async def passed(connection: AsyncConnection, prefix: str, before: datetime) -> list[int]:
    """The ids of messages whose key begins with `prefix`, from before this moment."""
    query = select(col(WebMessage.id)).where(
        col(WebMessage.key).startswith(prefix, autoescape=True), col(WebMessage.at) < before
    )
    return [number for number in (await connection.execute(query)).scalars() if number]


async def erase(connection: AsyncConnection, ids: Sequence[int]) -> None:
    """Erase these messages."""
    await connection.execute(delete(WebMessage).where(col(WebMessage.id).in_(ids)))


async def forget_before(connection: AsyncConnection, at: datetime) -> None:
    """Retention: erase what was shown before this moment."""
    await connection.execute(delete(WebMessage).where(col(WebMessage.at) < at))
