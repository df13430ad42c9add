"""What a rig is: one resident at one channel, who sees and does only what a person there can."""

from __future__ import annotations

import asyncio
from abc import ABC, abstractmethod
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar, Literal, Self

from bot.core import Core
from flows.capabilities import Capabilities

SLUG = "parkrand"

Kind = Literal["voice", "photo", "paper"]
"""A paper is a file of no use to us, sent the way people would send it here."""

Refusal = Literal["too fast", "not now", "never", "blocked"]
"""What a messenger says to the next message: a 429, a 500, a 400, a 403."""


@dataclass(frozen=True)
class Heard:
    """A message as the resident sees it: its words with single spaces, and the labels to choose from."""

    text: str
    choices: tuple[str, ...] = ()


async def looks() -> AsyncIterator[None]:
    """Again and again, a moment apart."""
    while True:
        yield
        await asyncio.sleep(0.01)


class Rig(ABC):
    """One resident. The methods at the end are for channels that have such a thing: leave out the others.

    `channel` is the name of the channel, `address` how it names this resident's chat.
    """

    channel: ClassVar[str]
    capabilities: ClassVar[Capabilities]
    core: Core
    address: str

    @classmethod
    @abstractmethod
    def opened(cls, core: Core, folder: Path) -> AbstractAsyncContextManager[Self]:
        """The channel, open in this program; `folder` is for files."""

    @property
    @abstractmethod
    def heard(self) -> list[Heard]:
        """All that the bot said, oldest first."""

    @abstractmethod
    async def arrives(self) -> None:
        """Be somebody whom the bot may write to, without a word: from now on there is an address."""

    @abstractmethod
    async def opens(self, code: str = "") -> None:
        """Open the chat, by a link with this code or without one."""

    @abstractmethod
    async def writes(self, text: str) -> None:
        """Write words, of one line."""

    @abstractmethod
    async def sends(self, kind: Kind, data: bytes) -> None:
        """Send a file."""

    @abstractmethod
    async def saves(self, ending: str) -> bytes:
        """Keep the newest file that the bot sent whose name ends so; gives what is in it."""

    async def presses(self, label: str) -> None:
        """Press the newest button with this label, also one of an older message."""
        raise NotImplementedError

    async def forges(self, payload: str) -> None:
        """Press a button that was never shown."""
        raise NotImplementedError

    async def repeats(self) -> None:
        """The messenger delivers the last event once more."""
        raise NotImplementedError

    async def writes_late(self, text: str) -> None:
        """Words come in now that were written before the last event."""
        raise NotImplementedError

    async def edits(self, text: str) -> None:
        """Change the last words."""
        raise NotImplementedError

    async def blocks(self) -> None:
        """Block the bot."""
        raise NotImplementedError

    async def unblocks(self) -> None:
        """Let it in again."""
        raise NotImplementedError

    async def sends_sticker(self) -> None:
        """Send what nobody can read."""
        raise NotImplementedError

    async def writes_in_group(self, text: str) -> list[str]:
        """Write to the bot in a group; gives all that it said there, once it has heard this."""
        raise NotImplementedError

    async def is_refused(self, how: Refusal) -> None:
        """The messenger refuses the next message to this resident."""
        raise NotImplementedError

    async def loses_touch(self, seconds: float) -> None:
        """For so long nothing reaches this resident: the messenger is down, or the page offline."""
        raise NotImplementedError

    async def hears(self, *words: str, times: int = 1, within: float = 10) -> Heard:
        """Wait for a message with one of these words, or for so many of them; within so many seconds."""
        try:
            async with asyncio.timeout(within):
                async for _ in looks():
                    if self.count(*words) >= times:
                        break
        except TimeoutError:
            raise AssertionError(f"{words!r} ({times}) did not come, but: {self.heard}") from None
        return [heard for heard in self.heard if any(part in heard.text for part in words)][times - 1]

    def count(self, *words: str) -> int:
        """How many messages with one of these words came so far."""
        return sum(any(part in heard.text for part in words) for heard in self.heard)


OPTIONAL = tuple(
    name
    for name in vars(Rig)
    if name not in Rig.__abstractmethods__ | {"hears", "count"} and callable(getattr(Rig, name))
    if not name.startswith("_")
)
"""What only some channels have."""


def abilities(rig: type[Rig]) -> frozenset[str]:
    """What this channel has of what only some have: what its rig can do, and what the channel declares."""
    done = {name for name in OPTIONAL if getattr(rig, name) is not getattr(Rig, name)}
    return frozenset(done | ({"idempotent"} if rig.capabilities.idempotent else set()))
