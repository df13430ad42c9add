"""`samenspraak check`: each thing that is wrong in a sentence of its own, and nothing when nothing is."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from io import StringIO
from pathlib import Path

import pytest
from fakes.bot_api import FakeBotApi
from rich.console import Console
from world import SECRET, World, world

from bot.checking import check_all
from bot.settings import Settings
from storage import migrating
from storage.database import Database

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


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("postgresql+asyncpg://someone:secret@127.0.0.1:9/samenspraak", "ConnectionRefusedError"),
        ("sqlite+aiosqlite:////nowhere/samenspraak.db", "OperationalError"),
    ],
)
async def test_no_database(tmp_path: Path, url: str, kind: str) -> None:
    """A database that cannot be reached is named, without its password."""
    (sentence,) = await said(settings(url, tmp_path))
    # The thread of a SQLite connection that failed ends a moment later.
    await asyncio.sleep(0.1)
    assert sentence == f"- SAMENSPRAAK_DATABASE_URL: the database cannot be reached ({kind})."


async def test_addresses(there: World, sqlite_url: str, tmp_path: Path) -> None:
    """An address that residents' words would reach unencrypted, or Telegram not at all, is named."""
    public = settings(sqlite_url, tmp_path, host="0.0.0.0", base_url="http://samen.example")
    assert await said(public) == [
        "- SAMENSPRAAK_BASE_URL is http, so what people write travels unencrypted; use https."
    ]
    behind = public.model_copy(update={"base_url": "https://samen.example"})
    assert await said(behind) == ["Everything is in order."]


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
