"""Who is talking: one chat, the person behind it and the trajectory they take part in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlmodel import col

from storage.database import insert_ignoring
from storage.secrets import Secrets, random_code
from storage.tables import Address, Conversation, Participant, Trajectory


@dataclass(frozen=True)
class Person:
    """A chat and who is behind it, as read at the beginning of a turn.

    `texts` are the trajectory's own: field -> language -> words.
    """

    address_id: int
    channel: str
    last_order: int
    used_at: datetime
    forget_at: datetime | None
    blocked_at: datetime | None
    participant_id: int
    participant_key: str
    language: str
    chosen_language: str | None
    role: str | None
    often: str
    consented_at: datetime | None
    paused_until: datetime | None
    stopped_at: datetime | None
    joined_at: datetime
    network_id: int | None
    trajectory_id: int
    slug: str
    sample: bool
    languages: tuple[str, ...]
    texts: Mapping[str, Mapping[str, str]]
    zone: str
    answer_days: int
    remind_after_hours: int
    expire_after_days: int
    retain_months: int
    quiet_from: str
    quiet_until: str
    decided_on: date | None


def _person() -> Select[*tuple[Any, ...]]:
    return (
        select(
            col(Address.id).label("address_id"),
            col(Address.channel),
            col(Address.last_order),
            col(Address.used_at),
            col(Address.forget_at),
            col(Address.blocked_at),
            col(Participant.id).label("participant_id"),
            col(Participant.key).label("participant_key"),
            col(Participant.language).label("chosen_language"),
            col(Participant.role),
            col(Participant.often),
            col(Participant.consented_at),
            col(Participant.paused_until),
            col(Participant.stopped_at),
            col(Participant.joined_at),
            col(Participant.network_id),
            col(Participant.zone).label("own_zone"),
            col(Trajectory.id).label("trajectory_id"),
            col(Trajectory.slug),
            col(Trajectory.sample),
            col(Trajectory.languages),
            col(Trajectory.texts),
            col(Trajectory.zone),
            col(Trajectory.answer_days),
            col(Trajectory.remind_after_hours),
            col(Trajectory.expire_after_days),
            col(Trajectory.retain_months),
            col(Trajectory.quiet_from),
            col(Trajectory.quiet_until),
            col(Trajectory.decided_on),
        )
        .join(Participant, col(Participant.id) == col(Address.participant_id))
        .join(Trajectory, col(Trajectory.id) == col(Address.trajectory_id))
    )


def _as_person(row: Mapping[Any, Any], hint: str) -> Person:
    values = dict(row)
    own_zone = values.pop("own_zone")
    languages = tuple(values["languages"])
    guessed = hint if hint in languages else languages[0]
    return Person(
        **{
            **values,
            "zone": own_zone or values["zone"],
            "languages": languages,
            "language": values["chosen_language"] or guessed,
        }
    )


async def find(
    connection: AsyncConnection,
    secrets: Secrets,
    channel: str,
    address: str,
    *,
    slug: str = "",
    hint: str = "",
) -> Person | None:
    """Who talks in this chat, locked for this transaction; of several trajectories the one last used.

    `hint` is the messenger's own idea of the language, used until the person has chosen one.
    """
    query = (
        _person()
        .where(col(Address.channel) == channel, col(Address.lookup).in_(secrets.lookups(channel, address)))
        .order_by(col(Address.used_at).desc(), col(Address.id).desc())
        .limit(1)
        .with_for_update(of=Participant)
    )
    if slug:
        query = query.where(col(Trajectory.slug) == slug)
    row = (await connection.execute(query)).mappings().one_or_none()
    return _as_person(row, hint) if row else None


async def read_at(connection: AsyncConnection, address_id: int) -> Person | None:
    """Who is behind an address, locked for this transaction; None when nobody is any more."""
    query = _person().where(col(Address.id) == address_id).with_for_update(of=Participant)
    row = (await connection.execute(query)).mappings().one_or_none()
    return _as_person(row, "") if row else None


async def join(
    connection: AsyncConnection,
    secrets: Secrets,
    channel: str,
    address: str,
    trajectory_id: int,
    network_id: int | None,
    now: datetime,
    way_in_id: int | None = None,
) -> None:
    """Make a participant for this chat in this trajectory, unless there is one; it becomes the last used."""
    here = (
        col(Address.channel) == channel,
        col(Address.lookup).in_(secrets.lookups(channel, address)),
        col(Address.trajectory_id) == trajectory_id,
    )
    known = await connection.execute(update(Address).where(*here).values(used_at=now))
    if known.rowcount:
        return
    inserted = await connection.execute(
        insert_ignoring(connection, Address)
        .values(
            channel=channel,
            lookup=secrets.lookup(channel, address),
            sealed=secrets.seal(address),
            trajectory_id=trajectory_id,
            used_at=now,
            last_order=0,
        )
        .returning(col(Address.id))
    )
    address_id = inserted.scalar_one_or_none()
    if address_id is None:
        # The same chat came in twice at once, and the other was first.
        return
    participant = await connection.execute(
        insert_ignoring(connection, Participant)
        .values(
            key=random_code(12),
            trajectory_id=trajectory_id,
            network_id=network_id,
            way_in_id=way_in_id,
            often="usual",
            joined_at=now,
            sample=False,
        )
        .returning(col(Participant.id))
    )
    await connection.execute(
        update(Address).where(col(Address.id) == address_id).values(participant_id=participant.scalar_one())
    )


async def part(connection: AsyncConnection, address_id: int, now: datetime) -> None:
    """From now on there is somebody else in this chat: a new participant, who said nothing yet."""
    trajectory = select(col(Address.trajectory_id)).where(col(Address.id) == address_id)
    trajectory_id = (await connection.execute(trajectory)).scalar_one()
    made = await connection.execute(
        insert_ignoring(connection, Participant)
        .values(key=random_code(12), trajectory_id=trajectory_id, often="usual", joined_at=now, sample=False)
        .returning(col(Participant.id))
    )
    await connection.execute(
        update(Address).where(col(Address.id) == address_id).values(participant_id=made.scalar_one())
    )
    await connection.execute(delete(Conversation).where(col(Conversation.address_id) == address_id))


async def bare_address(
    connection: AsyncConnection, secrets: Secrets, channel: str, address: str, now: datetime
) -> int:
    """The address of a chat that takes part in nothing (yet): a group, someone who still has to choose."""
    lookup = secrets.lookup(channel, address)
    query = select(col(Address.id)).where(
        col(Address.channel) == channel, col(Address.lookup) == lookup, col(Address.trajectory_id).is_(None)
    )
    found = (await connection.execute(query)).scalars().first()
    if found is not None:
        return found
    statement = insert_ignoring(connection, Address).values(
        channel=channel, lookup=lookup, sealed=secrets.seal(address), used_at=now, last_order=0
    )
    return (await connection.execute(statement.returning(col(Address.id)))).scalar_one()


async def heard(connection: AsyncConnection, address_id: int, order: int, now: datetime) -> None:
    """This chat was heard from: it is the one last used, and not blocked."""
    await connection.execute(
        update(Address)
        .where(col(Address.id) == address_id)
        .values(used_at=now, last_order=order, blocked_at=None)
    )


async def block(
    connection: AsyncConnection, secrets: Secrets, channel: str, address: str, at: datetime | None
) -> list[int]:
    """The person blocked (or, with None, let in) the bot in this chat; returns the addresses it concerns."""
    here = (col(Address.channel) == channel, col(Address.lookup).in_(secrets.lookups(channel, address)))
    await connection.execute(update(Address).where(*here).values(blocked_at=at))
    return [
        number
        for number in (await connection.execute(select(col(Address.id)).where(*here))).scalars()
        if number
    ]


async def change(connection: AsyncConnection, participant_id: int, **values: Any) -> None:
    """Set columns of a participant: language, role, often, consented_at, paused_until, stopped_at."""
    await connection.execute(update(Participant).where(col(Participant.id) == participant_id).values(values))


async def is_talking(connection: AsyncConnection, secrets: Secrets, channel: str, address: str) -> bool:
    """Whether a script of ours is open in this chat."""
    query = (
        select(col(Conversation.address_id))
        .join(Address, col(Address.id) == col(Conversation.address_id))
        .where(
            col(Address.channel) == channel,
            col(Address.lookup).in_(secrets.lookups(channel, address)),
            col(Conversation.script).is_not(None),
        )
        .limit(1)
    )
    return (await connection.execute(query)).first() is not None


async def check_secret(connection: AsyncConnection, secrets: Secrets) -> None:
    """Raises Unsealable when the addresses here were sealed with another secret."""
    query = select(col(Address.sealed)).order_by(col(Address.id).desc()).limit(1)
    sealed = (await connection.execute(query)).scalar_one_or_none()
    if sealed is not None:
        secrets.open(sealed)
