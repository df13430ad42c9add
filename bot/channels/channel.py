"""What every messenger has to do for us, and the answers it may give.

An adapter parses what comes in to an `Inbound` and hands it to `receive`; it sends one `Message` at a time,
already cut to its `Capabilities`. No type of a messenger's library goes further than its adapter.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Literal, Protocol, TypeAlias

from sqlalchemy.ext.asyncio import AsyncConnection

from flows.capabilities import Capabilities
from flows.inbound import Inbound
from flows.rendering import Message


@dataclass(frozen=True)
class Sent:
    """The messenger took it; `remote_id` is its id of the message, empty when it has none."""

    remote_id: str = ""


@dataclass(frozen=True)
class Retry:
    """Not now. `after` is in seconds; `account` says that all sending of this account must wait."""

    after: float
    account: bool = False
    reason: str = "unreachable"


@dataclass(frozen=True)
class Blocked:
    """The person does not want to hear from us here: never send again until they come back."""


@dataclass(frozen=True)
class NeedsTemplate:
    """Free text is not allowed now; only an approved template is."""


@dataclass(frozen=True)
class Rejected:
    """The messenger will never take this message; `reason` is a short code for the desk."""

    reason: str


Outcome: TypeAlias = Sent | Retry | Blocked | NeedsTemplate | Rejected

Received: TypeAlias = Literal["handled", "duplicate", "set_aside", "again"]
"""What became of an event. On "again" the messenger must be told to deliver it once more (503)."""

Beside: TypeAlias = Callable[[AsyncConnection, bool], Awaitable[None]]
"""What a channel keeps of an event itself, in the transaction of the turn that takes it, at its end.

Told whether the person agrees, as it stands after the turn, that their words are kept. A duplicate has none.
"""


class Receive(Protocol):
    """Who takes what comes in."""

    async def __call__(self, inbound: Inbound, beside: Beside | None = None) -> Received:
        """Take one event."""


class Participation(Protocol):
    """The program as a channel that is mounted into somebody else's bot sees it."""

    async def receive(self, inbound: Inbound, beside: Beside | None = None) -> Received:
        """Take one event."""

    async def concerns(self, inbound: Inbound) -> bool:
        """Whether the event is ours: our link, our button, or a chat with a conversation of ours."""

    def attach(self, channel: Channel) -> None:
        """From now on, what leaves for `channel.name` goes through this channel."""


class MediaGone(Exception):
    """The messenger no longer has this file."""


class MediaTooLarge(Exception):
    """The file is larger than the channel can fetch."""


class Channel(Protocol):
    """One account in one messenger."""

    @property
    def name(self) -> str:
        """The channel's published name, as in `Inbound.channel`: "web", "telegram", "terminal"."""

    @property
    def capabilities(self) -> Capabilities:
        """What this channel can show and carry."""

    async def open(self, receive: Receive) -> None:
        """Begin to receive. Returns when ready; polling goes on in a task of the channel's own."""

    async def close(self) -> None:
        """Stop receiving and let go of connections. May be called twice."""

    async def send(self, address: str, message: Message, key: str) -> Outcome:
        """Send one message. `key` is the outbox key, for messengers that can tell a resend by it."""

    async def fetch(self, remote: str) -> bytes:
        """The bytes of a file that came in. Raises MediaGone, MediaTooLarge, or OSError to try again."""

    async def discard(self, remote: str) -> None:
        """The file that came in is kept elsewhere now, or never will be: let go of any copy."""

    def link(self, code: str) -> str:
        """The address that opens this chat with a code (empty code: without), "" when there is none."""
