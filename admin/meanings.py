"""The room where words that residents gave stories in common become themes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, TypeAlias

from fastapi import APIRouter, Depends
from sqlalchemy import exists, select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlmodel import col
from starlette.responses import HTMLResponse, RedirectResponse, Response

from admin import waiting
from admin.forms import Form
from admin.here import Here, read_here
from admin.pages import PageRoute, Turned
from admin.sessions import Posted, Visit, needs, posts
from flows.deeds.deciding import Refused
from flows.deeds.weave_result import weave_result
from flows.deeds.weaving import Source
from storage.tables import Compared, Link, Node

Moderating: TypeAlias = Annotated[Posted, Depends(posts("moderator"))]

MOST = 50

router = APIRouter(route_class=PageRoute)


@dataclass(frozen=True)
class Told:
    """A story that was compared. `usable`: it may still become part of a theme."""

    id: int
    number: int
    text: str
    language: str
    usable: bool


@dataclass(frozen=True)
class Candidate:
    """What somebody said that some stories have in common."""

    id: int
    number: int
    text: str
    language: str
    stories: Sequence[Told]


@router.get("/desk/{slug}/meanings")
async def show_meanings(visit: Annotated[Visit, Depends(needs("moderator"))], slug: str) -> Response:
    """Those that were read and nothing was made of yet, the oldest first."""
    return await _page(visit, slug)


@router.post("/desk/{slug}/meanings/{number}")
async def make_theme(posted: Moderating, slug: str, number: str) -> Response:
    """Make a theme of one, with the stories that were chosen."""
    visit, form = posted.visit, posted.form
    async with visit.services.database.writing() as connection:
        here = await read_here(connection, slug)
        candidate = await _find(connection, here, number)
        made = await weave_result(
            visit.acting(connection),
            here.id,
            "theme",
            _texts(form, "title", here),
            _sources(form, candidate, here),
        )
    if isinstance(made, Refused):
        return await _page(visit, slug, 422, made, form, candidate.number)
    visit.services.wake()
    return RedirectResponse(f"/desk/{slug}/meanings?made={made.number}", 303)


def _sources(form: Form, candidate: Candidate, here: Here) -> list[Source]:
    stories = [story for story in candidate.stories if form[f"story-{story.number}"]]
    because = _texts(form, "because", here)
    return [
        *(Source(story.id, because) for story in stories),
        Source(candidate.id, _texts(form, "named", here)),
    ]


def _texts(form: Form, field: str, here: Here) -> Mapping[str, str]:
    return {language: form[f"{field}-{language}"] for language in here.languages}


async def _find(connection: AsyncConnection, here: Here, number: str) -> Candidate:
    for candidate in await _read(connection, here.id, col(Node.number) == (waiting.whole(number) or 0)):
        return candidate
    raise Turned(404, "gone-item")


async def _read(connection: AsyncConnection, trajectory_id: int, *which: Any) -> list[Candidate]:
    rows: Any = await connection.execute(
        select(col(Node.id), col(Node.number), col(Node.text), col(Node.language))
        .where(
            col(Node.trajectory_id) == trajectory_id,
            col(Node.kind) == "meaning",
            col(Node.state) == "published",
            ~exists().where(col(Link.source_id) == col(Node.id)),
            *which,
        )
        .order_by(col(Node.number))
        .limit(MOST)
    )
    found = rows.all()
    stories = await _stories(connection, [row.id for row in found])
    return [Candidate(row.id, row.number, row.text, row.language, stories[row.id]) for row in found]


async def _stories(connection: AsyncConnection, meaning_ids: Sequence[int]) -> Mapping[int, list[Told]]:
    rows: Any = await connection.execute(
        select(
            col(Compared.node_id),
            col(Node.id),
            col(Node.number),
            col(Node.text),
            col(Node.language),
            (col(Node.state) == "published").label("usable"),
        )
        .join(Node, col(Node.id) == col(Compared.story_id))
        .where(col(Compared.node_id).in_(meaning_ids))
        .order_by(col(Compared.node_id), col(Compared.place))
    )
    stories: dict[int, list[Told]] = defaultdict(list)
    for row in rows:
        stories[row.node_id].append(Told(*row[1:]))
    return stories


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
        candidates = await _read(connection, here.id)
    return visit.page(
        "meanings.html",
        status,
        room="meanings",
        here=here,
        counts=counts,
        candidates=candidates,
        wrong=wrong,
        typed=typed or Form(),
        about=about,
        made=waiting.whole(visit.request.query_params.get("made", "")),
        word=visit.services.wording.word,
    )
