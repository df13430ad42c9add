"""The names of days and months, in Dutch and English, compared without capitals or accents."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from rapidfuzz.distance import OSA

_DAYS: Final = (
    "maandag monday ma mon",
    "dinsdag tuesday di tue tues",
    "woensdag wednesday wo wed woe",
    "donderdag thursday do thu thur thurs",
    "vrijdag friday vr fri vrij",
    "zaterdag saturday za sat",
    "zondag sunday zo sun",
)
_MONTHS: Final = (
    "januari january jan",
    "februari february feb febr",
    "maart march mrt mar",
    "april apr",
    "mei may",
    "juni june jun",
    "juli july jul",
    "augustus august aug",
    "september sep sept",
    "oktober october okt oct",
    "november nov",
    "december dec",
)


def _numbered(rows: tuple[str, ...], first: int) -> dict[str, int]:
    return {name: number for number, row in enumerate(rows, start=first) for name in row.split()}


WEEKDAYS: Final[Mapping[str, int]] = _numbered(_DAYS, 0)
"""Monday is 0, as `date.weekday` has it."""

MONTHS: Final[Mapping[str, int]] = _numbered(_MONTHS, 1)
"""January is 1."""

_LONG: Final = tuple(name for name in {**WEEKDAYS, **MONTHS} if len(name) > 5)


def spelled(word: str) -> str:
    """A day or month with one slip of the finger as it is spelled; any other word as it is."""
    if len(word) < 5 or word in WEEKDAYS or word in MONTHS:
        return word
    near = [name for name in _LONG if OSA.distance(word, name, score_cutoff=1) == 1]
    return near[0] if len(near) == 1 else word
