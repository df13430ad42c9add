"""Reads what a page posts: from our own page only, and never more than the limit."""

from __future__ import annotations

import hmac
import re
from collections.abc import Awaitable, Callable, MutableMapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request

from bot.channels.web.refusing import Refused
from bot.channels.web.visitor import Visitor

_EVENT = re.compile(r"[A-Za-z0-9_-]{16,64}")
_FIELDS = 12
_FIELD_SIZE = 64_000
_FORM_SIZE = 128_000


@dataclass(frozen=True)
class Post:
    """The fields of a form; `event` is the page's id of this one event, `language` what it was written in."""

    fields: FormData
    event: str
    language: str

    def text(self, name: str) -> str:
        """A field's words, empty when it is missing."""
        return _text(self.fields, name)

    async def file(self, name: str) -> bytes | None:
        """A file's bytes, None when none was chosen."""
        value = self.fields.get(name)
        if not isinstance(value, UploadFile) or not (value.filename or value.size):
            return None
        return await value.read()


def wants_a_status(request: Request) -> bool:
    """Whether the page's script sent this, and shows the answer itself."""
    return "application/json" in request.headers.get("accept", "")


async def read_post(
    request: Request, visitor: Visitor | None, base_url: str, file_limit: int | None = None
) -> Post:
    """The form of this request, not larger than it may be; raises Refused."""
    ours = _by_the_browsers_word(request, base_url)
    if ours is False:
        raise Refused("webchat-not-from-here", 403)
    fields = await _fields(request, file_limit)
    post = Post(fields, _text(fields, "event"), _text(fields, "lang")[:12])
    # A browser that does not say where a form came from is believed by what only our page knows.
    if ours is None and not (
        visitor and hmac.compare_digest(post.text("proof").encode(), visitor.proof.encode())
    ):
        await fields.close()
        raise Refused("webchat-not-from-here", 403)
    if not _EVENT.fullmatch(post.event):
        await fields.close()
        raise Refused("webchat-cannot-read", 400)
    return post


async def _fields(request: Request, file_limit: int | None) -> FormData:
    limit = file_limit or _FORM_SIZE
    too_large = Refused("webchat-file-too-large" if file_limit else "webchat-too-long", 413)
    stated = request.headers.get("content-length", "")
    if stated.isdigit() and int(stated) > limit:
        raise too_large
    bounded = Request(request.scope, _bounded(request.receive, limit, too_large))
    try:
        return await bounded.form(max_files=1, max_fields=_FIELDS, max_part_size=_FIELD_SIZE)
    except (HTTPException, ValueError, ClientDisconnect) as problem:
        raise Refused("webchat-cannot-read", 400) from problem


def _by_the_browsers_word(request: Request, base_url: str) -> bool | None:
    """Whether our own page sent this; None when the browser does not say."""
    site = request.headers.get("sec-fetch-site")
    origin = request.headers.get("origin")
    if (site and site not in {"same-origin", "none"}) or (origin and not _is_ours(origin, request, base_url)):
        return False
    return True if origin or site == "same-origin" else None


def _is_ours(origin: str, request: Request, base_url: str) -> bool:
    host = urlsplit(origin).netloc
    return bool(host) and host in {request.headers.get("host", ""), urlsplit(base_url).netloc}


def _text(fields: FormData, name: str) -> str:
    value = fields.get(name)
    return value if isinstance(value, str) else ""


_Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]


def _bounded(receive: _Receive, limit: int, too_large: Refused) -> _Receive:
    """The request's body, until it is longer than the limit."""
    read = 0

    async def counted() -> MutableMapping[str, Any]:
        nonlocal read
        message = await receive()
        read += len(message.get("body", b""))
        if read > limit:
            raise too_large
        return message

    return counted
