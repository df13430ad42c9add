"""What a web conversation is made of: what the program said, and what the visitor did."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from flows.rendering import Message


@dataclass(frozen=True)
class Own:
    """What the visitor did, as the visitor sees it: words, a pressed label, or that a file was sent.

    Words without `text` are those that we may not keep.
    """

    kind: Literal["words", "pressed", "voice", "photo"]
    text: str = ""
    seconds: int | None = None


@dataclass(frozen=True)
class Entry:
    """One message of the conversation, opened."""

    id: int
    at: datetime
    said: Message | Own
