"""Networks as data: their kinds and sizes, and what their numbers say without telling on anyone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, Literal, TypeAlias, get_args

Kind: TypeAlias = Literal["place", "group", "organisation", "online", "school", "faith", "sport", "work"]

KINDS: Final[tuple[Kind, ...]] = get_args(Kind)

SIZES: Final[Mapping[str, int | None]] = {"few": 8, "tens": 30, "hundreds": 150, "more": 500, "unknown": None}
"""What a resident can say of the size of a network, and the number of people that is put down for it."""

FLOOR: Final = 5
"""Below this a number of people is not told to everyone: it could be known who they are."""

WEIGHTY: Final = 10
"""So many people have to take part before one can speak of a network that dominates."""

Shown: TypeAlias = int | Literal["few", "some"]
"""A number of people as everyone may see it; "few" is below the floor, "some" at or above it."""


def shown(counts: Sequence[int], rest: int) -> tuple[Shown, ...]:
    """The counts as everyone may see them, beside a total that is their sum and the `rest` (not shown).

    Were one number alone hidden, whoever takes the others from the total would know it: then the smallest
    number that is left is hidden as well.
    """
    hidden = {place for place, count in enumerate(counts) if 0 < count < FLOOR}
    if len(hidden) == 1 and rest == 0:
        others = [place for place, count in enumerate(counts) if count >= FLOOR]
        hidden |= set(sorted(others, key=lambda place: counts[place])[:1])
    return tuple(_veiled(count) if place in hidden else count for place, count in enumerate(counts))


def is_missing(joined: int, estimate: int | None) -> bool:
    """Whether a network is hardly here: nobody, or less than a tenth of the people it reaches.

    Between none and the floor it tells nothing that the floor hides.
    """
    return joined == 0 or (estimate is not None and joined < max(FLOOR, estimate / 10) and estimate >= FLOOR)


def dominant(counts: Sequence[int], total: int) -> int | None:
    """The place of the network through which at least half of all came, None when there is none."""
    if total < WEIGHTY or not counts:
        return None
    most = max(counts)
    return counts.index(most) if 2 * most >= total else None


def _veiled(count: int) -> Literal["few", "some"]:
    return "few" if count < FLOOR else "some"
