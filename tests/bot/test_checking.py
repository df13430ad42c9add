"""`samenspraak check`: each thing that is wrong in a sentence of its own, and nothing when nothing is."""

from __future__ import annotations

from collections.abc import AsyncIterator
from io import StringIO
from pathlib import Path

import pytest
from fakes.bot_api import FakeBotApi
from rich.console import Console
from sqlalchemy import insert, text, update
from stage import MONDAY
from world import SECRET, World, world

from bot.checking import check_all
from bot.settings import Settings
from bot.wiring import prepare
from storage import migrating
from storage.database import Database
from storage.sqlite_file import sole_use
from storage.tables import FailedEvent, Step

NO_STEP = "- No trajectory has an open step: nobody can take part."
OTHER_KEY = (
    "- SAMENSPRAAK_SECRET_KEY: this data was written with another key; put that one back, or set both, the"
    " new one first."
)
WELL = "Everything is in order."
NOTHING_YET = (
    "There is nothing here yet: samenspraak demo shows what it can be, samenspraak trajectory new FILE.toml"
    " lays in your own."
)
OTHER = "another secret of thirty-two characters!"
NO_BOT = "- SAMENSPRAAK_TELEGRAM_TOKEN: Telegram does not know this bot, or cannot be reached."


@pytest.fixture
async def there(sqlite_url: str, tmp_path: Path) -> AsyncIterator[World]:
    async with world(sqlite_url, tmp_path) as made:
        yield made


def settings(url: str, folder: Path, **changes: object) -> Settings:
    return Settings(database_url=url, data_dir=folder, secret_key=SECRET).model_copy(update=changes)


async def said(chosen: Settings) -> list[str]:
    """What it prints; what it ends with agrees: all is well, or there are complaints."""
    console = Console(file=StringIO(), highlight=False, soft_wrap=True)
    well = await check_all(chosen, console)
    assert isinstance(console.file, StringIO)
    lines = console.file.getvalue().splitlines()
    assert well == (lines[0] == WELL)
    assert well == (not any(line.startswith("- ") for line in lines))
    return lines


async def test_in_order(there: World, sqlite_url: str, tmp_path: Path) -> None:
    """Where people can take part nothing is wrong."""
    assert await said(settings(sqlite_url, tmp_path)) == [WELL]


async def test_a_new_folder(tmp_path: Path) -> None:
    """Before anything was started nothing is wrong: it says how to begin, and makes no tables."""
    chosen = settings("", tmp_path / "data")
    for _ in range(2):
        assert await said(chosen) == [WELL, NOTHING_YET]
    wrong = chosen.model_copy(update={"base_url": "http://samen.example"})
    complaint, note = await said(wrong)
    assert complaint.startswith("- SAMENSPRAAK_BASE_URL")
    assert note == NOTHING_YET


async def test_an_empty_program(sqlite_url: str, tmp_path: Path) -> None:
    """With its tables and no trajectory it says the same."""
    assert await said(settings(sqlite_url, tmp_path)) == [WELL, NOTHING_YET]


async def test_nobody_can_take_part(there: World, sqlite_url: str, tmp_path: Path) -> None:
    """Where every step is closed it says that nobody can take part."""
    async with there.core.database.writing() as connection:
        await connection.execute(update(Step).values(closed_at=MONDAY))
    assert await said(settings(sqlite_url, tmp_path)) == [NO_STEP]


async def test_another_key(there: World, sqlite_url: str, tmp_path: Path) -> None:
    """A secret key that did not write what people said is noticed, with all else that is wrong."""
    other = settings(sqlite_url, tmp_path, secret_key=OTHER)
    await there.says("hallo")
    async with there.core.database.writing() as connection:
        await connection.execute(update(Step).values(closed_at=MONDAY))
    assert await said(other) == [OTHER_KEY, NO_STEP]
    both = settings(sqlite_url, tmp_path, secret_key=f"{OTHER},{SECRET}")
    assert await said(both) == [NO_STEP]


async def test_another_key_before_anybody_came(there: World, sqlite_url: str, tmp_path: Path) -> None:
    """Nobody has to have taken part: the first start laid a mark."""
    other = settings(sqlite_url, tmp_path, secret_key=OTHER)
    assert await said(other) == [WELL]
    await prepare(there.core)
    assert await said(other) == [OTHER_KEY]
    assert await said(settings("", tmp_path, secret_key=OTHER)) == [OTHER_KEY]
    assert await said(settings(sqlite_url, tmp_path, secret_key=f"{OTHER},{SECRET}")) == [WELL]


async def test_a_database_without_tables(postgresql_url: str, tmp_path: Path) -> None:
    """A server's database is not laid in by itself: it says by which command."""
    database = Database(postgresql_url)
    await migrating.unmigrate(database)
    await database.close()
    assert await said(settings(postgresql_url, tmp_path)) == [
        "- There is nothing in the database yet: run samenspraak migrate."
    ]


async def test_old_schema(database_url: str, tmp_path: Path) -> None:
    """A database of an older version says what brings it up to date, which SQLite's own start does."""
    database = Database(database_url)
    await migrating.unmigrate(database, "0001")
    await database.close()
    by_itself = "The database is of an earlier version; the next start brings it up to date by itself."
    migrate = ["- The database is not up to date: run samenspraak migrate."]
    assert await said(settings(database_url, tmp_path)) == (
        [WELL, by_itself] if database.kind == "sqlite" else migrate
    )


