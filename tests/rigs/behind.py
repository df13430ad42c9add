"""The other side of a case: the program with one channel, what it knows, and what the desk does."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, TypeVar
from unittest.mock import patch

from sqlalchemy import select
from sqlmodel import SQLModel
from stage import TRAJECTORY, WORDING

from bot.core import Core
from bot.settings import Settings
from bot.trajectory_files import check_file, read_file
from bot.wiring import build
from flows.deeds.acting import Acting
from flows.deeds.found_trajectory import found_trajectory
from flows.deeds.post_message import post_message
from flows.rendering import Message
from rigs.rig import SLUG, Rig, looks
from storage import journal, participants, trajectories
from storage.journal import Talking
from storage.outbox import Kind
from storage.tables import Address

SECRET = "a secret of at least thirty-two characters"
STORY = "Elke ochtend ligt er glas bij de bankjes."
MAY_SHOW = "Mogen anderen je verhaal lezen?"
TAKEN = "Je verhaal is binnen. Het is nummer 1."

R = TypeVar("R", bound=Rig)
Row = Mapping[str, Any]


@asynccontextmanager
async def opened(kind: type[R], url: str, folder: Path) -> AsyncIterator[R]:
    """The program at work, with one trajectory and this channel."""
    settings = Settings(database_url=url, data_dir=folder / "data", secret_key=SECRET)
    # The texts are the same each time, and reading them takes longer than most cases.
    with patch("bot.wiring.Wording", return_value=WORDING):
        core = build(settings, "http://chat.test")
    async with _at_work(core):
        async with core.database.writing() as connection:
            new = check_file(TRAJECTORY, read_file(TRAJECTORY), core.clock().date())
            await found_trajectory(core.turns.acting(connection, core.clock()), new)
        async with kind.opened(core, folder) as rig:
            yield rig


@asynccontextmanager
async def _at_work(core: Core) -> AsyncIterator[None]:
    """It sends and fetches by itself; the schema is there already, and nothing happens by the clock."""
    core.work()
    try:
        yield
    finally:
        await core.sender.close()
        for task in core.tasks:
            task.cancel()
        await asyncio.gather(*core.tasks, return_exceptions=True)
        await core.database.close()


@asynccontextmanager
async def acting(rig: Rig) -> AsyncIterator[Acting]:
    """A transaction of someone at the desk; what it puts in the outbox leaves at once."""
    async with rig.core.database.writing() as connection:
        yield rig.core.turns.acting(connection, rig.core.clock())
    rig.core.sender.wake()


async def joined(rig: Rig, script: str = "", language: str = "nl") -> None:
    """The resident went through the welcome before; the first question of a script may be open."""
    await rig.arrives()
    async with acting(rig) as desk:
        connection, secrets = desk.connection, desk.secrets
        found = await trajectories.by_slug(connection, SLUG)
        assert found is not None
        await participants.join(connection, secrets, rig.channel, rig.address, found.id, None, desk.now)
        person = await participants.find(connection, secrets, rig.channel, rig.address)
        assert person is not None
        known = {"language": language, "role": "lives", "consented_at": desk.now}
        await participants.change(connection, person.participant_id, **known)
        if script:
            talking = Talking(person.address_id).begin(script, {})
            await journal.write(connection, secrets, talking, now=desk.now, remind_at=None, expires_at=None)


async def posted(rig: Rig, *messages: Message, kind: Kind = "reply") -> None:
    """Messages to the resident who joined, by the outbox, under the keys `<kind>:0`, `<kind>:1`."""
    async with acting(rig) as desk:
        (address,) = await rows(rig, Address)
        for number, message in enumerate(messages):
            await post_message(
                desk,
                message,
                key=f"{kind}:{number}",
                kind=kind,
                address_id=address["id"],
                channel=rig.channel,
                participant_id=address["participant_id"],
            )


async def rows(rig: Rig, table: type[SQLModel], **values: object) -> list[Row]:
    """The rows of a table that have these values, in the order of their first key."""
    columns = SQLModel.metadata.tables[str(table.__tablename__)].columns
    wanted = [columns[name] == value for name, value in values.items()]
    async with rig.core.database.reading() as connection:
        found = await connection.execute(select(table).where(*wanted).order_by(next(iter(columns))))
        return [dict(row) for row in found.mappings()]


async def everything(rig: Rig) -> str:
    """Every value of every table, written out."""
    async with rig.core.database.reading() as connection:
        tables = SQLModel.metadata.sorted_tables
        return "\n".join(
            [repr(tuple(row)) for table in tables for row in await connection.execute(select(table))]
        )


async def until(look: Callable[[], Awaitable[bool]], within: float = 10) -> None:
    """Wait until it is so; TimeoutError when it does not become so."""
    async with asyncio.timeout(within):
        async for _ in looks():
            if await look():
                return
