"""The desk lays in a result."""

from __future__ import annotations

from residents import rows
from stage import Stage

from flows.deeds.deciding import Refused
from flows.deeds.make_result import Made, make_result
from storage.tables import Audit, Node


async def test_laid_in(sqlite_url: str) -> None:
    """It is numbered, published and on record, with its words cleaned and empty languages left out."""
    stage = Stage(sqlite_url)
    trajectory_id = await stage.set_up()
    async with stage.acting() as acting:
        made = await make_result(
            acting,
            trajectory_id,
            "theme",
            {"nl": " Eén plek\x00 ", "en": ""},
            {"nl": "Waar je terecht kunt."},
        )
    assert isinstance(made, Made)
    (node,) = await rows(stage, Node)
    assert (node["kind"], node["state"], node["number"], node["may_show"]) == ("theme", "published", 1, True)
    assert node["title"] == {"nl": "Eén plek"}
    assert node["body"] == {"nl": "Waar je terecht kunt."}
    assert [(row["act"], row["node_id"]) for row in await rows(stage, Audit)] == [
        ("make_theme", made.node_id)
    ]


async def test_refused(sqlite_url: str) -> None:
    """A kind that the desk does not make, or no title: nothing is stored."""
    stage = Stage(sqlite_url)
    trajectory_id = await stage.set_up()
    async with stage.acting() as acting:
        assert await make_result(acting, trajectory_id, "story", {"nl": "x"}) == Refused(
            "weave-kind", {"kind": "story"}
        )
        assert await make_result(acting, trajectory_id, "theme", {"nl": " "}) == Refused(
            "weave-title-missing"
        )
    assert await rows(stage, Node) == []
