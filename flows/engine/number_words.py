"""Numbers as people write them out, in Dutch and English, compared without capitals or accents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

_DUTCH: Final = (
    "nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien "
    "zeventien achttien negentien"
).split()
_ENGLISH: Final = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
_DUTCH_TENS: Final = "twintig dertig veertig vijftig zestig zeventig tachtig negentig".split()
_ENGLISH_TENS: Final = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ROUND: Final = {"honderd": 100, "hundred": 100, "duizend": 1000, "thousand": 1000}
_ORDINALS: Final = {
    "eerste": 1,
    "tweede": 2,
    "derde": 3,
    "vierde": 4,
    "vijfde": 5,
    "zesde": 6,
    "zevende": 7,
    "achtste": 8,
    "negende": 9,
    "tiende": 10,
    "elfde": 11,
    "twaalfde": 12,
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "eleventh": 11,
    "twelfth": 12,
}


def _cardinals() -> dict[str, int]:
    found = {**_ROUND}
    for names in (_DUTCH, _ENGLISH):
        found |= {name: number for number, name in enumerate(names)}
    for place, (dutch, english) in enumerate(zip(_DUTCH_TENS, _ENGLISH_TENS, strict=True), start=2):
        found |= {dutch: 10 * place, english: 10 * place}
        for unit in range(1, 10):
            found[f"{_DUTCH[unit]}en{dutch}"] = 10 * place + unit
            found[f"{english}{_ENGLISH[unit]}"] = 10 * place + unit
            found[f"{english} {_ENGLISH[unit]}"] = 10 * place + unit
    return found


CARDINALS: Final[Mapping[str, int]] = _cardinals()
"""Number words of one word, and of two in English ("twenty one")."""

ORDINALS: Final[Mapping[str, int]] = _ORDINALS
"""Words for a place in a row."""


def in_digits(words: Sequence[str], names: Mapping[str, int] = CARDINALS) -> tuple[str, ...]:
    """The words with every number word as digits."""
    found: list[str] = []
    rest = list(words)
    while rest:
        pair = " ".join(rest[:2])
        taken = 2 if len(rest) > 1 and pair in names else 1
        word = " ".join(rest[:taken])
        found.append(str(names[word]) if word in names else word)
        rest = rest[taken:]
    return tuple(found)
