"""Who is forgotten is gone from the files themselves, not from the tables alone."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import insert
from stage import MONDAY
from world import World, world

from flows.deeds.publish import publish
from storage.tables import Addition, Address, Node, Participant

STORY = "Er lag glas bij de bank van de oude Vechtmolen."
ANSWER = "Dank je wel, we vragen het na bij de molenaar."
ADDED = "En er lag ook een kapotte fiets van de buurman."


@pytest.fixture
async def there(sqlite_url: str, tmp_path: Path) -> AsyncIterator[World]:
    async with world(sqlite_url, tmp_path) as made:
        yield made


async def told(there: World) -> list[bytes]:
    """Somebody's story, what was answered and added, and all that leads to who told it."""
    await there.joins()
    await there.tells(STORY)
    async with there.core.database.writing() as connection:
        await publish(there.core.turns.acting(connection, there.now), node_id=1, sentence=ANSWER)
        await connection.execute(insert(Addition).values(node_id=1, text=ADDED, at=MONDAY))
    await there.core.sender.send_due()
    traces = [STORY.encode(), ANSWER.encode(), ADDED.encode()]
    for address in await there.rows(Address):
        assert isinstance(address, Address)
        traces += [address.lookup.encode(), address.sealed]
    (person,) = await there.rows(Participant)
    assert isinstance(person, Participant)
    return [*traces, person.key.encode()]


async def forgotten(there: World) -> None:
    """They leave, and the time of the goodbye goes by."""
    for words in ("vergeet mij", "ja, vergeet mij"):
        await there.says(words)
    there.wait(minutes=3)


def found(folder: Path, traces: list[bytes]) -> list[bytes]:
    """Which of these stand in the files of the database."""
    files = b"".join(path.read_bytes() for path in folder.glob("samenspraak.db*"))
    return [trace for trace in traces if trace in files]


def log_size(folder: Path) -> int:
    return (folder / "samenspraak.db-wal").stat().st_size


async def test_nothing_is_left(there: World, tmp_path: Path) -> None:
    """While the program goes on: words, answers, address and key are in none of the files any more."""
    traces = await told(there)
    await there.joins("bo")
    await there.tells("Bij de vijver lag plastic.", "bo")
    assert found(tmp_path, traces) == traces
    await forgotten(there)
    await there.core.ticks.finish_forgetting()
    assert found(tmp_path, traces) == []
    assert len([row for row in await there.rows(Node) if isinstance(row, Node) and row.text]) == 1


async def test_what_one_who_reads_holds_on_to(there: World, tmp_path: Path) -> None:
    """Who reads holds up nobody else, and what stayed for them is gone at the first tick after."""
    traces = await told(there)
    with closing(sqlite3.connect(tmp_path / "samenspraak.db", isolation_level=None)) as reader:
        reader.execute("BEGIN")
        assert reader.execute("SELECT text FROM node").fetchall() == [(STORY,)]
        await forgotten(there)
        await there.core.ticks.finish_forgetting()
        assert STORY.encode() in found(tmp_path, traces)
        assert reader.execute("SELECT text FROM node").fetchall() == [(STORY,)]
        assert await there.says("hallo", "bo") == "handled"
    await there.core.ticks.finish_forgetting()
    assert found(tmp_path, traces) == []


async def test_after_a_process_that_was_killed(there: World, tmp_path: Path) -> None:
    """What a process left in the log when it died is gone at the first tick of the next."""
    traces = await told(there)
    await forgotten(there)
    left = tmp_path / "left"
    left.mkdir()
    for path in tmp_path.glob("samenspraak.db*"):
        shutil.copy(path, left)
    async with world(f"sqlite+aiosqlite:///{left / 'samenspraak.db'}", left, fresh=False) as following:
        following.now = there.now
        assert STORY.encode() in found(left, traces)
        await following.core.ticks.finish_forgetting()
        assert found(left, traces) == []


async def test_only_when_something_was_erased(there: World, tmp_path: Path) -> None:
    """A tick leaves the log alone where nobody was forgotten since the last."""
    await told(there)
    await there.core.ticks.finish_forgetting()
    assert log_size(tmp_path) == 0
    await there.joins("bo")
    before = log_size(tmp_path)
    assert before > 0
    await there.core.ticks.finish_forgetting()
    assert log_size(tmp_path) == before
    await there.core.ticks.retain()
    assert log_size(tmp_path) == 0
