"""The room where meetings are called, and where what was said there is typed in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated, Any, TypeAlias
from zoneinfo import ZoneInfo

from fastapi import APIRouter, Depends
from sqlalchemy import case, func, select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlmodel import col
from starlette.responses import HTMLResponse, RedirectResponse, Response

from admin import waiting
from admin.forms import Form
from admin.here import Here, read_here
from admin.pages import PageRoute, Turned
from admin.sessions import Posted, Visit, needs, posts
from flows.deeds.call_meeting import KINDS, Called, NewMeeting, call_meeting, call_off
from flows.deeds.deciding import Refused
from flows.deeds.note_said import KINDS as SAID_KINDS
from flows.deeds.note_said import note_said
from storage.meetings import Gathering, gathering, meetings
from storage.tables import Attendance, Meeting

Organising: TypeAlias = Annotated[Posted, Depends(posts("organiser"))]
Moderating: TypeAlias = Annotated[Posted, Depends(posts("moderator"))]

FIELDS = ("title", "place", "access")
MOST = 50

router = APIRouter(route_class=PageRoute)


@dataclass(frozen=True)
class Planned:
    """A meeting with how many were invited, said what, and came."""

    about: Gathering
    invited: int
    come: int
    maybe: int
    not_coming: int
    came: int


@router.get("/desk/{slug}/meetings")
async def show_meetings(visit: Annotated[Visit, Depends(needs("moderator"))], slug: str) -> Response:
    """All of them, the newest first."""
    return await _page(visit, slug)


@router.post("/desk/{slug}/meetings")
async def call(posted: Organising, slug: str) -> Response:
    """Call one."""
    visit = posted.visit
    async with visit.services.database.writing() as connection:
        here = await read_here(connection, slug)
        new = _read(posted.form, here)
        made: Called | Refused = Refused("meeting-no-moment")
        if new is not None:
            made = await call_meeting(visit.acting(connection), here.id, new)
    if isinstance(made, Refused):
        return await _page(visit, slug, 422, made, posted.form)
    visit.services.wake()
    return RedirectResponse(f"/desk/{slug}/meetings?called", 303)


@router.post("/desk/{slug}/meetings/{number}/off")
async def do_call_off(posted: Organising, slug: str, number: str) -> Response:
    """Call one off."""
    visit = posted.visit
    async with visit.services.database.writing() as connection:
        meeting_id = await _find(connection, slug, number)
        done = await call_off(visit.acting(connection), meeting_id)
    if isinstance(done, Refused):
        return await _page(visit, slug, 409, done)
    visit.services.wake()
    return RedirectResponse(f"/desk/{slug}/meetings?off", 303)


@router.post("/desk/{slug}/meetings/{number}/said")
async def do_note_said(posted: Moderating, slug: str, number: str) -> Response:
    """Type in what was said, a line each."""
    visit, form = posted.visit, posted.form
    async with visit.services.database.writing() as connection:
        meeting_id = await _find(connection, slug, number)
        language = form["language"] or (await read_here(connection, slug)).languages[0]
        lines = form["said"].split("\n")
        done = await note_said(visit.acting(connection), meeting_id, form["kind"], lines, language)
    if isinstance(done, Refused):
        return await _page(visit, slug, 422, done, form, meeting_id)
    return RedirectResponse(f"/desk/{slug}/meetings?said={done.count}", 303)


def _read(form: Form, here: Here) -> NewMeeting | None:
    """What was filled in; None when the day or a time is not one."""
    zone = ZoneInfo(here.zone)
    try:
        begins, ends = (
            datetime.fromisoformat(f"{form['day']}T{form[name]}").replace(tzinfo=zone).astimezone(UTC)
            for name in ("from", "until")
        )
    except ValueError:
        return None
    title, place, access = (
        {language: form[f"{field}-{language}"] for language in here.languages} for field in FIELDS
    )
    return NewMeeting(form["kind"], title, place, begins, ends, access)


async def _find(connection: AsyncConnection, slug: str, number: str) -> int:
    here = await read_here(connection, slug)
    found = await connection.execute(
        select(col(Meeting.id)).where(
            col(Meeting.trajectory_id) == here.id, col(Meeting.id) == (waiting.whole(number) or 0)
        )
    )
    meeting_id = found.scalar_one_or_none()
    if meeting_id is None:
        raise Turned(404, "gone")
    return meeting_id


async def _planned(connection: AsyncConnection, trajectory_id: int) -> Sequence[Planned]:
    def count(condition: Any) -> Any:
        return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)

    answer = col(Attendance.answer)
    counts = (
        count(col(Attendance.invited_at).is_not(None)),
        *(count(answer == said) for said in ("come", "maybe", "not")),
        count(col(Attendance.came_at).is_not(None)),
    )
    query = (
        meetings()
        .where(col(Meeting.trajectory_id) == trajectory_id)
        .order_by(col(Meeting.starts_at).desc())
        .limit(MOST)
    )
    listed = [gathering(row) for row in await connection.execute(query)]
    counted = await connection.execute(
        select(col(Attendance.meeting_id), *counts)
        .where(col(Attendance.meeting_id).in_([one.id for one in listed]))
        .group_by(col(Attendance.meeting_id))
    )
    by_meeting = {row[0]: tuple(row[1:]) for row in counted}
    return [Planned(one, *by_meeting.get(one.id, (0,) * len(counts))) for one in listed]


async def _page(
    visit: Visit,
    slug: str,
    status: int = 200,
    wrong: Refused | None = None,
    typed: Form | None = None,
    about: int = 0,
) -> HTMLResponse:
    async with visit.services.database.reading() as connection:
        here = await read_here(connection, slug)
        counts = await waiting.count(connection, here.id, visit.now)
        planned = await _planned(connection, here.id)
    asked = visit.request.query_params
    return visit.page(
        "meetings.html",
        status,
        room="meetings",
        here=here,
        counts=counts,
        planned=planned,
        kinds=KINDS,
        said_kinds=SAID_KINDS,
        fields=FIELDS,
        wrong=wrong,
        typed=typed or Form(),
        about=about,
        at=visit.now,
        notice=next((name for name in ("called", "off", "said") if name in asked), ""),
    )
