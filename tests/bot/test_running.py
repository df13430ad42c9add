"""The commands that keep running: what they print, and what they leave."""

from __future__ import annotations

import os
import re
import threading
from collections.abc import AsyncIterator
from io import BytesIO, StringIO, TextIOWrapper
from pathlib import Path

import httpx
import pytest
from rich.console import Console
from sqlalchemy import select, text
from sqlalchemy.engine import URL
from sqlmodel import SQLModel
from world import SECRET, World, world

from bot.complaints import complaint
from bot.running import demonstrate, migrate_database, serve_all, talk
from bot.settings import Settings
from bot.wiring import alone
from storage import schema
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
    assert pages == [200] * 5
    base = r"http://127\.0\.0\.1:\d+"
    expected = [
        r"Three sample trajectories were laid in\.",
        "",
        rf"Public pages  {base}/",
        rf"Web chat      {base}/chat/wijkteam-oost",
        rf"Web chat      {base}/chat/park-zilverwei",
        rf"Web chat      {base}/chat/weg-naar-werk",
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
    assert len(await rows(settings.database, Trajectory)) == 3


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
    assert printed(first) == [f"The database went from nothing to {schema.newest()}."]
    assert printed(second) == ["The database is up to date."]


async def complaint_about(settings: Settings) -> str | None:
    """What is said when the program cannot start with these settings."""
    before = set(threading.enumerate())
    with pytest.raises(Exception) as raised:
        await serve_all(settings, paper(), at_once)
    left = set(threading.enumerate()) - before
    assert not [thread.name for thread in left if "connection_worker" in thread.name]
    said = complaint(raised.value, settings)
    assert said is None or "\n" not in said
    return said


async def test_a_database_of_a_newer_version(settings: Settings) -> None:
    """A program that is older than its database says so in one sentence, to `serve` and to `migrate`."""
    database = Database(settings.database)
    async with database.writing() as connection:
        await connection.execute(text("UPDATE alembic_version SET version_num = 'ffffffffffff'"))
    await database.close()
    newer = (
        "SAMENSPRAAK_DATABASE_URL: the database was brought up to date by a newer version of Samenspraak;"
        " install that version."
    )
    with pytest.raises(Exception) as raised:
        await serve_all(settings, paper(), at_once)
    assert complaint(raised.value, settings) == newer
    with pytest.raises(Exception) as raised:
        await migrate_database(settings, paper())
    assert complaint(raised.value, settings) == newer


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"host": "192.0.2.1"}, "SAMENSPRAAK_HOST"),
        ({"database_url": "sqlite+aiosqlite:///{folder}/no.db"}, "SAMENSPRAAK_DATABASE_URL"),
        ({"database_url": "sqlite+aiosqlite:///{folder}/nowhere/x.db"}, "SAMENSPRAAK_DATABASE_URL"),
        ({"database_url": "sqlite+aiosqlite:///:memory:"}, "SAMENSPRAAK_DATABASE_URL"),
        ({"database_url": "postgresql+asyncpg://me:secret@127.0.0.1:port/x"}, "SAMENSPRAAK_DATABASE_URL"),
        ({"database_url": "postgresql+asyncpg://me:secret@127.0.0.1:9/x"}, "SAMENSPRAAK_DATABASE_URL"),
        ({"secret_key": ""}, "SAMENSPRAAK_SECRET_KEY"),
    ],
    ids=[
        "an address that is not ours",
        "a file that is no database",
        "a folder that is not there",
        "a database that nobody shares",
        "a port that is none",
        "a server that is not there",
        "a key file that was emptied",
    ],
)
async def test_settings_that_show_only_when_they_are_used(
    settings: Settings, tmp_path: Path, changes: dict[str, str], named: str
) -> None:
    """What cannot be used is said of the right setting, in one sentence."""
    (tmp_path / "no.db").write_text("These are no tables.\n" * 100)
    settings.data_dir.mkdir()
    (settings.data_dir / "secret.key").write_text("")
    filled = {name: value.format(folder=tmp_path) for name, value in changes.items()}
    said = await complaint_about(settings.model_copy(update=filled))
    assert said is not None
    assert said.startswith(f"{named}: ")
    assert ":secret@" not in said


async def test_a_postgresql_database_that_does_not_exist(settings: Settings, postgresql_server: URL) -> None:
    """A server without this database is one sentence, about the right setting."""
    url = postgresql_server.set(database="nowhere").render_as_string(hide_password=False)
    said = await complaint_about(settings.model_copy(update={"database_url": url}))
    assert said == "SAMENSPRAAK_DATABASE_URL: the server has no database nowhere."


async def test_a_mistake_of_ours(settings: Settings) -> None:
    """What no setting can mend is not blamed on one: a full disk is not a database that is away."""
    assert complaint(OSError(28, "No space left on device"), settings) is None
    assert complaint(RuntimeError(), settings) is None


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


async def test_talking_beside_a_program_that_serves(
    there: World, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On one SQLite file a terminal does not take over what another process is sending at this moment."""
    keyboard(monkeypatch, "/quit")
    with alone(settings):
        with pytest.raises(Exception) as raised:
            await talk(settings, "parkrand")
        said = complaint(raised.value, settings)
    assert said == (
        f"SAMENSPRAAK_DATABASE_URL: process {os.getpid()} uses this data already, and with SQLite only one"
        " can; stop that one first."
    )
    await talk(settings, "parkrand")


async def test_talking_about_what_is_not_there(there: World, settings: Settings) -> None:
    """A trajectory that does not exist is refused before anything is said, with those that do."""
    with pytest.raises(Exception) as raised:
        await talk(settings, "nope")
    assert complaint(raised.value, settings) == "There is no trajectory nope; there is parkrand."
