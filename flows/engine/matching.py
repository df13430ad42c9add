"""Which of the options a person means with what they typed.

From sure to less sure, and the first way that finds an option counts: the label itself, its place in the
list, how it begins, words that only it has, one slip of the finger. Where a way finds two, nothing is chosen:
a person is asked again rather than misunderstood. A plain "nee" or "weet niet" is not stretched to fit an
option that happens to look like it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from rapidfuzz.distance import OSA

from flows.engine.cleaning import tokens
from flows.engine.number_words import CARDINALS, ORDINALS
from flows.engine.phrases import Tokens, known, without
from flows.engine.questions import Option, Phrase, Reading

LONGEST: Final = 300
"""Characters: what is longer is a story, not the name of an option."""

_LONG_ENOUGH: Final = 4
_PLAIN: Final = ("yes", "no", "words-not", "words-doubt")
_LAST: Final = frozenset({"laatste", "last"})
_PLACE: Final = re.compile(r"(\d{1,3})(?:e|de|ste|st|nd|rd|th)?")

Shown: TypeAlias = Sequence[tuple[str, frozenset[Tokens]]]


@dataclass(frozen=True)
class _Way:
    """One way to find options: `core` looks at what is left without filler, `loose` skips a plain answer."""

    find: Callable[[Tokens, Shown], Iterator[str]]
    core: bool = False
    loose: bool = False


def match(text: str, options: Sequence[Option], reading: Reading) -> str | None:
    """The key of the one option that is meant, or None."""
    return _first(_WAYS, text, options, reading)


def match_label(text: str, options: Sequence[Option], reading: Reading) -> str | None:
    """The key of the one option whose label was typed (or its first words, or with one slip), or None."""
    return _first(_LITERAL_WAYS, text, options, reading)


def _first(ways: Sequence[_Way], text: str, options: Sequence[Option], reading: Reading) -> str | None:
    typed = tokens(text) if len(text) <= LONGEST else ()
    core = without(typed, known(reading.words(Phrase("words-filler"))))
    plain = any({typed, core} & known(reading.words(Phrase(key))) for key in _PLAIN)
    shown = [(option.key, _names(option, reading)) for option in options] if typed else []
    for way in ways:
        skipped = (way.loose and plain) or not (core or way.find is _by_name)
        keys = set() if skipped else set(way.find(core if way.core else typed, shown))
        if keys:
            return keys.pop() if len(keys) == 1 else None
    return None


def _names(option: Option, reading: Reading) -> frozenset[Tokens]:
    return frozenset(found for word in reading.words(option.label) if (found := tokens(word)))


def _by_name(words: Tokens, shown: Shown) -> Iterator[str]:
    return (key for key, names in shown if words in names)


def _by_place(words: Tokens, shown: Shown) -> Iterator[str]:
    """By its number. An option that begins with that number ("2 keer") may be meant just as well."""
    place = _place(words[0], len(shown)) if len(words) == 1 else 0
    if 1 <= place <= len(shown):
        yield shown[place - 1][0]
    if place:
        yield from _by_first_words(words, shown)


def _place(word: str, count: int) -> int:
    if word in _LAST:
        return count
    if found := _PLACE.fullmatch(word):
        return int(found[1])
    return CARDINALS.get(word, ORDINALS.get(word, 0))


def _by_first_words(words: Tokens, shown: Shown) -> Iterator[str]:
    return (key for key, names in shown if any(name[: len(words)] == words for name in names))


def _by_beginning(words: Tokens, shown: Shown) -> Iterator[str]:
    beginning = " ".join(words)
    if len(beginning) > 2:
        yield from (
            key for key, names in shown if any(" ".join(name).startswith(beginning) for name in names)
        )


def _by_own_words(words: Tokens, shown: Shown) -> Iterator[str]:
    if all(len(word) > 2 or not word.isalnum() for word in words):
        yield from (key for key, names in shown if any(set(words) <= set(name) for name in names))


def _by_slip(words: Tokens, shown: Shown) -> Iterator[str]:
    """One slip away from one option, and further away from every other; short words are too close."""
    typed = " ".join(words)
    if len(typed) < _LONG_ENOUGH:
        return
    away = [
        (OSA.distance(typed, name), len(name), key) for key, names in shown for name in map(" ".join, names)
    ]
    if any(distance == 1 and length >= _LONG_ENOUGH for distance, length, _ in away):
        yield from (key for distance, _, key in away if distance <= 2)


_LITERAL_WAYS: Final = (_Way(_by_name), _Way(_by_first_words), _Way(_by_slip, loose=True))
_WAYS: Final = (
    _Way(_by_name),
    _Way(_by_name, core=True),
    _Way(_by_place, core=True),
    _Way(_by_first_words),
    _Way(_by_first_words, core=True),
    _Way(_by_beginning, loose=True),
    _Way(_by_beginning, core=True, loose=True),
    _Way(_by_own_words, core=True, loose=True),
    _Way(_by_slip, loose=True),
    _Way(_by_slip, core=True, loose=True),
)
