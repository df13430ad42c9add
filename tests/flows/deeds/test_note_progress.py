"""The municipality promises, and says how it goes."""

from __future__ import annotations

from datetime import date

import pytest
from pledges import in_days, people, promised
from residents import rows
from stage import Stage

from flows.deeds.deciding import Refused
from flows.deeds.make_municipal_commitment import make_municipal_commitment
from flows.deeds.make_result import Made, make_result
from flows.deeds.note_progress import Outcome, note_progress
from flows.deeds.read_promises import read_tally
from flows.promising import Count
from storage.tables import CheckIn, Commitment, Link, Node

TITLE = {"nl": "Vier bakken", "en": "Four bins"}
BECAUSE = {"nl": "Er ligt veel afval.", "en": "There is much litter."}


async def part(stage: Stage, kind: str = "plan_part") -> int:
    async with stage.acting() as acting:
        made = await make_result(acting, stage.trajectory_id, kind, {"nl": "Schoon"})
    assert isinstance(made, Made)
    return made.node_id


async def municipal(stage: Stage) -> int:
    part_id = await part(stage)
    async with stage.acting() as acting:
        made = await make_municipal_commitment(acting, part_id, TITLE, BECAUSE, in_days(stage, 30))
    assert isinstance(made, Made)
    return made.node_id


async def test_promised(stage: Stage) -> None:
    """Public at once, with its day, on the part of the plan that it belongs to."""
    node_id = await municipal(stage)
    (row,) = await rows(stage, Commitment)
    assert (row["node_id"], row["municipal"], row["due_on"]) == (node_id, True, in_days(stage, 30))
    *_, node = await rows(stage, Node)
    assert (node["title"], node["state"]) == (TITLE, "published")
    (link,) = await rows(stage, Link)
    assert (link["target_id"], link["relation"], link["reason"]) == (node_id, "carried_out_by", BECAUSE)


@pytest.mark.parametrize(
    ("kind", "title", "reason", "due_on", "why"),
    [
        ("theme", TITLE, BECAUSE, date(2027, 1, 1), "promise-part-missing"),
        ("plan_part", {}, BECAUSE, date(2027, 1, 1), "weave-title-missing"),
        ("plan_part", TITLE, {"nl": ""}, date(2027, 1, 1), "promise-reason-missing"),
        ("plan_part", TITLE, BECAUSE, date(2026, 11, 23), "promise-day-past"),
        ("plan_part", TITLE, BECAUSE, date(2029, 1, 1), "promise-day-far"),
    ],
)
async def test_not_promised(
    stage: Stage, kind: str, title: dict[str, str], reason: dict[str, str], due_on: date, why: str
) -> None:
    """Without a part, words, a reason or a possible day nothing is stored."""
    part_id = await part(stage, kind)
    async with stage.acting() as acting:
        assert await make_municipal_commitment(acting, part_id, title, reason, due_on) == Refused(why)
    assert await rows(stage, Commitment) == []
    assert await rows(stage, Link) == []
    assert len(await rows(stage, Node)) == 1


@pytest.mark.parametrize(
    ("outcome", "day", "count"),
    [
        ("done", None, Count(kept=1)),
        ("later", date(2027, 3, 1), Count(moved=1)),
        ("broken", None, Count(broken=1)),
    ],
)
async def test_progress(stage: Stage, outcome: Outcome, day: date | None, count: Count) -> None:
    """It is counted, on record with who noted it, and news that all it came from will hear."""
    node_id = await municipal(stage)
    async with stage.acting() as acting:
        noted = await note_progress(acting, node_id, outcome, BECAUSE, day)
        assert isinstance(noted, Made)
        counted = await read_tally(acting.connection, stage.trajectory_id, stage.now)
    assert counted.municipality == count
    (row,) = await rows(stage, CheckIn)
    assert (row["answer"], row["due_on"], row["moderator_id"]) == (outcome, day, stage.moderator_id)
    *_, news = await rows(stage, Node)
    assert (news["kind"], news["body"], news["about_id"]) == ("update", BECAUSE, node_id)
    *_, link = await rows(stage, Link)
    assert (link["source_id"], link["target_id"], link["relation"], link["spread_at"]) == (
        node_id,
        news["id"],
        "reported_in",
        None,
    )


async def test_no_progress(stage: Stage) -> None:
    """Not without words or a day, not twice, and never on what a resident promised."""
    node_id = await municipal(stage)
    await people(stage, "Fatma")
    residents = await promised(stage, "Fatma")
    async with stage.acting() as acting:
        assert await note_progress(acting, node_id, "broken", {"nl": " "}) == Refused(
            "promise-reason-missing"
        )
        assert await note_progress(acting, node_id, "later", BECAUSE) == Refused("promise-day-missing")
        past = await note_progress(acting, node_id, "later", BECAUSE, in_days(stage, 0))
        assert past == Refused("promise-day-past")
        assert await note_progress(acting, residents, "broken", BECAUSE) == Refused("decide-gone")
        assert isinstance(await note_progress(acting, node_id, "done", BECAUSE), Made)
        assert await note_progress(acting, node_id, "broken", BECAUSE) == Refused("promise-settled")
    assert [row["answer"] for row in await rows(stage, CheckIn)] == ["done"]
