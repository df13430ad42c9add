"""Voice messages and photos, for people at the desk alone."""

from __future__ import annotations

import re
from typing import Annotated, Final

from fastapi import APIRouter, Depends
from starlette.responses import Response

from admin.pages import PageRoute, Turned
from admin.sessions import Visit, needs
from storage.secrets import Unsealable

router = APIRouter(route_class=PageRoute)

SAFE: Final = {
    "audio/ogg": "ogg",
    "audio/mpeg": "mp3",
    "audio/mp4": "m4a",
    "audio/webm": "webm",
    "audio/wav": "wav",
    "image/jpeg": "jpg",
    "image/png": "png",
    "image/webp": "webp",
}
"""What a browser may show; anything else it may only save."""

_KEY: Final = re.compile(r"[\w-]{1,24}", re.ASCII)
_RANGE: Final = re.compile(r"bytes=(\d{1,12})-(\d{0,12})")


@router.get("/desk/media/{key}")
async def show_media(visit: Annotated[Visit, Depends(needs("moderator"))], key: str) -> Response:
    """The file, or the part of it that a player asks for."""
    if not _KEY.fullmatch(key):
        raise Turned(404, "gone")
    try:
        content, mime = await visit.services.read_media(key)
    except (LookupError, Unsealable) as problem:
        raise Turned(404, "gone") from problem
    kind = mime.split(";")[0].strip().lower()
    shown, ending = (kind, SAFE[kind]) if kind in SAFE else ("application/octet-stream", "bin")
    headers = {
        "Content-Disposition": f'{"inline" if kind in SAFE else "attachment"}; filename="{key}.{ending}"',
        "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Accept-Ranges": "bytes",
    }
    return _part(content, visit.request.headers.get("range", ""), shown, headers)


def _part(content: bytes, asked: str, mime: str, headers: dict[str, str]) -> Response:
    """All of it, or one range: without ranges some browsers do not play a sound, and none can skip in it."""
    found = _RANGE.fullmatch(asked.strip())
    if not found:
        return Response(content, media_type=mime, headers=headers)
    start = int(found[1])
    end = min(int(found[2]) if found[2] else len(content) - 1, len(content) - 1)
    if start > end:
        return Response(b"", 416, {**headers, "Content-Range": f"bytes */{len(content)}"}, mime)
    within = {**headers, "Content-Range": f"bytes {start}-{end}/{len(content)}"}
    return Response(content[start : end + 1], 206, within, mime)
