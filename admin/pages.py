"""Pages: templates filled in, sent with headers that keep a browser to our own files."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Mapping
from typing import Any

import structlog
from fastapi.routing import APIRoute
from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from admin.services import services_of
from admin.tongue import Tongue, preferred
from flows.engine.questions import TextArgument
from flows.mistakes import place
from storage.database import is_unavailable

log = structlog.get_logger()

POLICY = "; ".join(
    (
        "default-src 'none'",
        "style-src 'self'",
        "script-src 'self'",
        "img-src 'self'",
        "media-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)

HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    # Not no-referrer: browsers would then send "Origin: null" with our own forms.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cache-Control": "private, no-store",
}

_TEMPLATES = Environment(
    loader=PackageLoader("admin"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def _minutes(seconds: int) -> str:
    """A length as players show it: 0:48."""
    return f"{seconds // 60}:{seconds % 60:02}"


_TEMPLATES.filters["minutes"] = _minutes


class Turned(Exception):
    """Instead of what was asked for, the visitor gets a page that says why, and what can be done.

    `key` names two texts: turned-<key>-title and turned-<key>. What was written in a form is shown again, so
    it is not lost.
    """

    def __init__(self, status: int, key: str, **arguments: TextArgument) -> None:
        super().__init__(key)
        self.status = status
        self.key = key
        self.arguments = arguments


def render(t: Tongue, template: str, status: int = 200, **values: Any) -> HTMLResponse:
    """A template as a response; every template knows `t`."""
    return HTMLResponse(_TEMPLATES.get_template(template).render(t=t, **values), status)


class PageRoute(APIRoute):
    """A route whose answers carry our headers, and whose refusals are pages."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """The handler with headers and refusals around it."""
        handle = super().get_route_handler()

        async def guarded(request: Request) -> Response:
            try:
                response = await handle(request)
            except Turned as turned:
                response = _turned_page(request, turned)
            except Exception as problem:
                response = _turned_page(request, _mishap(problem))
            for name, value in HEADERS.items():
                response.headers.setdefault(name, value)
            return response

        return guarded


def _mishap(problem: Exception) -> Turned:
    """What a page says when it failed. Of a mistake only its kind and its place are logged."""
    if is_unavailable(problem):
        return Turned(503, "away")
    log.error("page failed", problem=type(problem).__name__, at=place(problem))
    return Turned(500, "broken")


def _turned_page(request: Request, turned: Turned) -> HTMLResponse:
    language = getattr(request.state, "language", "") or preferred(request)
    t = Tongue(services_of(request).wording, language)
    at_desk = request.url.path.startswith("/desk")
    form = getattr(request.state, "form", None)
    page = render(
        t,
        "turned.html",
        turned.status,
        turned=turned,
        back="/desk" if at_desk else "/",
        here=request.url.path + f"?{request.url.query}".rstrip("?"),
        form=form or {},
        written=form.written if form else {},
    )
    if turned.status == 503:
        page.headers["Retry-After"] = "10"
    return page
