"""The room where results are woven from what people gave; it works without a script in the browser."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Annotated, Final, TypeAlias
from urllib.parse import urlencode

from fastapi import APIRouter, Depends
from sqlalchemy.ext.asyncio import AsyncConnection
from starlette.responses import HTMLResponse, RedirectResponse, Response

from admin import loom, waiting
from admin.forms import Form
from admin.here import Here, read_here
from admin.pages import PageRoute, Turned
from admin.sessions import Posted, Visit, needs, posts
from flows.deeds.acting import Acting
from flows.deeds.deciding import Refused
from flows.deeds.make_result import Made
from flows.deeds.revise_result import REVISABLE, revise_result
from flows.deeds.set_aside import set_aside
from flows.deeds.split_idea import Part, split_idea
from flows.deeds.undo_decision import UNDO_WITHIN
from flows.deeds.undo_weaving import undo_weaving
from flows.deeds.weave_result import weave_into, weave_result
from flows.deeds.weaving import Source
from flows.ledger import SOURCES

Organising: TypeAlias = Annotated[Posted, Depends(posts("organiser"))]

PARTS: Final = 3
"""Into so many an idea can be split at once."""

router = APIRouter(route_class=PageRoute)


@dataclass(frozen=True)
class Chosen:
    """What a form was sent about, read afresh: the chosen things by number, and what was typed."""

    here: Here
    things: Mapping[int, loom.Thing]
    form: Form

    def texts(self, name: str) -> dict[str, str]:
        """A field in each language of the trajectory."""
        return {language: self.form[f"{name}-{language}"] for language in self.here.languages}

    def source(self, thing: loom.Thing) -> Source:
        """With its own reason, and the one for all where it has none in a language."""
        own, shared = self.texts(f"reason-{thing.number}"), self.texts("reason")
        return Source(thing.id, {language: own[language] or shared[language] for language in own})

    def sources(self, without: int = 0) -> list[Source]:
        """All of them but one."""
        return [self.source(thing) for number, thing in self.things.items() if number != without]

    @property
    def alone(self) -> loom.Thing | None:
        """The one thing that was chosen, where there is only one."""
        return next(iter(self.things.values())) if len(self.things) == 1 else None

    @property
    def revisable(self) -> loom.Thing | None:
        """The one result among what was chosen that can be written anew."""
        found = [thing for thing in self.things.values() if thing.kind in REVISABLE]
        return found[0] if len(found) == 1 else None


@router.get("/desk/{slug}/weave")
async def show_loom(visit: Annotated[Visit, Depends(needs("organiser"))], slug: str) -> Response:
    """What was published, to choose from; what is chosen stays so from page to page."""
    asked = visit.request.query_params
    sieve = loom.Sieve.read(asked)
    async with visit.services.database.reading() as connection:
        here = await read_here(connection, slug)
        counts = await waiting.count(connection, here.id, visit.now)
        things, more = await loom.listed(connection, here.id, sieve)
        done = await _read_done(connection, here, asked.get("done", ""))
    listed = [thing.number for thing in things]
    return visit.page(
        "weave.html",
        room="weave",
        here=here,
        counts=counts,
        sieve=sieve,
        kinds=loom.KINDS,
        things=things,
        elsewhere=[number for number in sieve.picked if number not in listed],
        next_page=listed[-1] if more else None,
        done=done,
        can_undo=done is not None and visit.now - done.at < UNDO_WITHIN,
        undone=asked.get("undone", ""),
    )


@router.get("/desk/{slug}/weave/make")
async def show_form(visit: Annotated[Visit, Depends(needs("organiser"))], slug: str) -> Response:
    """What can be made of what was chosen, or without anything."""
    return await _form_page(visit, slug, Form(visit.request.query_params))


@router.post("/desk/{slug}/weave/make")
async def do_weave(posted: Organising, slug: str) -> Response:
    """Weave it: all of it, or nothing and the reason why."""
    visit, form = posted.visit, posted.form
    act = ACTS.get(form["act"])
    if act is None:
        raise Turned(400, "not-a-form")
    async with visit.services.database.writing() as connection:
        chosen = await _choose(connection, slug, form)
        done = await act(visit.acting(connection), chosen)
    if isinstance(done, Refused):
        return await _form_page(visit, slug, form, 409, done)
    visit.services.wake()
    return RedirectResponse(f"/desk/{slug}/weave?{urlencode({'done': done.number})}", 303)


@router.post("/desk/{slug}/weave/{number}/undo")
async def do_undo(posted: Organising, slug: str, number: str) -> Response:
    """Take back what was done last to the thing with this number."""
    visit = posted.visit
    async with visit.services.database.writing() as connection:
        here = await read_here(connection, slug)
        things = await loom.numbered(connection, here.id, [waiting.whole(number) or 0])
        if not things:
            raise Turned(404, "gone-item")
        done = await undo_weaving(visit.acting(connection), here.id, things[0].id)
    if isinstance(done, Refused):
        return await _form_page(visit, slug, Form({f"pick-{things[0].number}": "yes"}), 409, done)
    return RedirectResponse(f"/desk/{slug}/weave?{urlencode({'undone': done.number})}", 303)


async def _make(acting: Acting, chosen: Chosen) -> Made | Refused:
    """A new result."""
    return await weave_result(
        acting,
        chosen.here.id,
        chosen.form["kind"],
        chosen.texts("title"),
        chosen.sources(),
        chosen.texts("body"),
        because=None if chosen.things else chosen.texts("because"),
    )


async def _add(acting: Acting, chosen: Chosen) -> Made | Refused:
    """Into a result that stands."""
    number = waiting.whole(chosen.form["into"]) or 0
    found = await loom.numbered(acting.connection, chosen.here.id, [number])
    if not found:
        return Refused("desk-weave-into-missing")
    return await weave_into(acting, chosen.here.id, found[0].id, chosen.sources(without=number))


async def _set_aside(acting: Acting, chosen: Chosen) -> Made | Refused:
    """Not used, because."""
    if chosen.alone is None:
        return Refused("desk-weave-one-only")
    source = chosen.source(chosen.alone)
    return await set_aside(acting, chosen.here.id, source.node_id, source.reason)


async def _split(acting: Acting, chosen: Chosen) -> Made | Refused:
    """One idea into those parts that were filled in."""
    if chosen.alone is None:
        return Refused("desk-weave-one-only")
    parts = [Part(chosen.texts(f"part-{n}"), chosen.texts(f"why-{n}")) for n in range(1, PARTS + 1)]
    given = [part for part in parts if any(part.title.values())]
    done = await split_idea(acting, chosen.here.id, chosen.alone.id, given)
    return done if isinstance(done, Refused) else Made(chosen.alone.id, chosen.alone.number)


async def _revise(acting: Acting, chosen: Chosen) -> Made | Refused:
    """The next version; what else was chosen is taken into it."""
    old = chosen.revisable
    if old is None:
        return Refused("desk-weave-revise-one")
    return await revise_result(
        acting,
        chosen.here.id,
        old.id,
        chosen.texts("new-title"),
        chosen.texts("new-body"),
        chosen.source(old).reason,
        chosen.sources(without=old.number),
    )


ACTS: Final[Mapping[str, Callable[[Acting, Chosen], Awaitable[Made | Refused]]]] = {
    "make": _make,
    "add": _add,
    "aside": _set_aside,
    "split": _split,
    "revise": _revise,
}
"""By the button that was pressed."""


async def _choose(connection: AsyncConnection, slug: str, form: Form) -> Chosen:
    here = await read_here(connection, slug)
    things = await loom.numbered(connection, here.id, loom.picked(form))
    return Chosen(here, {thing.number: thing for thing in things}, form)


async def _form_page(
    visit: Visit, slug: str, form: Form, status: int = 200, wrong: Refused | None = None
) -> HTMLResponse:
    async with visit.services.database.reading() as connection:
        chosen = await _choose(connection, slug, form)
        counts = await waiting.count(connection, chosen.here.id, visit.now)
        results = await loom.results(connection, chosen.here.id)
    return visit.page(
        "weave_make.html",
        status,
        room="weave",
        here=chosen.here,
        counts=counts,
        chosen=chosen,
        too_many=len(loom.picked(form)) > loom.MOST,
        kinds=_possible(chosen.things.values()),
        results=[thing for thing in results if _takes(thing, chosen)],
        parts=range(1, PARTS + 1),
        typed=form,
        wrong=wrong,
    )


def _possible(things: Collection[loom.Thing]) -> list[str]:
    """What can be made of all these together."""
    return [kind for kind in loom.MADE_HERE if all(thing.kind in SOURCES[kind] for thing in things)]


def _takes(result: loom.Thing, chosen: Chosen) -> bool:
    """Whether all that was chosen may be added to this result."""
    sources = [thing for thing in chosen.things.values() if thing.number != result.number]
    return bool(sources) and all(thing.kind in SOURCES[result.kind] for thing in sources)


async def _read_done(connection: AsyncConnection, here: Here, asked: str) -> loom.Done | None:
    number = waiting.whole(asked)
    return await loom.read_done(connection, here.id, number) if number else None
