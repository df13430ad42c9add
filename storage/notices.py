"""Who is to hear of a link: noted a page at a time, told once."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    String,
    case,
    cast,
    delete,
    exists,
    func,
    literal,
    or_,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlmodel import col
from sqlmodel.sql.sqltypes import UTCDateTime

from storage.database import insert_ignoring
from storage.tables import Announcement, Attendance, Link, Node, Notice, Outbox, Participant, Trajectory, Vote
from storage.threads import reaching

PUSHES = ("nudge", "broadcast")

UPDATE = "update:"
"""The key of the announcement of an update: this and its id."""


@dataclass(frozen=True)
class Untold:
    """A link that somebody is to hear of; see `Notice`."""

    participant_id: int
    link_id: int
    own: bool


async def next_to_spread(connection: AsyncConnection, before: datetime) -> tuple[int, int] | None:
    """(id, source) of the oldest link from before then to be spread; another worker's is passed over."""
    query = (
        select(col(Link.id), col(Link.source_id))
        .where(col(Link.spread_at).is_(None), col(Link.created_at) <= before, ~_is_announced())
        .order_by(col(Link.id))
        .limit(1)
        .with_for_update(skip_locked=True)
    )
    row = (await connection.execute(query)).one_or_none()
    return (row[0], row[1]) if row else None


async def spread(connection: AsyncConnection, link_id: int, source_id: int, now: datetime, most: int) -> int:
    """Note the next people who are to hear of a link, so many at the most; returns how many.

    Who gave something upstream of it (near or far) comes first, then who voted on its source. What somebody
    did themselves is no news to them.
    """
    noted = await _note(connection, contributors(source_id), link_id, now, most, own=True)
    if noted < most:
        noted += await _note(connection, _voters(source_id), link_id, now, most - noted, own=False)
    return noted


async def settle(connection: AsyncConnection, link_id: int, now: datetime) -> None:
    """Everyone who is to hear of this link was noted."""
    await connection.execute(update(Link).where(col(Link.id) == link_id).values(spread_at=now))


async def settle_into(connection: AsyncConnection, node_id: int, now: datetime) -> None:
    """Everyone heard of what these links go to, and so of the links."""
    into = (col(Link.target_id) == node_id, col(Link.spread_at).is_(None))
    await connection.execute(update(Link).where(*into).values(spread_at=now))


async def let_go(connection: AsyncConnection) -> None:
    """Who turned messages off is not told later what they missed: it stands in their own overview."""
    stopped = select(col(Participant.id)).where(col(Participant.stopped_at).is_not(None))
    await connection.execute(
        delete(Notice).where(col(Notice.told_at).is_(None), col(Notice.participant_id).in_(stopped))
    )


async def due(
    connection: AsyncConnection,
    trajectory_id: int,
    now: datetime,
    today: datetime,
    pushed_since: Mapping[str, datetime],
    most: int,
) -> Sequence[int]:
    """Who in this trajectory is to be told something now, and was not told anything since `today` began.

    Who only voted is told as long as their budget of pushes has room, because it is no answer to what they
    gave: `pushed_since` says from when pushes count, by how often a person is written to.
    """
    theirs = col(Notice.participant_id) == col(Participant.id)
    untold = exists().where(theirs, col(Notice.told_at).is_(None))
    of_own = exists().where(theirs, col(Notice.told_at).is_(None), col(Notice.own).is_(True))
    query = (
        select(col(Participant.id))
        .join(Trajectory, col(Trajectory.id) == col(Participant.trajectory_id))
        .where(
            col(Participant.trajectory_id) == trajectory_id,
            untold,
            ~exists().where(theirs, col(Notice.told_at) >= today),
            col(Participant.consented_at).is_not(None),
            col(Participant.stopped_at).is_(None),
            or_(col(Participant.paused_until).is_(None), col(Participant.paused_until) <= now),
            or_(of_own, _may_be_pushed(pushed_since)),
        )
        .order_by(col(Participant.id))
        .limit(most)
    )
    return (await connection.execute(query)).scalars().all()


