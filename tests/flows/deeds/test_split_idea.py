"""The desk splits an idea."""

from __future__ import annotations

from contributions import BECAUSE, given, node
from residents import rows
from stage import Stage

from flows.deeds.deciding import Refused
from flows.deeds.make_result import Made
from flows.deeds.split_idea import Part, split_idea
from storage.tables import Link, Node

PARTS = (Part({"nl": "Meer licht"}, BECAUSE), Part({"nl": "Meer bankjes"}, {"nl": "Dit kost apart geld."}))


async def test_split(each_stage: Stage) -> None:
    """Each part is an idea that came of the first with its own reason; the first is over."""
    idea = await given(each_stage, "idea")
    async with each_stage.acting() as acting:
        made = await split_idea(acting, 1, idea, PARTS)
    assert isinstance(made, list)
    links = await rows(each_stage, Link)
    assert [(row["source_id"], row["target_id"], row["relation"]) for row in links] == [
        (idea, one.node_id, "split_into") for one in made
    ]
    assert links[1]["reason"] == {"nl": "Dit kost apart geld."}
    assert (await node(each_stage, idea))["state"] == "replaced"
    assert (await node(each_stage, made[0].node_id))["text"] == "Meer licht"


async def test_refused(stage: Stage) -> None:
    """Into one, without a reason or a title, what is no idea, or what was split already: nothing is done."""
    idea, story = await given(stage, "idea"), await given(stage)
    bare = Part({"nl": "Meer licht"}, {})
    async with stage.acting() as acting:
        assert await split_idea(acting, 1, idea, PARTS[:1]) == Refused("weave-split-one")
        assert await split_idea(acting, 1, idea, [PARTS[0], bare]) == Refused(
            "weave-reason-missing", {"number": "1"}
        )
        assert await split_idea(acting, 1, idea, [PARTS[0], Part({}, BECAUSE)]) == Refused(
            "weave-title-missing"
        )
        assert await split_idea(acting, 1, story, PARTS) == Refused("weave-split-kind", {"number": "2"})
        assert await split_idea(acting, 1, 99, PARTS) == Refused("decide-gone")
    assert len(await rows(stage, Node)) == 2
    async with stage.acting() as acting:
        first = await split_idea(acting, 1, idea, PARTS)
        assert isinstance(first, list)
        assert isinstance(first[0], Made)
        assert await split_idea(acting, 1, idea, PARTS) == Refused(
            "weave-replaced", {"number": "1", "relation": "split_into", "newer": "3", "name": "Noor"}
        )
