"""A promise goes to somebody else, who says yes first."""

from __future__ import annotations

from datetime import date

import pytest
from pledges import WORDS, acting_as, heard, in_days, joins, people, promised
from residents import rows
from stage import Stage

from flows.deeds.answer_check_in import keep_promise
from flows.deeds.ask_check_ins import ask_check_ins
from flows.deeds.deciding import Refused
from flows.deeds.join_promise import leave_promise
from flows.deeds.make_result import Made
from flows.deeds.offer_promise import Offered, drop_old_offers, offer_promise
from flows.deeds.read_promises import read_fellows, read_offered, read_promises, read_successors, read_tally
from flows.deeds.take_over_promise import (
    TakenOver,
    refuse_at_desk,
    refuse_promise,
    take_over_at_desk,
    take_over_promise,
)
from storage.tables import CheckIn, Commitment, Joining, Link, Node

TITLE = {"nl": "Wij vegen de stoep.", "en": "We sweep the pavement."}
BECAUSE = {"nl": "Dat nemen wij over.", "en": "We take that over."}


async def offered(stage: Stage, to: str = "Piet", days: int = 28) -> int:
    """Fatma's promise, which Piet and Kees join, offered to one of them or to the desk."""
    await people(stage, "Fatma", "Piet", "Kees")
    node_id = await promised(stage, "Fatma", days=days)
    await joins(stage, "Piet", node_id, "reach", "bij Piet")
    await joins(stage, "Kees", node_id)
    await heard(stage)
    async with acting_as(stage, "Fatma") as acting:
        keys = {name: key for key, name in await read_successors.run(acting, node_id)}
        assert await offer_promise.run(acting, node_id=node_id, to=keys.get(to, to)) is not None
    return node_id


async def test_asked_first(stage: Stage) -> None:
    """Until there is a yes it stays with whoever promised it."""
    node_id = await offered(stage)
    told = await heard(stage)
    assert set(told) == {"Piet"}
    assert [button.payload for button in told["Piet"][0].buttons] == [
        f"1x|take-over|{node_id}.yes",
        f"1x|take-over|{node_id}.no",
    ]
    (row,) = await rows(stage, Commitment)
    assert (row["state"], row["offered_at"]) == ("active", stage.now)
    async with acting_as(stage, "Kees") as acting:
        assert await take_over_promise.run(acting, node_id=node_id, due_on=in_days(stage, 28)) is None
        assert await read_offered.run(acting, node_id) is None


async def test_yes(stage: Stage) -> None:
    """It is theirs under a new number, linked to the old one; the others go along, and all hear once."""
    node_id = await offered(stage)
    await heard(stage)
    async with acting_as(stage, "Piet") as acting:
        taken = await take_over_promise.run(acting, node_id=node_id, due_on=in_days(stage, 28))
        assert await take_over_promise.run(acting, node_id=node_id, due_on=in_days(stage, 28)) is None
    assert taken == TakenOver(2, in_days(stage, 28))
    told = await heard(stage)
    assert {name: len(messages) for name, messages in told.items()} == {"Fatma": 1, "Kees": 1}
    assert "Piet" in told["Fatma"][0].text
    old, new = await rows(stage, Commitment)
    assert (old["state"], new["state"], new["name"]) == ("handed_over", "active", "Piet")
    (link,) = await rows(stage, Link)
    assert (link["source_id"], link["target_id"], link["relation"]) == (
        node_id,
        new["node_id"],
        "carried_out_by",
    )
    assert "Piet" not in str(link["reason"])
    async with acting_as(stage, "Piet") as acting:
        (fellow,) = await read_fellows.run(acting, new["node_id"]) or []
        assert fellow.name == "Kees"
        counted = (await read_tally(acting.connection, stage.trajectory_id, stage.now)).residents
        assert (counted.all, counted.handed_over, counted.open) == (2, 1, 1)
        assert [one.promise.number for one in await read_promises.run(acting)] == [2]
        assert await keep_promise.run(acting, node_id=new["node_id"])
    assert {(row["node_id"] == node_id, row["answer"]) for row in await rows(stage, CheckIn)} == {
        (True, "hand_over"),
        (False, "done"),
    }
    assert len(await rows(stage, Joining)) == 1
    assert [node["text"] for node in await rows(stage, Node)][:2] == [WORDS, WORDS]


async def test_yes_with_a_day_that_is_over(stage: Stage) -> None:
    """A new day is needed then."""
    node_id = await offered(stage, days=2)
    stage.wait(days=3)
    async with acting_as(stage, "Piet") as acting:
        shown = await read_offered.run(acting, node_id)
        assert shown is not None
        assert shown.past
        assert await take_over_promise.run(acting, node_id=node_id, due_on=shown.due_on) is None
        assert await take_over_promise.run(acting, node_id=node_id, due_on=in_days(stage, 5)) is not None