async def take(connection: AsyncConnection, participant_ids: Collection[int], now: datetime) -> list[Untold]:
    """Mark all that these people are to hear as told, and return it, without what another worker took."""
    taken = await connection.execute(
        update(Notice)
        .where(col(Notice.participant_id).in_(participant_ids), col(Notice.told_at).is_(None))
        .values(told_at=now)
        .returning(col(Notice.participant_id), col(Notice.link_id), col(Notice.own))
    )
    return [Untold(*row) for row in taken]


async def drop(connection: AsyncConnection, participant_id: int, told_at: datetime) -> None:
    """There is no chat to tell this person in: what was to be told then is only read."""
    await connection.execute(
        delete(Notice).where(col(Notice.participant_id) == participant_id, col(Notice.told_at) == told_at)
    )


async def _note(
    connection: AsyncConnection, people: Select[Any], link_id: int, now: datetime, most: int, *, own: bool
) -> int:
    person = people.subquery()
    noted = exists().where(col(Notice.participant_id) == person.c.id, col(Notice.link_id) == link_id)
    theirs = exists().where(
        col(Link.id) == link_id, col(Node.id) == col(Link.target_id), col(Node.participant_id) == person.c.id
    )
    page = (
        select(person.c.id, literal(link_id), literal(own), literal(now, UTCDateTime()))
        .join(Participant, col(Participant.id) == person.c.id)
        .where(
            ~noted,
            ~theirs,
            col(Participant.consented_at).is_not(None),
            col(Participant.stopped_at).is_(None),
            col(Participant.sample).is_(False),
        )
        .order_by(person.c.id)
        .limit(most)
    )
    columns = ["participant_id", "link_id", "own", "noted_at"]
    statement = insert_ignoring(connection, Notice).from_select(columns, page, include_defaults=False)
    # A row count is not to be had on SQLite, where the statement begins with its WITH.
    noted_now = await connection.execute(statement.returning(col(Notice.participant_id)))
    return len(noted_now.all())


def _is_announced() -> ColumnElement[bool]:
    """Whether everyone is being told of what a link goes to."""
    key = literal(UPDATE) + cast(col(Link.target_id), String)
    return exists().where(col(Announcement.key) == key, col(Announcement.done_at).is_(None))


def contributors(source_id: int) -> Select[Any]:
    """Who gave the source or what it came from; of what was said at a meeting, who was there."""
    upstream = reaching(source_id)
    given: Select[Any] = select(col(Node.participant_id).label("id")).where(
        col(Node.id).in_(upstream), col(Node.participant_id).is_not(None), col(Node.state) != "withdrawn"
    )
    heard = (
        select(col(Attendance.participant_id))
        .join(Node, col(Node.meeting_id) == col(Attendance.meeting_id))
        .where(col(Node.id).in_(upstream), col(Attendance.came_at).is_not(None))
    )
    people = given.union(heard).subquery()
    return select(people.c.id)


def _voters(source_id: int) -> Select[Any]:
    return select(col(Vote.participant_id).label("id")).where(col(Vote.node_id) == source_id).distinct()


def _may_be_pushed(pushed_since: Mapping[str, datetime]) -> ColumnElement[bool]:
    since = case(pushed_since, value=col(Participant.often), else_=None)
    waits = col(Outbox.state) == "due"
    pushes = (
        select(func.count())
        .where(
            col(Outbox.participant_id) == col(Participant.id),
            col(Outbox.kind).in_(PUSHES),
            waits | ((col(Outbox.state) == "sent") & (col(Outbox.settled_at) >= since)),
        )
        .correlate(Participant)
        .scalar_subquery()
    )
    return col(Participant.often).in_(pushed_since) & (pushes < col(Trajectory.pushes_a_week))
