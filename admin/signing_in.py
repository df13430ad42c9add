"""The way in: a one-time link that only counts when its button is pressed."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import Annotated

from fastapi import APIRouter, Depends
from sqlalchemy import Select, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlmodel import col
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from admin.forms import read_form
from admin.pages import PageRoute, Turned, render
from admin.services import services_of
from admin.sessions import Posted, begin_session, end_session, posts
from admin.tongue import LANGUAGES, Tongue, preferred
from flows.attempts import Attempts
from flows.deeds.deciding import write_audit
from storage.secrets import fingerprint, random_token
from storage.tables import Moderator, SignInLink

COUNTS_FOR = timedelta(minutes=15)

TRIES, TRIES_WITHIN = 10, timedelta(minutes=5)
"""From one address; a link has 256 random bits, so nobody guesses one in many more."""

_WITHIN_DESK = re.compile(r"/desk(?:[/?][\w/?=&%+.-]*)?", re.ASCII)


async def add_moderator(connection: AsyncConnection, name: str, role: str, now: datetime) -> int:
    """Someone new at the desk, as moderator, organiser or admin; returns their id."""
    added = await connection.execute(
        insert(Moderator)
        .values(name=name, role=role, language=LANGUAGES[0], created_at=now)
        .returning(col(Moderator.id))
    )
    return added.scalar_one()


async def make_link(connection: AsyncConnection, moderator_id: int, now: datetime) -> str:
    """A token for /desk/in/{token}: it counts once, for fifteen minutes. Only its hash is kept."""
    token = random_token()
    await connection.execute(
        insert(SignInLink).values(
            token_hash=fingerprint(token), moderator_id=moderator_id, expires_at=now + COUNTS_FOR
        )
    )
    return token


def signing_in() -> APIRouter:
    """The routes; each router counts its own attempts."""
    router = APIRouter(route_class=PageRoute)
    attempts = Attempts(TRIES, TRIES_WITHIN)

    async def use(request: Request, token: str) -> Response:
        _slow_down(attempts, request)
        return await _use_link(request, token)

    router.add_api_route("/desk/in/{token}", _show_link, methods=["GET", "HEAD"])
    router.add_api_route("/desk/in/{token}", use, methods=["POST"])
    router.add_api_route("/desk/out", _sign_out, methods=["POST"])
    router.add_api_route("/desk/signed-out", _signed_out, methods=["GET", "HEAD"])
    router.add_api_route("/desk/language", _choose_language, methods=["POST"])
    return router


async def _show_link(request: Request, token: str) -> Response:
    """Only a button: programs that open links to preview them use nothing up."""
    services = services_of(request)
    query = _usable(token, services.clock())
    async with services.database.reading() as connection:
        found = (await connection.execute(query)).one_or_none()
    if found is None:
        raise Turned(410, "link-over")
    name, language = found
    return render(Tongue(services.wording, language), "sign_in.html", name=name)


async def _use_link(request: Request, token: str) -> Response:
    services = services_of(request)
    await read_form(request, services.base_url)
    now = services.clock()
    response = RedirectResponse("/desk", 303)
    async with services.database.writing() as connection:
        used = await connection.execute(
            update(SignInLink)
            .where(
                col(SignInLink.token_hash) == fingerprint(token),
                col(SignInLink.used_at).is_(None),
                col(SignInLink.expires_at) > now,
                col(SignInLink.moderator_id).in_(
                    select(col(Moderator.id)).where(col(Moderator.ended_at).is_(None))
                ),
            )
            .values(used_at=now)
            .returning(col(SignInLink.moderator_id))
        )
        moderator_id = used.scalar_one_or_none()
        if moderator_id is None:
            raise Turned(410, "link-over")
        await begin_session(connection, services, response, moderator_id, now)
        await write_audit(services.acting(connection, moderator_id, now), "sign_in")
    return response


async def _sign_out(posted: Annotated[Posted, Depends(posts("moderator"))]) -> Response:
    visit = posted.visit
    response = RedirectResponse("/desk/signed-out", 303)
    async with visit.services.database.writing() as connection:
        await end_session(connection, visit, response)
        await write_audit(visit.acting(connection), "sign_out")
    return response


async def _signed_out(request: Request) -> Response:
    return render(Tongue(services_of(request).wording, preferred(request)), "signed_out.html")


async def _choose_language(posted: Annotated[Posted, Depends(posts("moderator"))]) -> Response:
    visit, language = posted.visit, posted.form["language"]
    if language in LANGUAGES:
        async with visit.services.database.writing() as connection:
            await connection.execute(
                update(Moderator).where(col(Moderator.id) == visit.moderator_id).values(language=language)
            )
    return RedirectResponse(local(posted.form["back"]), 303)


def local(address: str) -> str:
    """An address within the desk; what points elsewhere becomes the desk's front page."""
    return address if _WITHIN_DESK.fullmatch(address) else "/desk"


def _usable(token: str, now: datetime) -> Select[str, str]:
    """The name and language of who may sign in with this link, while it counts."""
    return (
        select(col(Moderator.name), col(Moderator.language))
        .join(SignInLink, col(SignInLink.moderator_id) == col(Moderator.id))
        .where(
            col(SignInLink.token_hash) == fingerprint(token),
            col(SignInLink.used_at).is_(None),
            col(SignInLink.expires_at) > now,
            col(Moderator.ended_at).is_(None),
        )
    )


def _slow_down(attempts: Attempts, request: Request) -> None:
    address = request.client.host if request.client else ""
    wait = attempts.wait(address, services_of(request).clock())
    if wait is not None:
        raise Turned(429, "too-often", minutes=int(wait.total_seconds() // 60) + 1)
