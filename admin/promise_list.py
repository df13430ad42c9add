"""The room of promises: how they stand on both sides, and where the municipality answers for its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, TypeAlias

from fastapi import APIRouter, Depends
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlmodel import col
from starlette.responses import HTMLResponse, RedirectResponse, Response

from admin import promises, waiting
from admin.forms import Form
from admin.here import Here, read_here
from admin.pages import PageRoute, Turned
from admin.sessions import Posted, Visit, needs, posts
from flows.deeds.acting import Acting
from flows.deeds.deciding import Refused
from flows.deeds.make_municipal_commitment import make_municipal_commitment
from flows.deeds.note_progress import OUTCOMES, note_progress
from flows.deeds.read_promises import read_tally
from flows.deeds.take_over_promise import refuse_at_desk, take_over_at_desk
from storage.tables import Node

Organising: TypeAlias = Annotated[Posted, Depends(posts("organiser"))]

LONGEST_TITLE = 200
LONGEST_WORDS = 600
ACTS = ("progress", "take", "refuse")

router = APIRouter(route_class=PageRoute)


@dataclass(frozen=True)
class Wrong:
    """A form that could not be carried out: which (empty for a new promise), about which number, and why."""

    why: Refused
    act: str = ""
    number: int = 0


@router.get("/desk/{slug}/promises")
async def show_promises(visit: Annotated[Visit, Depends(needs("organiser"))], slug: str) -> Response:
    """Those that are still to be kept, and then the others."""
    return await _page(visit, slug)


@router.post("/desk/{slug}/promises")
async def add(posted: Organising, slug: str) -> Response:
    """The municipality promises something."""
    visit, form = posted.visit, posted.form
    async with visit.services.database.writing() as connection:
        here = await read_here(connection, slug)
        made = await _make(visit.acting(connection), here, form)
    if isinstance(made, Refused):
        return await _page(visit, slug, 422, Wrong(made), form)
    return RedirectResponse(f"/desk/{slug}/promises?made", 303)


@router.post("/desk/{slug}/promises/{number}/{act}")
async def answer(posted: Organising, slug: str, number: str, act: str) -> Response:
    """Say how one of ours goes, or whether we take over what a resident offers."""
    visit, form = posted.visit, posted.form
    if act not in ACTS:
        raise Turned(404, "gone")
    async with visit.services.database.writing() as connection:
        here = await read_here(connection, slug)
        node_id = await _find(connection, here, waiting.whole(number) or 0, "commitment")
        if node_id is None:
            raise Turned(404, "gone")
        done = await _answer(visit.acting(connection), here, node_id, act, form)
    if isinstance(done, Refused):
        return await _page(visit, slug, 422, Wrong(done, act, waiting.whole(number) or 0), form)
    visit.services.wake()
    return RedirectResponse(f"/desk/{slug}/promises?{act}", 303)


async def _make(acting: Acting, here: Here, form: Form) -> object:
    title, reason = _words(form, here, "title"), _words(form, here, "reason")
    wrong = _wrong_words(title, LONGEST_TITLE) or _wrong_words(reason, LONGEST_WORDS)
    day = _day(form)
    if wrong or day is None:
        return wrong or Refused("promise-day-missing")
    part_id = await _find(acting.connection, here, waiting.whole(form["part"]) or 0, "plan_part")
    if part_id is None:
        return Refused("promise-part-missing")
    return await make_municipal_commitment(acting, part_id, title, reason, day)


async def _answer(acting: Acting, here: Here, node_id: int, act: str, form: Form) -> object:
    if act == "refuse":
        return await refuse_at_desk(acting, node_id, form["sentence"][:LONGEST_WORDS])
    words, day = _words(form, here, "words"), _day(form)
    if (wrong := _wrong_words(words, LONGEST_WORDS)) is not None:
        return wrong
    if act == "progress":
        outcome = next((one for one in OUTCOMES if one == form["outcome"]), None)
        if outcome is None:
            return Refused("promise-outcome-missing")
        return await note_progress(acting, node_id, outcome, words, day)
    title = _words(form, here, "title")
    if (wrong := _wrong_words(title, LONGEST_TITLE)) is not None:
        return wrong
    return (
        await take_over_at_desk(acting, node_id, title, words, day) if day else Refused("promise-day-missing")
    )


def _words(form: Form, here: Here, name: str) -> dict[str, str]:
    return {language: form[f"{name}-{language}"] for language in here.languages}


def _wrong_words(words: Mapping[str, str], longest: int) -> Refused | None:
    """Every language of the trajectory is needed: who reads only one of them has a right to it too."""
    if not all(words.values()):
        return Refused("promise-words-missing")
    too_long = any(len(said) > longest for said in words.values())
    return Refused("promise-words-long", {"most": str(longest)}) if too_long else None


def _day(form: Form) -> date | None:
    try:
        return date.fromisoformat(form["day"])
    except ValueError:
        return None


async def _find(connection: AsyncConnection, here: Here, number: int, kind: str) -> int | None:
    query = select(col(Node.id)).where(
        col(Node.trajectory_id) == here.id, col(Node.number) == number, col(Node.kind) == kind
    )
    return (await connection.execute(query)).scalar_one_or_none()


async def _parts(connection: AsyncConnection, here: Here) -> list[Any]:
    query = (
        select(col(Node.number), col(Node.title))
        .where(
            col(Node.trajectory_id) == here.id,
            col(Node.kind) == "plan_part",
            col(Node.state) == "published",
        )
        .order_by(col(Node.number))
    )
    return list((await connection.execute(query)).all())


async def _page(
    visit: Visit, slug: str, status: int = 200, wrong: Wrong | None = None, typed: Form | None = None
) -> HTMLResponse:
    asked = visit.request.query_params
    async with visit.services.database.reading() as connection:
        here = await read_here(connection, slug)
        counts = await waiting.count(connection, here.id, visit.now)
        tally = await read_tally(connection, here.id, visit.now)
        still = await promises.read_open(connection, here)
        settled, following = await promises.read_settled(
            connection, here, waiting.whole(asked.get("before", "")) or 0
        )
        parts = await _parts(connection, here)
    return visit.page(
        "promises.html",
        status,
        room="promises",
        here=here,
        counts=counts,
        sides=[(name, count, promises.places(count)) for name, count in tally.sides],
        still=[promises.shown(one, here, visit.t, visit.now) for one in still],
        settled=[promises.shown(one, here, visit.t, visit.now) for one in settled],
        following=following,
        parts=parts,
        outcomes=OUTCOMES,
        wrong=wrong,
        typed=typed or Form(),
        blank=Form(),
        notice=next((name for name in ("made", *ACTS) if name in asked), ""),
    )
