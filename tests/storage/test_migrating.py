"""The schema as the program expects it, from nothing and back to nothing."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from sqlalchemy import inspect, text

from storage import migrating
from storage.database import Database
from storage.migrating import differences, migrate, unmigrate
from storage.schema import SchemaAhead, SchemaBehind, check, newest, revision_of


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


async def test_a_schema_of_another_time(database: Database) -> None:
    """What is older than this program is told from what is newer, and what is newer is left as it is."""
    await check(database)
    await unmigrate(database, "0001")
    with pytest.raises(SchemaBehind, match="samenspraak migrate"):
        await check(database)
    await migrate(database)
    async with database.writing() as connection:
        await connection.execute(text("UPDATE alembic_version SET version_num = 'ffffffffffff'"))
    for look in (check, migrate):
        with pytest.raises(SchemaAhead, match="newer version"):
            await look(database)
    assert await revision_of(database) == "ffffffffffff"


async def test_rows_of_an_older_version(database: Database) -> None:
    """What was noted before a column was there stays, going up and going down."""
    await unmigrate(database, "0001")
    async with database.writing() as connection:
        await connection.execute(
            text(
                "INSERT INTO failedevent (channel, event_id, payload, tries, error, first_at, last_at)"
                " VALUES ('telegram', '1', 'x', 2, 'E', '2026-11-23 09:00:00', '2026-11-23 09:00:00')"
            )
        )
    await migrate(database, "0002")
    async with database.reading() as connection:
        query = text("SELECT channel, event_id, tries, lookup FROM failedevent")
        assert (await connection.execute(query)).all() == [("telegram", "1", 2, None)]
    await unmigrate(database, "0001")
    async with database.reading() as connection:
        assert (await connection.execute(text("SELECT tries FROM failedevent"))).scalars().all() == [2]


async def test_failures_of_nobody(database: Database) -> None:
    """A failed event that nobody knows the sender of is not kept: it could not be forgotten with them."""
    await unmigrate(database, "0002")
    async with database.writing() as connection:
        for event_id, lookup in (("1", "NULL"), ("2", "'somebody'")):
            await connection.execute(
                text(
                    "INSERT INTO failedevent"
                    " (channel, event_id, lookup, payload, tries, error, first_at, last_at)"
                    f" VALUES ('telegram', '{event_id}', {lookup}, 'x', 2, 'E', '2026-11-23 09:00:00',"
                    " '2026-11-23 09:00:00')"
                )
            )
    await migrate(database)
    async with database.reading() as connection:
        assert (await connection.execute(text("SELECT event_id FROM failedevent"))).scalars().all() == ["2"]


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
    database = Database(f"sqlite+aiosqlite:///{tmp_path / 'new.db'}")
    try:
        await migrate(database)
        assert await revision_of(database) == newest()
    finally:
        await database.close()
