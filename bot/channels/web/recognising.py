"""What an uploaded file really is, read from its first bytes: a browser's word for it is only a word.

Nothing is decoded here. A picture's size comes from its header, so that one which unpacks to gigapixels is
refused before it takes any memory.
"""

from __future__ import annotations

import io
import re
import warnings
from dataclasses import dataclass
from typing import Literal

from bot.channels.web.refusing import Refused

LARGEST_PICTURE = 40_000_000
"""In pixels; a good phone makes 12 million, the best 200 million but only when asked to."""

_PICTURES = {"JPEG": "image/jpeg", "PNG": "image/png", "GIF": "image/gif", "MPO": "image/jpeg"}
"""By Pillow's name; MPO is what it makes of a JPEG with a second picture in it."""

_SOUNDS: tuple[tuple[re.Pattern[bytes], str], ...] = (
    (re.compile(rb"\x1a\x45\xdf\xa3"), "audio/webm"),
    (re.compile(rb"OggS"), "audio/ogg"),
    (re.compile(rb"....ftyp", re.DOTALL), "audio/mp4"),
    (re.compile(rb"RIFF....WAVE", re.DOTALL), "audio/wav"),
    (re.compile(rb"#!AMR"), "audio/amr"),
    (re.compile(rb"\xff[\xf0\xf1\xf8\xf9]"), "audio/aac"),
    (re.compile(rb"ID3|\xff[\xe2-\xe7\xf2-\xf7\xfa-\xff]"), "audio/mpeg"),
)


@dataclass(frozen=True)
class Recognised:
    """A file that we can take."""

    kind: Literal["voice", "photo"]
    mime: str


def recognise(data: bytes, wanted: Literal["voice", "photo"]) -> Recognised:
    """What this file is; raises Refused when it is not what was `wanted`."""
    if not data:
        raise Refused("webchat-file-empty", 415)
    if wanted == "photo":
        return Recognised("photo", _picture(data))
    for pattern, mime in _SOUNDS:
        if pattern.match(data) and not _is_still_picture(data):
            return Recognised("voice", mime)
    raise Refused("webchat-file-no-voice", 415)


def _picture(data: bytes) -> str:
    mime, width, height = _webp(data) or _opened(data)
    if width * height > LARGEST_PICTURE:
        raise Refused("webchat-picture-too-large", 413)
    if not width * height:
        raise Refused("webchat-file-no-photo", 415)
    return mime


def _webp(data: bytes) -> tuple[str, int, int] | None:
    """WebP is read by hand: Pillow reserves memory for the whole picture as soon as it opens one."""
    if data[:4] != b"RIFF" or data[8:12] != b"WEBP":
        return None
    head = data[:30].ljust(30, b"\0")
    match head[12:16]:
        case b"VP8X":
            width = int.from_bytes(head[24:27], "little") + 1
            height = int.from_bytes(head[27:30], "little") + 1
        case b"VP8L":
            bits = int.from_bytes(head[21:25], "little")
            width, height = (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
        case b"VP8 ":
            width = int.from_bytes(head[26:28], "little") & 0x3FFF
            height = int.from_bytes(head[28:30], "little") & 0x3FFF
        case _:
            width = height = 0
    return "image/webp", width, height


def _opened(data: bytes) -> tuple[str, int, int]:
    from PIL import Image  # loaded with the first picture: most visitors send none

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=("JPEG", "PNG", "GIF")) as picture:
                return _PICTURES[picture.format or ""], *picture.size
    except Image.DecompressionBombError as problem:
        raise Refused("webchat-picture-too-large", 413) from problem
    except (OSError, ValueError, SyntaxError, KeyError) as problem:
        raise Refused("webchat-file-no-photo", 415) from problem


def _is_still_picture(data: bytes) -> bool:
    """HEIC and AVIF pictures come in the same box as MPEG-4 sound."""
    return data[8:12] in {b"heic", b"heix", b"mif1", b"msf1", b"avif", b"hevc"}
