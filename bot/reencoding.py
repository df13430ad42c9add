"""Nothing a person sent is shown as it came: photos and voice messages are decoded and made anew.

A decoder is where a stranger's bytes do harm: one kilobyte can ask it for gigabytes, or keep it busy for a
day. So it runs in a process of its own, which is this very file run as a script, with a bound to its memory
and time and without our settings; there it may crash, and only that one file is refused.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import warnings
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from fractions import Fraction
from io import BytesIO
from itertools import groupby
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

if TYPE_CHECKING:
    from av import AudioFrame, AudioStream
    from av.container import InputContainer
    from PIL.Image import Image

Kind: TypeAlias = Literal["voice", "photo"]

Reason: TypeAlias = Literal[
    "media-too-large", "media-wrong-type", "media-too-many-pixels", "media-too-long", "media-damaged"
]

MOST_BYTES: Final = 20 * 1024 * 1024
MOST_PIXELS: Final = 40_000_000
LONG_SIDE: Final = 2048
MOST_SECONDS: Final = 600

_MEMORY: Final = 1024**3
_CPU_SECONDS: Final = 120
_PATIENCE: Final = 300.0

_ENVIRONMENT: Final = ("PATH", "HOME", "LANG", "LD_LIBRARY_PATH", "PYTHONPATH", "PYTHONHOME")

_STARTS: Final[dict[Kind, dict[str, bytes]]] = {
    "photo": {"JPEG": b"\xff\xd8\xff", "PNG": b"\x89PNG\r\n", "GIF": b"GIF8[79]a", "WEBP": b"RIFF....WEBP"},
    "voice": {
        "ogg": rb"OggS",
        "matroska": rb"\x1aE\xdf\xa3",
        "mp4": rb"....ftyp",
        "wav": rb"RIFF....WAVE",
        "amr": rb"#!AMR",
        "aac": rb"\xff[\xf0\xf1\xf8\xf9]",
        "mp3": rb"ID3|\xff[\xe2-\xe7\xea-\xef\xf2-\xf7\xfa-\xff]",
    },
}

_SCANS: Final = 100
"""A JPEG has some ten scans. Each goes over the whole picture, however few bytes it takes."""

_MARK: Final = re.compile(b"\xff[^\x00\xff]")
_BARE_MARKS: Final = frozenset(bytes((0xFF, code)) for code in (0x01, *range(0xD0, 0xD9)))

_PACKETS: Final = MOST_SECONDS * 400
"""The shortest packet of the shortest-winded codec, Opus, is 2.5 milliseconds."""

_RATE: Final = 48_000
_BIT_RATE: Final = 64_000
_CODECS: Final = (
    *("opus", "libopus", "vorbis", "mp3", "mp3float", "aac", "amrnb", "amrwb", "libopencore_amrnb"),
    *("libopencore_amrwb", "pcm_u8", "pcm_s16le", "pcm_s24le", "pcm_s32le", "pcm_f32le"),
)


@dataclass(frozen=True)
class Reencoded:
    """A file made by us. `seconds` for a voice message, `width` and `height` in pixels for a photo."""

    data: bytes
    mime: str
    seconds: int | None
    width: int | None
    height: int | None


class Refused(Exception):
    """The file is not taken; `reason` is the text key that tells the person why.

    `detail` is for a log: the kind of error a decoder met, nothing of the file.
    """

    def __init__(self, reason: Reason, detail: str = "") -> None:
        super().__init__(f"{reason} ({detail})" if detail else reason)
        self.reason: Reason = reason
        self.detail = detail


def reencode(data: bytes, kind: Kind) -> Reencoded:
    """Make a photo or a voice message anew, without metadata. Raises Refused.

    JPEG, PNG, WebP and GIF become JPEG, upright, at most LONG_SIDE pixels on the long side. Ogg, WebM, MP3,
    MP4, AAC, WAV and AMR become MP3, one channel. Takes up to some seconds and up to a gigabyte in a process
    of its own: call it in a thread, and not many at once.
    """
    if len(data) > MOST_BYTES:
        raise Refused("media-too-large")
    if not data:
        raise Refused("media-damaged")
    _format(data, kind)
    with _Decoder(kind) as decoder:
        return decoder.decode(data)


class _Decoder(subprocess.Popen[bytes]):
    def __init__(self, kind: Kind) -> None:
        # -P, because the folder of this file is no place to import from.
        command = [sys.executable, "-P", __file__, kind]
        environment = {name: os.environ[name] for name in _ENVIRONMENT if name in os.environ}
        pipe = subprocess.PIPE
        super().__init__(command, stdin=pipe, stdout=pipe, stderr=pipe, env=environment)

    def decode(self, data: bytes) -> Reencoded:
        try:
            output, errors = self.communicate(data, timeout=_PATIENCE)
        except subprocess.TimeoutExpired as problem:
            raise Refused("media-damaged", "took too long") from problem
        finally:
            self.kill()
        if self.returncode < 0:
            raise Refused("media-damaged", f"ended by signal {-self.returncode}")
        if self.returncode > 0:
            raise RuntimeError(errors.decode(errors="replace"))
        head, _, made = output.partition(b"\n")
        about = json.loads(head)
        if "refused" in about:
            raise Refused(about["refused"], about["detail"])
        return Reencoded(data=made, **about)


def _format(data: bytes, kind: Kind) -> str:
    """What the bytes say they are, as the library that decodes them calls it."""
    for name, start in _STARTS[kind].items():
        if re.match(start, data, re.DOTALL):
            return name
    raise Refused("media-wrong-type")


def _photo(data: bytes) -> Reencoded:
    from PIL import Image

    form = _format(data, "photo")
    if form == "JPEG" and _scans(data) > _SCANS:
        raise Refused("media-damaged")
    # Pillow refuses what has more than twice this, before it unpacks; below that it only warns.
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS // 2
    warnings.simplefilter("ignore", Image.DecompressionBombWarning)
    try:
        with Image.open(BytesIO(data), formats=[form]) as image:
            made = _small_and_upright(image)
    except Image.DecompressionBombError as problem:
        raise Refused("media-too-many-pixels") from problem
    output = BytesIO()
    made.save(output, "JPEG", quality=85, optimize=True)
    return Reencoded(output.getvalue(), "image/jpeg", None, made.width, made.height)


def _scans(jpeg: bytes) -> int:
    """How often a JPEG goes over its pixels; a film behind its end, as phones put there, is not read."""
    scans, at = 0, 2
    while found := _MARK.search(jpeg, at):
        mark, at = found[0], found.end()
        if mark == b"\xff\xd9":
            break
        if mark not in _BARE_MARKS:
            scans += mark == b"\xff\xda"
            at += int.from_bytes(jpeg[at : at + 2], "big")
    return scans


def _small_and_upright(image: Image) -> Image:
    """On a new canvas, so that nothing comes along but what is seen."""
    from PIL import Image

    image.draft(None, (LONG_SIDE, LONG_SIDE))
    whole: Image.Image = image
    if image.mode.startswith("I"):  # sixteen bits of grey, which Pillow would cut off rather than scale
        whole = image.point(lambda grey: grey / 256).convert("L")
    elif image.mode not in ("L", "RGB", "RGBA", "LA", "CMYK") or "transparency" in image.info:
        whole = image.convert("RGBA" if image.has_transparency_data else "RGB")
    whole.thumbnail((LONG_SIDE, LONG_SIDE), Image.Resampling.LANCZOS)
    upright = _upright(whole)
    canvas = Image.new("RGB", upright.size, "white")
    seen = upright.convert("RGBA" if upright.has_transparency_data else "RGB")
    canvas.paste(seen, mask=seen.getchannel("A") if seen.mode == "RGBA" else None)
    return canvas


def _upright(image: Image) -> Image:
    from PIL import ImageOps

    try:
        return ImageOps.exif_transpose(image)
    except SyntaxError:
        # So Pillow calls metadata that cannot be read; the picture, decoded by now, is sound.
        return image


def _voice(data: bytes) -> Reencoded:
    import av

    # Once to the end before the first sound is encoded, which takes ten times as long as decoding.
    if sum(frame.samples for frame in _heard(data)) == 0:
        raise Refused("media-damaged")
    output = BytesIO()
    samples = 0
    with av.open(output, "w", format="mp3", container_options={"id3v2_version": "0"}) as target:
        stream = target.add_stream("libmp3lame", rate=_RATE, layout="mono", bit_rate=_BIT_RATE)
        for frame in _evened(_heard(data)):
            frame.pts, frame.time_base = samples, Fraction(1, _RATE)
            samples += frame.samples
            target.mux(stream.encode(frame))
        target.mux(stream.encode(None))
    return Reencoded(output.getvalue(), "audio/mpeg", max(1, round(samples / _RATE)), None, None)


def _heard(data: bytes) -> Iterator[AudioFrame]:
    """What is heard in the first audio stream. A few bad packets are passed over, as any player does."""
    import av

    bounds = {"codec_whitelist": ",".join(_CODECS), "max_streams": "16"}
    seconds, packets, bad = 0.0, 0, 0
    with av.open(BytesIO(data), "r", format=_format(data, "voice"), container_options=bounds) as source:
        for packet in source.demux(_stream(source)):
            packets += 1
            if packets > _PACKETS:
                raise Refused("media-too-long")
            try:
                frames = packet.decode()
            except av.FFmpegError:
                bad += 1
                continue
            for frame in frames:
                seconds += frame.samples / frame.sample_rate
                if seconds > MOST_SECONDS + 1:
                    raise Refused("media-too-long")
                yield frame
    if bad * 10 > packets:
        raise Refused("media-damaged")


def _stream(source: InputContainer) -> AudioStream:
    streams = source.streams.audio
    if not streams or streams[0].codec_context.name not in _CODECS:
        raise Refused("media-wrong-type")
    return streams[0]


def _evened(frames: Iterable[AudioFrame]) -> Iterator[AudioFrame]:
    """One channel at one rate, whatever the stream changes to on its way."""
    from av import AudioResampler

    for _, alike in groupby(frames, lambda frame: (frame.format.name, frame.layout.name, frame.sample_rate)):
        resampler = AudioResampler("s16p", "mono", _RATE)
        for frame in alike:
            frame.pts = None
            yield from resampler.resample(frame)
        yield from resampler.resample(None)


def _decode(kind: str, data: bytes) -> tuple[dict[str, object], bytes]:
    try:
        made = _photo(data) if kind == "photo" else _voice(data)
    except Refused as refused:
        return {"refused": refused.reason, "detail": ""}, b""
    except ImportError:
        raise
    except Exception as problem:
        # A decoder may raise anything at all on bytes that were made to upset it.
        return {"refused": "media-damaged", "detail": type(problem).__name__}, b""
    about = asdict(made)
    del about["data"]
    return about, made.data


def _set_bounds() -> None:
    import resource

    os.nice(10)  # who waits for an answer goes first
    bounds = {resource.RLIMIT_CPU: _CPU_SECONDS, resource.RLIMIT_CORE: 0}
    if sys.platform == "linux":  # elsewhere a process has more addresses than this from its start
        bounds[resource.RLIMIT_AS] = _MEMORY
    for what, most in bounds.items():
        _, hard = resource.getrlimit(what)
        if hard == resource.RLIM_INFINITY or hard > most:
            resource.setrlimit(what, (most, most))


if __name__ == "__main__":
    _set_bounds()
    about, made = _decode(sys.argv[1], sys.stdin.buffer.read())
    sys.stdout.buffer.write(json.dumps(about).encode() + b"\n" + made)
