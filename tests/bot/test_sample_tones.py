"""The sample's voice messages: soft, short, and sound to whoever plays them."""

from __future__ import annotations

import wave
from array import array
from io import BytesIO

from bot.reencoding import reencode
from bot.sample_tones import RATE, SECONDS, tones


def sound(seed: int) -> array[int]:
    with wave.open(BytesIO(tones(seed))) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, RATE)
        return array("h", file.readframes(file.getnframes()))


def test_some_seconds() -> None:
    """They last a few seconds, and are never loud."""
    heard = sound(7)
    assert len(heard) == SECONDS * RATE
    assert 1_000 < max(map(abs, heard)) <= 5_000


def test_each_its_own() -> None:
    """Another seed gives other tones, the same one the same."""
    assert tones(7) == tones(7)
    assert tones(7) != tones(43)


def test_taken_like_any_voice_message() -> None:
    """They go through the same re-encoding as what people send, and are small."""
    made = reencode(tones(7), "voice")
    assert (made.mime, made.seconds) == ("audio/mpeg", SECONDS)
    assert len(made.data) < 60_000
