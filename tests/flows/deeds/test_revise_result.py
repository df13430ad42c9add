"""The desk writes a result anew."""

from __future__ import annotations

from contributions import BECAUSE, given, node, sources
from residents import rows
from stage import Stage

from flows.deeds.deciding import Refused
from flows.deeds.make_result import Made, make_result
from flows.deeds.revise_result import revise_result
from storage.tables import Link

FIRST, SECOND = {"nl": "Een bankje"}, {"nl": "Twee bankjes"}


async def part(stage: Stage) -> int:
    async with stage.acting() as acting:
        made = await make_result(acting, 1, "concept_part", FIRST, {"nl": "Bij de vijver."})
    assert isinstance(made, Made)
    return made.node_id


async def test_next_version(stage: Stage) -> None:
    """The new version follows from the old one and answers what was taken; the old one keeps its words."""
    old = await part(stage)
    proposal = await given(stage, "proposal", about_id=old)
    async with stage.acting() as acting:
        made = await revise_result(acting, 1, old, SECOND, {}, BECAUSE, sources(proposal))
    assert isinstance(made, Made)
    new, before = await node(stage, made.node_id), await node(stage, old)
    assert (new["version"], new["title"], new["state"], new["kind"]) == (
        2,
        SECOND,
        "published",
        "concept_part",
    )
    assert (before["version"], before["title"], before["state"]) == (1, FIRST, "replaced")
    assert [(row["source_id"], row["target_id"], row["relation"]) for row in await rows(stage, Link)] == [
        (old, made.node_id, "revised_as"),
        (proposal, made.node_id, "answers"),
    ]


async def test_two_at_once(stage: Stage) -> None:
    """Who revises a version that a colleague just revised hears who did what, and nothing is done."""
    old = await part(stage)
    async with stage.acting() as acting:
        assert isinstance(await revise_result(acting, 1, old, SECOND, {}, BECAUSE), Made)
        refused = await revise_result(acting, 1, old, {"nl": "Drie bankjes"}, {}, BECAUSE)
    assert refused == Refused(
        "weave-replaced", {"number": "1", "relation": "revised_as", "newer": "2", "name": "Noor"}
    )
    assert len(await rows(stage, Link)) == 1


async def test_refused(stage: Stage) -> None:
    """Without a reason or a title, and of what a resident gave: nothing is done."""
    old, idea = await part(stage), await given(stage, "idea")
    async with stage.acting() as acting:
        assert await revise_result(acting, 1, old, SECOND, {}, {}) == Refused(
            "weave-reason-missing", {"number": "1"}
        )
        assert await revise_result(acting, 1, old, {}, {}, BECAUSE) == Refused("weave-title-missing")
        assert await revise_result(acting, 1, old, SECOND, {}, BECAUSE, sources(old)) == Refused(
            "weave-source-kind", {"number": "1", "kind": "concept_part"}
        )
        assert await revise_result(acting, 1, idea, SECOND, {}, BECAUSE) == Refused(
            "weave-kind", {"kind": "idea"}
        )
        assert await revise_result(acting, 1, 99, SECOND, {}, BECAUSE) == Refused("decide-gone")
    assert await rows(stage, Link) == []
