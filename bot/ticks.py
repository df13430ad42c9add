"""What happens by the clock. The scheduler only ticks: what is due stands in the database.

Each tick is idempotent, so ticks on several workers or after downtime do no harm.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import TypeVar

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.reckoning import reckon
from flows import grouping
from flows.deeds.acting import Acting
from flows.deeds.count_votes import keep_count, read_count
from flows.deeds.find_groups import due_for_groups, keep_groups, read_opinions
from flows.ticking import PAGED, Paging
from flows.turns import Turns
from storage import erasure, media, seen_events, web_messages
from storage.database import Database, is_unavailable
from storage.media_files import MediaFiles

T = TypeVar("T")

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
        ticks: list[tuple[str, int, Callable[[], Awaitable[None]]]] = [
            ("finish_forgetting", 30, self.finish_forgetting),
            ("retain", 3600, self.retain),
            ("count_votes", 300, self.count_votes),
        ]
        if grouping.is_installed():
            ticks.append(("find_groups", 300, self.find_groups))
        else:
            log.warning("opinion groups are not computed", remedy="pip install 'samenspraak[analysis]'")
        ticks += [(paged.name, paged.seconds, partial(self.handle, paged.deed)) for paged in PAGED]
        for name, seconds, tick in ticks:
            scheduler.add_job(_calmly, "interval", [name, tick], seconds=seconds, id=name)
        scheduler.start()
        return scheduler

    async def handle(self, deed: Paging) -> None:
        """Do what is due, a page at a time; what was put in the outbox is sent meanwhile."""
        while await self._in_transaction(deed):
            self.wake()

    async def count_votes(self) -> None:
        """Count anew who voted, where enough is new; while it counts nothing is locked."""
        while (count := await self._reading(read_count)) is not None:
            async with self.database.writing() as connection:
                await keep_count(self.turns.acting(connection, self.clock()), count)

    async def find_groups(self) -> None:
        """Find the opinion groups anew where enough was voted; while it computes nothing is locked."""
        for trajectory_id in await self._reading(due_for_groups):
            read = await self._reading(partial(read_opinions, trajectory_id=trajectory_id))
            found, places = await reckon(read.opinions, read.before)
            async with self.database.writing() as connection:
                acting = self.turns.acting(connection, self.clock())
                await keep_groups(acting, trajectory_id, read, found, places)

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

    async def _reading(self, query: Callable[[Acting], Awaitable[T]]) -> T:
        async with self.database.reading() as connection:
            return await query(self.turns.acting(connection, self.clock()))

    async def _in_transaction(self, deed: Paging) -> int:
        async with self.database.writing() as connection:
            return await deed(self.turns.acting(connection, self.clock()))


async def _calmly(name: str, tick: Callable[[], Awaitable[None]]) -> None:
    """A tick that fails is tried at the next one."""
    try:
        await tick()
    except Exception as problem:
        level = log.warning if is_unavailable(problem) else log.error
        level("tick failed", tick=name, problem=type(problem).__name__)
