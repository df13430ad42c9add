"""Column shapes that several tables share."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import BigInteger, Integer, false, text, true
from sqlmodel import Field

BIG = BigInteger().with_variant(Integer(), "sqlite")
"""A 64-bit id; SQLite's own INTEGER is 64 bits and the only one that counts up by itself."""


def big_id() -> Any:
    """A primary key for tables that grow with every message."""
    return Field(default=None, primary_key=True, sa_type=BIG)


def big_reference(target: str, **options: Any) -> Any:
    """A reference to a `big_id`."""
    return Field(foreign_key=target, sa_type=BIG, **options)


def now() -> datetime:
    """The present moment in UTC, for rows whose writer was not told one."""
    return datetime.now(UTC)


def preset(value: str | int | bool, **options: Any) -> Any:
    """A column that the database itself fills in where a row does not say: rows of an older version too."""
    if isinstance(value, bool):
        words: Any = true() if value else false()
    else:
        words = text(str(value) if isinstance(value, int) else f"'{value}'")
    return Field(default=value, sa_column_kwargs={"server_default": words}, **options)
