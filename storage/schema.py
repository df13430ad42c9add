"""Where a database's schema stands, and a fresh database laid in whole.

Alembic is loaded only to change a database of an earlier version: it costs a third of a second and 11 MB.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from sqlalchemy import Column, Connection, MetaData, String, Table, insert, inspect, select

import storage.tables as tables
from storage.database import Database

VERSIONS: Final = Path(__file__).parent / "migrations" / "versions"

MARK: Final = Table(
    "alembic_version",
    MetaData(),
    Column("version_num", String(32), primary_key=True),
)
"""In which Alembic notes the revision."""

SCHEMA: Final = tables.Address.metadata
"""Every table of the program."""


class SchemaBehind(Exception):
    """The schema is older than this program."""

    def __init__(self) -> None:
        super().__init__("the database is not up to date; run `samenspraak migrate` first.")


class SchemaAhead(Exception):
    """The schema is newer than this program."""

    def __init__(self) -> None:
        super().__init__(
            "the database was brought up to date by a newer version of Samenspraak; install that version."
        )


def newest() -> str:
    """The revision that this program expects."""
    return max(_known())


async def revision_of(database: Database) -> str:
    """Where the database stands, "" for one without a schema."""
    async with database.reading() as connection:
        return await connection.run_sync(revision)


def revision(sync: Connection) -> str:
    """The same, inside a transaction."""
    if not inspect(sync).has_table(MARK.name):
        return ""
    return sync.execute(select(MARK.c.version_num)).scalar() or ""


def refuse_newer(found: str) -> None:
    """Raise SchemaAhead for a revision that this program does not know."""
    if found and found not in _known():
        raise SchemaAhead


async def check(database: Database) -> None:
    """Raise SchemaBehind or SchemaAhead when the schema is not the one that this program expects."""
    found = await revision_of(database)
    refuse_newer(found)
    if found != newest():
        raise SchemaBehind


async def bring_up_to_date(database: Database) -> None:
    """Lay in a fresh database, or migrate one of an earlier version; raises SchemaAhead."""
    found = await revision_of(database)
    refuse_newer(found)
    if found == newest():
        return
    if not found and await _lay_in(database):
        return
    from storage.migrating import migrate

    await migrate(database)


async def _lay_in(database: Database) -> bool:
    """The whole schema at once; False when there is something already."""

    def lay_in(sync: Connection) -> bool:
        if inspect(sync).get_table_names():
            return False
        SCHEMA.create_all(sync)
        MARK.create(sync)
        sync.execute(insert(MARK).values(version_num=newest()))
        return True

    async with database.writing() as connection:
        return await connection.run_sync(lay_in)


def _known() -> set[str]:
    return {path.name.partition("_")[0] for path in VERSIONS.glob("[0-9]*_*.py")}
