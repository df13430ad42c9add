"""The desk says that something is not used, and why."""

from __future__ import annotations

from contributions import BECAUSE, given, node, sources
from residents import rows
from stage import Stage

from flows.deeds.deciding import Refused
from flows.deeds.make_result import Made
from flows.deeds.set_aside import set_aside
from flows.deeds.weave_result import weave_result
from storage.tables import Link


async def test_set_aside(stage: Stage) -> None:
    """The reason stands with it, and what was set aside stays published."""
    idea = await given(stage, "idea")
    async with stage.acting() as acting:
        assert await set_aside(acting, 1, idea, BECAUSE) == Made(idea, 1)
    (link,) = await rows(stage, Link)
    assert (link["source_id"], link["target_id"], link["relation"]) == (idea, None, "not_used")
    assert link["reason"] == BECAUSE
    assert (await node(stage, idea))["state"] == "published"


async def test_refused(stage: Stage) -> None:
    """Without a reason, twice, or of what was used: nothing is done, and it says why."""
    story, used = await given(stage), await given(stage)
    async with stage.acting() as acting:
        assert isinstance(await weave_result(acting, 1, "theme", {"nl": "Licht"}, sources(used)), Made)
        assert await set_aside(acting, 1, story, {}) == Refused("weave-reason-missing", {"number": "1"})
        assert await set_aside(acting, 1, used, BECAUSE) == Refused(
            "weave-used", {"number": "2", "target": "3"}
        )
        assert await set_aside(acting, 1, 99, BECAUSE) == Refused("decide-gone")
        assert isinstance(await set_aside(acting, 1, story, BECAUSE), Made)
        assert await set_aside(acting, 1, story, BECAUSE) == Refused(
            "weave-stands", {"number": "1", "name": "Noor"}
        )
    assert len(await rows(stage, Link)) == 2
