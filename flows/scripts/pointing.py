"""A choice that a button may have made already, long ago: what it points at is looked up afterwards."""

from __future__ import annotations

from dataclasses import dataclass

from flows.engine.questions import JSON, Withdrawn
from flows.engine.readers import OneOf


@dataclass(frozen=True)
class Pointed(OneOf):
    """Reads one of the options; what a button says in its place is taken as it is."""

    def load(self, stored: JSON) -> str:
        """Raises `Withdrawn` for anything but a short text."""
        if isinstance(stored, str) and 0 < len(stored) <= 40:
            return stored
        raise Withdrawn(stored)


def pointed(about: str) -> tuple[int, str]:
    """`12.done` as (12, "done"); 0 for a number that is none."""
    number, _, rest = about.partition(".")
    plain = number.isascii() and number.isdecimal() and len(number) < 10
    return (int(number) if plain else 0), rest
