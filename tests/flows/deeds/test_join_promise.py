"""Joining in a promise of somebody else."""

from __future__ import annotations

import asyncio

import pytest
from pledges import acting_as, heard, joins, people, promised, read
from residents import outbox_kinds, rows
from stage import Stage

from flows.deeds.answer_check_in import release_promise
from flows.deeds.join_promise import Joined, NotJoined, leave_promise
from flows.deeds.lapse_promises import lapse_promises
from flows.deeds.make_commitment import Shared
from flows.deeds.make_municipal_commitment import make_municipal_commitment
from flows.deeds.make_result import Made, make_result
from flows.deeds.publish import publish
from flows.deeds.read_promises import read_fellows
from storage.tables import CheckIn, Commitment, Joining

HALL = "Bel aan op nummer 12"


async def test_fires_when_it_is_enough(stage: Stage) -> None:
    """In the turn that makes it enough; all others hear with whom, each as far as they chose."""
    await people(stage, "Fatma", "Piet", "Kees", "Noor")
    node_id = await promised(stage, "Fatma", needs=2, shared=Shared("Fatma", "reach", "06 12"))
    assert await joins(stage, "Piet", node_id, "meet") == Joined(True, 1, 2)
    assert await heard(stage) == {}
    assert await joins(stage, "Kees", node_id, "reach", HALL) == Joined(False, 2, 2)
    told = await heard(stage)
    assert set(told) == {"Fatma", "Piet"}
    (to_fatma,) = told["Fatma"]
    assert [dot.text for dot in to_fatma.dots] == ["Piet, komt graag naar een bijeenkomst", "Kees"]
    assert [dot.quote for dot in to_fatma.dots] == ["", HALL]
    (to_piet,) = told["Piet"]
    assert [dot.quote for dot in to_piet.dots] == ["06 12", HALL]
    async with acting_as(stage, "Kees") as acting:
        fellows = await read_fellows.run(acting, node_id)
    assert [(one.name, one.reach) for one in fellows or []] == [("Fatma", "06 12"), ("Piet", "")]
    assert [row["answer"] for row in await rows(stage, CheckIn)] == ["met"]


async def test_fires_once(stage: Stage) -> None:
    """Who comes after, who leaves and who comes back do not make it go on again."""
    await people(stage, "Fatma", "Piet", "Noor")
    node_id = await promised(stage, "Fatma", needs=1)
    await joins(stage, "Piet", node_id)
    for _ in range(2):
        async with acting_as(stage, "Piet") as acting:
            assert await leave_promise.run(acting, node_id=node_id)
        assert isinstance(await joins(stage, "Piet", node_id), Joined)
    assert await joins(stage, "Noor", node_id) == Joined(False, 2, 1)
    assert [row["answer"] for row in await rows(stage, CheckIn)] == ["met"]
    circles = [key for key, _, _ in await outbox_kinds(stage) if key.startswith("circle:")]
    assert len(circles) == 1


async def test_all_at_once(each_stage: Stage) -> None:
    """Of several who join at the same moment exactly one makes it enough."""
    stage = each_stage
    names = ["Piet", "Kees", "Noor", "Sam"]
    await people(stage, "Fatma", *names)
    node_id = await promised(stage, "Fatma", needs=2)
    results = await asyncio.gather(*(joins(stage, name, node_id) for name in names))
    assert sorted(one.joined for one in results if isinstance(one, Joined)) == [1, 2, 3, 4]
    assert [row["answer"] for row in await rows(stage, CheckIn)] == ["met"]
    (row,) = await rows(stage, Commitment)
    assert row["state"] == "active"


async def test_who_left_is_not_introduced(stage: Stage) -> None:
    """Neither in the message that is sent, nor in one that still waits for a decent hour."""
    await people(stage, "Fatma", "Piet", "Kees", "Noor")
    node_id = await promised(stage, "Fatma", needs=2)
    await joins(stage, "Piet", node_id, "reach", "Piets nummer")
    async with acting_as(stage, "Piet") as acting:
        await leave_promise.run(acting, node_id=node_id)
    await joins(stage, "Kees", node_id, "reach", "Kees zijn nummer")
    await joins(stage, "Noor", node_id)
    async with acting_as(stage, "Kees") as acting:
        await leave_promise.run(acting, node_id=node_id)
    told = await heard(stage)
    words = "\n".join(read(message) for messages in told.values() for message in messages)
    assert "nummer" not in words
    assert "Piet" not in words
    (met, left) = told["Fatma"]
    assert {met.dots[0].text, left.text.split()[0]} == {"Noor", "Kees"}
    for row in await rows(stage, Joining):
        if row["left_at"] is not None:
            assert (row["name"], row["reach"], row["share"]) == ("", None, "nothing")


