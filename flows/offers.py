"""The actions last shown, so that "2" or their words work where buttons do not."""

from __future__ import annotations

from collections.abc import Sequence

from flows.engine.talk import Action, Say
from flows.payloads import Command
from flows.wording import Wording

Offers = tuple[tuple[str, Sequence[str]], ...]
"""Payload and the words (in every language) that ask for it, in the order shown."""


def shown(said: Sequence[Say], wording: Wording, language: str) -> Offers:
    """What the last thing said offers."""
    actions: Sequence[Action] = said[-1].actions if said else ()
    return tuple(
        (Command(action.name, action.argument).encode(), wording.labels(action.label, language))
        for action in actions
    )


def chosen(offers: Offers, text: str) -> str | None:
    """The payload that a typed number or label asks for."""
    bare = text.strip(" .").casefold()
    if bare.isdecimal() and len(bare) < 4 and 0 < int(bare) <= len(offers):
        return offers[int(bare) - 1][0]
    for payload, words in offers:
        if bare in (word.casefold() for word in words):
            return payload
    return None
