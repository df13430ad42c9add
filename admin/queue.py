"""The queue: what waits on one side, the one thing at hand on the other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Annotated, Any

from fastapi import APIRouter, Depends
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlmodel import col
from starlette.responses import HTMLResponse, Response

from admin import waiting
from admin.drawn import drawn
from admin.here import Here, read_here
from admin.pages import PageRoute, Turned
from admin.reasons import Reason, read_reasons
from admin.sessions import Visit, needs
from admin.submissions import Submission, read_submission
from admin.waiting import Sieve, whole
from flows.deeds.deciding import standard_key
from flows.deeds.read_author import Hears, author_hears
from flows.deeds.undo_decision import UNDO_WITHIN
from flows.ledger import CONTRIBUTIONS
from storage.tables import Decision, Node

router = APIRouter(route_class=PageRoute)


@dataclass(frozen=True)
class Trouble:
    """A form that could not be carried out: which act, why (in words), and what was typed."""

    act: str
    words: str
    typed: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Done:
    """What this moderator just did: its notice stands above the next item, for a minute with an undo.

    `hears`: whether its author hears of it, and why not.
    """

    number: int
    kind: str
    act: str
    seconds: int
    drawn: str
    hears: Hears


@dataclass(frozen=True)
class _Read:
    here: Here
    counts: waiting.Counts
    entries: Sequence[waiting.Entry]
    more: bool
    thing: Submission | None
    reasons: Sequence[Reason]
    done: Done | None


@router.get("/desk/{slug}/queue")
async def show_queue(visit: Annotated[Visit, Depends(needs("moderator"))], slug: str) -> Response:
    """The list, with the first of it at hand."""
    return await queue_page(visit, slug, None)


@router.get("/desk/{slug}/queue/{number}")
async def show_item(visit: Annotated[Visit, Depends(needs("moderator"))], slug: str, number: str) -> Response:
    """One contribution, beside the list it stands in."""
    return await queue_page(visit, slug, number)


async def queue_page(
    visit: Visit, slug: str, number: str | None, status: int = 200, trouble: Trouble | None = None
) -> HTMLResponse:
    """The queue with one contribution at hand; without a number the first of the list."""
    sieve = Sieve.read(visit.request.query_params)
    read = await _read(visit, slug, sieve, number)
    thing = read.thing
    numbers = [entry.number for entry in read.entries]
    before, after = _neighbours(numbers, thing.number if thing else 0, sieve)
    return visit.page(
        "queue.html",
        status,
        room="queue",
        here=read.here,
        counts=read.counts,
        sieve=sieve,
        kinds=CONTRIBUTIONS,
        states=waiting.STATES,
        entries=read.entries,
        earlier=bool(sieve.after) or len(before) >= waiting.BEFORE,
        next_page=numbers[-1] if read.more else None,
        thing=thing,
        previous=before[-1] if before else None,
        following=after[0] if after else None,
        seconds_left=thing.undo_seconds(visit.now) if thing else 0,
        reasons=read.reasons,
        labels={reason.key: visit.t.pick(reason.label).text for reason in read.reasons},
        standard=_standard(visit, thing) if thing else {},
        done=read.done,
        undone=visit.request.query_params.get("undone") == str(thing.number if thing else ""),
        trouble=trouble,
    )


def _neighbours(numbers: Sequence[int], number: int, sieve: Sieve) -> tuple[list[int], list[int]]:
    """What stands before and after this number in the list, whether it stands there itself or not."""
    sign = -1 if sieve.newest_first else 1
    before = [other for other in numbers if sign * other < sign * number]
    return before, [other for other in numbers if sign * other > sign * number]


async def _read(visit: Visit, slug: str, sieve: Sieve, number: str | None) -> _Read:
    wanted = whole(number) if number is not None else None
    async with visit.services.database.reading() as connection:
        here = await read_here(connection, slug)
        counts = await waiting.count(connection, here.id, visit.now)
        entries, more = await waiting.listed(
            connection, here.id, sieve, visit.now, here.zone, around=wanted or 0
        )
        if number is None and entries:
            wanted = entries[0].number
        thing = await read_submission(connection, here, wanted, visit.now) if wanted else None
        if number is not None and thing is None:
            raise Turned(404, "gone-item")
        reasons = await read_reasons(connection, here.id)
        done = await _read_done(connection, here, visit)
    return _Read(here, counts, entries, more, thing, reasons, done)


async def _read_done(connection: AsyncConnection, here: Here, visit: Visit) -> Done | None:
    """The decision that the address says was just taken, if it was, and by this moderator."""
    asked = visit.request.query_params
    number = whole(asked.get("done", ""))
    if not number:
        return None
    query = (
        select(col(Node.id), col(Node.kind), col(Decision.act), col(Decision.at), drawn())
        .join(Node, col(Node.id) == col(Decision.node_id))
        .where(
            col(Node.trajectory_id) == here.id,
            col(Node.number) == number,
            col(Node.state) != "withdrawn",
            col(Decision.moderator_id) == visit.moderator_id,
            col(Decision.undone_at).is_(None),
        )
        .order_by(col(Decision.id).desc())
        .limit(1)
    )
    row: Any = (await connection.execute(query)).one_or_none()
    if row is None:
        return None
    hears = await author_hears(connection, row.id) if asked.get("told") == "no" else "yes"
    return Done(number, row.kind, row.act, _seconds_left(row.at, visit.now), row.drawn, hears)


def _seconds_left(at: datetime, now: datetime) -> int:
    return max(0, int((at + UNDO_WITHIN - now).total_seconds()))


def _standard(visit: Visit, thing: Submission) -> Mapping[str, str]:
    """The sentences that go when a moderator writes none, in the language of who gets them."""
    wording = visit.services.wording
    return {
        act: wording.word(thing.told_in, standard_key(wording, act, thing.kind))
        for act in ("publish", "ask_back")
    }
