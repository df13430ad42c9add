"""Readers of open questions: words, and what a person tells in words, by voice or with a photo."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, TypeAlias, cast

from flows.engine.choosing import GONE
from flows.engine.cleaning import clean, says_something
from flows.engine.questions import (
    JSON,
    Answer,
    Misread,
    Option,
    Press,
    Reading,
    Sent,
    Spot,
    Withdrawn,
    Words,
)

Kind: TypeAlias = Literal["text", "voice", "photo"]
KINDS: Final[tuple[Kind, ...]] = ("text", "voice", "photo")


def bounded(text: str, least: int, most: int) -> str | Misread:
    """The cleaned text, when it says something and its length is within the bounds."""
    cleaned = clean(text)
    if not says_something(cleaned):
        return Misread("answer-empty")
    if len(cleaned) < least:
        return Misread("answer-too-short", {"least": least, "length": len(cleaned)})
    if len(cleaned) > most:
        return Misread("answer-too-long", {"most": most, "length": len(cleaned)})
    return cleaned


def wrong_kind(answer: Answer, wanted: str) -> Misread:
    """Says what was sent and what would help: `wanted` is "text", "place", or kinds joined by "-"."""
    match answer:
        case Press():
            return GONE
        case Sent():
            return Misread("answer-kind", {"sent": answer.kind, "wanted": wanted})
        case Spot():
            return Misread("answer-kind", {"sent": "place", "wanted": wanted})
        case _:
            return Misread("answer-kind", {"sent": "text", "wanted": wanted})


@dataclass(frozen=True)
class Text:
    """Reads words, cleaned; the bounds are in characters."""

    least: int = 2
    most: int = 3000

    def options(self, chosen: str | None = None) -> tuple[Option, ...]:
        """None: this is answered with words."""
        return ()

    def read(self, answer: Answer, reading: Reading, chosen: str | None = None) -> str | Misread:
        """Reads words within the bounds."""
        if isinstance(answer, Words):
            return bounded(answer.text, self.least, self.most)
        return wrong_kind(answer, "text")

    def dump(self, value: str) -> JSON:
        """The text."""
        return value

    def load(self, stored: JSON) -> str:
        """Raises `Withdrawn` for anything but a text."""
        if isinstance(stored, str):
            return stored
        raise Withdrawn(stored)


@dataclass(frozen=True)
class Told:
    """What a person told: words, or a voice message or photo (`media`) with what was written beside it."""

    text: str
    media: str = ""
    kind: Kind = "text"
    seconds: int | None = None


@dataclass(frozen=True)
class Telling:
    """Reads words within the bounds (in characters), a voice message, or a photo with or without words."""

    kinds: tuple[Kind, ...] = KINDS
    least: int = 10
    most: int = 3000

    def options(self, chosen: Told | None = None) -> tuple[Option, ...]:
        """None: this is answered by telling."""
        return ()

    def read(self, answer: Answer, reading: Reading, chosen: Told | None = None) -> Told | Misread:
        """Reads whatever kind is allowed."""
        if isinstance(answer, Words) and "text" in self.kinds:
            text = bounded(answer.text, self.least, self.most)
            return text if isinstance(text, Misread) else Told(text)
        if isinstance(answer, Sent) and answer.kind in self.kinds:
            beside = clean(answer.caption)
            if len(beside) > self.most:
                return Misread("answer-too-long", {"most": self.most, "length": len(beside)})
            return Told(beside, answer.media, cast(Kind, answer.kind), answer.seconds)
        return wrong_kind(answer, "-".join(kind for kind in KINDS if kind in self.kinds))

    def dump(self, value: Told) -> JSON:
        """An object: `{"text": ..., "media": ..., "kind": ..., "seconds": ...}`."""
        return {"text": value.text, "media": value.media, "kind": value.kind, "seconds": value.seconds}

    def load(self, stored: JSON) -> Told:
        """Raises `Withdrawn` for another shape, or a kind that is no longer asked for."""
        match stored:
            case {
                "text": str(text),
                "media": str(media),
                "kind": "text" | "voice" | "photo" as kind,
                "seconds": int() | None as seconds,
            } if kind in self.kinds:
                return Told(text, media, kind, seconds)
            case _:
                raise Withdrawn(stored)
