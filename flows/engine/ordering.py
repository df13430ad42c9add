"""The reader of questions that are answered with an order."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from flows.engine.choosing import GONE, keys_of
from flows.engine.cleaning import tokens
from flows.engine.matching import LONGEST, match
from flows.engine.questions import (
    JSON,
    Answer,
    Misread,
    Option,
    Partial,
    Phrase,
    Press,
    Reading,
    Withdrawn,
    Words,
)
from flows.engine.several import DONE

_NUMBERS: Final = re.compile(r"\s*\d{1,3}[.)]?(?:[\s,;>/-]+\d{1,3}[.)]?)+\s*")
_BETWEEN: Final = re.compile(r"[,;>\n]|\b(?:en dan|en|dan|and then|and|then)\b", re.IGNORECASE)


@dataclass(frozen=True)
class InOrder:
    """Reads the keys of options in the order that a person puts them, the dearest first.

    A press puts one in the next place and leaves the question open (`Partial`); the key `done` leaves the
    others out. When one is left it comes last by itself. A row of numbers or names is the whole answer.
    """

    choices: tuple[Option, ...]

    def __post_init__(self) -> None:
        if DONE in keys_of(self.choices):
            raise ValueError(f"the option key {DONE!r} has a meaning of its own here")

    def options(self, chosen: tuple[str, ...] | None = None) -> tuple[Option, ...]:
        """Always at the same numbers, each with the place that it was given; then the way to finish."""
        placed = chosen or ()
        shown = tuple(_placed(option, placed) for option in self.choices)
        return (*shown, Option(DONE, Phrase("order-done"))) if placed else shown

    def read(
        self, answer: Answer, reading: Reading, chosen: tuple[str, ...] | None = None
    ) -> tuple[str, ...] | Misread | Partial[tuple[str, ...]]:
        """Reads a press, one name or number, or all of the order at once."""
        placed = chosen or ()
        if isinstance(answer, Press):
            return self._next(answer.option, placed)
        if not isinstance(answer, Words) or len(answer.text) > LONGEST:
            return Misread("answer-order")
        one = match(answer.text, self.options(placed), reading) or match(answer.text, self.choices, reading)
        return self._next(one, placed) if one else self._all(answer.text, reading, placed)

    def dump(self, value: tuple[str, ...]) -> JSON:
        """A list of keys."""
        return list(value)

    def load(self, stored: JSON) -> tuple[str, ...]:
        """Raises `Withdrawn` when one of the keys is no longer offered."""
        if isinstance(stored, list | tuple) and set(stored) <= keys_of(self.choices):
            return tuple(str(key) for key in stored)
        raise Withdrawn(stored)

    def _next(
        self, key: str, placed: tuple[str, ...]
    ) -> tuple[str, ...] | Misread | Partial[tuple[str, ...]]:
        if key == DONE and placed:
            return placed
        if key not in keys_of(self.choices):
            return GONE
        if key in placed:
            return self._twice(key, placed)
        order = (*placed, key)
        rest = tuple(option.key for option in self.choices if option.key not in order)
        return (*order, *rest) if len(rest) < 2 else Partial(order)

    def _all(self, text: str, reading: Reading, placed: tuple[str, ...]) -> tuple[str, ...] | Misread:
        """Every part names one option, and none twice; what was put in order before stays in front."""
        parts = re.findall(r"\d+", text) if _NUMBERS.fullmatch(text) else _BETWEEN.split(text)
        order = placed
        for part in filter(tokens, parts):
            key = match(part, self.choices, reading)
            if key is None:
                return Misread("answer-order")
            if key in order:
                return self._twice(key, order)
            order = (*order, key)
        return order if len(order) > len(placed) else Misread("answer-order")

    def _twice(self, key: str, placed: tuple[str, ...]) -> Misread:
        label = next(option.label for option in self.choices if option.key == key)
        return Misread("answer-order-twice", {"option": label, "place": placed.index(key) + 1})


def _placed(option: Option, placed: tuple[str, ...]) -> Option:
    if option.key not in placed:
        return option
    label = Phrase("order-placed", {"option": option.label, "place": placed.index(option.key) + 1})
    return Option(option.key, label, chosen=True)
