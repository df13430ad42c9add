"""The schema as the program expects it, from nothing and back to nothing."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from sqlalchemy import inspect

from storage import migrating
from storage.database import Database
from storage.migrating import differences, migrate, newest, revision_of, unmigrate


async def tables(database: Database) -> set[str]:
    async with database.writing() as connection:
        return set(await connection.run_sync(lambda sync: inspect(sync).get_table_names()))


async def test_as_the_code_says(database: Database) -> None:
    """After migrating, the database has what the tables in code have, and nothing else."""
    assert await differences(database) == []
    assert await revision_of(database) == newest() != ""


async def test_down_and_up(database: Database) -> None:
    """Every step can be taken back, and taken again."""
    before = await tables(database)
    await unmigrate(database)
    assert await tables(database) <= {"alembic_version"}
    assert await revision_of(database) == ""
    await migrate(database)
    assert await tables(database) == before
    assert await differences(database) == []


async def test_migrating_twice(database: Database) -> None:
    """What is up to date stays as it is."""
    await migrate(database)
    assert await revision_of(database) == newest()


async def test_a_database_without_a_schema(tmp_path: Path) -> None:
    """A new file stands nowhere, and everything is missing in it."""
    database = Database(f"sqlite+aiosqlite:///{tmp_path / 'new.db'}")
    try:
        assert await revision_of(database) == ""
        missing = await differences(database)
        await migrate(database)
        assert await differences(database) == []
    finally:
        await database.close()
    assert len(missing) > 20


async def test_a_folder_with_a_percent_sign(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the program lies makes no difference."""
    folder = tmp_path / "100% ours"
    shutil.copytree(migrating._FOLDER, folder)
    monkeypatch.setattr(migrating, "_FOLDER", folder)
    assert migrating.newest() != ""
