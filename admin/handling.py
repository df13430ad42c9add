"""What a moderator does with a contribution: each form is one deed in one transaction.

A form says in which state its page was drawn. Where something happened since, nothing is done, and the page
that comes back says what.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Annotated, Literal, TypeAlias

from fastapi import APIRouter, Depends
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlmodel import col
from starlette.responses import RedirectResponse, Response

from admin.drawn import is_as_drawn
from admin.here import read_here
from admin.pages import PageRoute, Turned
from admin.queue import Trouble, queue_page
from admin.sessions import Posted, posts
from admin.submissions import Submission, read_submission
from admin.waiting import Sieve, next_number, whole
from flows.deeds.acting import Acting
from flows.deeds.ask_back import ask_back
from flows.deeds.deciding import Decided, Refused
from flows.deeds.decline import decline
from flows.deeds.publish import publish
from flows.deeds.undo_decision import undo_decision
from storage.tables import Node

LONGEST_SENTENCE = 1500

Moderating: TypeAlias = Annotated[Posted, Depends(posts("moderator"))]
Deed: TypeAlias = Callable[[Acting, int], Awaitable[Decided | Refused]]

router = APIRouter(route_class=PageRoute)


@router.post("/desk/{slug}/queue/{number}/publish")
async def do_publish(posted: Moderating, slug: str, number: str) -> Response:
    """Publish, with the sentence that goes along."""
    sentence = posted.form["sentence"]
    return await _decide(
        posted, slug, number, "publish", lambda acting, node: publish(acting, node_id=node, sentence=sentence)
    )


@router.post("/desk/{slug}/queue/{number}/decline")
async def do_decline(posted: Moderating, slug: str, number: str) -> Response:
    """Decline, with a reason and a sentence."""
    reason, sentence = posted.form["reason"], posted.form["sentence"]
    return await _decide(
        posted,
        slug,
        number,
        "decline",
        lambda acting, node: decline(acting, node_id=node, reason=reason, sentence=sentence),
    )


@router.post("/desk/{slug}/queue/{number}/ask-back")
async def do_ask_back(posted: Moderating, slug: str, number: str) -> Response:
    """Ask the author something."""
    sentence = posted.form["sentence"]
    return await _decide(
        posted,
        slug,
        number,
        "ask_back",
        lambda acting, node: ask_back(acting, node_id=node, sentence=sentence),
    )


@router.post("/desk/{slug}/queue/{number}/undo")
async def do_undo(posted: Moderating, slug: str, number: str) -> Response:
    """Take the last decision back; the item opens again."""
    result = await _carry_out(posted, slug, number, lambda acting, node: undo_decision(acting, node_id=node))
    if not isinstance(result, Decided):
        return await _refused(posted, slug, number, "undo", result)
    sieve = Sieve.read(posted.visit.request.query_params)
    query = sieve.query(after=0, state="waiting", undone=result.number)
    return RedirectResponse(f"/desk/{slug}/queue/{result.number}{query}#thing", 303)


async def _decide(posted: Posted, slug: str, number: str, act: str, deed: Deed) -> Response:
    result = await _carry_out(posted, slug, number, deed)
    if not isinstance(result, Decided):
        return await _refused(posted, slug, number, act, result)
    return await _go_on(posted, slug, result)


async def _carry_out(
    posted: Posted, slug: str, number: str, deed: Deed
) -> Decided | Refused | Literal["changed", "too_long"]:
    visit = posted.visit
    async with visit.services.database.writing() as connection:
        node_id = await _node_id(connection, slug, number)
        if not await is_as_drawn(connection, node_id, posted.form["drawn"]):
            return "changed"
        if len(posted.form["sentence"]) > LONGEST_SENTENCE:
            return "too_long"
        result = await deed(visit.acting(connection), node_id)
    if isinstance(result, Decided):
        visit.services.wake()
    return result


async def _node_id(connection: AsyncConnection, slug: str, number: str) -> int:
    here = await read_here(connection, slug)
    query = select(col(Node.id)).where(
        col(Node.trajectory_id) == here.id, col(Node.number) == (whole(number) or 0)
    )
    node_id = (await connection.execute(query)).scalar_one_or_none()
    if node_id is None:
        raise Turned(404, "gone-item")
    return node_id


async def _refused(
    posted: Posted, slug: str, number: str, act: str, why: Refused | Literal["changed", "too_long"]
) -> Response:
    t, status = posted.visit.t, 409
    if isinstance(why, Refused):
        words = t(why.text, **why.arguments)
    elif why == "changed":
        words = await _what_changed(posted, slug, number)
    else:
        words, status = t("desk-sentence-too-long", most=LONGEST_SENTENCE), 422
    return await queue_page(posted.visit, slug, number, status, Trouble(act, words, posted.form))


async def _what_changed(posted: Posted, slug: str, number: str) -> str:
    """What happened since the page was drawn, as far as it can be told from how things stand now."""
    visit = posted.visit
    async with visit.services.database.reading() as connection:
        here = await read_here(connection, slug)
        thing = await read_submission(connection, here, whole(number) or 0, visit.now)
    now, who = _standing(thing)
    return visit.t("desk-changed", now=now, who=who or visit.t("desk-somebody"))


def _standing(thing: Submission | None) -> tuple[str, str]:
    """(what was done last, by whom)."""
    if thing is None or thing.forgotten:
        return "forgotten", ""
    if thing.state == "withdrawn":
        return "withdrawn", ""
    if thing.decision:
        return thing.decision.act, thing.decision.who
    last = thing.events[-1] if thing.events else None
    if last is None:
        return "other", ""
    return ("undone" if last.undone else last.act), last.who


async def _go_on(posted: Posted, slug: str, decided: Decided) -> Response:
    """On to the next one, which says what was just done."""
    visit = posted.visit
    sieve = Sieve.read(visit.request.query_params)
    async with visit.services.database.reading() as connection:
        here = await read_here(connection, slug)
        following = await next_number(connection, here.id, sieve, visit.now, decided.number)
    place = f"/desk/{slug}/queue" + (f"/{following}" if following else "")
    query = sieve.query(after=0, done=decided.number, told="" if decided.told else "no")
    return RedirectResponse(f"{place}{query}#thing", 303)
