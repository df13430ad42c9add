"""The code by which a second channel is joined to the first, and how often it may be guessed at.

    K7MP-4QXD    31 letters and digits that look like no other; the first three only find the code

Whoever types a wrong code with these three right uses up one of its twenty tries. So however many chats
somebody guesses from, one code is hit with a chance of less than 20 in 28 million; and then the first channel
still has to say yes.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from flows.engine.cleaning import words

LENGTH: Final = 8
HANDLE: Final = 3

LASTS: Final = timedelta(minutes=10)
"""From the making of a code until it is typed, and from then on until the first channel says yes."""

TRIES_OF_A_CHAT: Final = 5
FORGIVEN_AFTER: Final = timedelta(hours=1)
"""After so long without a try a chat may try anew."""

TRIES_OF_A_CODE: Final = 20

KEPT: Final = timedelta(days=1)
"""So long a code that is over is told from one that never was."""


def read_code(text: str) -> str | None:
    """The code at the end of what was typed, however it is spaced; None where there is none.

    A code has at least one digit, so no word is one.
    """
    code = ""
    for part in reversed(words(text)):
        code = part + code
        if len(code) >= LENGTH:
            break
    is_one = len(code) == LENGTH and code.isascii() and not code.isalpha()
    return code if is_one else None


def shown_code(code: str) -> str:
    """As people read and type it: K7MP-4QXD."""
    half = LENGTH // 2
    return f"{code[:half]}-{code[half:]}".upper()


def may_try(tries: int, tried_at: datetime | None, now: datetime) -> bool:
    """Whether a chat that tried so often, the last time then, may try again."""
    return tries < TRIES_OF_A_CHAT or is_forgiven(tried_at, now)


def is_forgiven(tried_at: datetime | None, now: datetime) -> bool:
    """Whether its tries are counted from nought again."""
    return tried_at is None or now - tried_at >= FORGIVEN_AFTER
