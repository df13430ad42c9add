"""A resident promises something."""

from __future__ import annotations

from datetime import timedelta

import pytest
from pledges import WORDS, acting_as, in_days, people, promised
from residents import rows
from stage import Stage

from flows.deeds.make_commitment import Condition, NotPromised, Shared, make_commitment
from flows.deeds.make_result import Made, make_result
from flows.deeds.read_promises import read_promised
from flows.deeds.undo_decision import undo_decision
from flows.deeds.weave_promises import weave_promises
from storage.tables import Commitment, Joining, Link, Node


async def test_not_public_before_it_was_read(stage: Stage) -> None:
    """It waits in the queue with its day, and nobody sees or counts it until it is published."""
    await people(stage, "Fatma", "Piet")
    node_id = await promised(stage, "Fatma", public=False)
    (node,) = await rows(stage, Node)
    assert (node["kind"], node["state"], node["text"], node["may_show"]) == (
        "commitment",
        "waiting",
        WORDS,
        True,
    )
    (row,) = await rows(stage, Commitment)
    assert (row["node_id"], row["name"], row["due_on"], row["state"]) == (
        node_id,
        "Fatma",
        in_days(stage, 28),
        "active",
    )
    async with acting_as(stage, "Piet") as acting:
        seen = await read_promised.run(acting)
    assert (seen.newest, seen.joinable, seen.tally.residents.all) == ((), (), 0)


async def test_public(stage: Stage) -> None:
    """Published it is shown with its name and day, counted, and open for others to join."""
    await people(stage, "Fatma", "Piet")
    await promised(stage, "Fatma")
    async with acting_as(stage, "Piet") as acting:
        seen = await read_promised.run(acting)
    (shown,) = seen.newest
    assert (shown.name, shown.due_on, shown.words) == ("Fatma", in_days(stage, 28), {"nl": WORDS})
    assert seen.joinable == (shown,)
    assert seen.tally.residents.open == 1
    async with acting_as(stage, "Fatma") as acting:
        assert (await read_promised.run(acting)).joinable == ()


@pytest.mark.parametrize(
    ("days", "condition", "why"),
    [
        (0, None, "commitment-day-over"),
        (-3, None, "commitment-day-over"),
        (3650, None, "commitment-day-over"),
        (20, (1, 21), "commitment-day-over"),
        (20, (1, 0), "commitment-day-over"),
        (20, (2, 10), "commitment-too-few"),
        (20, (0, 10), "commitment-too-few"),
    ],
)
async def test_what_cannot_be(stage: Stage, days: int, condition: tuple[int, int] | None, why: str) -> None:
    """A day that is past or ten years away, and a condition that can never be met: nothing is stored."""
    await people(stage, "Fatma", "Piet")
    wished = condition and Condition(condition[0], in_days(stage, condition[1]))
    async with acting_as(stage, "Fatma") as acting:
        given = await make_commitment.run(
            acting, words=WORDS, due_on=in_days(stage, days), shared=Shared(), condition=wished
        )
    assert given == NotPromised(why)
    assert await rows(stage, Node) == []


async def test_reach_is_sealed(stage: Stage) -> None:
    """How somebody can be reached stands nowhere in the open."""
    await people(stage, "Fatma", "Piet")
    await promised(stage, "Fatma", needs=1, shared=Shared("Fatma", "reach", "06 12 34 56 78"))
    (row,) = await rows(stage, Joining)
    assert b"06 12" not in row["reach"]
    assert stage.secrets.open(row["reach"]) == b"06 12 34 56 78"


async def test_linked_to_its_part(stage: Stage) -> None:
    """Once nobody takes the decision back any more it hangs on the part of the plan, once."""
    await people(stage, "Fatma")
    async with stage.acting() as acting:
        part = await make_result(acting, stage.trajectory_id, "plan_part", {"nl": "Schoon"})
    assert isinstance(part, Made)
    node_id = await promised(stage, "Fatma", part=part.number)
    async with stage.acting() as acting:
        assert await weave_promises(acting) == 0
    stage.now += timedelta(minutes=2)
    async with stage.acting() as acting:
        assert await weave_promises(acting) == 1
        assert await weave_promises(acting) == 0
    (link,) = await rows(stage, Link)
    assert (link["source_id"], link["target_id"], link["relation"]) == (
        part.node_id,
        node_id,
        "carried_out_by",
    )
    assert set(link["reason"]) == {"nl", "en"}


async def test_published_and_undone(stage: Stage) -> None:
    """A decision that is taken back leaves no link and no count."""
    await people(stage, "Fatma")
    async with stage.acting() as acting:
        part = await make_result(acting, stage.trajectory_id, "plan_part", {"nl": "Schoon"})
    assert isinstance(part, Made)
    node_id = await promised(stage, "Fatma", part=part.number)
    async with stage.acting() as acting:
        await undo_decision(acting, node_id=node_id)
    stage.now += timedelta(minutes=2)
    async with acting_as(stage, "Fatma") as acting:
        assert await weave_promises(acting) == 0
        assert (await read_promised.run(acting)).tally.residents.all == 0
