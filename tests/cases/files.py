"""Voice messages, photos, and what pretends to be one."""

from __future__ import annotations

import io
import struct
import wave
import zlib

from rigs.behind import MAY_SHOW, STORY, TAKEN, joined, rows, until
from rigs.rig import Kind, Rig

from storage.tables import Media, Node


def sound() -> bytes:
    """A second of silence, as a WAV file."""
    made = io.BytesIO()
    with wave.open(made, "wb") as file:
        file.setparams((1, 2, 8000, 0, "NONE", ""))
        file.writeframes(bytes(16_000))
    return made.getvalue()


def picture(width: int = 4, height: int = 4) -> bytes:
    """A grey PNG file that says it is so large; only a small one is whole."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    pixels = zlib.compress((b"\0" + bytes(min(width, 4))) * min(height, 4))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


async def told_in_a_file(kind: Kind, data: bytes, rig: Rig) -> None:
    """A voice message or photo is a story like any other, and is made anew before anybody sees it."""
    await joined(rig, "story")
    await rig.sends(kind, data)
    await rig.hears(MAY_SHOW)
    await rig.writes("nee")
    await rig.hears(TAKEN)

    async def ready() -> bool:
        return [media["state"] for media in await rows(rig, Media)] == ["ready"]

    await until(ready)
    (media,), (node,) = await rows(rig, Media), await rows(rig, Node)
    assert media["node_id"] == node["id"]
    assert rig.core.files.read(media["key"])


async def too_large(rig: Rig) -> None:
    """A file over the channel's limit gets a sentence, and the question is still open."""
    await joined(rig, "story")
    await rig.sends("voice", sound().ljust(rig.capabilities.upload + 1, b"\0"))
    await _refused(rig, "bestand is te groot")


async def of_a_wrong_type(rig: Rig) -> None:
    """A file that is no photo and no voice message gets a sentence, and the question is still open."""
    await joined(rig, "story")
    await rig.sends("paper", b"%PDF-1.7\n" + bytes(500))
    await _refused(rig, "bestand kan ik niet openen", "geen foto die we kunnen openen")


async def gigapixels(rig: Rig) -> None:
    """A picture that unpacks to gigapixels is never unpacked; a sentence, and the question is open again."""
    await joined(rig, "story")
    await rig.sends("photo", picture(60_000, 60_000))
    await _refused(rig, "Deze foto heeft te veel beeldpunten", "Je foto is te groot")


async def _refused(rig: Rig, *sentences: str) -> None:
    """One of these sentences comes; then the story is told in words after all, and nothing else is kept."""
    await rig.hears(*sentences)
    before = rig.count(MAY_SHOW)
    await rig.writes(STORY)
    await rig.hears(MAY_SHOW, times=before + 1)
    await rig.writes("ja")
    await rig.hears(TAKEN)
    (node,) = await rows(rig, Node)
    assert node["text"] == STORY
    assert all((media["state"], media["node_id"]) == ("refused", None) for media in await rows(rig, Media))
