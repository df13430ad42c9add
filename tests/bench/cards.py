"""How long the next card takes among ten thousand ideas and a million votes, and who waits for whom.

`choose` finds it along the indices and reads what stands on it; `show` notes as well that it was shown. Then
a hundred people in transactions of their own, each of which stays open for a while, as those of a slow
machine do: if they waited for each other it would take as many times as long. A worker folds meanwhile.
"""

from __future__ import annotations

import asyncio
import tempfile
import time
from collections import defaultdict
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import replace
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from sqlalchemy import insert, select, text
from sqlalchemy.engine import URL
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlmodel import col
from stage import Stage, let_go, opened

from flows import exposure
from flows.deeds.acting import Acting
from flows.deeds.cast_vote import cast_vote
from flows.deeds.fold_votes import fold_votes
from flows.deeds.lay_out_cards import lay_out_cards
from flows.deeds.open_step import open_step
from flows.deeds.show_card import cards_left, show_card
from storage import participants
from storage.tables import Exposure, Node, Participant, Tally, Vote
from tests.bench.turn import _fresh, _postgresql

IDEAS, PEOPLE, EACH = 10_000, 20_000, 50
CARDS = 300
AT_ONCE = 100
HELD = 0.1
"""Seconds that each of the hundred keeps a transaction open."""

BATCH = 20_000


def measure(times: int) -> dict[str, Any]:
    """Medians over so many rounds; milliseconds on the wall, and of this program's CPU."""
    return asyncio.run(_measure(times))


async def _measure(times: int) -> dict[str, Any]:
    found: dict[str, Any] = {"ideas": IDEAS, "votes": PEOPLE * EACH}
    async with _postgresql() as server:
        for kind in ("sqlite", "postgresql"):
            if kind == "postgresql" and server is None:
                found[kind] = "not measured: set TEST_DATABASE_URL, or SAMENSPRAAK_TEST_POSTGRESQL=1 as root"
                continue
            async with _laid_in(server if kind == "postgresql" else None) as stage:
                rounds = [await _choose(stage, number) for number in range(times)]
                found[kind] = {name: round(median(one[name] for one in rounds), 2) for name in rounds[0]}
                found[kind]["a_tick_with_nothing_to_do_ms"] = await _tick(stage)
                if kind == "postgresql":
                    found[kind] |= await _at_once(stage)
    return found


@asynccontextmanager
async def _laid_in(server: URL | None) -> AsyncIterator[Stage]:
    with tempfile.TemporaryDirectory() as folder:
        async with _fresh(server, Path(folder)) as url:
            stage = Stage(url)
            await stage.set_up()
            async with stage.acting() as acting:
                await open_step(acting, stage.trajectory_id, "choose")
                await _fill(acting, stage)
            if server is not None:
                engine = create_async_engine(url, isolation_level="AUTOCOMMIT")
                async with engine.connect() as connection:
                    await connection.execute(text("VACUUM ANALYZE"))
                await engine.dispose()
            yield stage
            await let_go(url)


async def _fill(acting: Acting, stage: Stage) -> None:
    """Everybody saw and answered fifty ideas; what was agreed with differs from idea to idea."""
    shared = {"trajectory_id": stage.trajectory_id, "sample": False}
    nodes = await _inserted(
        acting,
        Node,
        [
            {
                **shared,
                "kind": "idea",
                "number": 1000 + idea,
                "text": "Zet bij elke bank een bak met een deksel.",
                "language": "nl",
                "may_show": True,
                "state": "published",
                "created_at": stage.now,
            }
            for idea in range(IDEAS)
        ],
    )
    people = await _inserted(
        acting,
        Participant,
        [
            {**shared, "key": f"p{person}", "often": "usual", "joined_at": stage.now}
            for person in range(PEOPLE)
        ],
    )
    counts = [[0, 0, 0, 0] for _ in range(IDEAS)]
    exposures, votes = [], []
    for place, person in enumerate(people):
        for turn in range(EACH):
            idea = (place * 7919 + turn * 197) % IDEAS
            value = 1 if (place * 31 + turn * 17) % 10 < idea % 8 + 2 else turn % 5 and -1
            row = {
                "node_id": nodes[idea],
                "participant_id": person,
                "channel": "web",
                "at": stage.now,
                "folded": True,
            }
            exposures.append(row)
            votes.append({**row, "value": value})
            counts[idea][0] += 1
            counts[idea][(2, 3, 1)[value]] += 1
        if len(votes) >= BATCH or person == people[-1]:
            await acting.connection.execute(insert(Exposure), exposures)
            await acting.connection.execute(insert(Vote), votes)
            exposures, votes = [], []
    await acting.connection.execute(
        insert(Tally),
        [
            {
                "node_id": node_id,
                "trajectory_id": stage.trajectory_id,
                "kind": "idea",
                "spot": exposure.spot(node_id),
                "shown": shown,
                "agree": agree,
                "disagree": disagree,
                "passed": passed,
                "rank": exposure.rank(shown, agree, disagree, passed),
            }
            for node_id, (shown, agree, disagree, passed) in zip(nodes, counts, strict=True)
        ],
    )


