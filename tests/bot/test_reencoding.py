"""What people send is made anew, or refused with the right word, and never harms the program."""

import math
import random
import struct
import subprocess
import sys
import zlib
from contextlib import suppress
from fractions import Fraction
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import av
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin

from bot import reencoding
from bot.reencoding import LONG_SIDE, MOST_BYTES, Kind, Reencoded, Refused, reencode

RED, GREEN, BLUE, WHITE = (255, 0, 0), (0, 128, 0), (0, 0, 255), (255, 255, 255)
SECRET = b"Dorpsstraat 7"


def saved(image: Image.Image, form: str, **options: object) -> bytes:
    output = BytesIO()
    image.save(output, form, **options)
    return output.getvalue()


def flag(width: int = 40, height: int = 20) -> Image.Image:
    """Red to the left, blue to the right."""
    image = Image.new("RGB", (width, height), RED)
    image.paste(BLUE, (width // 2, 0, width, height))
    return image


def opened(made: Reencoded) -> Image.Image:
    assert made.mime == "image/jpeg"
    assert made.seconds is None
    image = Image.open(BytesIO(made.data))
    assert image.format == "JPEG"
    assert (made.width, made.height) == image.size
    return image


def near(seen: object, colour: tuple[int, int, int]) -> bool:
    assert isinstance(seen, tuple)
    return all(abs(a - b) < 30 for a, b in zip(seen, colour, strict=True))


def refusal(data: bytes, kind: Kind) -> str:
    with pytest.raises(Refused) as refused:
        reencode(data, kind)
    return refused.value.reason


def segments(jpeg: bytes) -> set[str]:
    """The names of a JPEG's segments up to its pixels."""
    at, names = 2, set()
    while True:
        mark, length = struct.unpack_from(">HH", jpeg, at)
        names.add(f"{mark:04x}")
        if mark == 0xFFDA:
            return names
        at += 2 + length


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "GIF"])
def test_photo_forms(form: str) -> None:
    """A photo keeps its picture, whatever it came as."""
    image = opened(reencode(saved(flag(), form), "photo"))
    assert image.size == (40, 20)
    assert near(image.getpixel((5, 10)), RED)
    assert near(image.getpixel((35, 10)), BLUE)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_photo_modes(mode: str) -> None:
    """A picture of any depth keeps what is white and what is not."""
    grey = (
        Image.new("I;16", (40, 20), 40_000) if mode == "I;16" else Image.new("L", (40, 20), 156).convert(mode)
    )
    shown = opened(reencode(saved(grey, "PNG"), "photo")).convert("L").resize((1, 1), Image.Resampling.BOX)
    assert shown.getpixel((0, 0)) == pytest.approx(156, abs=8)


def test_four_colours() -> None:
    """A photo made for print is shown as well."""
    image = opened(reencode(saved(flag().convert("CMYK"), "JPEG"), "photo"))
    assert near(image.getpixel((35, 10)), BLUE)


@pytest.mark.parametrize(("form", "options"), [("PNG", {}), ("WEBP", {"lossless": True})])
def test_transparent(form: str, options: dict[str, object]) -> None:
    """What is transparent is white, whatever colour lies under it."""
    image = Image.new("RGBA", (40, 20), (*GREEN, 0))
    image.paste((*BLUE, 255), (20, 0, 40, 20))
    shown = opened(reencode(saved(image, form, **options), "photo"))
    assert near(shown.getpixel((5, 10)), WHITE)
    assert near(shown.getpixel((35, 10)), BLUE)


def test_transparent_colour() -> None:
    """One colour that is said to be transparent is white as well."""
    shown = opened(reencode(saved(flag(), "PNG", transparency=RED), "photo"))
    assert near(shown.getpixel((5, 10)), WHITE)


@pytest.mark.parametrize("form", ["GIF", "WEBP", "PNG"])
def test_moving_picture(form: str) -> None:
    """Of a moving picture the first moment is kept."""
    later = [Image.new("RGB", (40, 20), colour) for colour in (GREEN, BLUE)]
    data = saved(Image.new("RGB", (40, 20), RED), form, save_all=True, append_images=later)
    assert near(opened(reencode(data, "photo")).getpixel((5, 5)), RED)


