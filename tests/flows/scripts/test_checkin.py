"""The buttons of messages about promises, however old they are and whoever made them up."""

from __future__ import annotations

import pytest
from pledges import acting_as, heard, in_days, joins, people, promised
from replies import labels
from residents import rows
from stage import Stage

from flows.deeds.offer_promise import offer_promise
from flows.deeds.read_promises import read_successors
from flows.inbound import Pressed
from storage.tables import CheckIn, Commitment, Joining


async def presses(stage: Stage, name: str, payload: str) -> str:
    """What this person gets for a button."""
    stage.turn_to(name)
    messages = await stage.event(Pressed(payload))
    return "\n".join(message.text for message in messages)


@pytest.mark.parametrize(
    "payload",
    [
        "1x|checkin|",
        "1x|checkin|abc.done",
        "1x|checkin|999.done",
        "1x|checkin|-1",
        "1x|checkin|99999999999999.done",
        "1x|checkin|1.done",
        "1x|checkin|2.done",
        "1x|take-over|",
        "1x|take-over|1.yes",
        "1x|take-over|999.no",
        "1x|fellows|",
        "1x|fellows|1",
        "1x|step-out|1",
        "1x|step-out|x",
    ],
)
async def test_made_up(stage: Stage, payload: str) -> None:
    """Of what is somebody else's, not public or not there nothing changes, and the answer is a sentence."""
    await people(stage, "Fatma", "Piet")
    await promised(stage, "Fatma")
    await promised(stage, "Fatma", public=False)
    assert await presses(stage, "Piet", payload)
    assert await rows(stage, CheckIn) == []
    assert await rows(stage, Joining) == []
    assert {row["state"] for row in await rows(stage, Commitment)} == {"active"}


async def test_another_promise_in_the_middle(stage: Stage) -> None:
    """A button about one promise is not taken for the other that a question is open about."""
    await people(stage, "Fatma")
    first = await promised(stage, "Fatma")
    second = await promised(stage, "Fatma", words="Ik plant een boom.")
    assert "Wanneer dan wel?" in await presses(stage, "Fatma", f"1x|checkin|{first}.later")
    answer = await presses(stage, "Fatma", f"1x|checkin|{second}.done")
    assert "Je hebt je belofte gehouden." in answer
    await stage.says("over drie weken")
    states = {row["node_id"]: (row["state"], row["moved"]) for row in await rows(stage, Commitment)}
    assert states == {first: ("active", 0), second: ("kept", 0)}


async def test_the_same_button_again(stage: Stage) -> None:
    """Pressed twice, the question that is open comes again."""
    await people(stage, "Fatma")
    node_id = await promised(stage, "Fatma")
    for _ in range(2):
        assert "Wanneer dan wel?" in await presses(stage, "Fatma", f"1x|checkin|{node_id}.later")


async def test_a_promise_that_waits(stage: Stage) -> None:
    """It cannot be done yet; it can be let go of, or left as it is."""
    await people(stage, "Fatma", "Piet")
    node_id = await promised(stage, "Fatma", needs=1)
    stage.turn_to("Fatma")
    (message,) = await stage.event(Pressed(f"1x|checkin|{node_id}.done"))
    assert labels(message) == ["Ik laat het los", "Ik wacht nog even"]
    (message,) = await stage.presses("Ik wacht nog even")
    assert message.text == "Goed, dan blijft alles zoals het was."
    assert await rows(stage, CheckIn) == []


async def test_handed_over_in_words(stage: Stage) -> None:
    """Who was asked may type the yes, also when the button has long scrolled away."""
    await people(stage, "Fatma", "Piet")
    node_id = await promised(stage, "Fatma")
    await joins(stage, "Piet", node_id)
    await heard(stage)
    async with acting_as(stage, "Fatma") as acting:
        ((key, _),) = await read_successors.run(acting, node_id)
        await offer_promise.run(acting, node_id=node_id, to=key)
    await heard(stage)
    asked = await presses(stage, "Piet", f"1x|take-over|{node_id}")
    assert "Wil jij dit overnemen?" in asked
    *_, message = await stage.says("ja hoor")
    assert "Nu is het jouw belofte, nummer 2." in message.text
    assert {row["due_on"] for row in await rows(stage, Commitment)} == {in_days(stage, 28)}


async def test_nothing_promised(stage: Stage) -> None:
    """Who promised nothing and joins nothing is shown the way."""
    await people(stage, "Fatma")
    stage.turn_to("Fatma")
    (message,) = await stage.says("mijn beloften")
    assert labels(message) == ["Iets beloven", "Menu"]
