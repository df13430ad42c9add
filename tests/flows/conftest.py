"""Stages for the tests of conversations: a fresh database, one trajectory, one chat a channel."""

from __future__ import annotations

import pytest
from stage import Stage


@pytest.fixture
async def stage(sqlite_url: str) -> Stage:
    """A stage on the embedded database."""
    made = Stage(sqlite_url)
    await made.set_up()
    return made


@pytest.fixture
async def each_stage(database_url: str) -> Stage:
    """A stage on each kind of database in turn."""
    made = Stage(database_url)
    await made.set_up()
    return made