@pytest.mark.parametrize(
    ("came", "goes"),
    [
        pytest.param((4000, 1000), (LONG_SIDE, 512), id="wide"),
        pytest.param((1000, 4000), (512, LONG_SIDE), id="high"),
        pytest.param((LONG_SIDE, 10), (LONG_SIDE, 10), id="just small enough"),
        pytest.param((60_000, 3), (LONG_SIDE, 1), id="a line"),
        pytest.param((1, 1), (1, 1), id="a dot"),
    ],
)
def test_small(came: tuple[int, int], goes: tuple[int, int]) -> None:
    """A large photo becomes smaller, a small one stays as it is."""
    assert opened(reencode(saved(Image.new("RGB", came, RED), "JPEG"), "photo")).size == goes


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize(
    ("orientation", "red", "size"),
    [(1, (5, 10), (40, 20)), (2, (35, 10), (40, 20)), (3, (35, 10), (40, 20)), (6, (10, 5), (20, 40))],
)
def test_upright(form: str, orientation: int, red: tuple[int, int], size: tuple[int, int]) -> None:
    """A photo taken with a turned phone stands upright."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    image = opened(reencode(saved(flag(), form, exif=exif), "photo"))
    assert image.size == size
    assert near(image.getpixel(red), RED)
    assert not image.getexif()


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_damaged_metadata(form: str) -> None:
    """Metadata that nobody can read are no reason to refuse the picture."""
    assert opened(reencode(saved(flag(), form, exif=b"Exif\0\0nonsense"), "photo")).size == (40, 20)


def photo_with_metadata(form: str) -> bytes:
    exif = Image.Exif()
    exif[0x010E] = SECRET.decode()
    exif.get_ifd(0x8825)[2] = (52.0, 5.0, 7.0)
    texts = PngImagePlugin.PngInfo()
    texts.add_text("Comment", SECRET.decode())
    return saved(flag(), form, exif=exif, icc_profile=SECRET, xmp=SECRET, comment=SECRET, pnginfo=texts)


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "GIF"])
def test_no_metadata(form: str) -> None:
    """Nothing that a camera or a phone wrote beside the picture stays with it."""
    data = photo_with_metadata(form)
    assert SECRET in data
    made = reencode(data, "photo")
    assert SECRET not in made.data
    assert segments(made.data) <= {"ffe0", "ffdb", "ffc0", "ffc4", "ffda"}


@pytest.mark.parametrize("form", ["BMP", "TIFF", "AVIF", "ICO", "PPM", "PDF"])
def test_other_pictures(form: str) -> None:
    """Other kinds of picture are refused as such."""
    assert refusal(saved(flag(), form), "photo") == "media-wrong-type"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        pytest.param(b"\0\0\0\x18ftypheic" + bytes(99), "photo", id="heic"),
        pytest.param(b"<svg xmlns='http://www.w3.org/2000/svg'/>", "photo", id="svg"),
        pytest.param(b"OggS" + bytes(99), "photo", id="a voice as a photo"),
        pytest.param(b"\xff\xd8\xff\xe0" + bytes(99), "voice", id="a photo as a voice"),
        pytest.param(b"fLaC" + bytes(99), "voice", id="flac"),
        pytest.param(b"#EXTM3U\nfile:///etc/passwd", "voice", id="a playlist"),
        pytest.param(b"hello", "voice", id="words"),
        pytest.param(b"\xff", "voice", id="one byte"),
    ],
)
def test_wrong_type(data: bytes, kind: Kind) -> None:
    """What is no photo or no voice message is refused as such."""
    assert refusal(data, kind) == "media-wrong-type"


@pytest.mark.parametrize("kind", ["photo", "voice"])
def test_no_bytes(kind: Kind) -> None:
    """An empty file is a damaged one."""
    assert refusal(b"", kind) == "media-damaged"


def test_large() -> None:
    """A file of more than twenty megabytes is refused, one of exactly that is looked into."""
    photo = saved(flag(), "JPEG")
    assert refusal(photo.ljust(MOST_BYTES + 1, b"\0"), "photo") == "media-too-large"
    assert opened(reencode(photo.ljust(MOST_BYTES, b"\0"), "photo")).size == (40, 20)


@pytest.mark.parametrize("form", ["PNG", "JPEG", "GIF", "WEBP"])
def test_many_pixels(form: str) -> None:
    """A photo of more than forty megapixels is refused."""
    assert refusal(saved(Image.new("L", (8000, 5001)), form), "photo") == "media-too-many-pixels"


def test_most_pixels() -> None:
    """A photo of forty megapixels is taken."""
    assert opened(reencode(saved(Image.new("1", (8000, 5000)), "PNG"), "photo")).size == (LONG_SIDE, 1280)


def test_gigapixels() -> None:
    """A few bytes that promise a picture of gigapixels unpack nothing."""
    small = saved(Image.new("L", (1, 1)), "PNG")
    head = b"IHDR" + struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    bomb = small.replace(small[12:33], head + struct.pack(">I", zlib.crc32(head)) + small[33:33])
    assert refusal(bomb, "photo") == "media-too-many-pixels"


def test_endless_scans() -> None:
    """A JPEG that goes over its pixels thousands of times is refused before the first."""
    data = saved(Image.new("L", (6000, 6000)), "JPEG", progressive=True)
    last = data[data.rindex(b"\xff\xda") : -2]
    assert refusal(data[:-2] + last * 10_000 + data[-2:], "photo") == "media-damaged"


def test_large_but_sound() -> None:
    """Megabytes of noise are a photo like any other, and so is one with a film behind its end."""
    noise = Image.effect_noise((2500, 2500), 90)
    assert opened(reencode(saved(noise.convert("RGB"), "PNG", compress_level=0), "photo")).width == LONG_SIDE
    moving = saved(flag(), "JPEG") + random.Random(1).randbytes(15_000_000)
    assert opened(reencode(moving, "photo")).size == (40, 20)


def test_several_in_one() -> None:
    """Of a file with several photos, as some phones make, the first is kept."""
    data = saved(flag(), "MPO", save_all=True, append_images=[Image.new("RGB", (40, 20), GREEN)])
    assert near(opened(reencode(data, "photo")).getpixel((5, 10)), RED)


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "GIF"])
@pytest.mark.parametrize("part", [0.02, 0.5])
def test_broken_off(form: str, part: float) -> None:
    """A photo that broke off on its way is damaged."""
    data = saved(Image.effect_noise((300, 200), 90).convert("RGB"), form)
    assert refusal(data[: max(13, int(len(data) * part))], "photo") == "media-damaged"


def sound(
    form: str,
    codec: str = "libopus",
    *,
    seconds: float = 2.0,
    rate: int = 48_000,
    layout: str = "mono",
    film: bool = False,
    words: str = "",
) -> bytes:
    """A tone of 440 Hz."""
    output = BytesIO()
    with av.open(output, "w", format=form) as target:
        target.metadata.update({"title": words} if words else {})
        pictures = (
            target.add_stream("mpeg4", rate=25, width=64, height=48, pix_fmt="yuv420p") if film else None
        )
        stream = target.add_stream(codec, rate=rate, layout=layout)
        assert isinstance(stream, av.AudioStream)
        resampler = av.AudioResampler(stream.format, layout, rate)
        for frame in resampler.resample(tone(seconds, rate)):
            target.mux(stream.encode(frame))
        target.mux(stream.encode(None))
        if pictures:
            target.mux(pictures.encode(av.VideoFrame(64, 48, "yuv420p")))
            target.mux(pictures.encode(None))
    return output.getvalue()


def tone(seconds: float, rate: int) -> av.AudioFrame:
    heights = [int(9000 * math.sin(2 * math.pi * 440 * at / rate)) for at in range(int(seconds * rate))]
    frame = av.AudioFrame("s16", "mono", len(heights))
    frame.sample_rate, frame.pts, frame.time_base = rate, 0, Fraction(1, rate)
    frame.planes[0].update(
        struct.pack(f"<{len(heights)}h", *heights).ljust(frame.planes[0].buffer_size, b"\0")
    )
    return frame


def wav(rate: int, data: bytes, channels: int = 1, form: int = 1) -> bytes:
    """One byte a sample."""
    head = struct.pack("<IHHIIHH", 16, form, channels, rate, rate * channels, channels, 8)
    body = b"WAVEfmt " + head + b"data" + struct.pack("<I", len(data)) + data
    return b"RIFF" + struct.pack("<I", len(body)) + body


def heard(made: Reencoded) -> tuple[float, int]:
    """How many seconds it lasts, and how often its wave goes up through zero in a second."""
    assert made.mime == "audio/mpeg"
    assert made.width is made.height is None
    with av.open(BytesIO(made.data), "r") as source:
        assert source.format.name == "mp3"
        assert [stream.type for stream in source.streams] == ["audio"]
        assert source.streams.audio[0].layout.name == "mono"
        resampler = av.AudioResampler("s16", "mono", 48_000)
        frames = [out for frame in source.decode(audio=0) for out in resampler.resample(frame)]
    wave = b"".join(bytes(frame.planes[0])[: frame.samples * 2] for frame in frames)
    heights = struct.unpack(f"<{len(wave) // 2}h", wave)
    middle = heights[len(heights) // 4 : -len(heights) // 4]
    rises = sum(a < 0 <= b for a, b in pairwise(middle))
    return len(heights) / 48_000, round(rises / (len(middle) / 48_000))


@pytest.mark.parametrize(
    ("form", "codec", "rate"),
    [
        ("ogg", "libopus", 48_000),
        ("webm", "libopus", 48_000),
        ("mp3", "libmp3lame", 44_100),
        ("ipod", "aac", 44_100),
        ("mp4", "aac", 16_000),
        ("mp4", "libopus", 48_000),
        ("adts", "aac", 48_000),
        ("wav", "pcm_s16le", 22_050),
        ("wav", "pcm_f32le", 48_000),
        ("amr", "libopencore_amrnb", 8_000),
        ("3gp", "libopencore_amrnb", 8_000),
    ],
)
def test_voice_forms(form: str, codec: str, rate: int) -> None:
    """A voice message keeps its sound, whatever it came as."""
    made = reencode(sound(form, codec, rate=rate), "voice")
    seconds, pitch = heard(made)
    assert made.seconds == 2
    assert seconds == pytest.approx(2, abs=0.1)
    assert pitch == pytest.approx(440, abs=20)


@pytest.mark.parametrize("layout", ["stereo", "5.1"])
def test_channels(layout: str) -> None:
    """All channels become one."""
    assert heard(reencode(sound("ipod", "aac", layout=layout), "voice"))[1] == pytest.approx(440, abs=20)


def test_short() -> None:
    """The shortest word lasts a second."""
    assert reencode(sound("ogg", seconds=0.3), "voice").seconds == 1


def test_voice_of_a_film() -> None:
    """Of a film only what is heard is kept."""
    assert heard(reencode(sound("mp4", "aac", film=True), "voice"))[0] == pytest.approx(2, abs=0.1)


def test_silent_film() -> None:
    """A film without sound is no voice message."""
    output = BytesIO()
    with av.open(output, "w", format="mp4") as target:
        stream = target.add_stream("mpeg4", rate=25, width=64, height=48, pix_fmt="yuv420p")
        target.mux(stream.encode(av.VideoFrame(64, 48, "yuv420p")))
        target.mux(stream.encode(None))
    assert refusal(output.getvalue(), "voice") == "media-wrong-type"


@pytest.mark.parametrize(
    "data", [wav(8000, bytes(8000), form=6), sound("ogg", "flac")], ids=["a-law", "flac"]
)
def test_other_codecs(data: bytes) -> None:
    """What is no codec of a voice message is not decoded, whatever it is packed in."""
    assert refusal(data, "voice") == "media-wrong-type"


@pytest.mark.parametrize(("form", "codec"), [("ogg", "libopus"), ("mp3", "libmp3lame"), ("ipod", "aac")])
def test_no_words_beside_the_voice(form: str, codec: str) -> None:
    """Nothing that a phone wrote beside the voice stays with it."""
    data = sound(form, codec, words=SECRET.decode())
    assert SECRET in data
    made = reencode(data, "voice")
    assert SECRET not in made.data
    with av.open(BytesIO(made.data), "r") as source:
        assert not source.metadata


def test_changing_stream() -> None:
    """A recording that changes its rate and channels on its way is heard to the end."""
    data = sound("adts", "aac") + sound("adts", "aac", rate=16_000, layout="stereo", seconds=3)
    assert heard(reencode(data, "voice"))[0] == pytest.approx(5, abs=0.2)


@pytest.mark.parametrize(
    ("form", "codec", "rate"),
    [
        ("ogg", "libopus", 48_000),
        ("webm", "libopus", 48_000),
        ("adts", "aac", 48_000),
        ("mp3", "libmp3lame", 48_000),
    ],
)
def test_voice_broken_off(form: str, codec: str, rate: int) -> None:
    """Of a recording that broke off, what was said until then is kept."""
    data = sound(form, codec, rate=rate, seconds=8)
    assert 2 < heard(reencode(data[: len(data) // 2], "voice"))[0] < 6


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"OggS" + bytes(200), id="no pages"),
        pytest.param(b"\x1aE\xdf\xa3" + bytes(200), id="no segments"),
        pytest.param(b"\0\0\0\x18ftypM4A " + bytes(200), id="no boxes"),
        pytest.param(b"#!AMR\n", id="no frames"),
        pytest.param(b"ID3" + bytes(500), id="only a tag"),
        pytest.param(b"\xff\xfb\x90\x64" + bytes(3), id="half a frame"),
        pytest.param(wav(8000, b""), id="no samples"),
        pytest.param(wav(0, bytes(800)), id="no rate"),
        pytest.param(wav(2**31 - 1, bytes(80_000)), id="an absurd rate"),
        pytest.param(wav(8000, bytes(80_000), channels=200), id="two hundred channels"),
        pytest.param(sound("ipod", "aac", seconds=8)[:40_000], id="an MP4 without its end"),
    ],
)
def test_damaged_voice(data: bytes) -> None:
    """What cannot be heard is damaged."""
    assert refusal(data, "voice") == "media-damaged"


def test_ten_minutes() -> None:
    """A voice message of ten minutes is taken."""
    assert reencode(wav(1000, b"\x80" * 600_000), "voice").seconds == 600


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(wav(1000, b"\x80" * 602_000), id="a little too long"),
        pytest.param(wav(1, b"\x80" * 10_000), id="hours in ten kilobytes"),
    ],
)
def test_long(data: bytes) -> None:
    """A longer one is refused, and not decoded beyond the limit."""
    assert refusal(data, "voice") == "media-too-long"


def test_promised_samples() -> None:
    """A kilobyte that promises a hundred million samples, and so asks for gigabytes, is refused."""
    data = bytearray(sound("mp4", "aac", seconds=0.5))
    for box, words in {
        b"stsz": (0, 1, 10**8),
        b"stts": (0, 1, 10**8, 1024),
        b"stsc": (0, 1, 1, 10**8, 1),
    }.items():
        struct.pack_into(f">{len(words)}I", data, data.index(box) + 4, *words)
    assert refusal(bytes(data), "voice") == "media-damaged"


SAMPLES: list[tuple[bytes, Kind]] = [
    *((saved(flag(), form), "photo") for form in ("JPEG", "PNG", "WEBP", "GIF")),
    *((sound(form, "libopus", seconds=0.2), "voice") for form in ("ogg", "webm", "mp4")),
    (sound("mp3", "libmp3lame", seconds=0.2), "voice"),
]


@settings(max_examples=30, deadline=None)
@given(
    st.sampled_from(SAMPLES),
    st.lists(st.tuples(st.integers(0), st.integers(0, 255)), min_size=1, max_size=40),
)
def test_any_damage(sample: tuple[bytes, Kind], changes: list[tuple[int, int]]) -> None:
    """Whatever becomes of the bytes, the outcome is a file made anew or a refusal."""
    data = bytearray(sample[0])
    for at, value in changes:
        data[at % len(data)] = value
    with suppress(Refused):
        assert reencode(bytes(data), sample[1]).data


def behave(monkeypatch: pytest.MonkeyPatch, folder: Path, script: str) -> None:
    """Put another script in the decoder's place."""
    (folder / "decoder.py").write_text(
        f"import json, os, signal, sys, time\nsys.stdin.buffer.read()\n{script}\n"
    )
    monkeypatch.setattr(reencoding, "__file__", str(folder / "decoder.py"))


