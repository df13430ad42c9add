"""The desk makes results of what people gave."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from contributions import BECAUSE, given, node, sources, voted
from residents import joined, lay_in_another, rows
from stage import Stage

from flows.deeds.deciding import Refused
from flows.deeds.link_nodes import Linked, link_nodes
from flows.deeds.make_result import Made, make_result
from flows.deeds.revise_result import revise_result
from flows.deeds.weave_result import weave_into, weave_result
from flows.deeds.weaving import Source
from storage.tables import Audit, Link, Node, Vote

TITLE = {"nl": "Licht", "en": "Light"}


async def test_theme_of_stories(stage: Stage) -> None:
    """It stands with a link from each source, each with its own reason, and the act is on record."""
    first, second = await given(stage), await given(stage, "meaning")
    why = {"nl": "Zo zeiden drie mensen het.", "en": " "}
    async with stage.acting() as acting:
        made = await weave_result(acting, 1, "theme", TITLE, [*sources(first), Source(second, why)])
    assert isinstance(made, Made)
    assert [
        (r["source_id"], r["target_id"], r["relation"], r["reason"]) for r in await rows(stage, Link)
    ] == [
        (first, made.node_id, "belongs_to", BECAUSE),
        (second, made.node_id, "became", {"nl": "Zo zeiden drie mensen het."}),
    ]
    acts = [(row["act"], row["node_id"]) for row in await rows(stage, Audit)]
    assert acts == [("make_theme", made.node_id), ("link_belongs_to", first), ("link_became", second)]


async def test_of_nothing(stage: Stage) -> None:
    """Without a source it is published only with the reason why the municipality adds it."""
    async with stage.acting() as acting:
        assert await weave_result(acting, 1, "theme", TITLE, []) == Refused("weave-from-nothing")
        assert await weave_result(acting, 1, "theme", TITLE, [], because={"nl": " "}) == Refused(
            "weave-from-nothing"
        )
        why = {"nl": "De wet wil het."}
        assert await weave_result(acting, 1, "idea", TITLE, [], because=why) == Refused(
            "weave-idea-from-nothing"
        )
        made = await weave_result(acting, 1, "theme", TITLE, [], because=why)
        assert isinstance(made, Made)
        newer = await revise_result(acting, 1, made.node_id, TITLE, {}, BECAUSE)
        assert isinstance(newer, Made)
    for one in (made, newer):
        assert (await node(stage, one.node_id))["because"] == why


async def test_merged_ideas(each_stage: Stage) -> None:
    """Ideas that become one are over: closed for votes, with the votes that were cast still theirs."""
    ideas = [await given(each_stage, "idea") for _ in range(3)]
    person = await joined(each_stage)
    await voted(each_stage, ideas[0], [person])
    async with each_stage.acting() as acting:
        made = await weave_result(acting, 1, "idea", TITLE, sources(*ideas[:2]))
    assert isinstance(made, Made)
    assert [(await node(each_stage, idea))["state"] for idea in ideas] == [
        "replaced",
        "replaced",
        "published",
    ]
    new = await node(each_stage, made.node_id)
    assert (new["kind"], new["text"], new["title"], new["state"]) == ("idea", "Licht", TITLE, "published")
    assert [(vote["node_id"], vote["value"]) for vote in await rows(each_stage, Vote)] == [(ideas[0], 1)]


async def test_two_at_once(stage: Stage) -> None:
    """Who merges an idea that a colleague just merged hears who did what, and nothing is done."""
    first, second, third = [await given(stage, "idea") for _ in range(3)]
    async with stage.acting() as acting:
        assert isinstance(await weave_result(acting, 1, "idea", TITLE, sources(first, second)), Made)
    async with stage.acting() as acting:
        refused = await weave_result(acting, 1, "idea", {"nl": "Anders"}, sources(third, second))
    assert refused == Refused(
        "weave-replaced", {"number": "2", "relation": "merged_into", "newer": "4", "name": "Noor"}
    )
    assert len(await rows(stage, Node)) == 4
    assert (await node(stage, third))["state"] == "published"
    said = stage.wording.word("nl", refused.text, refused.arguments)
    assert said == "Noor was je voor: nummer 2 is samengevoegd met nummer 4."


async def test_merge_with_its_own_ancestor(stage: Stage) -> None:
    """An idea does not go into what it came from itself, near or far."""
    first, second, third = [await given(stage, "idea") for _ in range(3)]
    theme = await given(stage, "theme")
    async with stage.acting() as acting:
        assert isinstance(await weave_into(acting, 1, theme, sources(first)), Made)
        assert isinstance(await weave_into(acting, 1, second, sources(theme)), Made)
        assert isinstance(await weave_into(acting, 1, third, sources(second)), Made)
    async with stage.acting() as acting:
        assert await weave_into(acting, 1, first, sources(third)) == Refused("weave-circle", {"number": "1"})
        assert await weave_into(acting, 1, first, sources(first)) == Refused("weave-circle", {"number": "1"})
    assert (await node(stage, third))["state"] == "published"


async def test_more_later(stage: Stage) -> None:
    """A story that comes later goes into a theme that stands, once."""
    first, later = await given(stage), await given(stage)
    async with stage.acting() as acting:
        theme = await weave_result(acting, 1, "theme", TITLE, sources(first))
        assert isinstance(theme, Made)
        assert await weave_into(acting, 1, theme.node_id, sources(later)) == theme
        assert await weave_into(acting, 1, theme.node_id, sources(later)) == Refused(
            "weave-stands", {"number": "2", "name": "Noor"}
        )
        assert await weave_into(acting, 1, theme.node_id, []) == Refused("weave-no-source")
    assert len(await rows(stage, Link)) == 2


@pytest.mark.parametrize(
    ("state", "refused"),
    [
        ("waiting", "weave-not-published"),
        ("asked_back", "weave-not-published"),
        ("declined", "weave-declined"),
        ("withdrawn", "weave-withdrawn"),
    ],
)
async def test_only_of_what_was_published(stage: Stage, state: str, refused: str) -> None:
    """One source that cannot be used, and nothing at all is stored."""
    good, bad = await given(stage), await given(stage, state=state)
    async with stage.acting() as acting:
        result = await weave_result(acting, 1, "theme", TITLE, sources(good, bad))
    assert result == Refused(refused, {"number": "2"})
    assert await rows(stage, Link) == []
    assert len(await rows(stage, Node)) == 2


async def test_nothing_half_done(stage: Stage) -> None:
    """Each mistake has its own sentence, and leaves nothing behind."""
    story, idea = await given(stage), await given(stage, "idea")
    long, unreasoned = {"nl": "x" * 201}, [Source(story, {"nl": " "})]
    async with stage.acting() as acting:
        for refused, arguments, attempt in [
            ("weave-kind", {"kind": "story"}, ("story", TITLE, sources(story))),
            ("weave-title-missing", {}, ("theme", {"nl": " "}, sources(story))),
            ("weave-title-too-long", {"most": "200"}, ("theme", long, sources(story))),
            ("weave-body-too-long", {"most": "4000"}, ("theme", TITLE, sources(story), {"nl": "x" * 4001})),
            ("weave-reason-missing", {"number": "1"}, ("theme", TITLE, unreasoned)),
            (
                "weave-reason-too-long",
                {"number": "1", "most": "1000"},
                ("theme", TITLE, [Source(story, {"nl": "x" * 1001})]),
            ),
            ("weave-source-kind", {"number": "1", "kind": "milestone"}, ("milestone", TITLE, sources(story))),
            ("weave-source-twice", {}, ("theme", TITLE, sources(story, story))),
            ("weave-merge-one", {"number": "2"}, ("idea", TITLE, sources(story, idea))),
            ("decide-gone", {}, ("theme", TITLE, sources(story, 999))),
            ("weave-too-many", {"most": "200"}, ("theme", TITLE, sources(*range(1, 202)))),
        ]:
            result = await weave_result(acting, 1, *attempt)
            assert result == Refused(refused, arguments)
            assert stage.wording.word("en", refused, arguments)
    assert len(await rows(stage, Node)) == 2
    assert await rows(stage, Link) == []


async def test_of_another_trajectory(stage: Stage, tmp_path: Path) -> None:
    """What was given elsewhere is not there."""
    elsewhere = await lay_in_another(stage, tmp_path)
    story = await given(stage)
    async with stage.acting() as acting:
        theme = await make_result(acting, elsewhere, "theme", TITLE)
        assert isinstance(theme, Made)
        assert await weave_result(acting, elsewhere, "theme", TITLE, sources(story)) == Refused("decide-gone")
        assert await weave_into(acting, 1, theme.node_id, sources(story)) == Refused("decide-gone")


async def test_two_at_the_same_moment(each_stage: Stage) -> None:
    """Of two who merge one idea at once, one is first and the other hears of it."""
    ideas = [await given(each_stage, "idea") for _ in range(3)]

    async def merge(one: int, other: int) -> Made | Refused:
        async with each_stage.acting() as acting:
            return await weave_result(acting, 1, "idea", TITLE, sources(one, other))

    done = await asyncio.gather(merge(ideas[0], ideas[1]), merge(ideas[2], ideas[1]))
    assert sorted(type(one).__name__ for one in done) == ["Made", "Refused"]
    (refused,) = (one for one in done if isinstance(one, Refused))
    assert refused.text == "weave-replaced"


async def test_no_circle_between_two(each_stage: Stage) -> None:
    """Two links that each make no circle, laid at the same moment, do not make one together."""
    first, second, third, fourth = [await given(each_stage, "theme") for _ in range(4)]

    async def link(source: int, target: int) -> Linked | Refused:
        async with each_stage.acting() as acting:
            return await link_nodes(acting, source, target, "inspired", BECAUSE)

    for source, target in ((first, second), (third, fourth)):
        assert isinstance(await link(source, target), Linked)
    async with each_stage.acting() as acting:
        assert isinstance(await link_nodes(acting, second, third, "inspired", BECAUSE), Linked)
        other = asyncio.create_task(link(fourth, first))
        # It has to wait: nothing is committed yet.
        done, _ = await asyncio.wait({other}, timeout=0.2)
        assert not done
    assert await other == Refused("weave-circle", {"number": "1"})