async def test_newer_schema(database_url: str, tmp_path: Path) -> None:
    """A database of a newer version is not said to be old."""
    database = Database(database_url)
    async with database.writing() as connection:
        await connection.execute(text("UPDATE alembic_version SET version_num = 'ffffffffffff'"))
    await database.close()
    (sentence,) = await said(settings(database_url, tmp_path))
    assert sentence.startswith("- SAMENSPRAAK_DATABASE_URL: ")
    assert "newer version" in sentence


@pytest.mark.parametrize(
    ("url", "why"),
    [
        (
            "postgresql+asyncpg://someone:secret@127.0.0.1:9/samenspraak",
            "the database cannot be reached (ConnectionRefusedError).",
        ),
        ("sqlite+aiosqlite:////nowhere/samenspraak.db", "the folder /nowhere does not exist."),
    ],
)
async def test_no_database(tmp_path: Path, url: str, why: str) -> None:
    """A database that cannot be reached is named, without its password."""
    assert await said(settings(url, tmp_path)) == [f"- SAMENSPRAAK_DATABASE_URL: {why}"]


async def test_the_data_folder(tmp_path: Path) -> None:
    """What is wrong with the file in the data folder is said of that setting."""
    (tmp_path / "samenspraak.db").write_text("These are no tables.\n" * 100)
    assert await said(settings("", tmp_path)) == [
        f"- SAMENSPRAAK_DATA_DIR: {tmp_path}/samenspraak.db is no SQLite database."
    ]


async def test_set_aside(there: World, sqlite_url: str, tmp_path: Path) -> None:
    """Messages that were set aside are counted."""
    values = {"channel": "telegram", "payload": b"", "tries": 5, "error": "RuntimeError"}
    for number, expected in (
        ("1", "- 1 message failed five times and waits for a person; see the desk, under sending."),
        ("2", "- 2 messages failed five times and wait for a person; see the desk, under sending."),
    ):
        async with there.core.database.writing() as connection:
            await connection.execute(
                insert(FailedEvent).values(
                    **values, event_id=number, first_at=MONDAY, last_at=MONDAY, set_aside_at=MONDAY
                )
            )
        assert await said(settings(sqlite_url, tmp_path)) == [expected]


async def test_addresses(there: World, sqlite_url: str, tmp_path: Path) -> None:
    """An address that residents' words would reach unencrypted, or Telegram not at all, is named."""
    public = settings(sqlite_url, tmp_path, host="0.0.0.0", base_url="http://samen.example")
    assert await said(public) == [
        "- SAMENSPRAAK_BASE_URL is http, so what people write travels unencrypted; use https."
    ]
    proxied = public.model_copy(update={"host": "127.0.0.1"})
    assert await said(proxied) == await said(public)
    behind = public.model_copy(update={"base_url": "https://samen.example"})
    assert await said(behind) == [WELL]
    here = public.model_copy(update={"base_url": "http://localhost:8000", "host": "127.0.0.2"})
    assert await said(here) == [WELL]


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.7", "samen.example"])
async def test_open_to_the_world_without_an_address(
    there: World, sqlite_url: str, tmp_path: Path, host: str
) -> None:
    """Listening to others without saying how they reach us is named too."""
    (sentence,) = await said(settings(sqlite_url, tmp_path, host=host))
    assert sentence == (
        "- SAMENSPRAAK_BASE_URL is not set, though SAMENSPRAAK_HOST is open to others: set it to the https"
        " address that people use."
    )


async def test_beside_a_program_that_serves(there: World, sqlite_url: str, tmp_path: Path) -> None:
    """Looking takes nothing from a program that serves the same data."""
    with sole_use(sqlite_url):
        assert await said(settings(sqlite_url, tmp_path)) == [WELL]


async def test_telegram(there: World, sqlite_url: str, tmp_path: Path) -> None:
    """A bot that Telegram knows is in order; a wrong token, or a webhook without https, is named."""
    async with FakeBotApi("1:TEST") as api:
        right = settings(sqlite_url, tmp_path, telegram_token="1:TEST", telegram_api_url=api.url)
        assert await said(right) == [WELL]
        wrong = right.model_copy(update={"telegram_token": "1:OTHER"})
        assert await said(wrong) == [NO_BOT]
        hook = right.model_copy(update={"telegram_mode": "webhook"})
        assert await said(hook) == ["- SAMENSPRAAK_BASE_URL must begin with https:// for Telegram's webhook."]
        assert not api.made("getUpdates", "setWebhook", "deleteWebhook")


async def test_everything_at_once(there: World, sqlite_url: str, tmp_path: Path) -> None:
    """All that is wrong is said at once, not one thing at each try."""
    async with there.core.database.writing() as connection:
        await connection.execute(update(Step).values(closed_at=MONDAY))
    chosen = settings(
        sqlite_url,
        tmp_path,
        telegram_token="1:TEST",
        telegram_api_url="http://127.0.0.1:9",
        telegram_mode="webhook",
    )
    assert await said(chosen) == [
        "- SAMENSPRAAK_BASE_URL must begin with https:// for Telegram's webhook.",
        NO_STEP,
        NO_BOT,
    ]
    empty = chosen.model_copy(update={"database_url": "", "data_dir": tmp_path / "data"})
    assert (await said(empty))[1:] == [NO_BOT, NOTHING_YET]
