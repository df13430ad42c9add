"""The outbox: put in, lease, settle. The one truth about what left and what did not."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

from sqlalchemy import ColumnElement, Select, and_, case, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import aliased
from sqlmodel import col

from storage.database import insert_ignoring
from storage.tables import Address, Outbox, Participant, Trajectory

Kind = Literal["reply", "answer", "check_in", "opening", "nudge", "broadcast"]

Final = Literal["sent", "dropped"]

LEASE = timedelta(seconds=30)

_RANK = {"reply": 0, "answer": 1, "check_in": 2, "opening": 3, "nudge": 4, "broadcast": 5}


@dataclass(frozen=True)
class Waiting:
    """One row that is due or will be, with its place in the line and all that the policy needs to know."""

    id: int
    key: str
    kind: Kind
    body: bytes
    tries: int
    not_before: datetime
    leased_by: str
    leased_until: datetime | None
    created_at: datetime
    expires_at: datetime | None
    channel: str
    address_id: int
    sealed_address: bytes
    blocked_at: datetime | None
    last_heard_at: datetime
    participant_id: int | None
    zone: str
    quiet_from: str
    quiet_until: str
    often: str
    paused_until: datetime | None
    stopped_at: datetime | None
    pushes_a_week: int


async def put(
    connection: AsyncConnection,
    *,
    key: str,
    kind: Kind,
    address_id: int,
    participant_id: int | None,
    body: bytes,
    now: datetime,
    not_before: datetime | None = None,
    expires_at: datetime | None = None,
    leased_by: str = "",
) -> int | None:
    """Put one message in and return its id, None when its key stands there already.

    A row may come in leased, by the process that is going to send it at once.
    """
    statement = insert_ignoring(connection, Outbox).values(
        key=key,
        kind=kind,
        state="due",
        address_id=address_id,
        participant_id=participant_id,
        body=body,
        created_at=now,
        not_before=not_before or now,
        expires_at=expires_at,
        leased_by=leased_by,
        leased_until=now + LEASE if leased_by else None,
        tries=0,
        reason="",
        remote_id="",
    )
    return (await connection.execute(statement.returning(col(Outbox.id)))).scalar_one_or_none()


async def lease_due(
    connection: AsyncConnection,
    worker: str,
    now: datetime,
    *,
    channels: Sequence[str],
    limit: int = 50,
) -> list[int]:
    """Take the next rows that may go through these channels: by kind, then by age; of a chat the oldest.

    On PostgreSQL rows that another worker is taking are passed over.
    """
    earlier = aliased(Outbox)
    before = (
        select(col(earlier.id))
        .where(
            col(earlier.address_id) == col(Outbox.address_id),
            col(earlier.id) < col(Outbox.id),
            col(earlier.state) == "due",
            # One that the messenger refused for now keeps its place, one that the policy holds does not.
            or_(col(earlier.not_before) <= now, col(earlier.tries) > 0),
        )
        .exists()
    )
    candidates = (
        select(col(Outbox.id))
        .join(Address, col(Address.id) == col(Outbox.address_id))
        .where(
            col(Outbox.state) == "due",
            col(Outbox.not_before) <= now,
            col(Address.channel).in_(channels),
            _is_free(now),
            ~before,
        )
        .order_by(case(_RANK, value=col(Outbox.kind)), col(Outbox.id))
        .limit(limit)
        .with_for_update(skip_locked=True, of=Outbox)
    )
    ids = list((await connection.execute(candidates)).scalars())
    await take(connection, ids, worker, now)
    return ids


def _is_free(now: datetime) -> ColumnElement[bool]:
    return or_(col(Outbox.leased_until).is_(None), col(Outbox.leased_until) < now)


async def take(connection: AsyncConnection, ids: Collection[int], worker: str, now: datetime) -> set[int]:
    """Lease these rows, or lease them for longer; those that are settled or another's are not returned."""
    if not ids:
        return set()
    taken = await connection.execute(
        update(Outbox)
        .where(
            col(Outbox.id).in_(ids),
            col(Outbox.state) == "due",
            or_(_is_free(now), col(Outbox.leased_by) == worker),
        )
        .values(leased_by=worker, leased_until=now + LEASE)
        .returning(col(Outbox.id))
    )
    return set(taken.scalars())


async def chats(connection: AsyncConnection, ids: Collection[int]) -> dict[int, int]:
    """The chats (address ids) that these rows are for, each with the newest of its rows."""
    query = (
        select(col(Outbox.address_id), func.max(col(Outbox.id)))
        .where(col(Outbox.id).in_(ids))
        .group_by(col(Outbox.address_id))
    )
    return {row[0]: row[1] for row in await connection.execute(query)}


async def line(connection: AsyncConnection, address_id: int, newest: int) -> list[Waiting]:
    """What has not left of one chat up to this row, in the order it was put in."""
    query: Select[*tuple[Any, ...]] = (
        select(
            col(Outbox.id),
            col(Outbox.key),
            col(Outbox.kind),
            col(Outbox.body),
            col(Outbox.tries),
            col(Outbox.not_before),
            col(Outbox.leased_by),
            col(Outbox.leased_until),
            col(Outbox.created_at),
            col(Outbox.expires_at),
            col(Address.channel),
            col(Outbox.address_id),
            col(Address.sealed).label("sealed_address"),
            col(Address.blocked_at),
            col(Address.used_at).label("last_heard_at"),
            col(Outbox.participant_id),
            func.coalesce(col(Participant.zone), col(Trajectory.zone), "Europe/Amsterdam").label("zone"),
            func.coalesce(col(Trajectory.quiet_from), "21:00").label("quiet_from"),
            func.coalesce(col(Trajectory.quiet_until), "09:00").label("quiet_until"),
            func.coalesce(col(Participant.often), "usual").label("often"),
            col(Participant.paused_until),
            col(Participant.stopped_at),
            func.coalesce(col(Trajectory.pushes_a_week), 1).label("pushes_a_week"),
        )
        .join(Address, col(Address.id) == col(Outbox.address_id))
        .outerjoin(Participant, col(Participant.id) == col(Outbox.participant_id))
        .outerjoin(Trajectory, col(Trajectory.id) == col(Address.trajectory_id))
        .where(col(Outbox.address_id) == address_id, col(Outbox.id) <= newest, col(Outbox.state) == "due")
        .order_by(col(Outbox.id))
    )
    return [Waiting(**row) for row in (await connection.execute(query)).mappings()]


