"""The commands that keep running: what they print, and what they leave."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from io import BytesIO, StringIO, TextIOWrapper
from pathlib import Path

import httpx
import pytest
from rich.console import Console
from sqlalchemy import select
from sqlmodel import SQLModel
from world import SECRET, World, world

from bot.complaints import complaint
from bot.running import demonstrate, migrate_database, serve_all, talk
from bot.settings import Settings
from storage import migrating
from storage.database import Database
from storage.tables import Node, Trajectory


def paper() -> Console:
    return Console(file=StringIO(), highlight=False, soft_wrap=True)


def printed(console: Console) -> list[str]:
    assert isinstance(console.file, StringIO)
    return console.file.getvalue().splitlines()


async def at_once() -> None:
    """Stop as soon as everything runs."""


@pytest.fixture
def settings(sqlite_url: str, tmp_path: Path) -> Settings:
    return Settings(database_url=sqlite_url, data_dir=tmp_path / "data", port=0, secret_key=SECRET)


async def rows(url: str, table: type[SQLModel]) -> list[SQLModel]:
    database = Database(url)
    async with database.reading() as connection:
        found = [table.model_construct(**row) for row in (await connection.execute(select(table))).mappings()]
    await database.close()
    return found


async def test_the_demonstration(settings: Settings) -> None:
    """It prints where everything is; every link answers; the second time nothing new is laid in."""
    console = paper()
    pages: list[int] = []

    async def visit() -> None:
        links = re.findall(r"http://\S+", "\n".join(printed(console)))
        async with httpx.AsyncClient() as client:
            pages.extend([(await client.get(link)).status_code for link in links])

    await demonstrate(settings, console, visit)
    assert pages == [200] * 4
    base = r"http://127\.0\.0\.1:\d+"
    expected = [
        r"Two sample trajectories were laid in\.",
        "",
        rf"Public pages  {base}/",
        rf"Web chat      {base}/chat/wijkteam-oost",
        rf"Web chat      {base}/chat/park-zilverwei",
        rf"Desk          {base}/desk/in/[\w-]{{43}}   \(once, within 15 minutes\)",
        "",
        r"Ctrl-C stops\.",
    ]
    lines = printed(console)
    assert len(lines) == len(expected)
    for line, pattern in zip(lines, expected, strict=True):
        assert re.fullmatch(pattern, line), line
    again = paper()
    await demonstrate(settings, again, at_once)
    assert printed(again)[0] == ""
    assert len(await rows(settings.database, Trajectory)) == 2


async def test_serving(settings: Settings) -> None:
    """It says where it answers, on the free port that it found."""
    console = paper()
    await serve_all(settings, console, at_once)
    (line,) = printed(console)
    assert re.fullmatch(r"Samenspraak answers at http://127\.0\.0\.1:[1-9]\d*/", line)


async def test_migrating(tmp_path: Path) -> None:
    """From nothing to the newest, and then nothing more."""
    settings = Settings(data_dir=tmp_path / "data")
    first, second = paper(), paper()
    for console in (first, second):
        await migrate_database(settings, console)
    assert printed(first) == [f"The database went from nothing to {migrating.newest()}."]
    assert printed(second) == ["The database is up to date."]


async def complaint_about(settings: Settings) -> str | None:
    """What is said when the program cannot start with these settings."""
    with pytest.raises(Exception) as raised:
        await serve_all(settings, paper(), at_once)
    # The thread of a SQLite connection that failed ends a moment later.
    await asyncio.sleep(0.1)
    said = complaint(raised.value, settings)
    assert said is None or "\n" not in said
    return said


@pytest.fixture
async def there(sqlite_url: str, tmp_path: Path) -> AsyncIterator[World]:
    async with world(sqlite_url, tmp_path) as made:
        yield made


def keyboard(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    typed = "".join(f"{line}\n" for line in lines).encode()
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(typed), encoding="utf-8"))


async def test_talking(
    there: World, settings: Settings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The whole way of a story from a keyboard, by words and numbers; going on later works."""
    keyboard(monkeypatch, "1", "verder", "verder", "duidelijk", "1", "ja", "Er lag glas bij de bank.")
    await talk(settings, "parkrand")
    shown = capsys.readouterr().out
    for words in ("Kies je taal", "Welkom bij “Een schoon park”", "Vertel eens", "Mogen anderen"):
        assert words in shown
    keyboard(monkeypatch, "ja hoor", "/quit", "never read")
    await talk(settings, "parkrand")
    shown = capsys.readouterr().out
    assert "Je verhaal is binnen. Het is nummer 1." in shown
    assert "never read" not in shown
    (node,) = await rows(settings.database, Node)
    assert isinstance(node, Node)
    assert (node.text, node.may_show, node.channel) == ("Er lag glas bij de bank.", True, "terminal")
