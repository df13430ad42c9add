"""The desk takes back what it wove."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest
from contributions import BECAUSE, given, node, sources
from residents import rows, set_values
from sqlalchemy import update
from sqlmodel import col
from stage import Stage

from flows.deeds.acting import Acting
from flows.deeds.deciding import Refused
from flows.deeds.make_result import Made, make_result
from flows.deeds.revise_result import revise_result
from flows.deeds.set_aside import set_aside
from flows.deeds.split_idea import Part, split_idea
from flows.deeds.undo_weaving import Unwoven, undo_weaving
from flows.deeds.weave_result import weave_into, weave_result
from storage.tables import Audit, Link, Node

TITLE = {"nl": "Licht"}
Act = Callable[[Acting, int, int], Awaitable[object]]

ACTS: dict[str, tuple[Act, int, int, int]] = {
    # What is done to idea 1 (and idea 2), the number it is taken back by, how many links and results go.
    "merged": (lambda acting, one, two: weave_result(acting, 1, "idea", TITLE, sources(one, two)), 3, 2, 1),
    "merged into": (lambda acting, one, two: weave_into(acting, 1, two, sources(one)), 2, 1, 0),
    "split": (
        lambda acting, one, _: split_idea(acting, 1, one, [Part(TITLE, BECAUSE), Part(TITLE, BECAUSE)]),
        1,
        2,
        2,
    ),
    "split, by a part": (
        lambda acting, one, _: split_idea(acting, 1, one, [Part(TITLE, BECAUSE), Part(TITLE, BECAUSE)]),
        4,
        2,
        2,
    ),
    "set aside": (lambda acting, one, _: set_aside(acting, 1, one, BECAUSE), 1, 1, 0),
    "added": (lambda acting, _, __: weave_result(acting, 1, "theme", TITLE, [], because=BECAUSE), 3, 0, 1),
}


@pytest.mark.parametrize("name", ACTS)
async def test_as_before(stage: Stage, name: str) -> None:
    """Within a minute everything is as it was, but for the numbers that were given."""
    act, number, links, results = ACTS[name]
    one, two = await given(stage, "idea"), await given(stage, "idea")
    before = (await rows(stage, Node))[:2]
    async with stage.acting() as acting:
        assert not isinstance(await act(acting, one, two), Refused)
    stage.wait(seconds=59)
    node_id = await stage.node_id(number)
    async with stage.acting() as acting:
        done = await undo_weaving(acting, 1, node_id)
    assert done == Unwoven(number, links, results)
    assert await rows(stage, Link) == []
    after = await rows(stage, Node)
    assert after[:2] == before
    assert {row["state"] for row in after[2:]} <= {"withdrawn"}
    assert (await rows(stage, Audit))[-1]["act"] == "undo_weaving"


async def test_revision(each_stage: Stage) -> None:
    """A revision that is taken back leaves the old version, and its proposal to be answered again."""
    async with each_stage.acting() as acting:
        old = await make_result(acting, 1, "concept_part", TITLE)
    assert isinstance(old, Made)
    proposal = await given(each_stage, "proposal")
    each_stage.wait(minutes=5)
    async with each_stage.acting() as acting:
        new = await revise_result(acting, 1, old.node_id, TITLE, {}, BECAUSE, sources(proposal))
        assert isinstance(new, Made)
        assert await undo_weaving(acting, 1, new.node_id) == Unwoven(new.number, 2, 1)
    assert (await node(each_stage, old.node_id))["state"] == "published"
    assert (await node(each_stage, new.node_id))["state"] == "withdrawn"


async def test_the_last_thing_only(stage: Stage) -> None:
    """What was done to it before stays; a second time takes that back too."""
    first, second = await given(stage), await given(stage)
    async with stage.acting() as acting:
        theme = await weave_result(acting, 1, "theme", TITLE, sources(first))
    assert isinstance(theme, Made)
    stage.wait(seconds=10)
    async with stage.acting() as acting:
        await weave_into(acting, 1, theme.node_id, sources(second))
    stage.wait(seconds=10)
    async with stage.acting() as acting:
        assert await undo_weaving(acting, 1, theme.node_id) == Unwoven(3, 1, 0)
    assert [row["source_id"] for row in await rows(stage, Link)] == [first]
    async with stage.acting() as acting:
        assert await undo_weaving(acting, 1, theme.node_id) == Unwoven(3, 1, 1)
        assert await undo_weaving(acting, 1, theme.node_id) == Refused("undo-nothing")


async def test_too_late(stage: Stage) -> None:
    """After a minute, or when people were noted to hear of it, it stands."""
    story = await given(stage)
    async with stage.acting() as acting:
        assert await undo_weaving(acting, 1, story) == Refused("undo-nothing")
        assert await undo_weaving(acting, 1, 99) == Refused("undo-nothing")
        theme = await weave_result(acting, 1, "theme", TITLE, sources(story))
    assert isinstance(theme, Made)
    await set_values(stage, Link, spread_at=stage.now)
    async with stage.acting() as acting:
        assert await undo_weaving(acting, 1, theme.node_id) == Refused("undo-too-late")
    await set_values(stage, Link, spread_at=None)
    stage.wait(seconds=61)
    async with stage.acting() as acting:
        assert await undo_weaving(acting, 1, theme.node_id) == Refused("undo-too-late")
    assert len(await rows(stage, Link)) == 1


async def test_something_stands_on_it(stage: Stage) -> None:
    """A theme of which an idea was made meanwhile does not go before that idea."""
    story = await given(stage)
    async with stage.acting() as acting:
        theme = await weave_result(acting, 1, "theme", TITLE, sources(story))
        assert isinstance(theme, Made)
        idea = await weave_result(acting, 1, "idea", TITLE, sources(theme.node_id))
        assert isinstance(idea, Made)
        assert await undo_weaving(acting, 1, theme.node_id) == Refused("weave-built-on", {"number": "2"})
        assert isinstance(await undo_weaving(acting, 1, idea.node_id), Unwoven)
        assert isinstance(await undo_weaving(acting, 1, theme.node_id), Unwoven)


async def test_withdrawn_meanwhile(stage: Stage) -> None:
    """An idea that its author withdrew after it was merged does not come back."""
    one, two = await given(stage, "idea"), await given(stage, "idea")
    async with stage.acting() as acting:
        made = await weave_result(acting, 1, "idea", TITLE, sources(one, two))
    assert isinstance(made, Made)
    async with stage.acting() as acting:
        await acting.connection.execute(update(Node).where(col(Node.id) == one).values(state="withdrawn"))
    async with stage.acting() as acting:
        assert isinstance(await undo_weaving(acting, 1, made.node_id), Unwoven)
    assert [row["state"] for row in await rows(stage, Node)] == ["withdrawn", "published", "withdrawn"]
