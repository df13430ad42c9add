"""The reader of closed questions with several answers."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from flows.engine.choosing import GONE, keys_of
from flows.engine.cleaning import tokens
from flows.engine.matching import LONGEST, match
from flows.engine.phrases import known
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

DONE: Final = "done"
NONE: Final = "none"

_PLACES: Final = re.compile(r"\s*\d{1,3}\.?(?:[\s,;&+]+\d{1,3}\.?)+\s*")
_BETWEEN: Final = (
    re.compile(r"[,;\n]"),
    re.compile(r"[&+]|\b(?:en|and|ook|also)\b", re.IGNORECASE),
)


@dataclass(frozen=True)
class SeveralOf:
    """Reads the keys of several options, in the order of the options.

    A press picks or drops one option and leaves the question open (`Partial`); the key `done` finishes, and
    where `least` is 0 the key `none` finishes with nothing. Words finish at once, with what was picked
    before.
    """

    choices: tuple[Option, ...]
    least: int = 1
    most: int | None = None

    def __post_init__(self) -> None:
        if {DONE, NONE} & keys_of(self.choices):
            raise ValueError(f"the option keys {DONE!r} and {NONE!r} have a meaning of their own here")

    def options(self, chosen: tuple[str, ...] | None = None) -> tuple[Option, ...]:
        """The options, picked ones marked, and the way to finish as soon as there is enough."""
        picked = chosen or ()
        marked = tuple(replace(option, chosen=option.key in picked) for option in self.choices)
        if picked and len(picked) >= self.least:
            return *marked, Option(DONE, Phrase("done"))
        if not picked and self.least == 0:
            return *marked, Option(NONE, Phrase("none"))
        return marked

    def read(
        self, answer: Answer, reading: Reading, chosen: tuple[str, ...] | None = None
    ) -> tuple[str, ...] | Misread | Partial[tuple[str, ...]]:
        """Reads a press, or words of which every part fits one option."""
        picked = chosen or ()
        if isinstance(answer, Press):
            return self._pressed(answer.option, picked)
        meant = self._meant(answer.text, reading, picked) if isinstance(answer, Words) else None
        return Misread("answer-several-of") if meant is None else self._refusal(meant) or meant

    def dump(self, value: tuple[str, ...]) -> JSON:
        """A list of keys."""
        return list(value)

    def load(self, stored: JSON) -> tuple[str, ...]:
        """Raises `Withdrawn` when one of the keys is no longer offered."""
        offered = keys_of(self.choices)
        if isinstance(stored, list | tuple):
            kept = tuple(key for key in stored if isinstance(key, str) and key in offered)
            if len(kept) == len(stored):
                return kept
        raise Withdrawn(stored)

    def _pressed(
        self, key: str, picked: tuple[str, ...]
    ) -> tuple[str, ...] | Misread | Partial[tuple[str, ...]]:
        if key in {DONE, NONE}:
            finished = picked if key == DONE else ()
            return self._refusal(finished) or finished
        if key not in keys_of(self.choices):
            return GONE
        toggled = self._ordered(frozenset(picked) ^ {key})
        excess = self._excess(toggled) if key in toggled else None
        return excess or Partial(toggled)

    def _meant(self, text: str, reading: Reading, picked: tuple[str, ...]) -> tuple[str, ...] | None:
        if len(text) > LONGEST:
            return None
        everything = ("words-all", "words-both") if len(self.choices) == 2 else ("words-all",)
        if any(_says(text, key, reading) for key in everything):
            return self._ordered(keys_of(self.choices))
        keys = _each(text, self.options(picked), reading)
        if not keys:
            return () if _says(text, "none", reading) else None
        return None if NONE in keys and len(keys) > 1 else self._ordered(keys | {*picked})

    def _refusal(self, chosen: tuple[str, ...]) -> Misread | None:
        if len(chosen) < self.least:
            return Misread("answer-more", {"least": self.least})
        return self._excess(chosen)

    def _excess(self, chosen: tuple[str, ...]) -> Misread | None:
        if self.most is not None and len(chosen) > self.most:
            return Misread("answer-fewer", {"most": self.most})
        return None

    def _ordered(self, keys: frozenset[str]) -> tuple[str, ...]:
        return tuple(option.key for option in self.choices if option.key in keys)


def _says(text: str, key: str, reading: Reading) -> bool:
    return tokens(text) in known(reading.words(Phrase(key)))


def _each(text: str, options: tuple[Option, ...], reading: Reading) -> frozenset[str]:
    """The keys that the parts of a text mean; none when any part means nothing."""
    if key := match(text, options, reading):
        return frozenset({key})
    between = [re.compile(r"\D+")] if _PLACES.fullmatch(text) else _BETWEEN
    for separator in between:
        parts = {part for part in separator.split(text) if tokens(part)}
        if len(parts) > 1:
            found = [_each(part, options, reading) for part in parts]
            return frozenset().union(*found) if all(found) else frozenset()
    return frozenset()
