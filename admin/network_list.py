"""The room of the networks: through whom people came, who is missing, and whom residents named."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, TypeAlias

from fastapi import APIRouter, Depends
from starlette.responses import HTMLResponse, RedirectResponse, Response

from admin import waiting
from admin.forms import Form
from admin.here import read_here
from admin.pages import PageRoute
from admin.sessions import Posted, Visit, needs, posts
from flows.deeds.change_network import NetworkFacts, change_network
from flows.deeds.deciding import Refused
from flows.deeds.make_network import make_network
from flows.deeds.open_way_in import open_poster
from flows.deeds.read_networks import read_networks
from flows.networks import KINDS, SIZES

Organising: TypeAlias = Annotated[Posted, Depends(posts("organiser"))]

NOTICES = ("made", "changed", "poster")

router = APIRouter(route_class=PageRoute)


@dataclass(frozen=True)
class Trouble:
    """Which form was refused ("make", "named-7", "facts-3", "poster-3"), why, and what was typed."""

    form: str
    why: Refused
    typed: Form


@router.get("/desk/{slug}/networks")
async def show_networks(visit: Annotated[Visit, Depends(needs("moderator"))], slug: str) -> Response:
    """All of them, the one with most people first."""
    return await _page(visit, slug)


@router.post("/desk/{slug}/networks")
async def make(posted: Organising, slug: str) -> Response:
    """Make one, of nothing or of what a resident named."""
    visit, form = posted.visit, posted.form
    node_id = waiting.whole(form["node"])
    async with visit.services.database.writing() as connection:
        here = await read_here(connection, slug)
        made = await make_network(
            visit.acting(connection),
            here.id,
            {language: form[f"name-{language}"] for language in here.languages},
            form["kind"],
            _whole(form["estimate"]),
            node_id=node_id,
            sentence=form["sentence"],
        )
    if isinstance(made, Refused):
        return await _page(visit, slug, Trouble(f"named-{node_id}" if node_id else "make", made, form))
    visit.services.wake()
    return RedirectResponse(f"/desk/{slug}/networks?made#network-{made.network_id}", 303)


@router.post("/desk/{slug}/networks/{number}/facts")
async def change(posted: Organising, slug: str, number: str) -> Response:
    """Write down what is known of one."""
    visit, form = posted.visit, posted.form
    network_id = waiting.whole(number) or 0
    numbers = {name: _whole(form[name]) for name in ("estimate", "influence", "interest")}
    facts = NetworkFacts(kind=form["kind"], contact=form["contact"], **numbers)
    async with visit.services.database.writing() as connection:
        here = await read_here(connection, slug)
        kept = await change_network(visit.acting(connection), here.id, network_id, facts)
    if isinstance(kept, Refused):
        return await _page(visit, slug, Trouble(f"facts-{network_id}", kept, form))
    return RedirectResponse(f"/desk/{slug}/networks?changed#network-{network_id}", 303)


@router.post("/desk/{slug}/networks/{number}/poster")
async def add_poster(posted: Organising, slug: str, number: str) -> Response:
    """A link of its own for one poster."""
    visit, form = posted.visit, posted.form
    network_id = waiting.whole(number) or 0
    async with visit.services.database.writing() as connection:
        here = await read_here(connection, slug)
        opened = await open_poster(visit.acting(connection), here.id, network_id, form["label"])
    if isinstance(opened, Refused):
        return await _page(visit, slug, Trouble(f"poster-{network_id}", opened, form))
    return RedirectResponse(f"/desk/{slug}/networks?poster#network-{network_id}", 303)


def _whole(words: str) -> int | None:
    """A number as it was typed, None for nothing; -1 for anything else, which no deed takes."""
    bare = "".join(words.split()).replace(".", "")
    number = waiting.whole(bare)
    return -1 if number is None and bare else number


async def _page(visit: Visit, slug: str, trouble: Trouble | None = None) -> HTMLResponse:
    async with visit.services.database.reading() as connection:
        here = await read_here(connection, slug)
        counts = await waiting.count(connection, here.id, visit.now)
        seen = await read_networks(connection, here.id)
    return visit.page(
        "networks.html",
        422 if trouble else 200,
        room="networks",
        here=here,
        counts=counts,
        seen=seen,
        links=visit.services.links,
        kinds=KINDS,
        sizes=SIZES,
        trouble=trouble,
        notice=next((name for name in NOTICES if name in visit.request.query_params), ""),
    )
