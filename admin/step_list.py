"""The room where steps are opened, closed and planned."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, Any, TypeAlias

from fastapi import APIRouter, Depends
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlmodel import col
from starlette.responses import HTMLResponse, RedirectResponse, Response

from admin import waiting
from admin.forms import Form
from admin.here import Here, read_here
from admin.pages import PageRoute, Turned
from admin.sessions import Posted, Visit, needs, posts
from flows.deeds.acting import Acting
from flows.deeds.close_step import LONGEST_REASON, close_step
from flows.deeds.deciding import Refused
from flows.deeds.open_step import open_step, undo_opening
from flows.deeds.plan_step import plan_step
from flows.deeds.undo_decision import UNDO_WITHIN
from flows.nudges import local_day
from flows.steps import BY_CODE, STEPS, Step, last_day
from storage.tables import Node
from storage.tables import Step as StepRow

Organising: TypeAlias = Annotated[Posted, Depends(posts("organiser"))]

ACTS = ("open", "close", "undo", "plan")

router = APIRouter(route_class=PageRoute)


@dataclass(frozen=True)
class Listed:
    """One of the nine as it stands; `waiting` are the numbers of what in it waits for an answer.

    `undo_seconds`: for how long its opening can still be taken back.
    """

    step: Step
    opens_on: date | None = None
    closes_on: date | None = None
    opened_at: datetime | None = None
    closed_at: datetime | None = None
    waiting: Sequence[int] = ()
    undo_seconds: int = 0
    overdue: bool = False

    @property
    def state(self) -> str:
        """open, closed, or planned: it was never opened."""
        if self.opened_at is None:
            return "planned"
        return "open" if self.closed_at is None else "closed"


@router.get("/desk/{slug}/steps")
async def show_steps(visit: Annotated[Visit, Depends(needs("organiser"))], slug: str) -> Response:
    """The nine, each with its days and what holds its closing."""
    return await _page(visit, slug)


@router.post("/desk/{slug}/steps/{code}")
async def change(posted: Organising, slug: str, code: str) -> Response:
    """Open it, close it, take its opening back, or set its days."""
    visit, form = posted.visit, posted.form
    act = form["act"]
    if code not in BY_CODE or act not in ACTS:
        raise Turned(404, "gone")
    async with visit.services.database.writing() as connection:
        here = await read_here(connection, slug)
        done = await _do(visit.acting(connection), here.id, code, act, form)
    if isinstance(done, Refused):
        return await _page(visit, slug, 409, code, done, form)
    return RedirectResponse(f"/desk/{slug}/steps?{act}={code}", 303)


async def _do(acting: Acting, trajectory_id: int, code: str, act: str, form: Form) -> object:
    match act:
        case "open":
            return await open_step(acting, trajectory_id, code)
        case "undo":
            return await undo_opening(acting, trajectory_id, code)
        case "close":
            return await close_step(acting, trajectory_id, code, form["override"])
    try:
        opens_on, closes_on = (
            date.fromisoformat(form[name]) if form[name] else None for name in ("opens", "closes")
        )
    except ValueError:
        return Refused("step-no-day")
    return await plan_step(acting, trajectory_id, code, opens_on, closes_on)


async def _page(
    visit: Visit,
    slug: str,
    status: int = 200,
    code: str = "",
    wrong: Refused | None = None,
    typed: Mapping[str, str] | None = None,
) -> HTMLResponse:
    async with visit.services.database.reading() as connection:
        here = await read_here(connection, slug)
        counts = await waiting.count(connection, here.id, visit.now)
        listed = await _listed(connection, here, visit.now)
    asked = visit.request.query_params
    notice = next((act for act in ACTS if asked.get(act, "") in BY_CODE), "")
    return visit.page(
        "steps.html",
        status,
        room="steps",
        here=here,
        counts=counts,
        listed=listed,
        longest=LONGEST_REASON,
        code=code,
        wrong=wrong,
        typed=typed or Form(),
        notice=notice,
        about=BY_CODE[asked[notice]] if notice else None,
    )


async def _listed(connection: AsyncConnection, here: Here, now: datetime) -> list[Listed]:
    rows = await connection.execute(
        select(
            col(StepRow.code),
            col(StepRow.opens_at),
            col(StepRow.closes_at),
            col(StepRow.opened_at),
            col(StepRow.closed_at),
        ).where(col(StepRow.trajectory_id) == here.id)
    )
    known = {row.code: row for row in rows}
    held = await _waiting(connection, here.id)
    return [
        _as_listed(step, known[step.code], held[step.code], here.zone, now)
        if step.code in known
        else Listed(step)
        for step in STEPS
    ]


async def _waiting(connection: AsyncConnection, trajectory_id: int) -> dict[str, list[int]]:
    rows = await connection.execute(
        select(col(Node.step), col(Node.number))
        .where(
            col(Node.trajectory_id) == trajectory_id,
            col(Node.state) == "waiting",
            col(Node.step).is_not(None),
        )
        .order_by(col(Node.number))
    )
    held: dict[str, list[int]] = defaultdict(list)
    for code, number in rows:
        held[code or ""].append(number)
    return held


def _as_listed(step: Step, row: Any, held: Sequence[int], zone: str, now: datetime) -> Listed:
    is_open = row.opened_at is not None and row.closed_at is None
    left = int((row.opened_at + UNDO_WITHIN - now).total_seconds()) if is_open else 0
    return Listed(
        step,
        opens_on=local_day(row.opens_at, zone) if row.opens_at else None,
        closes_on=last_day(row.closes_at, zone) if row.closes_at else None,
        opened_at=row.opened_at,
        closed_at=row.closed_at,
        waiting=held,
        undo_seconds=max(0, left),
        overdue=is_open and row.closes_at is not None and row.closes_at <= now,
    )
