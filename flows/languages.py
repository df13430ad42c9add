"""Which of some languages somebody reads best."""

from __future__ import annotations

from collections.abc import Sequence

MOST_WISHES = 20
"""More than any browser asks for."""


def wishes(header: str) -> list[str]:
    """The languages of an Accept-Language header, the one liked best first (RFC 9110, 12.5.4).

    What cannot be read is passed over, and so is what has a weight of nothing.
    """
    weighed = [_weighed(part) for part in header.split(",")[:MOST_WISHES]]
    liked = [(weight, name) for weight, name in weighed if name and 0 < weight <= 1]
    return [name for _, name in sorted(liked, key=lambda wish: -wish[0])]


def best(wished: Sequence[str], among: Sequence[str]) -> str | None:
    """The first wish that is there: as it is ("nl-BE"), or in another of its kinds ("nl"); else None."""
    for wish in wished:
        same = (code for code in among if code.lower() == wish.lower())
        alike = (code for code in among if _base(code) == _base(wish))
        if (found := next(same, None) or next(alike, None)) is not None:
            return found
    return None


def _weighed(part: str) -> tuple[float, str]:
    name, _, rest = part.partition(";")
    weight = rest.replace(" ", "").removeprefix("q=")
    try:
        return (float(weight) if weight else 1.0), name.strip()
    except ValueError:
        return 0.0, ""


def _base(code: str) -> str:
    return code.replace("_", "-").split("-")[0].lower()
