"""The desk links what was given to what was made of it."""

from __future__ import annotations

import pytest
from residents import joined, rows, told
from stage import Stage

from flows.deeds.deciding import Refused
from flows.deeds.link_nodes import Linked, link_nodes
from flows.deeds.make_result import Made, make_result
from flows.deeds.publish import publish
from storage.tables import Audit, Link

BECAUSE = {"nl": "Het gaat over hetzelfde."}


async def themes(stage: Stage, trajectory_id: int, count: int) -> list[int]:
    async with stage.acting() as acting:
        made = [await make_result(acting, trajectory_id, "theme", {"nl": f"T{n}"}) for n in range(count)]
    return [one.node_id for one in made if isinstance(one, Made)]


async def test_linked(sqlite_url: str) -> None:
    """It stands with its reason and its maker, on record, and still has to be spread."""
    stage = Stage(sqlite_url)
    trajectory_id = await stage.set_up()
    first, second = await themes(stage, trajectory_id, 2)
    async with stage.acting() as acting:
        assert isinstance(await link_nodes(acting, first, second, "inspired", BECAUSE), Linked)
    (link,) = await rows(stage, Link)
    assert (link["source_id"], link["target_id"], link["relation"]) == (first, second, "inspired")
    assert (link["reason"], link["moderator_id"], link["spread_at"]) == (BECAUSE, stage.moderator_id, None)
    assert (await rows(stage, Audit))[-1]["act"] == "link_inspired"


async def test_no_circle(sqlite_url: str) -> None:
    """Nothing may come of itself, near or far; merging an idea with its own ancestor is refused."""
    stage = Stage(sqlite_url)
    trajectory_id = await stage.set_up()
    first, second, third = await themes(stage, trajectory_id, 3)
    async with stage.acting() as acting:
        await link_nodes(acting, first, second, "inspired", BECAUSE)
        await link_nodes(acting, second, third, "inspired", BECAUSE)
        assert await link_nodes(acting, third, first, "inspired", BECAUSE) == Refused(
            "weave-circle", {"number": "1"}
        )
        assert await link_nodes(acting, first, first, "inspired", BECAUSE) == Refused(
            "weave-circle", {"number": "1"}
        )
    assert len(await rows(stage, Link)) == 2


@pytest.mark.parametrize(
    ("relation", "reason", "has_target", "refused"),
    [
        ("likes", BECAUSE, True, "weave-relation"),
        ("not_used", BECAUSE, True, "weave-relation"),
        ("inspired", BECAUSE, False, "weave-relation"),
        ("inspired", {"nl": "  "}, True, "weave-reason-missing"),
    ],
)
async def test_refused(
    sqlite_url: str, relation: str, reason: dict[str, str], has_target: bool, refused: str
) -> None:
    """A relation that does not fit, or no reason: nothing is stored."""
    stage = Stage(sqlite_url)
    trajectory_id = await stage.set_up()
    first, second = await themes(stage, trajectory_id, 2)
    async with stage.acting() as acting:
        result = await link_nodes(acting, first, second if has_target else None, relation, reason)
    assert isinstance(result, Refused)
    assert result.text == refused
    assert await rows(stage, Link) == []


async def test_answered_first(sqlite_url: str) -> None:
    """What still waits for an answer is not used, nor set aside, before it has one; after it is, once."""
    stage = Stage(sqlite_url)
    trajectory_id = await stage.set_up()
    await joined(stage)
    story = await told(stage)
    (theme,) = await themes(stage, trajectory_id, 1)
    async with stage.acting() as acting:
        assert await link_nodes(acting, story, theme, "belongs_to", BECAUSE) == Refused(
            "weave-not-published", {"number": "1"}
        )
        await publish(acting, node_id=story)
        assert isinstance(await link_nodes(acting, story, theme, "belongs_to", BECAUSE), Linked)
        assert await link_nodes(acting, story, theme, "belongs_to", BECAUSE) == Refused(
            "weave-stands", {"number": "1", "name": "Noor"}
        )
