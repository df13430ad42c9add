"""One way to the database, for SQLite and PostgreSQL.

SQLite has one write connection (its writers would only wait for each other) and a few that only read;
every write transaction begins IMMEDIATE, because a deferred one that turns into a writer fails instead of
waiting. PostgreSQL has one pool.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from threading import Thread
from typing import Any, Literal
from weakref import WeakSet

from sqlalchemy import Insert, event
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, InterfaceError, OperationalError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlmodel import SQLModel

from storage.sqlite_log import empty_log

WRITE_PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    "busy_timeout=15000",
    # What is erased is overwritten, whatever the SQLite library does of its own accord.
    "secure_delete=ON",
)
READ_PRAGMAS = ("foreign_keys=ON", "busy_timeout=15000", "query_only=ON")

LAST_WORDS = 2.0
"""Seconds in which a connection that was let go of may end what it was doing."""

Unavailable = (OperationalError, InterfaceError, OSError)
"""What is raised when the database cannot be reached or is locked for too long."""

_AWAY = ("08", "53", "57P01", "57P02", "57P03")
"""PostgreSQL's codes: no connection, no room, stopping, crashed, starting."""


class Unusable(Exception):
    """There is no database at this address that we can use; the message says why, and no password."""


class Database:
    """An open database. `async with database.writing() as connection` is one transaction."""

    def __init__(self, url: str) -> None:
        """`url` as SQLAlchemy writes it: sqlite+aiosqlite:///path or postgresql+asyncpg://...

        Raises Unusable for what is no address, or no file; nothing is opened yet.
        """
        self.url = _parse(url)
        self.path = sqlite_path(url)
        self.kind: Literal["sqlite", "postgresql"] = "sqlite" if self.path else "postgresql"
        # An earlier process may have been killed before it could.
        self._erased = True
        if self.kind == "sqlite":
            self._writer = _sqlite_engine(self.url, WRITE_PRAGMAS, "BEGIN IMMEDIATE", size=1)
            self._reader = _sqlite_engine(self.url, READ_PRAGMAS, "BEGIN", size=4)
            self._threads = WeakSet[Thread]()
            for engine in (self._writer, self._reader):
                event.listen(engine.sync_engine, "connect", self._remember_thread)
        else:
            self._writer = self._reader = create_async_engine(
                self.url, pool_size=10, max_overflow=10, pool_pre_ping=True
            )

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[AsyncConnection]:
        """One transaction that may write; committed at the end, rolled back on an exception."""
        async with self._writer.begin() as connection:
            yield connection

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncConnection]:
        """One transaction that only reads, and never waits for a writer."""
        async with self._reader.begin() as connection:
            yield connection

    async def empty_log(self) -> None:
        """Take what was erased out of SQLite's write-ahead log as well, once for each `note_erased`.

        Where somebody reads or writes meanwhile the log stays as it is, until the next time. PostgreSQL sees
        to its own.
        """
        if not self.path or not self._erased:
            return
        # What is erased while this goes on counts for the next time.
        self._erased, emptied = False, False
        try:
            emptied = await asyncio.to_thread(empty_log, self.path)
        finally:
            self._erased = self._erased or not emptied

    def note_erased(self) -> None:
        """Something was erased that may not stay readable."""
        self._erased = True

    async def close(self) -> None:
        """Let go of every connection."""
        await self._writer.dispose()
        if self._reader is not self._writer:
            await self._reader.dispose()
            # A connection that was dropped in the middle of a statement is not waited for by its pool, and
            # its thread would speak to a loop that is gone.
            for thread in list(self._threads):
                await asyncio.to_thread(thread.join, LAST_WORDS)

    def _remember_thread(self, connection: Any, _record: Any) -> None:
        self._threads.add(connection.driver_connection._thread)


def is_unavailable(problem: BaseException) -> bool:
    """Whether the database was away, rather than the statement wrong."""
    if isinstance(problem, Unavailable):
        return True
    if not isinstance(problem, DBAPIError):
        return False
    code = getattr(problem.orig, "sqlstate", None) or ""
    return problem.connection_invalidated or code.startswith(_AWAY)


def insert_ignoring(connection: AsyncConnection, table: type[SQLModel]) -> Insert:
    """An INSERT that does nothing when a row with the same unique key stands there already."""
    if connection.dialect.name == "sqlite":
        return sqlite_insert(table).on_conflict_do_nothing()
    return postgresql_insert(table).on_conflict_do_nothing()


def sqlite_path(url: str) -> Path | None:
    """The file of a SQLite database, None for another database; raises Unusable."""
    parsed = _parse(url)
    if parsed.get_backend_name() != "sqlite":
        return None
    name = parsed.database or ":memory:"
    if name == ":memory:" or name.startswith("file:"):
        raise Unusable("it must name a file, such as sqlite+aiosqlite:////srv/samenspraak/samenspraak.db.")
    return Path(name)


def _parse(url: str) -> URL:
    try:
        return make_url(url)
    except (ValueError, ArgumentError):
        # What SQLAlchemy says may hold a piece of the address, and with it of the password.
        raise Unusable("this is no address of a database; is the port a number?") from None


def _sqlite_engine(url: URL, pragmas: tuple[str, ...], begin: str, size: int) -> AsyncEngine:
    engine = create_async_engine(
        url,
        isolation_level="AUTOCOMMIT",
        pool_size=size,
        max_overflow=0,
        pool_timeout=60,
    )

    def prepare(connection: Any, _record: Any) -> None:
        try:
            cursor = connection.cursor()
            for pragma in pragmas:
                cursor.execute(f"PRAGMA {pragma}")
            cursor.close()
        except Exception:
            # Nobody else closes what was refused at its start, and its thread would stay.
            connection.close()
            raise

    event.listen(engine.sync_engine, "connect", prepare)
    event.listen(engine.sync_engine, "begin", lambda connection: connection.exec_driver_sql(begin))
    return engine
