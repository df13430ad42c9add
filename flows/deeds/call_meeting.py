"""The desk calls a meeting, or calls it off."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import insert, select, update
from sqlmodel import col

from flows.deeds.acting import Acting
from flows.deeds.deciding import Refused, write_audit
from flows.deeds.tell_person import tell_person
from flows.engine.questions import Localized
from flows.engine.readers import clean
from flows.engine.talk import Say
from storage.secrets import random_code
from storage.tables import Attendance, Meeting

KINDS: Final = ("open", "dialogue", "presentation")
LONGEST: Final = timedelta(days=3)
FURTHEST: Final = timedelta(days=730)

Texts = Mapping[str, str]
"""Language to words."""


@dataclass(frozen=True)
class NewMeeting:
    """`kind`: one of KINDS; `access` says how everybody can get in (stairs, parking, an interpreter)."""

    kind: str
    title: Texts
    place: Texts
    starts_at: datetime
    ends_at: datetime
    access: Texts = field(default_factory=dict)


@dataclass(frozen=True)
class Called:
    """The meeting stands; `door_code` is for the poster at its door."""

    meeting_id: int
    door_code: str


async def call_meeting(acting: Acting, trajectory_id: int, new: NewMeeting) -> Called | Refused:
    """Put it on the calendar; the tick invites those concerned."""
    words = [_cleaned(texts) for texts in (new.title, new.place, new.access)]
    if (why := _refusal(new, acting.now, *words[:2])) is not None:
        return Refused(why)
    door_code = random_code(6).upper()
    inserted = await acting.connection.execute(
        insert(Meeting)
        .values(
            trajectory_id=trajectory_id,
            kind=new.kind,
            title=words[0],
            place=words[1],
            access=words[2],
            starts_at=new.starts_at,
            ends_at=new.ends_at,
            door_code=door_code,
            created_at=acting.now,
        )
        .returning(col(Meeting.id))
    )
    meeting_id = inserted.scalar_one()
    await write_audit(acting, "call_meeting", detail=str(meeting_id))
    return Called(meeting_id, door_code)


async def call_off(acting: Acting, meeting_id: int) -> Called | Refused:
    """It does not take place; who said that they would or might come hears so at once."""
    off = await acting.connection.execute(
        update(Meeting)
        .where(
            col(Meeting.id) == meeting_id,
            col(Meeting.cancelled_at).is_(None),
            col(Meeting.starts_at) > acting.now,
        )
        .values(cancelled_at=acting.now)
        .returning(col(Meeting.title), col(Meeting.door_code))
    )
    row = off.one_or_none()
    if row is None:
        return Refused("meeting-cannot-be-called-off")
    coming = await acting.connection.execute(
        select(col(Attendance.participant_id))
        .where(col(Attendance.meeting_id) == meeting_id, col(Attendance.answer).in_(("come", "maybe")))
        .order_by(col(Attendance.participant_id))
    )
    say = Say("meeting-called-off", {"title": Localized(row.title)})
    for participant_id in coming.scalars().all():
        await tell_person(acting, participant_id, say, key=f"meeting-off:{meeting_id}:{participant_id}")
    await write_audit(acting, "call_off_meeting", detail=str(meeting_id))
    return Called(meeting_id, row.door_code)


def _refusal(new: NewMeeting, now: datetime, title: Texts, place: Texts) -> str | None:
    if new.kind not in KINDS:
        return "meeting-kind-unknown"
    if not title or not place:
        return "meeting-words-missing"
    if not now < new.starts_at < now + FURTHEST:
        return "meeting-not-ahead"
    if not new.starts_at < new.ends_at <= new.starts_at + LONGEST:
        return "meeting-ends-before"
    return None


def _cleaned(texts: Texts) -> dict[str, str]:
    return {language: words for language, raw in texts.items() if (words := clean(raw))}
