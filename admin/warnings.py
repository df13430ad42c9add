"""Personal data that someone left in a text: marked for the moderator, who decides what to do with it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Part:
    """A stretch of a text; `warning` says what it looks like: phone, email, address, bsn, or nothing."""

    text: str
    warning: str = ""


_EMAIL: Final = r"(?P<email>[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+)"
_PHONE: Final = r"(?P<phone>(?<![\w+])(?:\+31|0031|0)[ .-]?\(?0?\)?[ .-]?[1-9](?:[ .-]?\d){8}(?!\d))"
_ADDRESS: Final = (
    r"(?P<address>"
    r"\b[1-9]\d{3}[ ]?[A-Z]{2}\b(?:[ ,]+(?:nr\.?[ ]?)?\d{1,5}[ -]?[a-zA-Z]?\b)?"
    r"|\b[A-Z][\w'-]*(?:straat|laan|weg|plein|gracht|kade|dijk|hof|steeg|singel)[ ]\d{1,5}[a-zA-Z]?\b"
    r")"
)
_BSN: Final = r"(?P<bsn>(?<![\d.])\d{4}[ .]?\d{2}[ .]?\d{2,3}(?![\d]))"

_FINDS: Final = re.compile("|".join((_EMAIL, _PHONE, _ADDRESS, _BSN)))


def marked(text: str) -> list[Part]:
    """The text in stretches, those that look personal with their warning. Together they are the text."""
    return list(_parts(text))


def warned(parts: list[Part]) -> tuple[str, ...]:
    """The warnings in a marked text, each once, in the order of the text."""
    return tuple(dict.fromkeys(part.warning for part in parts if part.warning))


def _parts(text: str) -> Iterator[Part]:
    at = 0
    for found in _FINDS.finditer(text):
        warning = found.lastgroup or ""
        if warning == "bsn" and not is_bsn(found[0]):
            continue
        if found.start() > at:
            yield Part(text[at : found.start()])
        yield Part(found[0], warning)
        at = found.end()
    if at < len(text):
        yield Part(text[at:])


def is_bsn(digits: str) -> bool:
    """Whether these digits pass the checksum of a citizen service number.

    Nine digits (a leading zero may be left out); weights 9 to 2 and -1, the sum divisible by eleven:
    Besluit burgerservicenummer, the "elfproef" with a negative last weight.
    """
    plain = re.sub(r"\D", "", digits).zfill(9)
    if len(plain) != 9 or plain == "000000000":
        return False
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return sum(int(digit) * weight for digit, weight in zip(plain, weights, strict=True)) % 11 == 0
