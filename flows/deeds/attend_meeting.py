"""A resident says whether they come to a meeting, and at the door that they are there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import func, select
from sqlmodel import col

from flows.deeds.acting import Acting
from flows.engine.questions import Localized
from flows.engine.talk import deed, query
from flows.meeting_times import is_going_on
from storage.meetings import Gathering, gathering, meetings, note
from storage.tables import Attendance, Meeting

SHOWN = 3


@dataclass(frozen=True)
class MeetingSeen:
    """A meeting that is still to come; `when` is on the clock where it is held, `coming` counts people."""

    id: int
    title: Localized
    place: Localized
    access: Localized
    when: datetime
    answer: str | None
    coming: int


@dataclass(frozen=True)
class Attended:
    """What came of it: noted, the meeting is over (or not open yet), called off, or there is none."""

    outcome: Literal["noted", "over", "called-off", "unknown"]


@query("meetings")
async def read_meetings(acting: Acting) -> list[MeetingSeen]:
    """The next few of this trajectory, the first one first."""
    person = acting.resident
    here = col(Attendance.meeting_id) == col(Meeting.id)
    coming = select(func.count()).where(here, col(Attendance.answer) == "come").scalar_subquery()
    own = select(col(Attendance.answer)).where(here, col(Attendance.participant_id) == person.participant_id)
    found = await acting.connection.execute(
        meetings(own.scalar_subquery().label("answer"), coming.label("coming"))
        .where(
            col(Meeting.trajectory_id) == person.trajectory_id,
            col(Meeting.cancelled_at).is_(None),
            col(Meeting.ends_at) > acting.now,
        )
        .order_by(col(Meeting.starts_at))
        .limit(SHOWN)
    )
    return [_seen(gathering(row), row.answer, row.coming) for row in found]


@deed("attend_meeting")
async def attend_meeting(acting: Acting, meeting_id: int, answer: str) -> Attended:
    """Note come, maybe or not; it may be changed until the meeting is over."""
    found = await _find(acting, col(Meeting.id) == meeting_id)
    if found is None or answer not in ("come", "maybe", "not"):
        return Attended("unknown")
    if found.cancelled_at is not None:
        return Attended("called-off")
    if found.ends_at <= acting.now:
        return Attended("over")
    mine = acting.resident.participant_id
    await note(acting.connection, meeting_id, mine, answer=answer, answered_at=acting.now)
    return Attended("noted")


@deed("come_in")
async def come_in(acting: Acting, code: str) -> Attended:
    """The code at the door was typed: this person is there."""
    found = await _find(acting, col(Meeting.door_code) == code.strip().upper())
    if found is None:
        return Attended("unknown")
    if found.cancelled_at is not None:
        return Attended("called-off")
    if not is_going_on(found.starts_at, found.ends_at, acting.now):
        return Attended("over")
    await note(acting.connection, found.id, acting.resident.participant_id, came_at=acting.now)
    return Attended("noted")


async def _find(acting: Acting, which: Any) -> Gathering | None:
    here = col(Meeting.trajectory_id) == acting.resident.trajectory_id
    row = (await acting.connection.execute(meetings().where(which, here))).one_or_none()
    return gathering(row) if row else None


def _seen(one: Gathering, answer: str | None, coming: int) -> MeetingSeen:
    return MeetingSeen(
        one.id,
        Localized(one.title),
        Localized(one.place),
        Localized(one.access),
        one.begins,
        answer,
        coming,
    )