async def _inserted(acting: Acting, table: Any, rows: list[dict[str, Any]]) -> Sequence[int]:
    ids = await acting.connection.execute(
        insert(table).returning(col(table.id), sort_by_parameter_order=True), rows
    )
    return ids.scalars().all()


@asynccontextmanager
async def _as(stage: Stage, program: Any, participant_id: int) -> AsyncIterator[Acting]:
    """A transaction of this person."""
    async with opened(stage.url).writing() as connection:
        acting = program.acting(connection, stage.now)
        yield replace(acting, person=replace(program.person, participant_id=participant_id))


class _Program:
    """What every transaction shares."""

    def __init__(self, stage: Stage) -> None:
        self.acting = stage._turns().acting
        self.person: Any = None


async def _program(stage: Stage) -> _Program:
    program = _Program(stage)
    async with stage.acting() as acting:
        joining = (acting.connection, stage.secrets, "buttons", "bench on buttons")
        await participants.join(*joining, stage.trajectory_id, None, stage.now)
        program.person = await participants.find(*joining)
    return program


async def _people(stage: Stage, many: int, after: int) -> Sequence[int]:
    async with stage.acting() as acting:
        found = (
            select(col(Participant.id)).where(col(Participant.key).like("p%")).order_by(col(Participant.id))
        )
        ids = (await acting.connection.execute(found)).scalars().all()
    return [ids[(after + number) * 61 % len(ids)] for number in range(many)]


async def _choose(stage: Stage, number: int) -> dict[str, float]:
    program = await _program(stage)
    costs: dict[str, list[float]] = defaultdict(list)
    for person in await _people(stage, CARDS, number * CARDS):
        async with _as(stage, program, person) as acting:
            with _timing(costs, "choose"):
                assert await cards_left.run(acting, "idea")
            with _timing(costs, "show"):
                assert await show_card.run(acting, "idea") is not None
    return {
        f"{name}_{part}_ms": value
        for name, taken in costs.items()
        for part, value in (("p50", median(taken)), ("p95", quantiles(taken, n=20)[-1]))
    }


@contextmanager
def _timing(costs: dict[str, list[float]], what: str) -> Iterator[None]:
    wall, cpu = time.perf_counter(), time.process_time()
    yield
    costs[what].append(1000 * (time.perf_counter() - wall))
    costs[f"{what}_cpu"].append(1000 * (time.process_time() - cpu))


async def _tick(stage: Stage) -> float:
    async with stage.acting() as acting:
        while await fold_votes(acting):
            pass
        began = time.perf_counter()
        assert await lay_out_cards(acting) == 0
        return round(1000 * (time.perf_counter() - began), 1)


async def _at_once(stage: Stage) -> dict[str, Any]:
    """A hundred people at once, as many transactions at a time as the program has connections."""
    program = await _program(stage)
    engine = create_async_engine(stage.url, isolation_level="AUTOCOMMIT")
    longest: list[float] = []

    async def vote(person: int) -> None:
        async with _as(stage, program, person) as acting:
            began = time.perf_counter()
            card = await show_card.run(acting, "idea")
            assert card is not None
            await cast_vote.run(acting, card.node_id, 1)
            longest.append(time.perf_counter() - began)
            await asyncio.sleep(HELD)

    waiting = asyncio.create_task(_watch(engine))
    folding = asyncio.create_task(_fold(stage, program))
    began = time.perf_counter()
    await asyncio.gather(*(vote(person) for person in await _people(stage, AT_ONCE, 7)))
    took = time.perf_counter() - began
    for task in (waiting, folding):
        task.cancel()
    looks = await asyncio.gather(waiting, folding, return_exceptions=True)
    await engine.dispose()
    return {
        "at_once": AT_ONCE,
        "held_open_s": HELD,
        "at_once_took_s": round(took, 2),
        "one_after_another_would_take_s": round(AT_ONCE * HELD, 1),
        "slowest_card_and_vote_ms": round(1000 * max(longest), 1),
        "waiting_for_a_lock_at_most": _most(looks),
    }


def _most(looks: Sequence[Any]) -> int:
    return max((count for look in looks if isinstance(look, _Seen) for count in look.counts), default=0)


class _Seen(Exception):
    """What a watcher saw, when it is called off."""

    def __init__(self, counts: list[int]) -> None:
        super().__init__()
        self.counts = counts


async def _watch(engine: AsyncEngine) -> None:
    """How many transactions wait for a lock, looked at every few milliseconds."""
    counts: list[int] = []
    query = text("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'")
    try:
        async with engine.connect() as connection:
            while True:
                counts.append((await connection.execute(query)).scalar_one())
                await asyncio.sleep(0.005)
    except asyncio.CancelledError:
        raise _Seen(counts) from None


async def _fold(stage: Stage, program: _Program) -> None:
    while True:
        async with opened(stage.url).writing() as connection:
            await fold_votes(program.acting(connection, stage.now))
        await asyncio.sleep(0.02)
