"""`samenspraak check`: each thing that is wrong in a sentence of its own, and nothing when nothing is."""

from __future__ import annotations

from collections.abc import AsyncIterator
from io import StringIO
from pathlib import Path

import pytest
from fakes.bot_api import FakeBotApi
from rich.console import Console
from sqlalchemy import insert, text
from stage import MONDAY
from world import SECRET, World, world

from bot.checking import check_all
from bot.settings import Settings
from storage import migrating
from storage.database import Database
from storage.sqlite_file import sole_use
from storage.tables import FailedEvent

NO_STEP = "- No trajectory has an open step: nobody can take part."
OTHER_KEY = "- SAMENSPRAAK_SECRET_KEY: this data was written with another key."
NO_BOT = "- SAMENSPRAAK_TELEGRAM_TOKEN: Telegram does not know this bot, or cannot be reached."


@pytest.fixture
async def there(sqlite_url: str, tmp_path: Path) -> AsyncIterator[World]:
    async with world(sqlite_url, tmp_path) as made:
        yield made


def settings(url: str, folder: Path, **changes: object) -> Settings:
    return Settings(database_url=url, data_dir=folder, secret_key=SECRET).model_copy(update=changes)


async def said(chosen: Settings) -> list[str]:
    """What it prints; the last word, whether all is well, agrees with that."""
    console = Console(file=StringIO(), highlight=False, soft_wrap=True)
    well = await check_all(chosen, console)
    assert isinstance(console.file, StringIO)
    lines = console.file.getvalue().splitlines()
    assert well == (lines == ["Everything is in order."])
    return lines


async def test_in_order(there: World, sqlite_url: str, tmp_path: Path) -> None:
    """Where people can take part nothing is wrong."""
    assert await said(settings(sqlite_url, tmp_path)) == ["Everything is in order."]


async def test_nobody_can_take_part(sqlite_url: str, tmp_path: Path) -> None:
    """An empty program says that nobody can take part yet."""
    assert await said(settings(sqlite_url, tmp_path)) == [NO_STEP]


async def test_another_key(there: World, sqlite_url: str, tmp_path: Path) -> None:
    """A secret key that did not write this data is noticed, as soon as anybody has come in."""
    other = settings(sqlite_url, tmp_path, secret_key="another secret of thirty-two characters!")
    await there.says("hallo")
    assert await said(other) == [OTHER_KEY]
    both = settings(sqlite_url, tmp_path, secret_key=f"another secret of thirty-two characters!,{SECRET}")
    assert await said(both) == ["Everything is in order."]


async def test_old_schema(database_url: str, tmp_path: Path) -> None:
    """A database of an older version says which command brings it up to date."""
    database = Database(database_url)
    await migrating.unmigrate(database)
    await database.close()
    assert await said(settings(database_url, tmp_path)) == [
        "- The database is not up to date: run samenspraak migrate."
    ]


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
    assert await said(behind) == ["Everything is in order."]
    here = public.model_copy(update={"base_url": "http://localhost:8000", "host": "127.0.0.2"})
    assert await said(here) == ["Everything is in order."]


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
        assert await said(settings(sqlite_url, tmp_path)) == ["Everything is in order."]


async def test_telegram(there: World, sqlite_url: str, tmp_path: Path) -> None:
    """A bot that Telegram knows is in order; a wrong token, or a webhook without https, is named."""
    async with FakeBotApi("1:TEST") as api:
        right = settings(sqlite_url, tmp_path, telegram_token="1:TEST", telegram_api_url=api.url)
        assert await said(right) == ["Everything is in order."]
        wrong = right.model_copy(update={"telegram_token": "1:OTHER"})
        assert await said(wrong) == [NO_BOT]
        hook = right.model_copy(update={"telegram_mode": "webhook"})
        assert await said(hook) == ["- SAMENSPRAAK_BASE_URL must begin with https:// for Telegram's webhook."]
        assert not api.made("getUpdates", "setWebhook", "deleteWebhook")


async def test_everything_at_once(sqlite_url: str, tmp_path: Path) -> None:
    """All that is wrong is said at once, not one thing at each try."""
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