async def test_joining_what_stands_by_itself(stage: Stage) -> None:
    """Whose promise it is hears who joined and what they shared; the newcomer hears whose it is."""
    await people(stage, "Fatma", "Piet")
    node_id = await promised(stage, "Fatma")
    assert await joins(stage, "Piet", node_id, "reach", HALL) == Joined(False, 1, 0)
    (message,) = (await heard(stage))["Fatma"]
    assert [(dot.text, dot.quote) for dot in message.dots] == [("Piet", HALL)]
    async with acting_as(stage, "Piet") as acting:
        (maker,) = await read_fellows.run(acting, node_id) or []
    assert (maker.name, maker.reach, maker.made) == ("Fatma", "", True)


async def test_nobody_else_sees_who_joins(stage: Stage) -> None:
    """Not who takes no part, and nobody while it still waits."""
    await people(stage, "Fatma", "Piet", "Kees")
    node_id = await promised(stage, "Fatma", needs=2)
    await joins(stage, "Piet", node_id, "reach", HALL)
    for name in ("Fatma", "Piet", "Kees"):
        async with acting_as(stage, name) as acting:
            assert await read_fellows.run(acting, node_id) is None
    await joins(stage, "Kees", node_id)
    async with acting_as(stage, "Kees") as acting:
        await leave_promise.run(acting, node_id=node_id)
        assert await read_fellows.run(acting, node_id) is None


@pytest.mark.parametrize(
    ("what", "why"),
    [
        ("own", "together-own"),
        ("twice", "together-already"),
        ("waiting", "together-gone"),
        ("released", "together-gone"),
        ("lapsed", "together-gone"),
        ("municipal", "together-gone"),
        ("nothing", "together-gone"),
    ],
)
async def test_cannot_be_joined(stage: Stage, what: str, why: str) -> None:
    """One's own, one that was joined, that is not public, over, the municipality's, or not there."""
    await people(stage, "Fatma", "Piet")
    node_id = await promised(stage, "Fatma", needs=1 if what == "lapsed" else None, public=what != "waiting")
    name = "Piet"
    match what:
        case "own":
            name = "Fatma"
        case "twice":
            await joins(stage, "Piet", node_id)
        case "released":
            async with acting_as(stage, "Fatma") as acting:
                await release_promise.run(acting, node_id=node_id)
        case "lapsed":
            stage.wait(days=15)
        case "municipal":
            async with stage.acting() as acting:
                part = await make_result(acting, stage.trajectory_id, "plan_part", {"nl": "Schoon"})
                assert isinstance(part, Made)
                made = await make_municipal_commitment(
                    acting, part.node_id, {"nl": "Bakken"}, {"nl": "Omdat"}, stage.now.date().replace(day=30)
                )
                assert isinstance(made, Made)
                node_id = made.node_id
        case "nothing":
            node_id = 999
    before = len(await rows(stage, Joining))
    assert await joins(stage, name, node_id) == NotJoined(why)
    assert len(await rows(stage, Joining)) == before


async def test_too_few(stage: Stage) -> None:
    """After the day it ends, both sides hear so once, and what was shared is gone."""
    await people(stage, "Fatma", "Piet", "Kees")
    node_id = await promised(stage, "Fatma", needs=2, shared=Shared("Fatma", "reach", "06 12"))
    await joins(stage, "Piet", node_id, "reach", HALL)
    stage.wait(days=14)
    async with stage.acting() as acting:
        assert await lapse_promises(acting) == 0
    stage.wait(days=1)
    async with stage.acting() as acting:
        assert await lapse_promises(acting) == 1
        assert await lapse_promises(acting) == 0
    told = await heard(stage)
    assert {name: len(messages) for name, messages in told.items()} == {"Fatma": 1, "Piet": 1}
    assert "Je hoeft niets te doen." in told["Fatma"][0].text
    assert [row["reach"] for row in await rows(stage, Joining)] == [None, None]
    assert [row["state"] for row in await rows(stage, Commitment)] == ["lapsed"]


async def test_published_late(stage: Stage) -> None:
    """A promise that was read only after its day for joining still gets some days."""
    await people(stage, "Fatma", "Piet")
    node_id = await promised(stage, "Fatma", needs=1, public=False)
    stage.wait(days=20)
    async with stage.acting() as acting:
        assert await lapse_promises(acting) == 0
    async with stage.acting() as acting:
        await publish(acting, node_id=node_id)
        assert await lapse_promises(acting) == 0
    assert await joins(stage, "Piet", node_id) == Joined(False, 1, 1)
