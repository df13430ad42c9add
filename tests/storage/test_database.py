"""One way to the database, for SQLite and PostgreSQL."""

from __future__ import annotations

import asyncio
import threading
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, insert, select, text
from sqlalchemy.exc import (
    DatabaseError,
    DBAPIError,
    IntegrityError,
    InterfaceError,
    OperationalError,
    ProgrammingError,
)
from sqlmodel import col

from storage.database import Database, Unavailable, Unusable, insert_ignoring, is_unavailable, sqlite_path
from storage.tables import Audit, SeenEvent


async def note(database: Database, act: str, now: datetime) -> None:
    async with database.writing() as connection:
        await connection.execute(insert(Audit).values(at=now, act=act, detail=""))


async def acts(database: Database) -> list[str]:
    async with database.reading() as connection:
        return list((await connection.execute(select(col(Audit.act)).order_by(col(Audit.id)))).scalars())


async def test_committed_at_the_end(database: Database, now: datetime) -> None:
    """What a transaction wrote is there when it ends, with its zone."""
    await note(database, "one", now)
    async with database.reading() as connection:
        assert (await connection.execute(select(col(Audit.at)))).scalar_one() == now
    assert await acts(database) == ["one"]


async def test_rolled_back_when_something_goes_wrong(database: Database, now: datetime) -> None:
    """Nothing of it stays, and the next transaction works."""

    async def break_off() -> None:
        async with database.writing() as connection:
            await connection.execute(insert(Audit).values(at=now, act="lost", detail=""))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await break_off()
    await note(database, "kept", now)
    assert await acts(database) == ["kept"]


async def test_rolled_back_when_cancelled(database: Database, now: datetime) -> None:
    """A task that is cancelled in the middle leaves nothing behind and nothing locked."""
    inside = asyncio.Event()

    async def write() -> None:
        async with database.writing() as connection:
            await connection.execute(insert(Audit).values(at=now, act="lost", detail=""))
            inside.set()
            await asyncio.sleep(60)

    task = asyncio.create_task(write())
    await inside.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    await note(database, "kept", now)
    assert await acts(database) == ["kept"]


async def test_reading_never_waits_for_a_writer(database: Database, now: datetime) -> None:
    """While someone writes, others read what was committed before."""
    await note(database, "before", now)
    async with database.writing() as connection:
        await connection.execute(insert(Audit).values(at=now, act="meanwhile", detail=""))
        async with asyncio.timeout(5):
            assert await acts(database) == ["before"]
    assert await acts(database) == ["before", "meanwhile"]


async def test_many_writers(database: Database, now: datetime) -> None:
    """Writers wait for each other instead of failing, also those that read first."""

    async def count_up(number: int) -> None:
        async with database.writing() as connection:
            found = (await connection.execute(select(func.count()).select_from(Audit))).scalar_one()
            await connection.execute(insert(Audit).values(at=now, act=str(number), detail=str(found)))

    await asyncio.gather(*(count_up(number) for number in range(20)))
    assert sorted(await acts(database), key=int) == [str(number) for number in range(20)]


async def test_two_processes(database_url: str, database: Database, now: datetime) -> None:
    """A second process on the same database waits its turn as well."""
    other = Database(database_url)
    try:
        await asyncio.gather(*(note(one, "x", now) for one in (database, other) for _ in range(10)))
    finally:
        await other.close()
    assert len(await acts(database)) == 20


async def test_a_reader_cannot_write(sqlite_url: str, now: datetime) -> None:
    """On SQLite what reads can only read."""
    database = Database(sqlite_url)
    try:
        with pytest.raises(OperationalError, match="readonly"):
            async with database.reading() as connection:
                await connection.execute(insert(Audit).values(at=now, act="no", detail=""))
    finally:
        await database.close()


@pytest.mark.parametrize(
    ("pragma", "write", "read"),
    [
        ("journal_mode", "wal", "wal"),
        ("synchronous", 2, None),
        ("foreign_keys", 1, 1),
        ("busy_timeout", 15000, 15000),
        ("query_only", 0, 1),
    ],
)
async def test_how_sqlite_is_set_up(sqlite_url: str, pragma: str, write: Any, read: Any) -> None:
    """A write-ahead log that is flushed at every commit, references that are checked, patience."""
    database = Database(sqlite_url)
    try:
        async with database.writing() as connection:
            assert (await connection.execute(text(f"PRAGMA {pragma}"))).scalar_one() == write
        async with database.reading() as connection:
            assert read is None or (await connection.execute(text(f"PRAGMA {pragma}"))).scalar_one() == read
    finally:
        await database.close()


