"""What there is to nudge people about, read for a page of people at once; and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Select, and_, case, func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlmodel import col

from storage.tables import (
    Address,
    Attendance,
    Commitment,
    Meeting,
    Node,
    Notice,
    Nudge,
    Outbox,
    Participant,
    Step,
    Tally,
    Trajectory,
    WayIn,
)


@dataclass(frozen=True)
class Candidate:
    """Somebody who may be nudged."""

    participant_id: int
    trajectory_id: int
    often: str
    zone: str
    last_heard_at: datetime
    last_nudged_at: datetime | None
    unanswered: int


async def take_page(
    connection: AsyncConnection, now: datetime, again_after: timedelta, limit: int
) -> list[Candidate]:
    """People whose turn it is to be looked at, and note that they were: a crash after it costs them one turn.

    Nobody who did not agree, stopped, paused, blocked every chat, or never wants to hear from us.
    """
    query = (
        select(col(Participant.id))
        .where(
            col(Participant.consented_at).is_not(None),
            col(Participant.stopped_at).is_(None),
            col(Participant.often) != "never",
            or_(col(Participant.paused_until).is_(None), col(Participant.paused_until) <= now),
            or_(col(Participant.looked_at).is_(None), col(Participant.looked_at) <= now - again_after),
        )
        .order_by(col(Participant.id))
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    ids = list((await connection.execute(query)).scalars())
    if not ids:
        return []
    await connection.execute(update(Participant).where(col(Participant.id).in_(ids)).values(looked_at=now))
    return await _candidates(connection, ids)


async def _candidates(connection: AsyncConnection, ids: Sequence[int]) -> list[Candidate]:
    heard = (
        select(col(Address.participant_id), func.max(col(Address.used_at)).label("at"))
        .where(
            col(Address.participant_id).in_(ids),
            col(Address.blocked_at).is_(None),
            col(Address.forget_at).is_(None),
        )
        .group_by(col(Address.participant_id))
        .subquery()
    )
    since = and_(col(Nudge.participant_id) == heard.c.participant_id, col(Nudge.held_out).is_(False))
    rows = await connection.execute(
        select(
            col(Participant.id),
            col(Participant.trajectory_id),
            col(Participant.often),
            func.coalesce(col(Participant.zone), col(Trajectory.zone)),
            heard.c.at,
            select(func.max(col(Nudge.at)))
            .where(col(Nudge.participant_id) == col(Participant.id))
            .scalar_subquery(),
            select(func.count()).where(since, col(Nudge.at) > heard.c.at).scalar_subquery(),
        )
        .join(heard, heard.c.participant_id == col(Participant.id))
        .join(Trajectory, col(Trajectory.id) == col(Participant.trajectory_id))
    )
    return [Candidate(*row) for row in rows]


async def new_cards(connection: AsyncConnection, ids: Sequence[int]) -> dict[int, int]:
    """Participant to how many ideas can be voted on that came after their last visit."""
    heard = _heard(ids)
    query = (
        select(heard.c.participant_id, func.count())
        .join(Participant, col(Participant.id) == heard.c.participant_id)
        .join(
            Tally,
            (col(Tally.trajectory_id) == col(Participant.trajectory_id))
            & (col(Tally.kind) == "idea")
            & col(Tally.is_open).is_(True),
        )
        .join(Node, (col(Node.id) == col(Tally.node_id)) & (col(Node.decided_at) > heard.c.at))
        .join(Step, _is_open("choose", col(Participant.trajectory_id)))
        .group_by(heard.c.participant_id)
    )
    return await _counted(connection, query)


async def closing(
    connection: AsyncConnection, ids: Sequence[int], now: datetime, within: timedelta
) -> dict[int, int]:
    """Participant to in how many days (1 at least) an open step of theirs closes."""
    query = (
        select(col(Participant.id), func.min(col(Step.closes_at)))
        .join(Step, col(Step.trajectory_id) == col(Participant.trajectory_id))
        .where(
            col(Participant.id).in_(ids),
            col(Step.opened_at).is_not(None),
            col(Step.closed_at).is_(None),
            col(Step.closes_at) > now,
            col(Step.closes_at) <= now + within,
        )
        .group_by(col(Participant.id))
    )
    rows = await connection.execute(query)
    return {row[0]: max(1, (row[1] - now).days) for row in rows if row[1] is not None}


async def joined_since(connection: AsyncConnection, ids: Sequence[int]) -> dict[int, int]:
    """Participant to how many joined through their own link since they were last told, grouped."""
    told = (
        select(func.max(col(Nudge.at)))
        .where(col(Nudge.participant_id) == col(WayIn.participant_id), col(Nudge.reason) == "joined")
        .scalar_subquery()
    )
    query = (
        select(col(WayIn.participant_id), func.count())
        .join(Participant, col(Participant.way_in_id) == col(WayIn.id))
        .where(
            col(WayIn.participant_id).in_(ids),
            col(Participant.id) != col(WayIn.participant_id),
            col(Participant.consented_at) > func.coalesce(told, col(WayIn.created_at)),
        )
        .group_by(col(WayIn.participant_id))
    )
    return await _counted(connection, query)


async def promised(
    connection: AsyncConnection, ids: Sequence[int], today: date, within: timedelta
) -> dict[int, int]:
    """Participant to how many of their own promises are due soon; on the day itself they are asked anyway."""
    query = (
        select(col(Node.participant_id), func.count())
        .join(Commitment, col(Commitment.node_id) == col(Node.id))
        .where(
            col(Node.participant_id).in_(ids),
            col(Commitment.state) == "active",
            col(Commitment.due_on) > today,
            col(Commitment.due_on) <= today + within,
        )
        .group_by(col(Node.participant_id))
    )
    return await _counted(connection, query)


async def meetings_unanswered(
    connection: AsyncConnection, ids: Sequence[int], now: datetime, within: timedelta
) -> dict[int, int]:
    """Participant to how many meetings are near to which they were invited and said nothing yet."""
    query = (
        select(col(Attendance.participant_id), func.count())
        .join(Meeting, col(Meeting.id) == col(Attendance.meeting_id))
        .where(
            col(Attendance.participant_id).in_(ids),
            col(Attendance.answer).is_(None),
            col(Meeting.cancelled_at).is_(None),
            col(Meeting.starts_at).between(now, now + within),
        )
        .group_by(col(Attendance.participant_id))
    )
    return await _counted(connection, query)


async def moved(connection: AsyncConnection, ids: Sequence[int], told_before: datetime) -> dict[int, int]:
    """Participant to how many links were laid onwards from what they gave or voted on, since then.

    Only what they were told of before this moment: nobody is nudged on top of the news itself.
    """
    heard = _heard(ids)
    query = (
        select(heard.c.participant_id, func.count())
        .join(Notice, col(Notice.participant_id) == heard.c.participant_id)
        .where(col(Notice.noted_at) > heard.c.at, col(Notice.told_at) <= told_before)
        .group_by(heard.c.participant_id)
    )
    return await _counted(connection, query)


async def last_written(
    connection: AsyncConnection, ids: Sequence[int], since: datetime
) -> dict[int, datetime]:
    """Participant to when something else than a reply or a nudge was last written to them, since then."""
    rows = await connection.execute(
        select(col(Outbox.participant_id), func.max(col(Outbox.created_at)))
        .where(
            col(Outbox.participant_id).in_(ids),
            col(Outbox.kind).not_in(("reply", "nudge")),
            col(Outbox.state) != "dropped",
            col(Outbox.created_at) > since,
        )
        .group_by(col(Outbox.participant_id))
    )
    return {row[0]: row[1] for row in rows if row[0] is not None}


async def put(
    connection: AsyncConnection,
    candidate: Candidate,
    reason: str,
    now: datetime,
    *,
    held_out: bool,
    back_within: timedelta,
) -> None:
    """Note one that was due, sent or held out."""
    await connection.execute(
        insert(Nudge).values(
            trajectory_id=candidate.trajectory_id,
            participant_id=candidate.participant_id,
            reason=reason,
            held_out=held_out,
            at=now,
            due_back_at=now + back_within,
        )
    )


async def note_returns(connection: AsyncConnection, now: datetime, within: timedelta, limit: int) -> int:
    """Note of nudges of late who was heard of after them; how many."""
    came = (
        select(col(Nudge.id), func.max(col(Address.used_at)).label("at"))
        .join(Address, col(Address.participant_id) == col(Nudge.participant_id))
        .where(
            col(Nudge.returned_at).is_(None),
            col(Nudge.at) > now - 2 * within,
            col(Address.used_at) > col(Nudge.at),
        )
        .group_by(col(Nudge.id))
        .order_by(col(Nudge.id))
        .limit(limit)
    )
    rows = (await connection.execute(came)).all()
    for nudge_id, at in rows:
        await connection.execute(update(Nudge).where(col(Nudge.id) == nudge_id).values(returned_at=at))
    return len(rows)


async def outcomes(
    connection: AsyncConnection, trajectory_id: int, now: datetime
) -> dict[tuple[str, bool], tuple[int, int]]:
    """(reason, held out) to how many, and how many of these came back, once their time is over."""
    back = (col(Nudge.returned_at).is_not(None)) & (col(Nudge.returned_at) <= col(Nudge.due_back_at))
    rows: Any = await connection.execute(
        select(
            col(Nudge.reason),
            col(Nudge.held_out),
            func.count(),
            func.coalesce(func.sum(case((back, 1), else_=0)), 0),
        )
        .where(col(Nudge.trajectory_id) == trajectory_id, col(Nudge.due_back_at) <= now)
        .group_by(col(Nudge.reason), col(Nudge.held_out))
    )
    return {(reason, held): (count, returned) for reason, held, count, returned in rows}


def _heard(ids: Sequence[int]) -> Any:
    return (
        select(col(Address.participant_id), func.max(col(Address.used_at)).label("at"))
        .where(col(Address.participant_id).in_(ids))
        .group_by(col(Address.participant_id))
        .subquery()
    )


def _is_open(code: str, trajectory_id: Any) -> Any:
    return and_(
        col(Step.trajectory_id) == trajectory_id,
        col(Step.code) == code,
        col(Step.opened_at).is_not(None),
        col(Step.closed_at).is_(None),
    )


async def _counted(connection: AsyncConnection, query: Select[*tuple[Any, ...]]) -> dict[int, int]:
    return {row[0]: row[1] for row in await connection.execute(query)}
