"""The room where the reasons for declining are kept."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from fastapi import APIRouter, Depends
from starlette.responses import HTMLResponse, RedirectResponse, Response

from admin import reasons, waiting
from admin.here import read_here
from admin.pages import PageRoute
from admin.reasons import Draft
from admin.sessions import Posted, Visit, needs, posts
from flows.deeds.deciding import write_audit

Organising: TypeAlias = Annotated[Posted, Depends(posts("organiser"))]

router = APIRouter(route_class=PageRoute)


@router.get("/desk/{slug}/reasons")
async def show_reasons(visit: Annotated[Visit, Depends(needs("organiser"))], slug: str) -> Response:
    """The list, each with its words open to change."""
    return await _page(visit, slug)


@router.post("/desk/{slug}/reasons")
async def add(posted: Organising, slug: str) -> Response:
    """Add one."""
    visit = posted.visit
    async with visit.services.database.writing() as connection:
        here = await read_here(connection, slug)
        draft = reasons.read_draft(posted.form, here.languages)
        key = "" if draft.problems else await reasons.add_reason(connection, here.id, draft)
        if key:
            await write_audit(visit.acting(connection), "reason_add", detail=f"{slug}: {key}")
    if draft.problems:
        return await _page(visit, slug, 422, wrong_key="", draft=draft)
    return RedirectResponse(f"/desk/{slug}/reasons?{'added' if key else 'full'}", 303)


@router.post("/desk/{slug}/reasons/{key}")
async def change(posted: Organising, slug: str, key: str) -> Response:
    """Change its words, or take it off the list."""
    if posted.form["act"] == "remove":
        return await _remove(posted, slug, key)
    visit = posted.visit
    async with visit.services.database.writing() as connection:
        here = await read_here(connection, slug)
        draft = reasons.read_draft(posted.form, here.languages)
        found = not draft.problems and await reasons.change_reason(connection, here.id, key, draft)
        if found:
            await write_audit(visit.acting(connection), "reason_change", detail=f"{slug}: {key}")
    if draft.problems:
        return await _page(visit, slug, 422, wrong_key=key, draft=draft)
    return RedirectResponse(f"/desk/{slug}/reasons?{'changed' if found else 'missing'}", 303)


async def _remove(posted: Posted, slug: str, key: str) -> Response:
    visit = posted.visit
    async with visit.services.database.writing() as connection:
        here = await read_here(connection, slug)
        removed = await reasons.remove_reason(connection, here.id, key)
        if removed:
            await write_audit(visit.acting(connection), "reason_remove", detail=f"{slug}: {key}")
    return RedirectResponse(f"/desk/{slug}/reasons?{'removed' if removed else 'kept'}", 303)


async def _page(
    visit: Visit, slug: str, status: int = 200, *, wrong_key: str = "", draft: Draft | None = None
) -> HTMLResponse:
    async with visit.services.database.reading() as connection:
        here = await read_here(connection, slug)
        counts = await waiting.count(connection, here.id, visit.now)
        listed = await reasons.read_reasons(connection, here.id)
    notices = ("added", "changed", "removed", "kept", "full", "missing")
    return visit.page(
        "reasons.html",
        status,
        room="reasons",
        here=here,
        counts=counts,
        reasons=listed,
        wrong_key=wrong_key,
        draft=draft,
        notice=next((name for name in notices if name in visit.request.query_params), ""),
    )
