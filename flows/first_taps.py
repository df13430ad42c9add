"""One tap as a first contribution: what somebody can choose from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from flows.engine.questions import Localized, Phrase

FIELD: Final = "first_tap:"
"""A trajectory's own options stand among its texts, under this and their key."""

STANDARD: Final = ("safe", "together", "help", "pleasant", "heard")
"""For a trajectory that has none of its own."""


def options(texts: Mapping[str, Mapping[str, str]]) -> Mapping[str, Localized | Phrase]:
    """Key to label, in their own order, from the texts of a trajectory: field -> language -> words."""
    own = {
        field.removeprefix(FIELD): Localized(words)
        for field, words in texts.items()
        if field.startswith(FIELD)
    }
    return own or {key: Phrase(f"tap-{key}") for key in STANDARD}
