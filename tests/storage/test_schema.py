"""A fresh database laid in at once is the same as one that went through every version."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, inspect, text

from storage import schema
from storage.database import Database
from storage.migrating import differences, migrate, unmigrate
from storage.schema import SchemaAhead, bring_up_to_date, newest, revision_of


@pytest.fixture
async def empty(database: Database) -> AsyncIterator[Database]:
    """No table at all."""
    await unmigrate(database)
    async with database.writing() as connection:
        await connection.execute(text("DROP TABLE alembic_version"))
    return database


def shape(sync: Connection) -> dict[str, tuple[set[str], set[str], set[str]]]:
    """Of each table its columns, indexes and foreign keys."""
    seen = inspect(sync)
    return {
        table: (
            {f"{one['name']} {one['type']} {one['nullable']}" for one in seen.get_columns(table)},
            {f"{one['name']} {one['column_names']}" for one in seen.get_indexes(table)},
            {f"{one['constrained_columns']} {one['referred_table']}" for one in seen.get_foreign_keys(table)},
        )
        for table in seen.get_table_names()
    }


async def test_laid_in_as_if_migrated(empty: Database) -> None:
    """The same columns, indexes and references, and the same revision."""
    await bring_up_to_date(empty)
    assert await differences(empty) == []
    assert await revision_of(empty) == newest()
    async with empty.reading() as connection:
        laid_in = await connection.run_sync(shape)
    await unmigrate(empty)
    await migrate(empty)
    async with empty.reading() as connection:
        assert await connection.run_sync(shape) == laid_in


async def test_twice(empty: Database) -> None:
    """What is up to date stays as it is."""
    await bring_up_to_date(empty)
    await bring_up_to_date(empty)
    assert await revision_of(empty) == newest()


async def test_an_earlier_version(database: Database) -> None:
    """A database of an earlier version is migrated."""
    await unmigrate(database, "0001")
    await bring_up_to_date(database)
    assert await revision_of(database) == newest()
    assert await differences(database) == []


async def test_somebody_elses_tables(empty: Database) -> None:
    """Tables that are not ours stay, and ours come beside them."""
    async with empty.writing() as connection:
        await connection.execute(text("CREATE TABLE theirs (id INTEGER PRIMARY KEY)"))
    await bring_up_to_date(empty)
    async with empty.writing() as connection:
        assert "theirs" in await connection.run_sync(lambda sync: inspect(sync).get_table_names())
        await connection.execute(text("DROP TABLE theirs"))
    assert await differences(empty) == []


async def test_a_newer_version(database: Database) -> None:
    """Nothing is touched."""
    async with database.writing() as connection:
        await connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(SchemaAhead):
        await bring_up_to_date(database)
    assert await revision_of(database) == "9999"


def test_without_alembic(tmp_path: Path) -> None:
    """A fresh start does not pay for the library that changes old databases."""
    program = (
        "import asyncio, sys\n"
        "from storage.database import Database\n"
        "from storage.schema import bring_up_to_date\n"
        "async def main():\n"
        "    database = Database(sys.argv[1])\n"
        "    await bring_up_to_date(database)\n"
        "    await database.close()\n"
        "asyncio.run(main())\n"
        "assert 'alembic' not in sys.modules\n"
    )
    url = f"sqlite+aiosqlite:///{tmp_path / 'new.db'}"
    root = Path(schema.__file__).parents[1]
    done = subprocess.run(
        [sys.executable, "-c", program, url], cwd=root, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
