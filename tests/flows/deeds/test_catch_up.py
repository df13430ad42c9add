"""Where it stands, for who joins late."""

from __future__ import annotations

from residents import acting_as_resident, joined, rows, set_values
from stage import Stage

from flows.deeds.catch_up import note_caught_up, read_so_far
from flows.deeds.close_step import close_step
from flows.deeds.make_result import make_result
from flows.deeds.open_step import open_step
from storage.tables import Participant, Step


async def test_only_what_was_counted(each_stage: Stage) -> None:
    """Steps that are past stand there with what they brought; one that brought nothing is left out."""
    await joined(each_stage)
    async with each_stage.acting() as acting:
        await make_result(acting, 1, "theme", {"nl": "Licht", "en": "Light"})
        await close_step(acting, 1, "exchange")
        for code in ("choose", "refine"):
            await open_step(acting, 1, code)
    async with acting_as_resident(each_stage) as acting:
        found = await read_so_far.run(acting)
    said = [(step.code, first.key, second) for step, first, second in found.done]
    assert said == [("activate", "harvest-people", None), ("exchange", "harvest-theme", None)]
    assert found.now is not None
    assert found.now.code == "refine"
    assert "exchange" in [step.code for step in found.settled]


async def test_nothing_is_open(stage: Stage) -> None:
    """Between steps nothing is asked, and it says so."""
    await joined(stage)
    await set_values(stage, Step, closed_at=stage.now)
    async with acting_as_resident(stage) as acting:
        found = await read_so_far.run(acting)
    assert (found.now, found.invites) == (None, "asks-nothing")
    message = (await stage.says("waar staan we"))[-1]
    assert "Kijk in het menu" in message.text


async def test_noted(stage: Stage) -> None:
    """When somebody was caught up is kept."""
    await joined(stage)
    async with acting_as_resident(stage) as acting:
        await note_caught_up.run(acting)
    assert [row["caught_up_at"] for row in await rows(stage, Participant)] == [stage.now]
