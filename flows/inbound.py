"""What comes in, in one shape for all messengers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal, TypeAlias

ORDER_HOLDS = timedelta(days=6)


@dataclass(frozen=True)
class Started:
    """A person opened the chat, with the code of the link they followed (empty without one)."""

    code: str = ""


@dataclass(frozen=True)
class Wrote:
    """A person wrote words, commands such as /menu included."""

    text: str


@dataclass(frozen=True)
class Pressed:
    """A person pressed a button; `payload` is what we once put in it, or what someone forged."""

    payload: str


@dataclass(frozen=True)
class Uploaded:
    """A person sent a file. `remote` is what the channel fetches it by; size in bytes, 0 when unknown."""

    remote: str
    kind: Literal["voice", "photo", "other"]
    mime: str = ""
    size: int = 0
    seconds: int | None = None
    caption: str = ""


@dataclass(frozen=True)
class Located:
    """A person sent a place: degrees north, degrees east."""

    latitude: float
    longitude: float


@dataclass(frozen=True)
class Edited:
    """A person changed an earlier message of their own (`Inbound.message_id` says which)."""

    text: str


@dataclass(frozen=True)
class Blocked:
    """A person blocked the bot: nothing may be sent until they come back."""


@dataclass(frozen=True)
class Unblocked:
    """A person let the bot in again."""


@dataclass(frozen=True)
class InGroup:
    """Someone addressed the bot in a group (`address` is the group's); nothing of its members is kept.

    `link` opens a private chat with the bot.
    """

    link: str = ""


@dataclass(frozen=True)
class Unreadable:
    """A person sent something we cannot read (a sticker, a contact, a poll)."""


Event: TypeAlias = (
    Started | Wrote | Pressed | Uploaded | Located | Edited | Blocked | Unblocked | InGroup | Unreadable
)


@dataclass(frozen=True)
class Inbound:
    """One event of one chat.

    `address` is the channel's own opaque id of the chat, `event_id` is unique in the channel and the same at
    a redelivery, `order` rises with every event of a chat, `message_id` is the messenger's id of the person's
    own message, `language` is a hint of the messenger ("nl"), `trajectory` a slug for channels that are bound
    to one (a web page), `at` when it happened, in UTC.
    """

    channel: str
    address: str
    event_id: str
    order: int
    at: datetime
    event: Event
    message_id: str = ""
    language: str = ""
    trajectory: str = ""

    def is_overtaken(self, last_order: int, last_at: datetime) -> bool:
        """Whether a later event of this chat was handled before this one came.

        Telegram numbers its updates afresh after a week of silence, so an old number says nothing.
        """
        return self.order < last_order and self.at - last_at < ORDER_HOLDS
