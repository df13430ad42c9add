"""Invite those whom a meeting concerns, and remind those who come, the day before. Twice does no harm."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import ColumnElement, Select, exists, or_, select
from sqlmodel import col

from flows.deeds.acting import Acting
from flows.deeds.tell_person import tell_person
from flows.engine.questions import Localized, Phrase, TextArgument
from flows.engine.talk import Action, Say
from flows.meeting_times import is_tomorrow
from storage.database import insert_ignoring
from storage.meetings import Gathering, gathering, meetings, note
from storage.tables import Attendance, Meeting, Node, Participant

PAGE = 200
AHEAD = timedelta(days=2)
"""No meeting of tomorrow begins later than this, in any time zone."""

ANSWERS = ("come", "maybe", "not")


def answers(meeting_id: int) -> tuple[Action, ...]:
    """The buttons under a meeting, which go on working."""
    return tuple(
        Action("attend", Phrase(f"meeting-{answer}"), f"{meeting_id}.{answer}") for answer in ANSWERS
    )


async def invite_to_meetings(acting: Acting) -> int:
    """One page of those who are to be invited; returns how many."""
    rows = (await acting.connection.execute(_uninvited(acting))).all()
    for row in rows:
        invited = await acting.connection.execute(
            insert_ignoring(acting.connection, Attendance).values(
                meeting_id=row.id, participant_id=row.participant_id, invited_at=acting.now
            )
        )
        if invited.rowcount:
            await _tell(acting, row.participant_id, gathering(row), "invitation")
    return len(rows)


async def remind_of_meetings(acting: Acting) -> int:
    """One page of those who said that they come, or may come, to a meeting of tomorrow; returns how many."""
    tomorrow = [one for one in await _soon(acting) if is_tomorrow(one.starts_at, acting.now, one.zone)]
    due = await acting.connection.execute(
        select(col(Attendance.meeting_id), col(Attendance.participant_id))
        .where(
            col(Attendance.meeting_id).in_([one.id for one in tomorrow]),
            col(Attendance.answer).in_(("come", "maybe")),
            col(Attendance.reminded_at).is_(None),
        )
        .order_by(col(Attendance.meeting_id), col(Attendance.participant_id))
        .limit(PAGE)
    )
    rows, by_id = due.all(), {one.id: one for one in tomorrow}
    for meeting_id, participant_id in rows:
        await note(acting.connection, meeting_id, participant_id, reminded_at=acting.now)
        await _tell(acting, participant_id, by_id[meeting_id], "tomorrow")
    return len(rows)


async def _tell(acting: Acting, participant_id: int, about: Gathering, what: str) -> None:
    arguments: dict[str, TextArgument] = {
        "title": Localized(about.title),
        "when": about.begins,
        "place": Localized(about.place),
        "access": Localized(about.access),
    }
    await tell_person(
        acting,
        participant_id,
        Say(f"meeting-{what}", arguments, actions=answers(about.id)),
        key=f"meeting-{what}:{about.id}:{participant_id}",
        # A reminder they asked for by saying that they come, so it is no push.
        kind="check_in" if what == "tomorrow" else "broadcast",
        expires_at=about.starts_at,
    )


async def _soon(acting: Acting) -> list[Gathering]:
    ahead = col(Meeting.starts_at).between(acting.now, acting.now + AHEAD)
    found = await acting.connection.execute(meetings().where(col(Meeting.cancelled_at).is_(None), ahead))
    return [gathering(row) for row in found]


def _uninvited(acting: Acting) -> Select[tuple[object, ...]]:
    known = exists().where(
        col(Attendance.meeting_id) == col(Meeting.id),
        col(Attendance.participant_id) == col(Participant.id),
    )
    return (
        meetings(col(Participant.id).label("participant_id"))
        .join(Participant, col(Participant.trajectory_id) == col(Meeting.trajectory_id))
        .where(
            col(Meeting.cancelled_at).is_(None),
            col(Meeting.starts_at) > acting.now,
            col(Participant.consented_at).is_not(None),
            col(Participant.stopped_at).is_(None),
            col(Participant.often) != "never",
            _concerned(),
            ~known,
        )
        .order_by(col(Meeting.id), col(Participant.id))
        .limit(PAGE)
    )


def _concerned() -> ColumnElement[bool]:
    """A dialogue is between those who told a story and those who work there; the others are for everybody."""
    told = exists().where(
        col(Node.participant_id) == col(Participant.id),
        col(Node.kind) == "story",
        col(Node.state) == "published",
    )
    return or_(col(Meeting.kind) != "dialogue", col(Participant.role) == "works", told)
