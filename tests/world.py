"""The whole program with a stand-in messenger, on a real database, with a clock that is moved by hand."""

from __future__ import annotations

import itertools
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlmodel import SQLModel
from stage import MONDAY, TRAJECTORY
from standin import StandIn

from admin.signing_in import add_moderator
from bot.channels.channel import Received
from bot.core import Core
from bot.settings import Settings
from bot.trajectory_files import check_file, read_file
from bot.wiring import build
from flows.deeds.found_trajectory import found_trajectory
from flows.inbound import Event, Inbound, Wrote

SECRET = "a secret of at least thirty-two characters"


@dataclass
class World:
    """A core with one channel; nothing runs by itself."""

    core: Core
    channel: StandIn
    now: datetime = MONDAY
    moderator_id: int = 0
    numbers: itertools.count[int] = field(default_factory=lambda: itertools.count(1))

    def inbound(self, event: Event, address: str = "ada", **changes: Any) -> Inbound:
        """An event of a chat."""
        number = next(self.numbers)
        values: dict[str, Any] = {
            "channel": "standin",
            "address": address,
            "event_id": f"e{number}",
            "order": number,
            "at": self.now,
            "event": event,
            "message_id": f"m{number}",
            "language": "nl",
        }
        return Inbound(**{**values, **changes})

    async def says(self, text: str, address: str = "ada") -> Received:
        """The person writes, and what comes back is delivered."""
        received = await self.core.receive(self.inbound(Wrote(text), address))
        await self.core.sender.close()
        return received

    async def joins(self, address: str = "ada") -> None:
        """The whole welcome, up to the first question."""
        for words in ("hallo", "nederlands", "verder", "verder", "duidelijk", "ik woon hier", "ja"):
            await self.says(words, address)

    async def tells(self, story: str, address: str = "ada") -> None:
        """A story that may be shown."""
        for words in (story, "ja hoor"):
            await self.says(words, address)

    async def rows(self, table: type[SQLModel]) -> list[SQLModel]:
        """All rows of a table."""
        async with self.core.database.reading() as connection:
            found = (await connection.execute(select(table))).mappings()
            return [table.model_construct(**row) for row in found]

    def wait(self, **time: float) -> None:
        """Let time go by."""
        self.now += timedelta(**time)


@asynccontextmanager
async def world(url: str, folder: Path, *, fresh: bool = True) -> AsyncIterator[World]:
    """Build it; the trajectory of the tests is laid in when `fresh`."""
    moments: list[World] = []
    settings = Settings(database_url=url, data_dir=folder, secret_key=SECRET)
    core = build(settings, "http://127.0.0.1:8000", clock=lambda: moments[0].now)
    made = World(core, StandIn())
    moments.append(made)
    core.attach(made.channel)
    try:
        if fresh:
            async with core.database.writing() as connection:
                made.moderator_id = await add_moderator(connection, "Noor", "admin", made.now)
                new = check_file(TRAJECTORY, read_file(TRAJECTORY), made.now.date())
                await found_trajectory(core.turns.acting(connection, made.now), new)
        yield made
    finally:
        await core.sender.close()
        await core.database.close()
