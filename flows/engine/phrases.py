"""Known phrases in a row of words: what a text is made of."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby
from typing import TypeAlias

from flows.engine.cleaning import tokens

Tokens: TypeAlias = tuple[str, ...]


@lru_cache(maxsize=256)
def known(phrases: tuple[str, ...]) -> frozenset[Tokens]:
    """The tokens of each phrase. Cached, so give it words of our own, never what a person wrote."""
    return frozenset(found for phrase in phrases if (found := tokens(phrase)))


def parse(words: Sequence[str], meanings: Mapping[str, frozenset[Tokens]]) -> Iterator[tuple[str, Tokens]]:
    """The text in parts, each with its meaning: the longest phrase first, "" for a word that is not known.

    Where two meanings know the same phrase, the first in `meanings` counts.
    """
    longest = max((len(phrase) for phrases in meanings.values() for phrase in phrases), default=1)
    rest = tuple(words)
    while rest:
        meaning, taken = _first(rest[:longest], meanings)
        yield meaning, rest[:taken]
        rest = rest[taken:]


def _first(words: Tokens, meanings: Mapping[str, frozenset[Tokens]]) -> tuple[str, int]:
    for taken in range(len(words), 0, -1):
        for meaning, phrases in meanings.items():
            if words[:taken] in phrases:
                return meaning, taken
    return "", 1


def without(words: Sequence[str], filler: frozenset[Tokens]) -> Tokens:
    """The words that say something: all but the phrases of `filler`."""
    return tuple(word for meaning, part in parse(words, {"filler": filler}) if not meaning for word in part)


def unstretched(word: str, vocabulary: Collection[str]) -> str:
    """A drawn-out word ("jaaaa", "neeee") as the vocabulary has it; any other word as it is."""
    runs = [(letter, len(list(run))) for letter, run in groupby(word)]
    if max((length for _, length in runs), default=0) < 3:
        return word
    for most in (1, 2):
        candidate = "".join(letter * (length if length < 3 else most) for letter, length in runs)
        if candidate in vocabulary:
            return candidate
    return word
