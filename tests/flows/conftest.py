"""Stages for the tests of conversations: a fresh database, one trajectory, one chat a channel."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from residents import joined
from stage import Stage, let_go

# How long one example takes says more about the machine than about the program.
settings.register_profile(
    "patient",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large],
)
settings.load_profile("patient")


FILE = "stage.db"


@dataclass(frozen=True)
class Template:
    """A database that is copied for each test, so that what all tests begin with is laid in once."""

    path: Path
    moderator_id: int

    def copy(self, folder: Path) -> Stage:
        """A stage of its own on a copy."""
        path = folder / FILE
        shutil.copy(self.path, path)
        return Stage(_url(path), moderator_id=self.moderator_id)


@pytest.fixture(scope="session")
def laid_in(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Template:
    """The trajectory of the tests and a moderator."""
    path = tmp_path_factory.mktemp("laid-in") / FILE
    shutil.copy(sqlite_template, path)

    async def lay_in() -> int:
        stage = Stage(_url(path))
        await stage.set_up()
        await let_go(stage.url)
        return stage.moderator_id

    return Template(path, asyncio.run(lay_in()))


@pytest.fixture(scope="session")
def with_someone(laid_in: Template, tmp_path_factory: pytest.TempPathFactory) -> Template:
    """The same, and someone who has joined."""
    folder = tmp_path_factory.mktemp("with-someone")

    async def join() -> None:
        stage = laid_in.copy(folder)
        await joined(stage)
        await let_go(stage.url)

    asyncio.run(join())
    return Template(folder / FILE, laid_in.moderator_id)


@pytest.fixture
async def stage(laid_in: Template, tmp_path: Path) -> AsyncIterator[Stage]:
    """A stage on the embedded database."""
    made = laid_in.copy(tmp_path)
    yield made
    await let_go(made.url)


@pytest.fixture
async def chat(with_someone: Template, tmp_path: Path) -> AsyncIterator[Stage]:
    """The same, with someone who has joined and nothing open."""
    made = with_someone.copy(tmp_path)
    yield made
    await let_go(made.url)


@pytest.fixture
async def each_stage(database_url: str) -> Stage:
    """A stage on each kind of database in turn."""
    made = Stage(database_url)
    await made.set_up()
    return made


def _url(path: Path) -> str:
    return f"sqlite+aiosqlite:///{path}"
