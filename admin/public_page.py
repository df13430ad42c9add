"""What anyone may see: where the process stands, what was said, and what was done with it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from fastapi import APIRouter
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlmodel import col
from starlette.requests import Request
from starlette.responses import Response

from admin import exchanges, promises, threads
from admin.agreement import Agreement, Voters, read_agreement, read_voters
from admin.at_a_glance import Glance, read_glance
from admin.here import Here, read_all, read_here
from admin.pages import PageRoute, render
from admin.services import services_of
from admin.tongue import LANGUAGES, Tongue, preferred
from flows.deeds.read_promises import read_tally
from flows.promising import Tally
from flows.steps import STEPS, Standing, current
from flows.steps import Step as StepOfNine
from storage.promises import Stored
from storage.tables import Step

router = APIRouter(route_class=PageRoute)

STORIES = 6
THREADS = 2


@dataclass(frozen=True)
class Place:
    """One of the nine steps, and whether it was, is or will be."""

    step: StepOfNine
    state: Literal["done", "now", "later"]


@dataclass(frozen=True)
class _Read:
    here: Here
    standings: tuple[Standing, ...]
    glance: Glance
    ideas: Sequence[Agreement]
    voters: Voters | None
    strands: Sequence[threads.Strand]
    themes: Sequence[threads.Theme]
    not_used: Sequence[threads.NotUsed]
    stories: Sequence[Any]
    news: Sequence[exchanges.News]
    replies: Mapping[int, exchanges.Replies]
    recognised: Mapping[int, tuple[int, int]]
    promises: Sequence[Stored]
    tally: Tally


@router.api_route("/", methods=["GET", "HEAD"])
async def show_all(request: Request, lang: str = "") -> Response:
    """Every trajectory, and where it stands."""
    services = services_of(request)
    language = lang if lang in services.wording.languages else preferred(request)
    async with services.database.reading() as connection:
        trajectories = await read_all(connection)
        steps = await _all_standings(connection)
    response = render(
        Tongue(services.wording, language),
        "public_list.html",
        trajectories=[(here, current(steps.get(here.id, ()))) for here in trajectories],
        languages=LANGUAGES,
    )
    return _cached(request, response)


@router.api_route("/t/{slug}", methods=["GET", "HEAD"])
async def show_trajectory(request: Request, slug: str, lang: str = "") -> Response:
    """One trajectory; ?lang= chooses the language, else the browser does."""
    services = services_of(request)
    moment = services.clock()
    async with services.database.reading() as connection:
        read = await _read(connection, slug, moment)
    known = lang in read.here.languages or lang in services.wording.languages
    t = Tongue(services.wording, lang if known else preferred(request, read.here.languages))
    now = current(read.standings)
    response = render(
        t,
        "public_page.html",
        here=read.here,
        places=places(read.standings),
        now=now,
        following=STEPS[now.number] if now and now.number < len(STEPS) else None,
        glance=read.glance,
        at=moment,
        ideas=read.ideas,
        voters=read.voters,
        threads=threads.longest_threads(read.strands, THREADS, t.language),
        themes=read.themes,
        reasons={strand.target.id: strand.target.reason for strand in reversed(read.strands)},
        theme_of={s.source.id: s.target for s in read.strands if s.target.kind == "theme"},
        not_used=read.not_used,
        stories=read.stories,
        news=read.news,
        replies=read.replies,
        no_replies=exchanges.NONE,
        recognised=read.recognised,
        promises=[promises.shown(one, read.here, t, moment) for one in read.promises],
        sides=[(name, count, promises.places(count)) for name, count in read.tally.sides],
        languages=read.here.languages,
    )
    return _cached(request, response)


def places(standings: tuple[Standing, ...]) -> list[Place]:
    """Where each of the nine stands. One that was passed over counts as done."""
    opened = {standing.code for standing in standings if standing.is_open}
    now = current(standings)
    furthest = now.number if now else 0
    return [
        Place(step, "now" if step.code in opened else "done" if step.number <= furthest else "later")
        for step in STEPS
    ]


async def _read(connection: AsyncConnection, slug: str, now: datetime) -> _Read:
    here = await read_here(connection, slug)
    stories = await threads.read_stories(connection, here.id, STORIES)
    news = await exchanges.read_news(connection, here.id)
    told = [story.id for story in stories]
    return _Read(
        here=here,
        standings=await _standings(connection, here.id),
        glance=await read_glance(connection, here.id),
        ideas=await read_agreement(connection, here.id),
        voters=await read_voters(connection, here.id),
        strands=await threads.read_strands(connection, here.id),
        themes=await threads.read_themes(connection, here.id),
        not_used=await threads.read_not_used(connection, here.id),
        stories=stories,
        news=news,
        replies=await exchanges.read_replies(connection, [*told, *(one.id for one in news)]),
        recognised=await exchanges.read_recognised(connection, told),
        promises=await promises.read_public(connection, here),
        tally=await read_tally(connection, here.id, now),
    )


async def _standings(connection: AsyncConnection, trajectory_id: int) -> tuple[Standing, ...]:
    query = select(col(Step.code), col(Step.opened_at), col(Step.closed_at))
    rows = await connection.execute(query.where(col(Step.trajectory_id) == trajectory_id))
    return tuple(Standing(*row) for row in rows)


async def _all_standings(connection: AsyncConnection) -> Mapping[int, tuple[Standing, ...]]:
    rows = await connection.execute(
        select(col(Step.trajectory_id), col(Step.code), col(Step.opened_at), col(Step.closed_at))
    )
    standings: dict[int, tuple[Standing, ...]] = {}
    for trajectory_id, code, opened_at, closed_at in rows:
        before = standings.get(trajectory_id, ())
        standings[trajectory_id] = (*before, Standing(code, opened_at, closed_at))
    return standings


def _cached(request: Request, response: Response) -> Response:
    """With a tag of its content, and a 304 for who has it already."""
    tag = f'"{hashlib.sha256(bytes(response.body)).hexdigest()[:32]}"'
    headers = {"Cache-Control": "public, max-age=60", "ETag": tag, "Vary": "Accept-Language"}
    known = [part.strip().removeprefix("W/") for part in request.headers.get("if-none-match", "").split(",")]
    if tag in known:
        response = Response(status_code=304)
    response.headers.update(headers)
    return response
