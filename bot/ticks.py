"""What happens by the clock. The scheduler only ticks: what is due stands in the database.

Each tick is idempotent, so ticks on several workers or after downtime do no harm.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from flows.deeds.acting import Acting
from flows.deeds.expire_unfinished import expire_unfinished
from flows.deeds.open_step import open_due_steps
from flows.deeds.remind_unfinished import remind_unfinished
from flows.turns import Turns
from storage import erasure, media, seen_events, web_messages
from storage.database import Database, is_unavailable
from storage.media_files import MediaFiles

log = structlog.get_logger()

EVENTS_KEPT = timedelta(days=7)
CHATS_KEPT = timedelta(days=30)


@dataclass(frozen=True)
class Ticks:
    """The ticks of this process; `wake` tells the sender that something may be due."""

    database: Database
    turns: Turns
    files: MediaFiles
    clock: Callable[[], datetime]
    wake: Callable[[], None]

    def start(self) -> AsyncIOScheduler:
        """Begin to tick; shut the returned scheduler down to stop."""
        scheduler = AsyncIOScheduler(
            timezone="UTC", job_defaults={"coalesce": True, "misfire_grace_time": None}
        )
        for tick, seconds in (
            (self.remind, 60),
            (self.expire, 300),
            (self.open_steps, 60),
            (self.finish_forgetting, 30),
            (self.retain, 3600),
        ):
            scheduler.add_job(_calmly, "interval", [tick], seconds=seconds, id=tick.__name__)
        scheduler.start()
        return scheduler

    async def remind(self) -> None:
        """Plan the reminders of who stopped halfway, a page at a time."""
        while await self._in_transaction(remind_unfinished):
            self.wake()

    async def expire(self) -> None:
        """Let go of what was left unfinished, a page at a time."""
        while await self._in_transaction(expire_unfinished):
            pass

    async def open_steps(self) -> None:
        """Open the steps whose day has come."""
        await self._in_transaction(open_due_steps)

    async def finish_forgetting(self) -> None:
        """Erase what is left of people who wanted to be forgotten, files included."""
        now = self.clock()
        if await self._is_to_be_forgotten(now):
            async with self.database.writing() as connection:
                for key in await erasure.finish(connection, self.turns.secrets, now):
                    # Before the commit: a file whose row is gone would never be looked for again.
                    await asyncio.to_thread(self.files.remove, key)
            self.database.note_erased()
        await self.database.empty_log()

    async def retain(self) -> None:
        """Keep events and web chats no longer than needed."""
        now = self.clock()
        async with self.database.writing() as connection:
            await seen_events.forget_before(connection, now - EVENTS_KEPT)
            await web_messages.forget_before(connection, now - CHATS_KEPT)
            await media.abandon(connection, now - CHATS_KEPT)
        self.database.note_erased()
        await self.database.empty_log()

    async def _is_to_be_forgotten(self, now: datetime) -> bool:
        async with self.database.reading() as connection:
            return await erasure.is_due(connection, now)

    async def _in_transaction(self, deed: Callable[[Acting], Awaitable[int]]) -> int:
        async with self.database.writing() as connection:
            return await deed(self.turns.acting(connection, self.clock()))


async def _calmly(tick: Callable[[], Awaitable[None]]) -> None:
    """A tick that fails is tried at the next one."""
    try:
        await tick()
    except Exception as problem:
        level = log.warning if is_unavailable(problem) else log.error
        level("tick failed", tick=getattr(tick, "__name__", ""), problem=type(problem).__name__)
