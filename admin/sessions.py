"""Who is signed in, in which role, and which forms are really theirs."""

from __future__ import annotations

import hmac
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlmodel import col
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from admin.forms import Form, read_form
from admin.pages import Turned, render
from admin.services import Services, services_of
from admin.tongue import LANGUAGES, Tongue
from flows.deeds.acting import Acting
from storage.secrets import fingerprint, random_token
from storage.tables import DeskSession, Moderator

LASTS = timedelta(hours=12)

ROLES = ("moderator", "organiser", "admin")
"""Each may do what the ones before it may."""


@dataclass(frozen=True)
class Visit:
    """Someone signed in, at one page. `session` is the hash of the cookie, never the cookie."""

    services: Services
    request: Request
    moderator_id: int
    name: str
    role: str
    language: str
    session: str
    now: datetime

    @property
    def t(self) -> Tongue:
        """The words of this page."""
        return Tongue(self.services.wording, self.language)

    @property
    def csrf(self) -> str:
        """What every form of this session carries, and no other site can know."""
        return self.services.secrets.signature("desk-form", self.session)

    @property
    def address(self) -> str:
        """Where this page can be opened again."""
        url = self.request.url
        return f"{url.path}?{url.query}".rstrip("?") if self.request.method == "GET" else "/desk"

    @property
    def languages(self) -> tuple[str, ...]:
        """What the desk can be read in."""
        return LANGUAGES

    def may(self, role: str) -> bool:
        """Whether this person's role reaches that far."""
        return self.role in ROLES and ROLES.index(self.role) >= ROLES.index(role)

    def acting(self, connection: AsyncConnection) -> Acting:
        """What a deed acts with."""
        return self.services.acting(connection, self.moderator_id, self.now)

    def page(self, template: str, status: int = 200, **values: Any) -> HTMLResponse:
        """A page of the desk."""
        return render(self.t, template, status, visit=self, **values)


@dataclass(frozen=True)
class Posted:
    """A form that a signed-in person sent from our own page."""

    visit: Visit
    form: Form


async def signed_in(request: Request) -> Visit:
    """Who is signed in; raises Turned for nobody."""
    services = services_of(request)
    token = request.cookies.get(cookie_name(services), "")
    now = services.clock()
    hashed = fingerprint(token) if token else ""
    row = await _read_session(services, hashed, now) if hashed else None
    if row is None:
        raise Turned(401, "signed-out")
    language = row.language if row.language in LANGUAGES else LANGUAGES[0]
    request.state.language = language
    return Visit(services, request, row.id, row.name, row.role, language, hashed, now)


def needs(role: str) -> Callable[[Request], Awaitable[Visit]]:
    """A dependency: someone signed in whose role reaches that far; others hear whom to ask."""

    async def needed(request: Request) -> Visit:
        visit = await signed_in(request)
        if not visit.may(role):
            raise Turned(403, "role", who=await _who_may(visit, role))
        return visit

    return needed


def posts(role: str) -> Callable[[Request], Awaitable[Posted]]:
    """A dependency: a form that such a person sent, and not another site in their name.

    It is read first, so that whatever page comes in answer can show again what was written.
    """

    async def posted(request: Request) -> Posted:
        form = await read_form(request, services_of(request).base_url)
        request.state.form = form
        visit = await needs(role)(request)
        if not hmac.compare_digest(form["csrf"].encode(), visit.csrf.encode()):
            raise Turned(403, "stale-form")
        return Posted(visit, form)

    return posted


async def begin_session(
    connection: AsyncConnection, services: Services, response: Response, moderator_id: int, now: datetime
) -> None:
    """Sign this browser in."""
    token = random_token()
    await connection.execute(
        insert(DeskSession).values(
            token_hash=fingerprint(token), moderator_id=moderator_id, created_at=now, expires_at=now + LASTS
        )
    )
    response.set_cookie(
        cookie_name(services),
        token,
        max_age=int(LASTS.total_seconds()),
        path="/",
        secure=services.secure,
        httponly=True,
        samesite="lax",
    )


async def end_session(connection: AsyncConnection, visit: Visit, response: Response) -> None:
    """Sign this browser out."""
    await connection.execute(
        update(DeskSession).where(col(DeskSession.token_hash) == visit.session).values(ended_at=visit.now)
    )
    services = visit.services
    response.delete_cookie(
        cookie_name(services), path="/", secure=services.secure, httponly=True, samesite="lax"
    )


def cookie_name(services: Services) -> str:
    """Over https a name that browsers only take from this very host."""
    return "__Host-samenspraak-desk" if services.secure else "samenspraak-desk"


async def _read_session(services: Services, hashed: str, now: datetime) -> Any:
    query = (
        select(col(Moderator.id), col(Moderator.name), col(Moderator.role), col(Moderator.language))
        .join(DeskSession, col(DeskSession.moderator_id) == col(Moderator.id))
        .where(
            col(DeskSession.token_hash) == hashed,
            col(DeskSession.expires_at) > now,
            col(DeskSession.ended_at).is_(None),
            col(Moderator.ended_at).is_(None),
        )
    )
    async with services.database.reading() as connection:
        return (await connection.execute(query)).one_or_none()


async def _who_may(visit: Visit, role: str) -> str:
    """The names of colleagues whose role reaches that far, a few of them."""
    reaching = ROLES[ROLES.index(role) :]
    query = (
        select(col(Moderator.name))
        .where(col(Moderator.role).in_(reaching), col(Moderator.ended_at).is_(None))
        .order_by(col(Moderator.id))
        .limit(5)
    )
    async with visit.services.database.reading() as connection:
        names = list((await connection.execute(query)).scalars())
    return ", ".join(names) or visit.t("desk-nobody-yet")
