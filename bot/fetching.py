"""Files that people sent: fetched after the turn, re-encoded, and only then to be seen by anyone."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal, cast

import structlog

from bot.channels.channel import Channel, MediaGone, MediaTooLarge
from bot.reencoding import Reencoded, Refused, reencode
from flows.deeds.refuse_media import refuse_media
from flows.turns import Turns
from storage import media
from storage.database import Database, is_unavailable
from storage.media_files import MediaFiles
from storage.secrets import Secrets

log = structlog.get_logger()

TRIES = 8


@dataclass(frozen=True)
class Fetcher:
    """Fetches for the channels that are open here; `wake` tells the sender that there is something to say."""

    database: Database
    secrets: Secrets
    turns: Turns
    channels: Mapping[str, Channel]
    files: MediaFiles
    clock: Callable[[], datetime]
    wake: Callable[[], None]
    bell: asyncio.Event

    def ring(self) -> None:
        """Something may have come in."""
        self.bell.set()

    async def run(self) -> None:
        """Fetch what was noted, until cancelled."""
        while True:
            self.bell.clear()
            try:
                await self.fetch_due()
            except Exception as problem:
                if not is_unavailable(problem):
                    log.error("fetching failed", problem=type(problem).__name__)
            try:
                async with asyncio.timeout(10):
                    await self.bell.wait()
            except TimeoutError:
                continue

    async def fetch_due(self) -> None:
        """One round."""
        async with self.database.reading() as connection:
            due = await media.due(connection, self.clock(), tuple(self.channels))
        for noted in due:
            try:
                await self._fetch(noted)
            except Exception as problem:
                # One file that breaks everything holds up nobody else's.
                log.error("file not fetched", channel=noted.channel, problem=type(problem).__name__)
                await self._give_up_or_wait(noted)

    async def store(self, key: str, made: Reencoded) -> None:
        """File and row in one, by the first who made it anew, and only while somebody waits for it."""
        part = await asyncio.to_thread(self.files.stage, made.data)
        try:
            async with self.database.writing() as connection:
                wanted = await media.ready(
                    connection,
                    key,
                    mime=made.mime,
                    size=len(made.data),
                    seconds=made.seconds,
                    width=made.width,
                    height=made.height,
                )
                if wanted:
                    await asyncio.to_thread(self.files.keep, key, part)
        finally:
            await asyncio.to_thread(self.files.discard, part)

    async def _fetch(self, noted: media.Noted) -> None:
        remote = self.secrets.open(noted.remote).decode()
        channel = self.channels[noted.channel]
        kind = cast('Literal["voice", "photo"]', noted.kind)
        try:
            made = await asyncio.to_thread(reencode, await channel.fetch(remote), kind)
            await self.store(noted.key, made)
        except OSError:
            await self._give_up_or_wait(noted)
            return
        except MediaGone:
            await self._refuse(noted, "media-lost")
        except MediaTooLarge:
            await self._refuse(noted, "media-too-large")
        except Refused as refused:
            await self._refuse(noted, refused.reason)
        await channel.discard(remote)

    async def _refuse(self, noted: media.Noted, reason: str) -> None:
        now = self.clock()
        async with self.database.writing() as connection:
            await refuse_media(self.turns.acting(connection, now), noted.key, reason)
        self.wake()

    async def _give_up_or_wait(self, noted: media.Noted) -> None:
        if noted.tries + 1 >= TRIES:
            await self._refuse(noted, "media-lost")
            return
        until = self.clock() + timedelta(seconds=5 * 2**noted.tries)
        async with self.database.writing() as connection:
            await media.later(connection, noted.key, noted.tries + 1, until)
