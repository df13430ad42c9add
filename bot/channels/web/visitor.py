"""Who is at the other side of a web page: a cookie, and nothing else.

The token in the cookie is the address of the chat. It stays on one device, for one trajectory, and is the
only key to the conversation.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from starlette.requests import Request
from starlette.responses import Response

from storage.secrets import Secrets

COOKIE = "samenspraak"
DAYS = 90
CHANNEL = "web"

_TOKEN = re.compile(r"[A-Za-z0-9_-]{32,64}")


@dataclass(frozen=True)
class Visitor:
    """One device in one trajectory.

    `lookup` is the hash its messages stand under, `lookups` those they may stand under since a key was
    replaced, `proof` what a form of this visitor's page must bring along.
    """

    token: str = field(repr=False)
    lookup: str
    lookups: tuple[str, ...]
    proof: str = field(repr=False)


def visitor_of(secrets: Secrets, token: str) -> Visitor:
    """The visitor with this token."""
    return Visitor(
        token=token,
        lookup=secrets.lookup(CHANNEL, token),
        lookups=tuple(secrets.lookups(CHANNEL, token)),
        proof=secrets.signature("web-form", token),
    )


def read_visitor(secrets: Secrets, request: Request) -> Visitor | None:
    """Who the cookie says this is; None without a cookie, or with one that we cannot have made."""
    token = request.cookies.get(COOKIE, "")
    return visitor_of(secrets, token) if _TOKEN.fullmatch(token) else None


def remember(response: Response, visitor: Visitor, slug: str, *, secure: bool) -> None:
    """Let this device come back for another 90 days."""
    response.set_cookie(
        COOKIE,
        visitor.token,
        max_age=DAYS * 24 * 3600,
        path=f"/chat/{slug}",
        secure=secure,
        httponly=True,
        samesite="lax",
    )


def let_go(response: Response, slug: str, *, secure: bool) -> None:
    """Leave nothing of the conversation on this device."""
    response.delete_cookie(COOKIE, path=f"/chat/{slug}", secure=secure, httponly=True, samesite="lax")
    response.headers["Clear-Site-Data"] = '"cache", "storage"'
