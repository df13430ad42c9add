"""What a messenger can show and carry."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Capabilities:
    """The limits of one channel.

    `text_length` counts in `unit`; `buttons` is how many a message can carry and `button_label` how many
    characters each may show (0 for none); `rows` is the length of a list for a longer choice (0 for none).
    `journeys` and `documents` say whether it shows dots on a line, and carries files that we make.
    `upload` is in bytes. `session_hours` is how long after a person's last message free text may be sent
    (None: always). `per_second` holds for the whole account, `per_chat` for one chat with a burst of
    `chat_burst`. `idempotent` says that sending under the same key twice shows once.
    """

    text_length: int
    unit: Literal["characters", "utf16"] = "characters"
    buttons: int = 0
    button_label: int = 0
    rows: int = 0
    row_label: int = 0
    journeys: bool = False
    documents: bool = False
    upload: int = 20_000_000
    deep_link: Literal["start", "path", "none"] = "none"
    session_hours: int | None = None
    per_second: float = 30.0
    per_chat: float = 1.0
    chat_burst: int = 3
    idempotent: bool = False


PLAIN = Capabilities(text_length=1000)
"""Words alone, and few: what gets through a channel of your own that has not been opened yet."""
