"""Going through the parts of the concept or the plan."""

from __future__ import annotations

from residents import joined, rows
from sqlalchemy import insert
from sqlmodel import col, select
from stage import Stage

from flows.deeds.acting import Acting
from flows.deeds.fold_votes import fold_votes
from flows.deeds.make_result import Made, make_result
from flows.deeds.open_step import open_step
from flows.deeds.revise_result import revise_result
from storage.tables import Node, Participant, Vote

BECAUSE = {"nl": "Daarom.", "en": "Therefore."}


async def opened(stage: Stage, parts: int, kind: str = "concept_part", step: str = "refine") -> list[int]:
    """The step is open, somebody joined, and there are so many parts; returns their ids."""
    await stage.set_up()
    await joined(stage)
    async with stage.acting() as acting:
        await open_step(acting, stage.trajectory_id, step)
        made = [
            await make_result(acting, stage.trajectory_id, kind, {"nl": f"Stuk {number}"}, because=BECAUSE)
            for number in range(1, parts + 1)
        ]
    return [one.node_id for one in made if isinstance(one, Made)]


async def values(stage: Stage) -> list[tuple[int, int]]:
    return [(vote["node_id"], vote["value"]) for vote in await rows(stage, Vote)]


async def test_five_at_a_time(sqlite_url: str) -> None:
    """Two minutes: five parts, then the rest the next time, none of them twice."""
    stage = Stage(sqlite_url)
    ids = await opened(stage, 7)
    *_, message = await stage.says("concept")
    assert message.look == "card"
    for _ in range(5):
        await stage.presses("Goed zo")
    assert "Dank je. Jouw mening telt mee." in stage.heard[-1].text
    await stage.says("concept")
    for _ in range(2):
        await stage.presses("Goed zo")
    assert await values(stage) == [(node_id, 1) for node_id in ids]
    await stage.says("concept")
    assert "Je hebt alles al gezien." in stage.heard[-1].text


async def test_a_proposal_is_about_its_part(sqlite_url: str) -> None:
    """What somebody would change waits for an answer, about its part, in the step it was given in."""
    stage = Stage(sqlite_url)
    (node_id,) = await opened(stage, 1)
    await stage.says("concept")
    await stage.presses("Iets veranderen")
    await stage.says("Doe het op zaterdag.")
    proposal = (await rows(stage, Node))[-1]
    assert {key: proposal[key] for key in ("kind", "about_id", "step", "state", "text")} == {
        "kind": "proposal",
        "about_id": node_id,
        "step": "refine",
        "state": "waiting",
        "text": "Doe het op zaterdag.",
    }
    assert proposal["due_at"] is not None
    assert await values(stage) == [(node_id, -1)]


async def test_written_anew_meanwhile(sqlite_url: str) -> None:
    """A part that is replaced while its card is open is passed over, its old version too."""
    stage = Stage(sqlite_url)
    first, second = await opened(stage, 2)
    await stage.says("concept")
    async with stage.acting() as acting:
        await revise_result(acting, stage.trajectory_id, first, {"nl": "Stuk 1 opnieuw"}, {}, BECAUSE)
    await stage.presses("Goed zo")
    assert "Stuk 2" in stage.heard[-1].text
    await stage.presses("Goed zo")
    assert await values(stage) == [(second, 1)]
    await stage.says("concept")
    assert "Stuk 1 opnieuw" in stage.heard[-1].text
    assert "Dit is versie 2. Veranderd omdat: Daarom." in stage.heard[-1].text


async def test_others_once_they_are_enough(sqlite_url: str) -> None:
    """How many others stand behind a part is told with how many said something, from five people on."""
    stage = Stage(sqlite_url)
    few, enough = await opened(stage, 2, "plan_part", "present")
    async with stage.acting() as acting:
        for number in range(5):
            person = await _somebody(acting, stage, number)
            for node_id in (few, enough) if number < 4 else (enough,):
                vote = {"node_id": node_id, "participant_id": person, "value": 1 if number < 3 else -1}
                await acting.connection.execute(insert(Vote).values(**vote, channel="web", at=stage.now))
    async with stage.acting() as acting:
        while await fold_votes(acting):
            pass
    await stage.says("plan")
    for _ in range(2):
        await stage.presses("Ik sta erachter")
    said = "\n".join(message.text for message in stage.heard)
    assert "3 van de 5 anderen staan achter “Stuk 2”." in said
    assert "anderen staan achter “Stuk 1”" not in said


async def _somebody(acting: Acting, stage: Stage, number: int) -> int:
    person = {"key": f"key{number}", "trajectory_id": stage.trajectory_id, "often": "usual", "sample": False}
    await acting.connection.execute(insert(Participant).values(**person, joined_at=stage.now))
    found = select(col(Participant.id)).where(col(Participant.key) == f"key{number}")
    return (await acting.connection.execute(found)).scalar_one()
