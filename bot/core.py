"""The running program without its web pages: what receives, what sends, what ticks."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, MutableMapping
from dataclasses import dataclass, field
from datetime import datetime

from bot.channels.channel import Beside, Channel, Received
from bot.fetching import Fetcher
from bot.receiving import Receiver
from bot.sending import Sender
from bot.settings import Settings
from bot.ticks import Ticks
from flows.capabilities import Capabilities
from flows.inbound import Inbound, InGroup, Pressed, Started, Wrote
from flows.keywords import Keywords
from flows.payloads import decode
from flows.turns import Turns
from flows.wording import Wording
from storage import media, participants, ways_in
from storage.database import Database
from storage.media_files import MediaFiles
from storage.secrets import Secrets


@dataclass
class Core:
    """Its parts, made by `bot.wiring`; channels may be added while it runs."""

    settings: Settings
    database: Database
    secrets: Secrets
    wording: Wording
    base_url: str
    clock: Callable[[], datetime]
    channels: MutableMapping[str, Channel]
    capabilities: MutableMapping[str, Capabilities]
    turns: Turns
    sender: Sender
    files: MediaFiles
    fetcher: Fetcher
    receiver: Receiver
    ticks: Ticks
    keywords: Keywords
    tasks: list[asyncio.Task[None]] = field(default_factory=list)

    async def receive(self, inbound: Inbound, beside: Beside | None = None) -> Received:
        """Take one event."""
        return await self.receiver.receive(inbound, beside)

    async def concerns(self, inbound: Inbound) -> bool:
        """Whether an event in somebody else's bot is ours."""
        match inbound.event:
            case Pressed(payload):
                return decode(payload) is not None
            case Started(code):
                async with self.database.reading() as connection:
                    return bool(code) and await ways_in.by_token(connection, code) is not None
            case InGroup():
                return False
            case Wrote(text) if text.startswith("/"):
                return self.keywords.find(text) is not None and await self._is_talking(inbound)
        return await self._is_talking(inbound)

    async def _is_talking(self, inbound: Inbound) -> bool:
        async with self.database.reading() as connection:
            return await participants.is_talking(connection, self.secrets, inbound.channel, inbound.address)

    def attach(self, channel: Channel) -> None:
        """From now on this channel sends and fetches for its name."""
        self.channels[channel.name] = channel
        self.capabilities[channel.name] = channel.capabilities
        self.sender.wake()

    async def add(self, channel: Channel) -> None:
        """Open a channel; it receives from now on."""
        self.attach(channel)
        await channel.open(self.receive)

    def work(self) -> None:
        """Send, fetch and tick from now on."""
        self.tasks += [
            asyncio.create_task(self.sender.run(), name="sending"),
            asyncio.create_task(self.fetcher.run(), name="fetching"),
        ]

    async def read_media(self, key: str) -> tuple[bytes, str]:
        """A file that may be seen, with its type; raises LookupError."""
        async with self.database.reading() as connection:
            mime = await media.mime_of(connection, key)
        if mime is None:
            raise LookupError(key)
        return await asyncio.to_thread(self.files.read, key), mime

    def links(self, code: str) -> dict[str, str]:
        """Channel to invitation link."""
        return links_of(self.channels, code)


def links_of(channels: Mapping[str, Channel], code: str) -> dict[str, str]:
    """Where a link with this code leads in each of the channels that can be reached by a link."""
    found = {name: channel.link(code) for name, channel in channels.items()}
    return {name: link for name, link in found.items() if link}