async def settle(
    connection: AsyncConnection,
    row_id: int,
    state: Final,
    now: datetime,
    *,
    reason: str = "",
    remote_id: str = "",
) -> None:
    """The row's last word; its body is erased."""
    await connection.execute(
        update(Outbox)
        .where(col(Outbox.id) == row_id)
        .values(
            state=state,
            body=None,
            settled_at=now,
            reason=reason,
            remote_id=remote_id,
            leased_until=None,
            leased_by="",
        )
    )


async def hold(connection: AsyncConnection, row_id: int, until: datetime, reason: str) -> None:
    """The policy says not now: this row alone waits, and lets others pass."""
    await connection.execute(
        update(Outbox)
        .where(col(Outbox.id) == row_id)
        .values(not_before=until, reason=reason, tries=0, leased_until=None, leased_by="")
    )


async def queue_up(connection: AsyncConnection, ids: Collection[int], until: datetime) -> None:
    """An earlier row of the same chat is not gone yet: these wait behind it."""
    await connection.execute(
        update(Outbox)
        .where(col(Outbox.id).in_(ids), col(Outbox.state) == "due")
        .values(not_before=until, reason="in_order", leased_until=None, leased_by="")
    )


async def retry(connection: AsyncConnection, row: Waiting, until: datetime, reason: str) -> None:
    """The messenger says not now: everything that is due for this chat waits, so that order is kept."""
    chat = and_(
        col(Outbox.address_id) == row.address_id,
        col(Outbox.state) == "due",
        col(Outbox.not_before) < until,
    )
    await connection.execute(
        update(Outbox).where(chat).values(not_before=until, leased_until=None, leased_by="")
    )
    await connection.execute(
        update(Outbox).where(col(Outbox.id) == row.id).values(tries=row.tries + 1, reason=reason)
    )


async def release_all(connection: AsyncConnection) -> None:
    """At the start of the only process there is: whoever held a lease is gone."""
    await connection.execute(
        update(Outbox).where(col(Outbox.state) == "due").values(leased_until=None, leased_by="")
    )


async def keep_back(connection: AsyncConnection, key: str, reason: str, now: datetime) -> bool:
    """Drop the message under this key, as far as it did not leave; whether that is all of it."""
    parts = (col(Outbox.key) == key) | col(Outbox.key).startswith(f"{key}/", autoescape=True)
    dropped = await connection.execute(
        update(Outbox)
        .where(parts, col(Outbox.state) == "due", _is_free(now))
        .values(state="dropped", body=None, reason=reason, settled_at=now)
    )
    left = select(func.count()).select_from(Outbox).where(parts, col(Outbox.reason) != reason)
    return dropped.rowcount > 0 and (await connection.execute(left)).scalar_one() == 0


async def drop_for(
    connection: AsyncConnection, address_id: int, reason: str, now: datetime, kinds: Sequence[Kind] = ()
) -> None:
    """Drop what still waits for this chat."""
    chosen = [col(Outbox.address_id) == address_id, col(Outbox.state) == "due"]
    if kinds:
        chosen.append(col(Outbox.kind).in_(kinds))
    await connection.execute(
        update(Outbox).where(*chosen).values(state="dropped", body=None, reason=reason, settled_at=now)
    )


async def drop_keys(connection: AsyncConnection, beginning: str, reason: str, now: datetime) -> None:
    """Drop what still waits under keys that begin so, unless it is being sent."""
    await connection.execute(
        update(Outbox)
        .where(
            col(Outbox.key).startswith(beginning, autoescape=True), col(Outbox.state) == "due", _is_free(now)
        )
        .values(state="dropped", body=None, reason=reason, settled_at=now)
    )


async def drop_for_person(
    connection: AsyncConnection, participant_id: int, reason: str, now: datetime, kinds: Sequence[Kind]
) -> None:
    """Drop what still waits for this person, in whatever chat."""
    await connection.execute(
        update(Outbox)
        .where(
            col(Outbox.participant_id) == participant_id,
            col(Outbox.state) == "due",
            col(Outbox.kind).in_(kinds),
        )
        .values(state="dropped", body=None, reason=reason, settled_at=now)
    )


async def pushes_since(connection: AsyncConnection, participant_id: int, since: datetime) -> int:
    """How many openings, nudges and broadcasts this person was sent since then."""
    query = select(func.count()).where(
        col(Outbox.participant_id) == participant_id,
        col(Outbox.kind).in_(("opening", "nudge", "broadcast")),
        col(Outbox.state) == "sent",
        col(Outbox.settled_at) >= since,
    )
    return (await connection.execute(query)).scalar_one()


async def next_due(connection: AsyncConnection) -> datetime | None:
    """When the next waiting row may go."""
    query = select(func.min(col(Outbox.not_before))).where(col(Outbox.state) == "due")
    return (await connection.execute(query)).scalar_one()