@pytest.mark.parametrize("how", ["no", "leaves", "silent"])
async def test_no(stage: Stage, how: str) -> None:
    """Said, by leaving, or by saying nothing for two weeks: who promised it hears once, and still has it."""
    node_id = await offered(stage)
    await heard(stage)
    if how == "silent":
        stage.wait(days=14)
        async with stage.acting() as acting:
            assert await drop_old_offers(acting) == 1
            assert await drop_old_offers(acting) == 0
    async with acting_as(stage, "Piet") as acting:
        if how == "no":
            assert await refuse_promise.run(acting, node_id=node_id)
            assert not await refuse_promise.run(acting, node_id=node_id)
        if how == "leaves":
            assert await leave_promise.run(acting, node_id=node_id)
        assert await take_over_promise.run(acting, node_id=node_id, due_on=in_days(stage, 20)) is None
    told = (await heard(stage))["Fatma"]
    assert sum("Het blijft dus nog jouw belofte." in message.text for message in told) == 1
    (row,) = await rows(stage, Commitment)
    assert (row["state"], row["offered_at"], row["offered_to"]) == ("active", None, None)


async def test_done_meanwhile(stage: Stage) -> None:
    """Who promised it keeps it after all: a late yes is answered kindly and changes nothing."""
    node_id = await offered(stage)
    async with acting_as(stage, "Fatma") as acting:
        assert await keep_promise.run(acting, node_id=node_id)
    async with acting_as(stage, "Piet") as acting:
        assert await read_offered.run(acting, node_id) is None
        assert await take_over_promise.run(acting, node_id=node_id, due_on=in_days(stage, 28)) is None
    assert len(await rows(stage, Commitment)) == 1


async def test_not_asked_while_it_is_offered(stage: Stage) -> None:
    """How it went is not asked while somebody else thinks about it."""
    await offered(stage, days=2)
    stage.wait(days=2)
    async with stage.acting() as acting:
        assert await ask_check_ins(acting) == 0
    stage.wait(days=12)
    async with stage.acting() as acting:
        await drop_old_offers(acting)
        assert await ask_check_ins(acting) == 1


async def test_offered_to_nobody(stage: Stage) -> None:
    """A key that nobody who joins has, or a promise of somebody else."""
    await people(stage, "Fatma", "Piet")
    node_id = await promised(stage, "Fatma")
    async with acting_as(stage, "Fatma") as acting:
        assert await offer_promise.run(acting, node_id=node_id, to="nobody-at-all") is None
    async with acting_as(stage, "Piet") as acting:
        assert await offer_promise.run(acting, node_id=node_id, to="desk") is None


async def test_taken_over_by_the_municipality(stage: Stage) -> None:
    """In its own words and with its own day; who joined hears it too."""
    node_id = await offered(stage, to="desk")
    assert await heard(stage) == {}
    async with stage.acting() as acting:
        made = await take_over_at_desk(acting, node_id, TITLE, BECAUSE, in_days(stage, 60))
        again = await take_over_at_desk(acting, node_id, TITLE, BECAUSE, in_days(stage, 60))
    assert isinstance(made, Made)
    assert again == Refused("promise-not-offered")
    old, new = await rows(stage, Commitment)
    assert (old["state"], new["municipal"], new["due_on"]) == ("handed_over", True, in_days(stage, 60))
    told = await heard(stage)
    assert set(told) == {"Fatma", "Piet", "Kees"}
    assert "de gemeente" in told["Piet"][0].text


@pytest.mark.parametrize(
    ("reason", "due_on", "why"),
    [
        ({"nl": " "}, date(2027, 1, 1), "promise-reason-missing"),
        (BECAUSE, date(2026, 11, 23), "promise-day-past"),
        (BECAUSE, date(2036, 11, 23), "promise-day-far"),
    ],
)
async def test_the_municipality_cannot_so(
    stage: Stage, reason: dict[str, str], due_on: date, why: str
) -> None:
    """Without a reason, or with a day that cannot be, nothing changes."""
    node_id = await offered(stage, to="desk")
    async with stage.acting() as acting:
        assert await take_over_at_desk(acting, node_id, TITLE, reason, due_on) == Refused(why)
    (row,) = await rows(stage, Commitment)
    assert row["offered_at"] is not None


async def test_refused_by_the_municipality(stage: Stage) -> None:
    """Who offered it reads why; without a reason it is not refused."""
    node_id = await offered(stage, to="desk")
    async with stage.acting() as acting:
        assert await refuse_at_desk(acting, node_id, " ") == Refused("promise-reason-missing")
        assert await refuse_at_desk(acting, node_id, "We hebben geen veegwagen.") is None
        assert await refuse_at_desk(acting, node_id, "Nee.") == Refused("promise-not-offered")
    (message,) = (await heard(stage))["Fatma"]
    assert "We hebben geen veegwagen." in message.text


async def test_offered_tells_by_what_name(stage: Stage) -> None:
    """So that the chat can say who was asked."""
    await people(stage, "Fatma", "Piet")
    node_id = await promised(stage, "Fatma")
    await joins(stage, "Piet", node_id)
    async with acting_as(stage, "Fatma") as acting:
        ((key, name),) = await read_successors.run(acting, node_id)
        assert name == "Piet"
        assert await offer_promise.run(acting, node_id=node_id, to=key) == Offered("Piet", desk=False)
        assert await offer_promise.run(acting, node_id=node_id, to="desk") == Offered("", desk=True)