async def test_references_are_checked(database: Database, now: datetime) -> None:
    """A row cannot point at what is not there."""
    with pytest.raises(IntegrityError):
        async with database.writing() as connection:
            await connection.execute(insert(Audit).values(at=now, act="x", detail="", moderator_id=99))


async def test_inserting_what_stands_there(database: Database, now: datetime) -> None:
    """The first one stays, and nothing is raised."""
    for channel, rows in (("a", 1), ("a", 0), ("b", 1)):
        async with database.writing() as connection:
            statement = insert_ignoring(connection, SeenEvent).values(channel=channel, event_id="1", at=now)
            assert (await connection.execute(statement)).rowcount == rows


async def test_which_kind(database: Database, database_url: str) -> None:
    """The kind follows from the address."""
    assert database.kind == ("sqlite" if database_url.startswith("sqlite") else "postgresql")


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("sqlite+aiosqlite:////data/x.db", Path("/data/x.db")),
        ("sqlite+aiosqlite:///x.db", Path("x.db")),
        ("postgresql+asyncpg://u:p@localhost/name", None),
    ],
)
def test_the_file_of_a_database(url: str, path: Path | None) -> None:
    """A SQLite database has a file, another has none."""
    assert sqlite_path(url) == path


@pytest.mark.parametrize(
    "url", ["sqlite+aiosqlite://", "sqlite+aiosqlite:///:memory:", "sqlite+aiosqlite:///file:x?uri=true"]
)
def test_no_file_at_all(url: str) -> None:
    """What is gone when the program stops, or cannot be shared by two connections, is refused."""
    for use in (Database, sqlite_path):
        with pytest.raises(Unusable, match="must name a file"):
            use(url)


async def test_what_is_refused_at_its_start(tmp_path: Path) -> None:
    """Of a connection that could not be set up no thread stays behind."""
    (tmp_path / "words.db").write_text("These are no tables.\n" * 100)
    database = Database(f"sqlite+aiosqlite:///{tmp_path / 'words.db'}")
    before = set(threading.enumerate())
    with pytest.raises(DatabaseError):
        async with database.writing():
            pass
    for thread in set(threading.enumerate()) - before:
        await asyncio.to_thread(thread.join, 5)
    assert not [one for one in set(threading.enumerate()) - before if "connection_worker" in one.name]
    await database.close()


CAUSE = Exception("cause")


class Said(Exception):
    """What a server said, by its code."""

    def __init__(self, sqlstate: str) -> None:
        super().__init__(sqlstate)
        self.sqlstate = sqlstate


@pytest.mark.parametrize(
    ("problem", "away"),
    [
        (OperationalError("x", {}, CAUSE), True),
        (InterfaceError("x", {}, CAUSE), True),
        (ConnectionRefusedError(), True),
        (TimeoutError(), True),
        (DBAPIError("x", {}, CAUSE, connection_invalidated=True), True),
        (DBAPIError("x", {}, CAUSE), False),
        (DBAPIError("the server is starting", {}, Said("57P03")), True),
        (DBAPIError("it has no room for one more", {}, Said("53300")), True),
        (DBAPIError("it took too long", {}, Said("57014")), False),
        (DBAPIError("a wrong password", {}, Said("28P01")), False),
        (ProgrammingError("x", {}, CAUSE), False),
        (IntegrityError("x", {}, CAUSE), False),
        (ValueError(), False),
    ],
    ids=lambda value: value if isinstance(value, bool) else type(value).__name__,
)
def test_away_or_wrong(problem: Exception, away: bool) -> None:
    """A database that cannot be reached is told from a statement that is wrong."""
    assert is_unavailable(problem) is away


@pytest.mark.parametrize(
    "url", ["sqlite+aiosqlite:////no/such/folder/x.db", "postgresql+asyncpg://u@127.0.0.1:1/x"]
)
async def test_what_is_not_there_is_away(url: str) -> None:
    """A file that cannot be opened and a server that does not answer are away."""
    database = Database(url)
    try:
        with pytest.raises(Unavailable) as caught:
            async with database.writing():
                pass
    finally:
        await database.close()
        for thread in threading.enumerate():
            if "connection_worker" in thread.name:  # SQLite's: it lets go of the loop a moment later
                await asyncio.to_thread(thread.join, 5)
    assert is_unavailable(caught.value)
