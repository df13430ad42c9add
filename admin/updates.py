"""The room where news is written and sent, and where its reactions are read."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any, Final, TypeAlias

from fastapi import APIRouter, Depends
from sqlalchemy import case, func, select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import aliased
from sqlmodel import col
from starlette.responses import HTMLResponse, RedirectResponse, Response

from admin import waiting
from admin.forms import Form
from admin.here import Here, read_here
from admin.pages import PageRoute
from admin.sessions import Posted, Visit, needs, posts
from flows.counting import NOBODY, Counts, tallied
from flows.deeds.acting import Acting
from flows.deeds.deciding import Refused
from flows.deeds.make_result import LONGEST_BODY, LONGEST_TITLE, Made
from flows.deeds.send_update import send_update
from flows.ledger import RESULTS, SOURCES
from storage.tables import Link, Node, Vote
from storage.voting import last_votes

Organising: TypeAlias = Annotated[Posted, Depends(posts("organiser"))]

MOST: Final = 20
MOST_CHOICES: Final = 40
CHOICES: Final = tuple(kind for kind in SOURCES["update"] if kind in RESULTS)
"""What is offered to be chosen; everything else by its number."""

router = APIRouter(route_class=PageRoute)


@dataclass(frozen=True)
class Choice:
    """Something that news can be about."""

    kind: str
    number: int
    words: Mapping[str, str]


@dataclass(frozen=True)
class Sent:
    """An update, what it is about, and what came back on it."""

    number: int
    title: Mapping[str, str]
    body: Mapping[str, str]
    at: datetime
    about: Sequence[Choice]
    reactions: Counts
    replies: int
    unread: int


@router.get("/desk/{slug}/updates")
async def show_updates(visit: Annotated[Visit, Depends(needs("organiser"))], slug: str) -> Response:
    """The newest first, with a form for the next one."""
    return await _page(visit, slug)


@router.post("/desk/{slug}/updates")
async def send(posted: Organising, slug: str) -> Response:
    """Send one."""
    visit, form = posted.visit, posted.form
    async with visit.services.database.writing() as connection:
        here = await read_here(connection, slug)
        done = await _send(visit.acting(connection), here, form)
    if isinstance(done, Refused):
        return await _page(visit, slug, 422, done, form)
    visit.services.wake()
    return RedirectResponse(f"/desk/{slug}/updates?sent", 303)


async def _send(acting: Acting, here: Here, form: Form) -> Made | Refused:
    about = await _chosen(acting.connection, here, form)
    if isinstance(about, Refused):
        return about
    title, body = _texts(form, "title", here), _texts(form, "body", here)
    return await send_update(acting, here.id, title, body, about, everyone=form["who"] != "upstream")


async def _chosen(connection: AsyncConnection, here: Here, form: Form) -> list[int] | Refused:
    """The ids of what was ticked and of the numbers that were typed; refused for a number of nothing."""
    ticked = [int(name.removeprefix("about-")) for name in form if re.fullmatch(r"about-[0-9]{1,9}", name)]
    typed = [int(number) for number in re.findall(r"[0-9]+", form["numbers"]) if len(number) <= 9]
    wanted = list(dict.fromkeys((*ticked, *typed)))
    rows = await connection.execute(
        select(col(Node.number), col(Node.id)).where(
            col(Node.trajectory_id) == here.id, col(Node.number).in_(wanted)
        )
    )
    ids = {row.number: row.id for row in rows}
    missing = [number for number in wanted if number not in ids]
    if missing:
        return Refused("desk-update-unknown", {"number": str(missing[0])})
    return [ids[number] for number in wanted]


def _texts(form: Form, field: str, here: Here) -> Mapping[str, str]:
    return {language: form[f"{field}-{language}"] for language in here.languages}


async def _read(connection: AsyncConnection, trajectory_id: int) -> list[Sent]:
    reply = aliased(Node)

    def count(state: str) -> Any:
        return func.coalesce(func.sum(case((col(reply.state) == state, 1), else_=0)), 0).label(state)

    rows = await connection.execute(
        select(
            col(Node.id),
            col(Node.number),
            col(Node.title),
            col(Node.body),
            col(Node.created_at),
            count("published"),
            count("waiting"),
        )
        .outerjoin(reply, (col(reply.about_id) == col(Node.id)) & (col(reply.kind) == "reply"))
        .where(
            col(Node.trajectory_id) == trajectory_id,
            col(Node.kind) == "update",
            col(Node.state) == "published",
        )
        # Not by its texts, which are JSON.
        .group_by(col(Node.id))
        .order_by(col(Node.number).desc())
        .limit(MOST)
    )
    found = rows.all()
    ids = [row.id for row in found]
    about, reactions = await _about(connection, ids), await _reactions(connection, ids)
    return [
        Sent(
            number=row.number,
            title=row.title,
            body=row.body or {},
            at=row.created_at,
            about=about[row.id],
            reactions=reactions.get(row.id, NOBODY),
            replies=row.published,
            unread=row.waiting,
        )
        for row in found
    ]


async def _reactions(connection: AsyncConnection, node_ids: Sequence[int]) -> Mapping[int, Counts]:
    """What people said of each with one tap, each person once."""
    rows = await connection.execute(
        select(col(Vote.node_id), col(Vote.value)).where(col(Vote.id).in_(last_votes(node_ids)))
    )
    values: dict[int, list[int]] = defaultdict(list)
    for node_id, value in rows:
        values[node_id].append(value)
    return {node_id: tallied(said) for node_id, said in values.items()}


async def _about(connection: AsyncConnection, node_ids: Sequence[int]) -> Mapping[int, list[Choice]]:
    rows = await connection.execute(
        select(col(Link.target_id), *_CHOICE)
        .join(Node, col(Node.id) == col(Link.source_id))
        .where(col(Link.target_id).in_(node_ids))
        .order_by(col(Link.id))
    )
    about: dict[int, list[Choice]] = defaultdict(list)
    for target_id, *row in rows:
        about[target_id].append(_choice(row))
    return about


async def _choices(connection: AsyncConnection, trajectory_id: int) -> list[Choice]:
    rows = await connection.execute(
        select(*_CHOICE)
        .where(
            col(Node.trajectory_id) == trajectory_id,
            col(Node.kind).in_(CHOICES),
            col(Node.state) == "published",
            col(Node.may_show).is_(True),
        )
        .order_by(col(Node.number).desc())
        .limit(MOST_CHOICES)
    )
    return [_choice(row) for row in rows]


_CHOICE = (col(Node.kind), col(Node.number), col(Node.title), col(Node.text), col(Node.language))


def _choice(row: Any) -> Choice:
    kind, number, title, text, language = row
    return Choice(kind, number, title or {language: text})


async def _page(
    visit: Visit, slug: str, status: int = 200, wrong: Refused | None = None, typed: Form | None = None
) -> HTMLResponse:
    async with visit.services.database.reading() as connection:
        here = await read_here(connection, slug)
        counts = await waiting.count(connection, here.id, visit.now)
        sent = await _read(connection, here.id)
        choices = await _choices(connection, here.id)
    return visit.page(
        "updates.html",
        status,
        room="updates",
        here=here,
        counts=counts,
        sent=sent,
        choices=choices,
        longest={"title": LONGEST_TITLE, "body": LONGEST_BODY},
        wrong=_in_words(visit, wrong) if wrong else "",
        typed=typed or Form(),
        done="sent" in visit.request.query_params,
    )


def _in_words(visit: Visit, wrong: Refused) -> str:
    arguments = dict(wrong.arguments)
    if "language" in arguments:
        arguments["language"] = visit.t.language_name(arguments["language"])
    return visit.t(wrong.text, **arguments)