def test_no_secrets(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The decoder knows nothing of our settings."""
    monkeypatch.setenv("SAMENSPRAAK_SECRET_KEY", "s" * 32)
    behave(
        monkeypatch,
        tmp_path,
        'print(json.dumps({"refused": "media-damaged", "detail": " ".join(os.environ)}))',
    )
    with pytest.raises(Refused) as refused:
        reencode(b"OggS", "voice")
    assert "PATH" in refused.value.detail
    assert "SAMENSPRAAK" not in refused.value.detail


@pytest.mark.parametrize(
    "script", ["os.kill(os.getpid(), signal.SIGSEGV)", "time.sleep(60)"], ids=["crash", "hang"]
)
def test_decoder_dies(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, script: str) -> None:
    """A file that crashes or stalls the decoder is damaged; the program lives on."""
    monkeypatch.setattr(reencoding, "_PATIENCE", 1.0)
    behave(monkeypatch, tmp_path, script)
    assert refusal(b"OggS", "voice") == "media-damaged"


def test_decoder_missing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Where a library is missing that is our fault, and nobody's file is called damaged."""
    behave(monkeypatch, tmp_path, "import nothing_of_that_name")
    with pytest.raises(RuntimeError, match="nothing_of_that_name"):
        reencode(b"OggS", "voice")


def test_light() -> None:
    """Importing the module loads neither of the libraries, nor does using it."""
    program = (
        "import sys; from bot.reencoding import *\n"
        "try: reencode(b'OggS', 'voice')\n"
        "except Refused as refused: print(refused.reason)\n"
        "print({'av', 'PIL'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["media-damaged", "set()"]
