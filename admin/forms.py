"""What a browser posts, read with care: small, clean, and from our own page."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlsplit

from starlette.requests import Request

from admin.pages import Turned
from flows.engine.cleaning import clean

LIMIT = 64 * 1024
"""The most bytes that a form may have; our longest has a few thousand."""

FIELDS = 100

OURS = ("csrf", "drawn")
"""What every form of the desk carries."""

_CODE = re.compile(r"[a-z0-9_./?=&#%+-]*")


class Form(dict[str, str]):
    """Fields by name; one that is missing reads as empty."""

    def __missing__(self, name: str) -> str:
        """A field that was not sent."""
        return ""

    @property
    def written(self) -> dict[str, str]:
        """What somebody wrote, by field: not the codes and addresses that our pages put in their forms."""
        return {
            name: value for name, value in self.items() if name not in OURS and not _CODE.fullmatch(value)
        }


async def read_form(request: Request, base_url: str) -> Form:
    """The posted fields, cleaned. Raises Turned for another site's form and for what is not a form."""
    _check_origin(request, base_url)
    kind = request.headers.get("content-type", "").split(";")[0].strip().lower()
    if kind != "application/x-www-form-urlencoded":
        raise Turned(415, "not-a-form")
    body = await _read_body(request)
    try:
        pairs = parse_qsl(
            body.decode("ascii", "replace"), keep_blank_values=True, errors="replace", max_num_fields=FIELDS
        )
    except ValueError as problem:
        raise Turned(400, "not-a-form") from problem
    return Form((name, clean(value)) for name, value in pairs)


async def _read_body(request: Request) -> bytes:
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > LIMIT:
            raise Turned(413, "too-much")
    return bytes(body)


def _check_origin(request: Request, base_url: str) -> None:
    """Browsers say which site a form was on; one that does not say is held by the form's own token."""
    origin = request.headers.get("origin")
    if origin is None:
        return
    ours = {urlsplit(base_url).netloc, request.headers.get("host", "")}
    if origin.partition("://")[2] not in ours:
        raise Turned(403, "other-site")
