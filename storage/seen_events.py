"""Which events were handled, and which keep failing."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlmodel import col

from storage.database import insert_ignoring
from storage.tables import FailedEvent, SeenEvent


async def record(connection: AsyncConnection, channel: str, event_id: str, at: datetime) -> bool:
    """Note the event in this transaction; False when it was handled before."""
    statement = insert_ignoring(connection, SeenEvent).values(channel=channel, event_id=event_id, at=at)
    return (await connection.execute(statement)).rowcount == 1


async def record_failure(
    connection: AsyncConnection,
    channel: str,
    event_id: str,
    payload: bytes,
    error: str,
    at: datetime,
    lookup: str | None = None,
) -> int:
    """Note that the turn of this event failed; returns how many times it did so far.

    `lookup` is the keyed hash of the address it came from: its payload is erased with that address.
    """
    values = {"channel": channel, "event_id": event_id, "payload": payload, "error": error, "lookup": lookup}
    inserted = await connection.execute(
        insert_ignoring(connection, FailedEvent).values(**values, tries=1, first_at=at, last_at=at)
    )
    if inserted.rowcount == 1:
        return 1
    here = (col(FailedEvent.channel) == channel, col(FailedEvent.event_id) == event_id)
    await connection.execute(
        update(FailedEvent).where(*here).values(tries=col(FailedEvent.tries) + 1, error=error, last_at=at)
    )
    return (await connection.execute(select(col(FailedEvent.tries)).where(*here))).scalar_one()


async def set_aside(connection: AsyncConnection, channel: str, event_id: str, at: datetime) -> None:
    """Stop trying this event; a person looks at it."""
    await connection.execute(
        update(FailedEvent)
        .where(col(FailedEvent.channel) == channel, col(FailedEvent.event_id) == event_id)
        .values(set_aside_at=at)
    )


async def forget_failure(connection: AsyncConnection, channel: str, event_id: str) -> None:
    """A later try succeeded: its payload need not be kept."""
    await connection.execute(
        delete(FailedEvent).where(col(FailedEvent.channel) == channel, col(FailedEvent.event_id) == event_id)
    )


async def count_set_aside(connection: AsyncConnection) -> int:
    """How many events wait for a person to look at."""
    query = select(func.count()).where(col(FailedEvent.set_aside_at).is_not(None))
    return (await connection.execute(query)).scalar_one()


async def forget_before(connection: AsyncConnection, at: datetime) -> None:
    """Retention: no messenger redelivers what is older than some days. A group is greeted once, ever."""
    await connection.execute(
        delete(SeenEvent).where(col(SeenEvent.at) < at, ~col(SeenEvent.event_id).startswith("group:"))
    )
    await connection.execute(delete(FailedEvent).where(col(FailedEvent.last_at) < at))
