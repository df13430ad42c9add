"""Files that people sent: noted, ready, refused."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlmodel import col

from storage.tables import Address, Conversation, Media


@dataclass(frozen=True)
class Noted:
    """A file that is still to be fetched; `remote` is sealed."""

    key: str
    channel: str
    kind: str
    remote: bytes
    tries: int


async def due(
    connection: AsyncConnection, now: datetime, channels: Sequence[str], limit: int = 20
) -> list[Noted]:
    """What is to be fetched now, oldest first."""
    rows = await connection.execute(
        select(col(Media.key), col(Media.channel), col(Media.kind), col(Media.remote), col(Media.tries))
        .where(
            col(Media.state) == "noted",
            col(Media.channel).in_(channels),
            col(Media.remote).is_not(None),
            or_(col(Media.retry_at).is_(None), col(Media.retry_at) <= now),
        )
        .order_by(col(Media.created_at))
        .limit(limit)
    )
    return [Noted(row.key, row.channel, row.kind, row.remote or b"", row.tries) for row in rows]


async def ready(
    connection: AsyncConnection,
    key: str,
    *,
    mime: str,
    size: int,
    seconds: int | None,
    width: int | None,
    height: int | None,
) -> bool:
    """It is made anew; the messenger's reference is erased. False when nobody waits for it any more.

    Whoever gets True puts it in the media folder before the transaction ends: nobody else writes there.
    """
    changed = await connection.execute(
        update(Media)
        .where(col(Media.key) == key, col(Media.state) == "noted")
        .values(state="ready", mime=mime, size=size, seconds=seconds, width=width, height=height, remote=None)
    )
    return changed.rowcount == 1


async def later(connection: AsyncConnection, key: str, tries: int, until: datetime) -> None:
    """It could not be fetched now."""
    await connection.execute(
        update(Media)
        .where(col(Media.key) == key, col(Media.state) == "noted")
        .values(tries=tries, retry_at=until)
    )


async def refuse(connection: AsyncConnection, key: str, reason: str) -> bool:
    """It will never be shown; `reason` is the text key that says why. False when it was settled before."""
    changed = await connection.execute(
        update(Media)
        .where(col(Media.key) == key, col(Media.state) == "noted")
        .values(state="refused", reason=reason, remote=None)
    )
    return changed.rowcount == 1


async def let_go(connection: AsyncConnection, keys: Collection[str]) -> None:
    """The conversations that held these files ended: what became part of no contribution is to be erased."""
    if keys:
        await _erase(connection, col(Media.key).in_(keys))


async def abandon(connection: AsyncConnection, before: datetime) -> None:
    """What is this old and part of nothing is to be erased, unless its sender is still in a conversation."""
    open_still = (
        select(col(Conversation.address_id))
        .join(Address, col(Address.id) == col(Conversation.address_id))
        .where(
            col(Address.participant_id) == col(Media.participant_id), col(Conversation.script).is_not(None)
        )
        .exists()
    )
    await _erase(connection, col(Media.created_at) < before, ~open_still)


async def _erase(connection: AsyncConnection, *chosen: ColumnElement[bool]) -> None:
    await connection.execute(
        update(Media)
        .where(col(Media.node_id).is_(None), *chosen)
        .values(state="erase", participant_id=None, remote=None)
    )


async def mime_of(connection: AsyncConnection, key: str) -> str | None:
    """The type of a file that may be seen, None for any other."""
    query = select(col(Media.mime)).where(col(Media.key) == key, col(Media.state) == "ready")
    return (await connection.execute(query)).scalar_one_or_none()
