"""Groups are computed in a process of its own, and nobody waits for it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import structlog
from opinions import camps, lay_in, opinions
from world import World, world

from bot import reckoning, ticks
from bot.reckoning import NotReckoned, reckon
from flows import grouping
from flows.grouping import Opinions
from storage.tables import Belonging, Outcome


@pytest.fixture
async def there(sqlite_url: str, tmp_path: Path) -> AsyncIterator[World]:
    async with world(sqlite_url, tmp_path) as made:
        async with made.core.database.writing() as connection:
            await lay_in(connection, 1, camps(30, 20), made.now)
        yield made


async def test_the_same_as_here() -> None:
    """What comes back is what would have been found here, down to the last digit."""
    votes = opinions(camps(30, 20, 15, slips=0.2))
    assert await reckon(votes, 2) == grouping.find(votes, 2)


async def test_a_process_that_fails() -> None:
    """It says what kind of error it was, and nothing of the votes."""
    with pytest.raises(NotReckoned, match=r"^ValueError$"):
        await reckon(Opinions([1, 2, 3], [1], [1]), 0)


async def test_a_process_that_takes_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is given up."""
    monkeypatch.setattr(reckoning, "PATIENCE", 0.01)
    with pytest.raises(NotReckoned, match="took too long"):
        await reckon(opinions(camps(30, 20)), 0)


async def test_a_tick(there: World) -> None:
    """Votes become groups; within the hour there is nothing more to do."""
    await there.core.ticks.find_groups()
    (outcome,) = await there.rows(Outcome)
    assert isinstance(outcome, Outcome)
    assert outcome.data["found"]["people"] == 50
    assert len(await there.rows(Belonging)) == 50
    await there.core.ticks.find_groups()
    assert await there.rows(Outcome) == [outcome]


async def test_nobody_waits(there: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """While it computes people are answered and votes are written; those count the next time."""
    begun, go_on = asyncio.Event(), asyncio.Event()

    async def slowly(votes: Opinions, before: int) -> object:
        begun.set()
        await go_on.wait()
        return grouping.find(votes, before)

    monkeypatch.setattr(ticks, "reckon", slowly)
    ticking = asyncio.create_task(there.core.ticks.find_groups())
    await begun.wait()
    async with asyncio.timeout(5):
        await there.joins()
        assert await there.says("menu") == "handled"
        async with there.core.database.writing() as connection:
            await lay_in(connection, 1, camps(30, 20, first=100), there.now)
    go_on.set()
    await ticking
    assert await people(there) == 50
    there.wait(hours=1)
    await there.core.ticks.find_groups()
    assert await people(there) == 100


async def people(there: World) -> int:
    (outcome,) = await there.rows(Outcome)
    assert isinstance(outcome, Outcome)
    number = outcome.data["found"]["people"]
    assert isinstance(number, int)
    return number


async def test_without_the_extra(there: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is said once, at the start, and nothing ticks for it."""
    monkeypatch.setattr(grouping, "find_spec", lambda name: None)
    with structlog.testing.capture_logs() as logs:
        scheduler = there.core.ticks.start()
    try:
        assert "find_groups" not in {job.id for job in scheduler.get_jobs()}
        (line,) = [line for line in logs if line["event"] == "opinion groups are not computed"]
        assert line["remedy"] == "pip install 'samenspraak[analysis]'"
    finally:
        scheduler.shutdown(wait=False)
