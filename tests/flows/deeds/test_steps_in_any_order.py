"""Whatever is done to steps in whatever order: one message an opening for each person, and never two."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from residents import joined, rows
from stage import MONDAY, Stage

from flows.deeds.announce import tell_announced
from flows.deeds.close_step import close_due_steps, close_step
from flows.deeds.open_step import open_due_steps, open_step, undo_opening
from flows.deeds.plan_step import plan_step
from flows.steps import BY_CODE
from storage.tables import Announcement, Audit, Outbox, Step

CODES = st.sampled_from(["activate", "exchange", "choose", "refine"])
DAYS = st.none() | st.integers(0, 4)
MOVES = st.one_of(
    st.tuples(st.sampled_from(["open", "close", "undo"]), CODES),
    st.tuples(st.just("plan"), CODES, DAYS, DAYS),
    st.tuples(st.just("wait"), st.sampled_from([0.5, 2, 90, 60 * 24])),
    st.tuples(st.just("tick"), st.integers(1, 3)),
)


async def make(stage: Stage, move: tuple[Any, ...]) -> None:
    act, *rest = move
    if act == "wait":
        stage.wait(minutes=rest[0])
        return
    if act == "tick":
        for deed in (open_due_steps, close_due_steps, tell_announced) * rest[0]:
            async with stage.acting() as acting:
                await deed(acting)
        return
    async with stage.acting() as acting:
        if act == "plan":
            code, *days = rest
            first, last = (None if day is None else (stage.now + timedelta(day)).date() for day in days)
            await plan_step(acting, 1, code, first, last)
        else:
            deeds = {"open": open_step, "close": close_step, "undo": undo_opening}
            await deeds[act](acting, 1, rest[0])


async def test_one_message_an_opening(stage: Stage, tmp_path: Path) -> None:
    """By hand and by date, taken back and closed, told by however many ticks."""
    for name in ("ada", "fatma", "jan"):
        await joined(stage, address=name)
    sequences: list[list[tuple[Any, ...]]] = []

    @settings(max_examples=12, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(moves=st.lists(MOVES, min_size=6, max_size=25))
    def collect(moves: list[tuple[Any, ...]]) -> None:
        sequences.append(moves)

    collect()
    stage.now = MONDAY
    for moves in sequences:
        for move in moves:
            await make(stage, move)
        await check(stage)


async def check(stage: Stage) -> None:
    audit = [row["detail"].split()[1] for row in await rows(stage, Audit) if row["act"] == "step_open"]
    undone = Counter(
        row["detail"].split()[1] for row in await rows(stage, Audit) if row["act"] == "step_undo"
    )
    openings = Counter(audit)
    announced = await rows(stage, Announcement)
    for code, count in Counter(row["key"].split(":")[2] for row in announced).items():
        assert count <= openings[code] - undone[code], code
    keys = [row["key"] for row in await rows(stage, Outbox) if row["kind"] == "opening"]
    assert len(keys) == len(set(keys))
    told = Counter(tuple(key.split(":")[1:]) for key in keys)
    assert set(told.values()) <= {1}
    assert {int(about) for about, _ in told} <= {row["id"] for row in announced}
    for row in await rows(stage, Step):
        assert row["code"] in BY_CODE
        assert row["closed_at"] is None or row["opened_at"] is None or row["opened_at"] <= row["closed_at"]
