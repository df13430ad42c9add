"""What buttons carry: at most 64 bytes, versioned, telling by themselves what they are for.

1a|<run>|<question>|<option>    an answer to one question of one run of a script
1x|<action>|<argument>          an action that stands by itself and works forever
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TypeAlias

LIMIT = 64
_SHAPE = re.compile(r"[A-Za-z0-9_:.|-]{1,64}", re.ASCII)
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True)
class Choice:
    """An answer button."""

    run: int
    question: str
    option: str

    def encode(self) -> str:
        """As the button carries it."""
        return _bounded(f"1a|{_base36(self.run)}|{self.question}|{self.option}")


@dataclass(frozen=True)
class Command:
    """An action button."""

    action: str
    argument: str = ""

    def encode(self) -> str:
        """As the button carries it."""
        return _bounded(f"1x|{self.action}|{self.argument}")


Payload: TypeAlias = Choice | Command

LASTING = frozenset(("vote",))
"""Questions that are about one thing each: an old answer button of theirs works forever, as an action."""


def decode(words: str) -> Payload | None:
    """What a pressed button says; None for what we never made (forged, or of another version)."""
    if not _SHAPE.fullmatch(words):
        return None
    match words.split("|"):
        case ["1a", run, question, option] if run and set(run) <= set(_DIGITS):
            return Choice(int(run, 36), question, option)
        case ["1x", action, argument]:
            return Command(action, argument)
        case _:
            return None


def lasting(choice: Choice) -> Command | None:
    """The action that an old answer button stands for: `vote:<about>` with an option, None for any other."""
    name, _, about = choice.question.partition(":")
    return Command(name, f"{about}.{choice.option}") if name in LASTING and about else None


def is_ours(words: str) -> bool:
    """Whether a payload looks like one of ours, in a bot that is also somebody else's."""
    return decode(words) is not None


def _bounded(payload: str) -> str:
    if len(payload.encode()) > LIMIT:
        raise ValueError(f"the button payload {payload!r} is longer than {LIMIT} bytes")
    return payload


def _base36(number: int) -> str:
    digits = ""
    while number:
        number, rest = divmod(number, 36)
        digits = _DIGITS[rest] + digits
    return digits or "0"
