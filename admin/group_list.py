"""The room where the opinion groups are read and named."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends
from sqlalchemy.ext.asyncio import AsyncConnection
from starlette.responses import HTMLResponse, RedirectResponse, Response

from admin import waiting
from admin.here import read_here
from admin.pages import PageRoute
from admin.sessions import Posted, Visit, needs, posts
from flows import grouping
from flows.deeds.deciding import Refused
from flows.deeds.name_group import name_group
from flows.deeds.read_groups import Kept, Shown, read_groups, read_ideas
from flows.opinion_groups import Group, Groups, Idea, Key, said_elsewhere

router = APIRouter(route_class=PageRoute)


@dataclass(frozen=True)
class Stand:
    """An idea that a group stands for: `said` of the `seen` in it, and outside it unless too few answered."""

    idea: Shown
    agrees: bool
    said: int
    seen: int
    elsewhere: tuple[int, int] | None


@dataclass(frozen=True)
class Common:
    """An idea that all groups agree on: of each group its letter, who agree, and who answered."""

    idea: Shown
    each: tuple[tuple[str, int, int], ...]


@dataclass(frozen=True)
class Refusal:
    """A name that was not taken: whose it was to be, as it was typed, and why."""

    key: str
    name: Mapping[str, str]
    why: Refused


@router.get("/desk/{slug}/groups")
async def show_groups(visit: Annotated[Visit, Depends(needs("moderator"))], slug: str) -> Response:
    """What was found, and who named what."""
    return await _page(visit, slug)


@router.post("/desk/{slug}/groups/{key}")
async def name(posted: Annotated[Posted, Depends(posts("moderator"))], slug: str, key: str) -> Response:
    """Give a group its name, or take it away."""
    visit = posted.visit
    async with visit.services.database.writing() as connection:
        here = await read_here(connection, slug)
        words = {language: posted.form[f"name-{language}"] for language in here.languages}
        done = await name_group(visit.acting(connection), here.id, key, words)
    if isinstance(done, Refused):
        return await _page(visit, slug, 422, refusal=Refusal(key, words, done))
    return RedirectResponse(f"/desk/{slug}/groups?{'named' if done.name else 'unnamed'}", 303)


async def _page(
    visit: Visit, slug: str, status: int = 200, *, refusal: Refusal | None = None
) -> HTMLResponse:
    async with visit.services.database.reading() as connection:
        here = await read_here(connection, slug)
        counts = await waiting.count(connection, here.id, visit.now)
        kept = await read_groups(connection, here.id)
        found = kept.groups if kept else None
        ideas = await _ideas(connection, found)
    return visit.page(
        "groups.html",
        status,
        room="groups",
        here=here,
        counts=counts,
        kept=kept,
        found=found,
        groups=[(group, list(_stands(found, group, ideas))) for group in found.groups] if found else [],
        common=list(_common(found, ideas)) if found else [],
        why=_why_none(kept),
        refusal=refusal,
        lost=refusal is not None
        and refusal.key not in {group.key for group in (found.groups if found else ())},
        notice=next((name for name in ("named", "unnamed") if name in visit.request.query_params), ""),
    )


def _keys(found: Groups | None) -> set[str]:
    return {group.key for group in found.groups} if found else set()


def _why_none(kept: Kept | None) -> str:
    """Why there are no groups: the end of a text key."""
    if kept is None:
        return "not-yet" if grouping.is_installed() else "missing"
    return "" if isinstance(kept.found, Groups) else kept.found.reason


async def _ideas(connection: AsyncConnection, found: Groups | None) -> Mapping[Key, Shown]:
    if found is None:
        return {}
    keys = {stands.idea for group in found.groups for stands in group.stands_for}
    return await read_ideas(connection, keys | set(found.common))


def _stands(found: Groups, group: Group, ideas: Mapping[Key, Shown]) -> Iterator[Stand]:
    for stands in group.stands_for:
        if stands.idea in ideas:
            idea: Idea = found.by_key[stands.idea]
            own = idea.counts[group.number]
            yield Stand(
                ideas[stands.idea],
                stands.agrees,
                own.agree if stands.agrees else own.disagree,
                own.seen,
                said_elsewhere(idea, group.number, stands.agrees),
            )


def _common(found: Groups, ideas: Mapping[Key, Shown]) -> Iterator[Common]:
    for key in found.common:
        if key in ideas:
            counts = zip(found.groups, found.by_key[key].counts, strict=True)
            yield Common(
                ideas[key], tuple((group.letter, count.agree, count.seen) for group, count in counts)
            )
