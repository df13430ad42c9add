"""What finding opinion groups costs: 20,000 people, 2,000 ideas, a million votes, in a SQLite file.

Read in the program, computed in a process of its own, kept in one transaction. Beside the seconds: the most
memory of that process, how long the event loop stood still at a time, and how long others could not write.
"""

from __future__ import annotations

import asyncio
import os
import resource
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np
import psutil
from sqlalchemy import insert
from world import World, world

from bot.reckoning import reckon
from flows.deeds.find_groups import keep_groups, read_opinions
from flows.opinion_groups import Groups
from storage.database import Database
from storage.migrating import migrate
from storage.tables import Node, Participant, Vote

PEOPLE, IDEAS, VOTES, CAMPS = 20_000, 2_000, 1_000_000, 3
BATCH = 20_000
PARK = 1


def measure(times: int) -> dict[str, Any]:
    """Medians of so many rounds; seconds, milliseconds where it says so, and megabytes (10^6)."""
    return asyncio.run(_measure(times))


async def _measure(times: int) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite+aiosqlite:///{Path(folder) / 'samenspraak.db'}"
        empty = Database(url)
        await migrate(empty)
        await empty.close()
        async with world(url, Path(folder) / "data") as there:
            await _lay_in(there)
            rounds = []
            for _ in range(times):
                rounds.append(await _round(there))
                there.wait(hours=2)
    middle = {name: round(median(one[name] for one in rounds), 3) for name in rounds[0]}
    return {"people": PEOPLE, "ideas": IDEAS, "votes": VOTES, **middle}


async def _lay_in(there: World) -> None:
    chance = np.random.default_rng(1)
    cells = chance.permutation(PEOPLE * IDEAS)[:VOTES]
    person, idea = cells // IDEAS, cells % IDEAS
    lean = chance.uniform(-1, 1, (CAMPS, IDEAS))
    value = np.sign(lean[person % CAMPS, idea] + chance.normal(0, 0.7, VOTES))
    value[chance.random(VOTES) < 0.15] = 0
    at = {"at": there.now, "channel": "web"}
    joined = {"trajectory_id": PARK, "often": "usual", "joined_at": there.now, "consented_at": there.now}
    given = {"trajectory_id": PARK, "kind": "idea", "may_show": True, "state": "published"}
    async with there.core.database.writing() as connection:
        people = [{"id": 1 + n, "key": f"p{n}", **joined} for n in range(PEOPLE)]
        ideas = [
            {"id": 1 + n, "number": 1 + n, "text": f"Idee {n}", "created_at": there.now, **given}
            for n in range(IDEAS)
        ]
        for table, rows in ((Participant, people), (Node, ideas)):
            await connection.execute(insert(table), rows)
        columns = zip((person + 1).tolist(), (idea + 1).tolist(), value.astype(int).tolist(), strict=True)
        votes = [{"participant_id": p, "node_id": i, "value": v, **at} for p, i, v in columns]
        for page in _pages(votes):
            await connection.execute(insert(Vote), page)


async def _round(there: World) -> dict[str, float]:
    found: dict[str, float] = {}
    async with _Standstills() as reading:
        with _clocked(found, "reading"):
            async with there.core.database.reading() as connection:
                acting = there.core.turns.acting(connection, there.now)
                read = await read_opinions(acting, PARK)
    found["reading_longest_standstill_ms"] = reading.longest * 1000
    async with _Standstills() as computing:
        with _most_memory() as most, _clocked(found, "computing", resource.RUSAGE_CHILDREN):
            groups, places = await reckon(read.opinions, 0)
    found["computing_longest_standstill_ms"] = computing.longest * 1000
    found["computing_mb"] = max(most) / 1e6
    with _clocked(found, "keeping"):
        async with there.core.database.writing() as connection:
            acting = there.core.turns.acting(connection, there.now)
            assert await keep_groups(acting, PARK, read, groups, places)
    assert isinstance(groups, Groups)
    assert len(groups.groups) == CAMPS
    return found


@contextmanager
def _clocked(found: dict[str, float], name: str, who: int = resource.RUSAGE_SELF) -> Iterator[None]:
    """Seconds on the wall, and of work: the latter say more when the machine has other work."""
    used, begun = resource.getrusage(who), time.perf_counter()
    yield
    found[f"{name}_s"] = time.perf_counter() - begun
    now = resource.getrusage(who)
    found[f"{name}_cpu_s"] = now.ru_utime + now.ru_stime - used.ru_utime - used.ru_stime


class _Standstills:
    """The longest time that nothing else could run meanwhile."""

    longest = 0.0

    async def __aenter__(self) -> _Standstills:
        self._task = asyncio.create_task(self._watch())
        await asyncio.sleep(0)
        return self

    async def __aexit__(self, *_: object) -> None:
        self._task.cancel()

    async def _watch(self) -> None:
        while True:
            begun = time.perf_counter()
            await asyncio.sleep(0.001)
            self.longest = max(self.longest, time.perf_counter() - begun - 0.001)


@contextmanager
def _most_memory() -> Iterator[list[int]]:
    """What the child processes hold, looked at a hundred times a second."""
    seen, over = [0], threading.Event()

    def look() -> None:
        here = psutil.Process(os.getpid())
        while not over.wait(0.01):
            for child in here.children(recursive=True):
                try:
                    seen.append(child.memory_info().rss)
                except psutil.NoSuchProcess:
                    continue

    thread = threading.Thread(target=look)
    thread.start()
    try:
        yield seen
    finally:
        over.set()
        thread.join()


def _pages(rows: Sequence[dict[str, Any]]) -> Iterator[Sequence[dict[str, Any]]]:
    return (rows[at : at + BATCH] for at in range(0, len(rows), BATCH))
