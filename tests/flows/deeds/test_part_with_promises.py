"""Someone goes: what they promised and joined goes with them, and what counted stays counted."""

from __future__ import annotations

import pytest
from pledges import acting_as, heard, joins, people, promised, read
from residents import everything, rows
from stage import Stage

from flows.deeds.forget_me import forget_me
from flows.deeds.leave_trajectory import leave_trajectory
from flows.deeds.make_commitment import Shared
from flows.deeds.read_promises import read_tally
from storage import erasure
from storage.tables import CheckIn, Commitment, Joining, Node

GOING = {"forget": forget_me, "leave": leave_trajectory}


@pytest.mark.parametrize("how", ["forget", "leave"])
async def test_what_they_promised(stage: Stage, how: str) -> None:
    """It is let go of and still counted, by "a neighbour"; who joined hears that it does not go on."""
    await people(stage, "Fatima", "Piet")
    shared = Shared("Fatima", "reach", "06 98 76")
    node_id = await promised(stage, "Fatima", needs=1, shared=shared, words="Ik lees voor.")
    hidden = await promised(stage, "Fatima", public=False, words="Ik zing iets.")
    await joins(stage, "Piet", node_id)
    await heard(stage)
    async with acting_as(stage, "Fatima") as acting:
        await GOING[how].run(acting)
    (message,) = (await heard(stage))["Piet"]
    assert "gaat niet door" in message.text
    written = await everything(stage)
    assert "Fatima" not in written
    assert ("Ik lees voor." in written) == (how == "leave")
    async with stage.acting() as acting:
        counted = (await read_tally(acting.connection, stage.trajectory_id, stage.now)).residents
    assert (counted.all, counted.released) == (1, 1)
    assert [row["answer"] for row in await rows(stage, CheckIn)] == ["met", "release"]
    states = {row["id"]: row["state"] for row in await rows(stage, Node)}
    assert states[hidden] == "withdrawn"
    names = {row["node_id"]: row["name"] for row in await rows(stage, Commitment)}
    assert names == {node_id: "", hidden: ""}


@pytest.mark.parametrize("how", ["forget", "leave"])
async def test_what_they_joined(stage: Stage, how: str) -> None:
    """Name, reach and joining are gone, also out of what was not sent yet; the promise goes on."""
    await people(stage, "Fatma", "Piet", "Kees")
    node_id = await promised(stage, "Fatma", needs=2)
    await joins(stage, "Kees", node_id)
    await joins(stage, "Piet", node_id, "reach", "bij Piet op 8")
    async with acting_as(stage, "Piet") as acting:
        await GOING[how].run(acting)
    told = await heard(stage)
    circles = [message for name in ("Fatma", "Kees") for message in told[name] if message.dots]
    assert len(circles) == 2
    assert all("Piet" not in read(message) for message in circles)
    assert len(await rows(stage, Joining)) == 2
    (row,) = await rows(stage, Commitment)
    assert row["state"] == "active"


async def test_no_name_goes_out_any_more(stage: Stage) -> None:
    """Who goes before the introductions were sent is in none of them."""
    await people(stage, "Fatima", "Piet")
    node_id = await promised(stage, "Fatima", needs=1, shared=Shared("Fatima", "reach", "06 98 76"))
    await people(stage, "Kees")
    await joins(stage, "Piet", node_id)
    await joins(stage, "Kees", node_id)
    async with acting_as(stage, "Fatima") as acting:
        await forget_me.run(acting)
    told = await heard(stage)
    assert all("Fatima" not in read(message) for name in ("Piet", "Kees") for message in told[name])


async def test_erased_by_age(stage: Stage) -> None:
    """What nobody is left to keep is let go of also where storage alone takes somebody out."""
    await people(stage, "Fatma", "Piet")
    kept = await promised(stage, "Fatma")
    person_id = (await rows(stage, Node))[0]["participant_id"]
    async with stage.acting() as acting:
        await erasure.leave(acting.connection, person_id, stage.now)
    (row,) = await rows(stage, Commitment)
    assert (row["node_id"], row["state"], row["settled_at"]) == (kept, "released", stage.now)
    assert [row["answer"] for row in await rows(stage, CheckIn)] == ["release"]
