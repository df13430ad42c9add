"""How many: the one whole number that a text names.

A text that names two numbers, a part of one, or only a limit ("meer dan 10") names none.
"""

from __future__ import annotations

import re
from typing import Final

from flows.engine.cleaning import clean, words
from flows.engine.number_words import in_digits

LONGEST: Final = 100
"""Characters: a number in a longer text is about something else."""

HUGE: Final = 10**15
"""What is larger is read as this many."""

_THOUSANDS: Final = re.compile(r"(?<=\d)[.,](?=\d{3}(?!\d))")
_BROKEN: Final = re.compile(r"\d[.,/]\d")
_MINUS: Final = re.compile(r"(?<!\S)[-−–](?=\d)")
_AROUND: Final = re.compile(
    r"\been [a-z]+ (?:of|van) (?=\w)"
    r"|\bten (?=minste|hoogste)"
    r"|\b(?:niet|no|not) (?:meer|minder|more|less|fewer) (?:dan|than)\b"
    r"|\b(?:meer of minder|more or less)\b"
)
_NOBODY: Final = re.compile(r"geen|geen enkele|niemand|niets|none|nobody|no one|nothing")
_VAGUE: Final = re.compile(
    r"\b(?:(?:meer|minder|more|less|fewer) (?:dan|than)|over|boven|onder|under|above|below|niet|not|geen"
    r"|half|halve|anderhalf|anderhalve|paar|couple|few|weet|know)\b"
)
_NUMBER: Final = re.compile(r"\b(minus )?(\d+)(?:x|e|de|ste|st|nd|rd|th)?\b")


def read_count(text: str) -> int | None:
    """The number, or None."""
    plain = _plain(text) if len(text) <= LONGEST else ""
    if _NOBODY.fullmatch(plain):
        return 0
    row = " ".join(in_digits(plain.split()))
    named = {(bool(found[1]), found[2]) for found in _NUMBER.finditer(row)}
    if len(named) != 1 or _VAGUE.search(row):
        return None
    negative, digits = named.pop()
    number = int(digits) if len(digits) < len(str(HUGE)) else HUGE
    return -number if negative else number


def _plain(text: str) -> str:
    """The words in a row, less those that say "about"; nothing for a question or a fraction."""
    text = _THOUSANDS.sub("", clean(text))
    fraction = any(character.isnumeric() and not character.isdecimal() for character in text)
    if fraction or "?" in text or _BROKEN.search(text):
        return ""
    return _AROUND.sub("", " ".join(words(_MINUS.sub(" minus ", text)))).strip()
