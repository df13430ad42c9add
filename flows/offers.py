"""What was offered in the last turn, so that "2" or the words of a button work where buttons do not."""

from __future__ import annotations

from collections.abc import Sequence

from flows.engine.talk import Action, Ask, Say
from flows.payloads import Command
from flows.wording import Wording

Offers = tuple[tuple[str, Sequence[str]], ...]
"""Payload and what asks for it: its number in the list shown last, and its words in every language."""


def shown(said: Sequence[Say], wording: Wording, language: str, asked: Ask | None = None) -> Offers:
    """What everything said in a turn offers, the last list first.

    When something was `asked` below it, only what stands on a button asks for it: a "yes" is an answer, and
    so is a number where the question has a list of its own.
    """
    *earlier, last = [say.actions for say in said if say.actions] or [()]
    numbered = asked is None or not asked.question.reader.options(asked.chosen)

    def offer(action: Action, place: int = 0) -> tuple[str, Sequence[str]]:
        labels = (wording.label(code, action.label) for code in (language, *wording.languages))
        words = tuple(labels) if asked is not None else wording.labels(action.label, language)
        return Command(action.name, action.argument).encode(), (str(place), *words) if place else words

    offers = [offer(action, place if numbered else 0) for place, action in enumerate(last, start=1)]
    offers += [offer(action) for actions in reversed(earlier) for action in actions]
    return tuple(offers)


def chosen(offers: Offers, text: str) -> str | None:
    """The payload that a typed number or label asks for."""
    bare = text.strip(" .!").casefold()
    if is_number(text):
        bare = str(int(bare))
    for payload, words in offers:
        if bare in (word.casefold() for word in words):
            return payload
    return None


def is_number(text: str) -> bool:
    """Whether this is the place of something in a list."""
    bare = text.strip(" .!")
    return bare.isdecimal() and len(bare) < 4
