"""Whether there is a database behind an address; if not, why, in a sentence that can be shown."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.engine import URL

from storage.database import Database, Unusable
from storage.reaching import reach


async def open_and_reach(url: str) -> None:
    database = Database(url)
    try:
        await reach(database)
    finally:
        await database.close()


async def why(url: str) -> str:
    """What is said of this address."""
    with pytest.raises(Unusable) as raised:
        await open_and_reach(url)
    return str(raised.value)


async def test_what_is_there(database: Database) -> None:
    """Then nothing is said."""
    await reach(database)


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("sqlite+aiosqlite:////nowhere/x.db", "the folder /nowhere does not exist."),
        (
            "postgresql+asyncpg://me:secret@127.0.0.1:9/x",
            "the database cannot be reached (ConnectionRefusedError).",
        ),
        (
            "postgresql+asyncpg://me:secret@/x?host=/nowhere",
            "the database cannot be reached (FileNotFoundError).",
        ),
        ("postgresql+asyncpg://me:secret@no..host/x", "there is no host no..host."),
        (
            "postgresql+asyncpg://me:secret@127.0.0.1:port/x",
            "this is no address of a database; is the port a number?",
        ),
        (
            "postgresql+asyncpg://me:secret@127.0.0.1:9/x?sslmode=require",
            "asyncpg does not know an option after its question mark; it is ssl=require, not sslmode.",
        ),
        (
            "postgresql+asyncpg://me:secret@127.0.0.1:9/x?ssl=perhaps",
            "the database cannot be reached (ClientConfigurationError).",
        ),
    ],
)
async def test_what_is_not(url: str, said: str) -> None:
    """Each reason has its sentence."""
    assert await why(url) == said


async def test_a_host_that_nobody_knows(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is named: most often it is a slip of the pen."""

    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    assert await why("postgresql+asyncpg://me:secret@db.example/x") == "there is no host db.example."


async def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    """It is looked at before anything of ours opens it."""
    (tmp_path / "x.db").write_text("These are no tables.\n" * 100)
    assert await why(f"sqlite+aiosqlite:///{tmp_path}/x.db") == f"{tmp_path}/x.db is no SQLite database."


async def test_a_server_that_says_no(postgresql_server: URL) -> None:
    """A database that it does not have, and a name that it does not let in, are told apart."""
    there = postgresql_server
    nowhere = there.set(database="nowhere").render_as_string(hide_password=False)
    assert await why(nowhere) == "the server has no database nowhere."
    stranger = there.set(username="stranger", password="secret").render_as_string(hide_password=False)
    assert await why(stranger) == "the server does not accept this name and password."


async def test_a_server_that_is_full(postgresql_url: str) -> None:
    """Whatever else the server says, its kind is told."""
    database = Database(postgresql_url)
    async with database.writing() as connection:
        name = (await connection.execute(text("SELECT current_database()"))).scalar_one()
        await connection.execute(text("CREATE ROLE guest LOGIN"))
        await connection.execute(text(f'ALTER DATABASE "{name}" CONNECTION LIMIT 0'))
    try:
        guest = database.url.set(username="guest").render_as_string(hide_password=False)
        assert await why(guest) == "the database cannot be reached (TooManyConnectionsError)."
    finally:
        async with database.writing() as connection:
            await connection.execute(text("DROP ROLE guest"))
        await database.close()
