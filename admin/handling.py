"""What a moderator does with a contribution: each form is one deed in one transaction."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Annotated, TypeAlias

from fastapi import APIRouter, Depends
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlmodel import col
from starlette.responses import RedirectResponse, Response

from admin.here import read_here
from admin.pages import PageRoute, Turned
from admin.queue import Trouble, queue_page
from admin.sessions import Posted, posts
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
    if isinstance(result, Refused):
        return await _refused(posted, slug, number, "undo", result)
    sieve = Sieve.read(posted.visit.request.query_params)
    query = sieve.query(after=0, state="waiting", undone=result.number)
    return RedirectResponse(f"/desk/{slug}/queue/{result.number}{query}#thing", 303)


async def _decide(posted: Posted, slug: str, number: str, act: str, deed: Deed) -> Response:
    if len(posted.form["sentence"]) > LONGEST_SENTENCE:
        words = posted.visit.t("desk-sentence-too-long", most=LONGEST_SENTENCE)
        return await queue_page(posted.visit, slug, number, 422, Trouble(act, words, posted.form))
    result = await _carry_out(posted, slug, number, deed)
    if isinstance(result, Refused):
        return await _refused(posted, slug, number, act, result)
    return await _go_on(posted, slug, result)


async def _carry_out(posted: Posted, slug: str, number: str, deed: Deed) -> Decided | Refused:
    visit = posted.visit
    async with visit.services.database.writing() as connection:
        node_id = await _node_id(connection, slug, number)
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


async def _refused(posted: Posted, slug: str, number: str, act: str, refused: Refused) -> Response:
    words = posted.visit.t(refused.text, **refused.arguments)
    return await queue_page(posted.visit, slug, number, 409, Trouble(act, words, posted.form))


async def _go_on(posted: Posted, slug: str, decided: Decided) -> Response:
    """On to the next one, which says what was just done."""
    visit = posted.visit
    sieve = Sieve.read(visit.request.query_params)
    async with visit.services.database.reading() as connection:
        here = await read_here(connection, slug)
        following = await next_number(connection, here.id, sieve, decided.number)
    place = f"/desk/{slug}/queue" + (f"/{following}" if following else "")
    query = sieve.query(after=0, done=decided.number, told="" if decided.told else "no")
    return RedirectResponse(f"{place}{query}#thing", 303)
