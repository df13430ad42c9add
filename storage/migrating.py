"""Bring a database's schema to where the program expects it, or back."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection
from sqlmodel import SQLModel

from storage.database import Database

_FOLDER = Path(__file__).parent / "migrations"


def _config(connection: Connection | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(_FOLDER).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    if connection is not None:
        config.attributes["connection"] = connection
    return config


def newest() -> str:
    """The revision that this program expects."""
    return ScriptDirectory.from_config(_config()).get_current_head() or ""


async def migrate(database: Database, revision: str = "head") -> None:
    """Upgrade to `revision` ("head": what this program expects)."""
    async with database.writing() as connection:
        await connection.run_sync(lambda sync: command.upgrade(_config(sync), revision))


async def unmigrate(database: Database, revision: str = "base") -> None:
    """Downgrade to `revision` ("base": nothing left)."""
    async with database.writing() as connection:
        await connection.run_sync(lambda sync: command.downgrade(_config(sync), revision))


async def revision_of(database: Database) -> str:
    """Where the database stands, "" for one without a schema."""
    async with database.reading() as connection:
        return await connection.run_sync(
            lambda sync: MigrationContext.configure(sync).get_current_revision() or ""
        )


async def differences(database: Database) -> list[object]:
    """What the tables in code have that the database has not, or the other way round."""
    async with database.writing() as connection:
        return await connection.run_sync(
            lambda sync: list(
                compare_metadata(
                    MigrationContext.configure(sync, opts={"compare_type": True}), SQLModel.metadata
                )
            )
        )
