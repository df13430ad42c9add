"""Bring a database's schema to where the program expects it, or back."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import Connection

from storage.database import Database
from storage.schema import SCHEMA, refuse_newer, revision

_FOLDER = Path(__file__).parent / "migrations"


def _config(connection: Connection | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(_FOLDER).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    if connection is not None:
        config.attributes["connection"] = connection
    return config


async def migrate(database: Database, to: str = "head") -> None:
    """Upgrade to the revision `to` ("head": what this program expects); raises SchemaAhead."""

    def upgrade(sync: Connection) -> None:
        refuse_newer(revision(sync))
        command.upgrade(_config(sync), to)

    async with database.writing() as connection:
        await connection.run_sync(upgrade)


async def unmigrate(database: Database, to: str = "base") -> None:
    """Downgrade to the revision `to` ("base": nothing left)."""
    async with database.writing() as connection:
        await connection.run_sync(lambda sync: command.downgrade(_config(sync), to))


async def differences(database: Database) -> list[object]:
    """What the tables in code have that the database has not, or the other way round."""
    async with database.writing() as connection:
        return await connection.run_sync(
            lambda sync: list(
                compare_metadata(MigrationContext.configure(sync, opts={"compare_type": True}), SCHEMA)
            )
        )
