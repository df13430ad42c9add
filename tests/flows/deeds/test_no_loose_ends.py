"""Whatever is done, in whatever order: an answer for everything, and a ledger that holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from contributions import BECAUSE, given, sources
from hypothesis import given as generated
from hypothesis import settings
from hypothesis import strategies as st
from residents import acting_as_resident, joined, rows
from stage import Stage, let_go

from flows.deeds.answer_back import answer_back
from flows.deeds.ask_back import ask_back
from flows.deeds.deciding import Refused
from flows.deeds.decline import decline
from flows.deeds.publish import publish
from flows.deeds.revise_result import revise_result
from flows.deeds.set_aside import set_aside
from flows.deeds.split_idea import Part, split_idea
from flows.deeds.undo_decision import undo_decision
from flows.deeds.undo_weaving import undo_weaving
from flows.deeds.weave_result import weave_into, weave_result
from flows.deeds.withdraw import withdraw
from flows.engine.readers import Told
from flows.ledger import REPLACING
from storage import erasure, threads
from storage.tables import Decision, Link, Node, Outbox
from storage.threads import Counted

CHANNELS = ("buttons", "words")
"""Of one person each, who gave one thing."""

THING = st.integers(min_value=0, max_value=len(CHANNELS) - 1)
DECISIONS = st.tuples(
    st.sampled_from(
        ["publish", "decline", "ask_back", "answer", "undo", "withdraw", "forget", "deliver", "wait"]
    ),
    THING,
)


@settings(max_examples=20)
@generated(steps=st.lists(DECISIONS, max_size=12))
async def test_an_answer_for_everything(
    steps: Sequence[tuple[str, int]], laid_in: Any, tmp_path_factory: Any
) -> None:
    """Each contribution comes to an end, and exactly one answer that went out tells of that end."""
    stage = laid_in.copy(tmp_path_factory.mktemp("answers"))
    try:
        people = [await joined(stage, channel) for channel in CHANNELS]
        for person in people:
            await given(stage, participant_id=person, state="waiting")
        for step, which in steps:
            await _decide(stage, step, which, people[which])
        for which, person in enumerate(people):
            # What is still open is decided, as the desk has to.
            await _decide(stage, "publish", which, person)
        await _check_answers(stage)
    finally:
        await let_go(stage.url)


async def _decide(stage: Stage, step: str, which: int, person: int) -> None:
    node_id = which + 1
    if step in ("answer", "withdraw"):
        await _resident(stage, step, which)
        return
    if step == "deliver":
        await stage.deliver()
        return
    async with stage.acting() as acting:
        match step:
            case "publish":
                await publish(acting, node_id=node_id, sentence="Dank je.")
            case "decline":
                await decline(acting, node_id=node_id, reason="double")
            case "ask_back":
                await ask_back(acting, node_id=node_id, sentence="Waar?")
            case "undo":
                await undo_decision(acting, node_id=node_id)
            case "forget":
                await erasure.forget(acting.connection, person, stage.now)
            case _:
                stage.wait(seconds=40)


async def _resident(stage: Stage, step: str, which: int) -> None:
    async with acting_as_resident(stage, CHANNELS[which]) as acting:
        if step == "answer":
            await answer_back.run(acting, which + 1, Told("Bij de vijver."))
        else:
            await withdraw.run(acting, which + 1)


async def _check_answers(stage: Stage) -> None:
    sent = {row["key"]: row["state"] for row in await rows(stage, Outbox)}
    decisions = await rows(stage, Decision)
    for contribution in await rows(stage, Node):
        standing = [
            row for row in decisions if row["node_id"] == contribution["id"] and row["undone_at"] is None
        ]
        final = [row for row in standing if row["act"] != "ask_back"]
        answers = [key for row in final if sent.get(key := f"answer:{row['id']}") in ("due", "sent")]
        if contribution["state"] == "withdrawn":
            assert contribution["text"] == ""
            assert contribution["participant_id"] is None or all(sent[key] == "sent" for key in answers)
        else:
            assert contribution["state"] == {"publish": "published", "decline": "declined"}[final[-1]["act"]]
            assert len(final) == len(answers) == 1
    for row in decisions:
        # What was undone was not told, or it was told that we look again.
        if row["undone_at"] is not None:
            told = sent.get(f"answer:{row['id']}") == "sent"
            assert not told or f"undone:{row['id']}" in sent


WEAVING = st.tuples(
    st.sampled_from(
        ["theme", "scenario", "merge", "into", "split", "revise", "aside", "undo", "withdraw", "wait"]
    ),
    st.integers(min_value=0, max_value=99),
    st.integers(min_value=0, max_value=99),
)
WORDS = {"nl": "Iets"}


@settings(max_examples=20)
@generated(steps=st.lists(WEAVING, max_size=14))
async def test_the_ledger_holds(
    steps: Sequence[tuple[str, int, int]], laid_in: Any, tmp_path_factory: Any
) -> None:
    """No circle, nothing from nothing, nothing replaced by nothing, and counts equal to a recount."""
    stage = laid_in.copy(tmp_path_factory.mktemp("ledger"))
    try:
        person = await joined(stage)
        for kind in ("story", "story", "idea", "idea", "idea"):
            await given(stage, kind, person)
        for step, one, other in steps:
            before = await rows(stage, Node), await rows(stage, Link)
            if await _weave(stage, step, one, other):
                await _check_ledger(stage)
            else:
                assert (await rows(stage, Node), await rows(stage, Link)) == before, "nothing half done"
    finally:
        await let_go(stage.url)


async def _weave(stage: Stage, step: str, one: int, other: int) -> bool:
    """Whether it was done."""
    ids = [row["id"] for row in await rows(stage, Node)]
    first, second = ids[one % len(ids)], ids[other % len(ids)]
    if step == "wait":
        stage.wait(seconds=25)
        return True
    if step == "withdraw":
        async with acting_as_resident(stage) as acting:
            return await withdraw.run(acting, first)
    both = sources(*dict.fromkeys((first, second)))
    async with stage.acting() as acting:
        match step:
            case "theme" | "scenario" | "merge":
                kind = "idea" if step == "merge" else step
                done: object = await weave_result(acting, 1, kind, WORDS, both)
            case "into":
                done = await weave_into(acting, 1, second, sources(first))
            case "split":
                done = await split_idea(acting, 1, first, [Part(WORDS, BECAUSE), Part(WORDS, BECAUSE)])
            case "revise":
                done = await revise_result(acting, 1, first, WORDS, {}, BECAUSE)
            case "aside":
                done = await set_aside(acting, 1, first, BECAUSE)
            case _:
                done = await undo_weaving(acting, 1, first)
    return not isinstance(done, Refused)


async def _check_ledger(stage: Stage) -> None:
    nodes = {row["id"]: row for row in await rows(stage, Node)}
    links = await rows(stage, Link)
    over = {link["source_id"] for link in links if link["relation"] in REPLACING}
    for node_id, row in nodes.items():
        assert not _reaches(links, node_id, node_id)
        assert (row["state"] == "replaced") == (node_id in over and row["state"] != "withdrawn")
        if row["title"] and row["state"] != "withdrawn":
            assert any(link["target_id"] == node_id for link in links)
    themes = [node_id for node_id, row in nodes.items() if row["kind"] == "theme"]
    async with stage.acting() as acting:
        counted = await threads.count_sources(acting.connection, themes, "story")
    assert counted == {theme: _recount(nodes, links, theme) for theme in themes}


def _reaches(links: Sequence[Mapping[str, Any]], start: int, end: int) -> bool:
    onwards = {link["target_id"] for link in links if link["source_id"] == start} - {None}
    return end in onwards or any(_reaches(links, node_id, end) for node_id in onwards)


def _recount(nodes: Mapping[int, Any], links: Sequence[Mapping[str, Any]], theme: int) -> Counted:
    versions = {theme}
    while (
        earlier := {
            link["source_id"]
            for link in links
            if link["target_id"] in versions and link["relation"] == "revised_as"
        }
        - versions
    ):
        versions |= earlier
    ids = {link["source_id"] for link in links if link["target_id"] in versions}
    states = [nodes[node_id]["state"] for node_id in ids if nodes[node_id]["kind"] == "story"]
    return Counted(sum(state != "withdrawn" for state in states), states.count("withdrawn"))
