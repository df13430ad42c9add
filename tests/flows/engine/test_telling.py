"""Words, and what is told by voice or with a photo."""

from __future__ import annotations

from typing import Any

import pytest
from readings import misread, reading, typed

from flows.engine.questions import Answer, Misread, Press, Sent, Spot, Words
from flows.engine.readers import Telling, Text, Told


def test_text_reads_words() -> None:
    """What was typed, cleaned."""
    assert typed(Text(), " Het park\x00 is vol. ") == "Het park is vol."


@pytest.mark.parametrize(
    ("answer", "refused"),
    [
        (Words(" \n\u200b\u200d "), misread("answer-empty")),
        (Words("a"), misread("answer-too-short", least=2, length=1)),
        (Words("a" * 11), misread("answer-too-long", most=10, length=11)),
        (Sent("m1", "voice"), misread("answer-kind", sent="voice", wanted="text")),
        (Spot(52.1, 4.3), misread("answer-kind", sent="place", wanted="text")),
        (Press("yes"), misread("answer-gone")),
    ],
)
def test_text_says_what_would_help(answer: Answer, refused: Misread) -> None:
    """Each refusal has a sentence of its own."""
    assert Text(2, 10).read(answer, reading()) == refused


def test_telling_takes_words_a_voice_or_a_photo() -> None:
    """A photo comes with or without words beside it."""
    story = "Gisteren stond ik in de rij."
    assert typed(Telling(), story) == Told(story)
    assert Telling().read(Sent("m1", "voice", seconds=12), reading()) == Told("", "m1", "voice", 12)
    assert Telling().read(Sent("m2", "photo", " Kijk\x00 "), reading()) == Told("Kijk", "m2", "photo")


@pytest.mark.parametrize(
    ("kinds", "answer", "refused"),
    [
        (("text", "voice", "photo"), Words("kort"), misread("answer-too-short", least=10, length=4)),
        (("text", "voice", "photo"), Words(""), misread("answer-empty")),
        (
            ("text", "voice", "photo"),
            Sent("m", "other"),
            misread("answer-kind", sent="other", wanted="text-voice-photo"),
        ),
        (("photo", "text"), Sent("m", "voice"), misread("answer-kind", sent="voice", wanted="text-photo")),
        (("voice",), Words("een heel verhaal"), misread("answer-kind", sent="text", wanted="voice")),
        (("text",), Spot(1, 2), misread("answer-kind", sent="place", wanted="text")),
        (("text",), Press("x"), misread("answer-gone")),
        (("photo",), Sent("m", "photo", "x" * 3001), misread("answer-too-long", most=3000, length=3001)),
    ],
)
def test_telling_says_what_would_help(kinds: Any, answer: Answer, refused: Misread) -> None:
    """What cannot be used here, and what can."""
    assert Telling(kinds).read(answer, reading()) == refused
