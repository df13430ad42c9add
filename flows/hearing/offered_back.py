"""Loose words that were offered back, and what is said next instead of choosing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flows.conversing import entries, noted
from flows.engine.cleaning import shortened
from flows.engine.replay import Entry
from flows.hearing.moves import Move, Scene
from storage.journal import Standing

SCRIPT, WORDS = "loose-words", "words"

LONGEST = 3000
"""Characters: what a story takes."""

LITTLE = 2
"""Words: so few are let go when somebody asks for something else."""


def say_more(scene: Scene, text: str) -> Move | None:
    """Who goes on typing says one thing in two messages; None where nothing was offered back, or too much."""
    top = scene.talking.top
    told = _told(top)
    if told is None:
        return None
    joined = "\n".join(part for part in (told["text"], text) if part)
    if len(joined) > LONGEST:
        return None
    return Move(noted(scene.talking, WORDS, Entry({**told, "text": joined})))


def little(top: Standing | None) -> str:
    """The word or two that were offered back, "" for more: so few do not wait beneath what is begun now."""
    told = _told(top)
    if told is None or told["media"] or len(told["text"].split()) > LITTLE:
        return ""
    return shortened(told["text"])


def _told(top: Standing | None) -> Mapping[str, Any] | None:
    if top is None or top.script != SCRIPT:
        return None
    entry = entries(top).get(WORDS)
    return entry.value if entry is not None and isinstance(entry.value, Mapping) else None
