"""Codes by which a second channel is joined to the first: made, found, counted against."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlmodel import col

from storage.tables import Address, LinkingCode, Participant


@dataclass(frozen=True)
class Standing:
    """A code as it stands, and for whom: `address_id` is the first channel, `asked_by` the second."""

    handle: str
    code_hash: str
    participant_id: int
    trajectory_id: int
    address_id: int
    expires_at: datetime
    tries: int
    asked_by: int | None
    used_at: datetime | None


async def find(connection: AsyncConnection, handle: str, *, lock: bool = True) -> Standing | None:
    """The code that begins like this, locked for this transaction."""
    query = (
        select(
            col(LinkingCode.handle),
            col(LinkingCode.code_hash),
            col(LinkingCode.participant_id),
            col(Participant.trajectory_id),
            col(LinkingCode.address_id),
            col(LinkingCode.expires_at),
            col(LinkingCode.tries),
            col(LinkingCode.asked_by),
            col(LinkingCode.used_at),
        )
        .join(Participant, col(Participant.id) == col(LinkingCode.participant_id))
        .where(col(LinkingCode.handle) == handle)
    )
    if lock:
        query = query.with_for_update(of=LinkingCode)
    row = (await connection.execute(query)).mappings().one_or_none()
    return Standing(**row) if row else None


async def put(
    connection: AsyncConnection,
    *,
    handle: str,
    code_hash: str,
    participant_id: int,
    address_id: int,
    expires_at: datetime,
) -> None:
    """Lay in a code; of one person there is one."""
    await connection.execute(delete(LinkingCode).where(col(LinkingCode.participant_id) == participant_id))
    await connection.execute(
        insert(LinkingCode).values(
            handle=handle,
            code_hash=code_hash,
            participant_id=participant_id,
            address_id=address_id,
            expires_at=expires_at,
        )
    )


async def change(connection: AsyncConnection, handle: str, **values: int | datetime | None) -> None:
    """Set columns of a code: tries, asked_by, expires_at, used_at."""
    await connection.execute(update(LinkingCode).where(col(LinkingCode.handle) == handle).values(values))


async def forget_before(connection: AsyncConnection, at: datetime) -> None:
    """Those that were over before this moment."""
    await connection.execute(delete(LinkingCode).where(col(LinkingCode.expires_at) < at))


async def tries_of(connection: AsyncConnection, address_id: int) -> tuple[int, datetime | None]:
    """How often a code was typed in this chat of late, and when last."""
    query = select(col(Address.link_tries), col(Address.link_tried_at)).where(col(Address.id) == address_id)
    row = (await connection.execute(query)).one()
    return row[0], row[1]


async def count_try(connection: AsyncConnection, address_id: int, tries: int, now: datetime) -> None:
    """Note that a code was typed in this chat."""
    await connection.execute(
        update(Address).where(col(Address.id) == address_id).values(link_tries=tries, link_tried_at=now)
    )
