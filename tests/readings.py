"""What the tests of answer readers share: the real words, on one fixed day."""

from __future__ import annotations

from datetime import date
from typing import Any

from flows.engine.questions import Label, Misread, Reader, Reading, TextArgument, Words
from flows.wording import Wording

WORDING = Wording()
TODAY = date(2026, 11, 22)


def reading(language: str = "nl") -> Reading:
    """A reading in a language, with the words of all."""

    def words(label: Label) -> tuple[str, ...]:
        return WORDING.labels(label, language)

    return Reading(TODAY, language, words)


def typed(reader: Reader[Any], text: str, language: str = "nl") -> Any:
    """What the reader makes of words."""
    return reader.read(Words(text), reading(language))


def misread(key: str, **arguments: TextArgument) -> Misread:
    """What the reader says when it makes nothing of them."""
    return Misread(key, arguments or None)


def table(cells: str) -> list[str]:
    """The cells of a row of examples, parted by bars."""
    return [cell.strip() for cell in cells.split("|")]
