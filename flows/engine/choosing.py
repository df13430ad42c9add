"""Readers of closed questions with one answer: yes or no, one of several."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from flows.engine.matching import match
from flows.engine.questions import (
    JSON,
    Answer,
    Label,
    Misread,
    Option,
    Phrase,
    Press,
    Reading,
    Withdrawn,
    Words,
)
from flows.engine.yes_no import says_yes

YES: Final = Phrase("yes")
NO: Final = Phrase("no")
GONE: Final = Misread("answer-gone")
"""A button was pressed that the question does not have, or no longer has."""


@dataclass(frozen=True)
class YesNo:
    """Reads yes (True) or no (False); the option keys are `yes` and `no`."""

    yes: Label = YES
    no: Label = NO

    def options(self, chosen: bool | None = None) -> tuple[Option, ...]:
        """Yes, then no."""
        return Option("yes", self.yes), Option("no", self.no)

    def read(self, answer: Answer, reading: Reading, chosen: bool | None = None) -> bool | Misread:
        """Reads a press, or words that leave no doubt."""
        if isinstance(answer, Press):
            return {"yes": True, "no": False}.get(answer.option, GONE)
        said = says_yes(answer.text, self.yes, self.no, reading) if isinstance(answer, Words) else None
        return Misread("answer-yes-no") if said is None else said

    def dump(self, value: bool) -> JSON:
        """A JSON boolean."""
        return value

    def load(self, stored: JSON) -> bool:
        """Raises `Withdrawn` for anything but a boolean."""
        if isinstance(stored, bool):
            return stored
        raise Withdrawn(stored)


@dataclass(frozen=True)
class OneOf:
    """Reads the key of one option, pressed or typed: its number, its label, its beginning, one slip away.

    Where there is only one option, a plain yes means that one.
    """

    choices: tuple[Option, ...]

    def __post_init__(self) -> None:
        keys_of(self.choices)

    def options(self, chosen: str | None = None) -> tuple[Option, ...]:
        """The options as they were given."""
        return self.choices

    def read(self, answer: Answer, reading: Reading, chosen: str | None = None) -> str | Misread:
        """Reads a press, or words that fit one option and no other."""
        if isinstance(answer, Press):
            return answer.option if answer.option in keys_of(self.choices) else GONE
        key = self._meant(answer.text, reading) if isinstance(answer, Words) else None
        return key or self._misread()

    def _meant(self, text: str, reading: Reading) -> str | None:
        if len(self.choices) == 1 and says_yes(text, YES, NO, reading):
            return self.choices[0].key
        return match(text, self.choices, reading)

    def _misread(self) -> Misread:
        if len(self.choices) == 1:
            return Misread("answer-only", {"only": self.choices[0].label})
        return Misread("answer-one-of")

    def dump(self, value: str) -> JSON:
        """The key."""
        return value

    def load(self, stored: JSON) -> str:
        """Raises `Withdrawn` for a key that is no longer offered."""
        if isinstance(stored, str) and stored in keys_of(self.choices):
            return stored
        raise Withdrawn(stored)


def keys_of(options: tuple[Option, ...]) -> frozenset[str]:
    """The keys of the options; `ValueError` when two are the same."""
    keys = frozenset(option.key for option in options)
    if len(keys) < len(options):
        raise ValueError("each option of a question has a key of its own")
    return keys
