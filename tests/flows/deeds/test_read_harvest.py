"""What a step brought is counted in the ledger, and nothing else is."""

from __future__ import annotations

from pathlib import Path

from residents import acting_as_resident, joined, lay_in_another, rows, told
from sqlalchemy import insert
from stage import Stage

from flows.deeds.close_step import close_step
from flows.deeds.decline import decline
from flows.deeds.forget_me import forget_me
from flows.deeds.make_result import make_result
from flows.deeds.open_step import open_step
from flows.deeds.publish import publish
from flows.deeds.read_harvest import read_harvest
from flows.engine.questions import Localized
from flows.harvest import Answers, Favourite, Harvest
from flows.steps import BY_CODE
from storage import outcomes
from storage.tables import Commitment, Node, Ranking, Tally


async def harvest(stage: Stage, code: str) -> Harvest:
    async with stage.acting() as acting:
        return await read_harvest(acting, 1, BY_CODE[code])


async def test_what_was_given_in_it(each_stage: Stage) -> None:
    """Stories of this step count, answered or not; those of another step and those taken back do not."""
    for channel in ("buttons", "words"):
        await joined(each_stage, channel)
    first, second = await told(each_stage), await told(each_stage)
    async with each_stage.acting() as acting:
        await publish(acting, node_id=first)
        await decline(acting, node_id=second, reason="personal")
        await open_step(acting, 1, "choose")
    await told(each_stage)
    found = await harvest(each_stage, "exchange")
    assert (found.given, found.accepted) == ({"story": 2}, {"story": 1})
    assert (await harvest(each_stage, "choose")).given == {"story": 1}
    assert (found.people, found.networks) == (2, 0)
    async with acting_as_resident(each_stage) as acting:
        await forget_me.run(acting)
    found = await harvest(each_stage, "exchange")
    assert (found.given, found.people) == ({}, 1)


async def test_what_was_made_of_it(stage: Stage, tmp_path: Path) -> None:
    """Results count that stand, with the titles of the first few in the languages that all of them have."""
    other = await lay_in_another(stage, tmp_path)
    async with stage.acting() as acting:
        for title in ("A", "B", "C", "D"):
            await make_result(acting, 1, "theme", {"nl": title, "en": title.lower()})
        await make_result(acting, 1, "scenario", {"nl": "S"})
        await make_result(acting, 1, "scenario", {"nl": "T", "en": "t"})
        await make_result(acting, other, "theme", {"nl": "X"})
    themes = (await harvest(stage, "exchange")).made["theme"]
    assert (themes.count, themes.titles.texts) == (4, {"nl": "“A”, “B”, “C”", "en": "“a”, “b”, “c”"})
    scenarios = (await harvest(stage, "choose")).made["scenario"]
    assert (scenarios.count, scenarios.titles.texts) == (2, {"nl": "“S”, “T”"})
    assert "theme" not in (await harvest(stage, "choose")).made


async def test_answers_to_cards(stage: Stage) -> None:
    """Votes come as they were folded; the idea most agree with has at least five who answered."""
    await joined(stage)
    for _ in range(4):
        await give(stage)
    tallies = [(1, 9, 1, 0), (2, 4, 0, 0), (3, 5, 0, 1), (4, 0, 0, 0)]
    async with stage.acting() as acting:
        for node_id, agree, disagree, passed in tallies:
            values = {"agree": agree, "disagree": disagree, "passed": passed}
            await acting.connection.execute(
                insert(Tally).values(node_id=node_id, trajectory_id=1, kind="idea", **values)
            )
    found = await harvest(stage, "choose")
    assert found.answers == Answers(20, 18, 3)
    assert found.idea == Favourite("1", 9, 10)
    assert (await harvest(stage, "exchange")).answers == Answers()


async def give(stage: Stage) -> None:
    await stage.says("idee")
    await stage.says("Zet er lampen neer.")
    node_id = (await rows(stage, Node))[-1]["id"]
    async with stage.acting() as acting:
        await publish(acting, node_id=node_id)


async def test_rankings_and_promises(stage: Stage) -> None:
    """People who ranked count once; promises that stand, with the municipality's own."""
    await joined(stage)
    await joined(stage, "words")
    async with stage.acting() as acting:
        for person in (1, 1, 2):
            values = {"trajectory_id": 1, "participant_id": person, "choices": [1], "channel": "buttons"}
            await acting.connection.execute(insert(Ranking).values(at=stage.now, **values))
        for state, municipal in (("active", True), ("kept", False), ("lapsed", False)):
            made = await make_result(acting, 1, "commitment", {"nl": "Ik ruim op"})
            values = {"node_id": getattr(made, "node_id", 0), "municipal": municipal, "state": state}
            await acting.connection.execute(insert(Commitment).values(due_on=stage.now.date(), **values))
    assert ((await harvest(stage, "choose")).ranked, (await harvest(stage, "choose")).scenario) == (2, None)
    found = await harvest(stage, "commit")
    assert (found.commitments, found.municipal) == (2, 1)


async def test_the_scenario_that_was_left(stage: Stage) -> None:
    """Named when one was left, with the people behind it; not while several are level."""
    async with stage.acting() as acting:
        made = await make_result(acting, 1, "scenario", {"nl": "Rust", "en": "Quiet"})
        node_id = getattr(made, "node_id", 0)
        data = {"winners": [node_id], "people": 9, "rounds": [{"votes": {str(node_id): 6}}]}
        await outcomes.keep(acting.connection, 1, "ranking", data, stage.now)
    found = (await harvest(stage, "choose")).scenario
    assert found == Favourite(Localized({"nl": "Rust", "en": "Quiet"}), 6, 9)
    async with stage.acting() as acting:
        data["winners"] = [node_id, 99]
        await outcomes.keep(acting.connection, 1, "ranking", data, stage.now)
    assert (await harvest(stage, "choose")).scenario is None


async def test_counted_after_it_closed(stage: Stage) -> None:
    """What it brought stays the same when it closes."""
    await joined(stage)
    node_id = await told(stage)
    async with stage.acting() as acting:
        await publish(acting, node_id=node_id)
        await close_step(acting, 1, "exchange")
    assert (await harvest(stage, "exchange")).given == {"story": 1}
