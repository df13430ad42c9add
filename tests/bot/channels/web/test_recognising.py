import io
import struct
import zlib
from typing import Any

import pytest
from PIL import Image

from bot.channels.web.recognising import Recognised, recognise
from bot.channels.web.refusing import Refused


def picture(form: str, **options: Any) -> bytes:
    output = io.BytesIO()
    Image.new("RGB", (40, 30), "teal").save(output, form, **options)
    return output.getvalue()


def png_header(width: int, height: int) -> bytes:
    """The start of a PNG that says how large it is, and holds nothing."""
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")
    )


def webp_header(width: int, height: int) -> bytes:
    size = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    return b"RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0" + size


@pytest.mark.parametrize(
    ("data", "mime"),
    [
        (picture("JPEG"), "image/jpeg"),
        (picture("PNG"), "image/png"),
        (picture("GIF"), "image/gif"),
        (picture("WEBP"), "image/webp"),
        (picture("WEBP", lossless=True), "image/webp"),
        (picture("WEBP", exif=b"Exif\0\0"), "image/webp"),
    ],
)
def test_photos(data: bytes, mime: str) -> None:
    """Pictures are known by what is in them."""
    assert recognise(data, "photo") == Recognised("photo", mime)


@pytest.mark.parametrize(
    ("data", "mime"),
    [
        (b"\x1a\x45\xdf\xa3rest", "audio/webm"),
        (b"OggSrest", "audio/ogg"),
        (b"\0\0\0\x20ftypM4A rest", "audio/mp4"),
        (b"RIFF\0\0\0\0WAVEfmt ", "audio/wav"),
        (b"ID3\x04rest", "audio/mpeg"),
        (b"\xff\xfbrest", "audio/mpeg"),
        (b"\xff\xf1rest", "audio/aac"),
        (b"#!AMR\n", "audio/amr"),
    ],
)
def test_voices(data: bytes, mime: str) -> None:
    """Recordings are known by how they begin."""
    assert recognise(data, "voice") == Recognised("voice", mime)


@pytest.mark.parametrize(
    ("data", "wanted", "key", "status"),
    [
        (b"", "photo", "webchat-file-empty", 415),
        (b"", "voice", "webchat-file-empty", 415),
        (b"<svg onload=alert(1)>", "photo", "webchat-file-no-photo", 415),
        (b"%PDF-1.7", "photo", "webchat-file-no-photo", 415),
        (b"\x89PNG\r\n\x1a\nnonsense", "photo", "webchat-file-no-photo", 415),
        (b"RIFF\0\0\0\0WEBPnone", "photo", "webchat-file-no-photo", 415),
        (b"OggSrest", "photo", "webchat-file-no-photo", 415),
        (b"MZ\x90", "voice", "webchat-file-no-voice", 415),
        (picture("JPEG"), "voice", "webchat-file-no-voice", 415),
        (b"\0\0\0\x18ftypheicrest", "voice", "webchat-file-no-voice", 415),
        (png_header(30_000, 30_000), "photo", "webchat-picture-too-large", 413),
        (png_header(10_000, 9_000), "photo", "webchat-picture-too-large", 413),
        (webp_header(16_383, 16_383), "photo", "webchat-picture-too-large", 413),
    ],
)
def test_refused(data: bytes, wanted: Any, key: str, status: int) -> None:
    """What is not what was asked for, or unpacks to far too much, is refused with its own sentence."""
    with pytest.raises(Refused) as refused:
        recognise(data, wanted)
    assert (refused.value.key, refused.value.status) == (key, status)


def test_just_small_enough() -> None:
    """Forty million pixels are taken."""
    assert recognise(png_header(8_000, 5_000), "photo").mime == "image/png"
