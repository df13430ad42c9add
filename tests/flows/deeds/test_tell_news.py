"""Everyone hears once of what came of what they gave or voted on."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

import pytest
from contributions import given, sources, voted
from hypothesis import given as generated
from hypothesis import settings
from hypothesis import strategies as st
from residents import joined, rows, set_values
from sqlalchemy import insert, text, update
from sqlmodel import col
from stage import Stage, let_go

from flows.deeds.make_result import Made
from flows.deeds.spread_links import spread_links
from flows.deeds.tell_news import tell_news
from flows.deeds.undo_weaving import undo_weaving
from flows.deeds.weave_result import weave_into, weave_result
from flows.rendering import Message
from storage import erasure, threads
from storage.tables import Address, Link, Node, Notice, Outbox, Participant

LIGHT = {"nl": "Licht", "en": "Light"}


async def weave(stage: Stage, *node_ids: int, kind: str = "theme", title: Mapping[str, str] = LIGHT) -> int:
    """A result of these; returns its id. A minute and a bit goes by."""
    async with stage.acting() as acting:
        made = await weave_result(acting, 1, kind, title, sources(*node_ids))
    assert isinstance(made, Made)
    stage.wait(seconds=61)
    return made.node_id


async def tick(stage: Stage) -> None:
    for deed in (spread_links, tell_news):
        handled = 1
        while handled:
            async with stage.acting() as acting:
                handled = await deed(acting)


async def news(stage: Stage) -> list[tuple[str, Message]]:
    """What the ticks bring, by chat."""
    await tick(stage)
    return await stage.deliver()


def link(stage: Stage, source: int, target: int) -> dict[str, Any]:
    """A link between these, laid now."""
    return {
        "trajectory_id": 1,
        "source_id": source,
        "target_id": target,
        "relation": "carried_out_by",
        "reason": LIGHT,
        "moderator_id": None,
        "now": stage.now,
    }


def told(message: Message) -> list[str]:
    return [message.text, *(f"{dot.text} | {dot.quote}" for dot in message.dots)]


async def test_what_i_did_myself_is_no_news(each_stage: Stage) -> None:
    """Who promised something for a part of the plan that they gave to does not hear that somebody did."""
    ada, fatma = [await joined(each_stage, address=who) for who in ("ada", "fatma")]
    part = await given(each_stage, "plan_part")
    for person in (ada, fatma):
        story = await given(each_stage, participant_id=person)
        async with each_stage.acting() as acting:
            await threads.put_link(acting.connection, **link(each_stage, story, part))
    await set_values(each_stage, Link, spread_at=each_stage.now)
    own = await given(each_stage, "commitment", ada)
    async with each_stage.acting() as acting:
        await threads.put_link(acting.connection, **link(each_stage, part, own))
    each_stage.wait(seconds=61)
    assert [address for address, _ in await news(each_stage)] == ["fatma"]


async def test_near_far_and_voted(each_stage: Stage) -> None:
    """Who gave, near and far, and who voted hear of a link, each in their own words and with its reason."""
    near, far, voter, other = [
        await joined(each_stage, address=who) for who in ("near", "far", "voter", "other")
    ]
    assert other
    theme = await weave(each_stage, await given(each_stage, participant_id=far))
    idea = await given(each_stage, "idea", near, text="Een lamp bij het hek.")
    async with each_stage.acting() as acting:
        assert isinstance(await weave_into(acting, 1, idea, sources(theme)), Made)
    await set_values(each_stage, Link, spread_at=each_stage.now)
    await voted(each_stage, idea, [voter, near])
    await weave(each_stage, idea, kind="scenario", title={"nl": "Avondpark"})
    heard = dict(await news(each_stage))
    line = "hoort nu bij scenario “Avondpark” | Het gaat over hetzelfde."
    assert told(heard["near"]) == ["Er is nieuws over wat jij gaf.", f"Jouw idee 3 {line}"]
    assert told(heard["far"]) == [
        "Er is nieuws over wat jij gaf.",
        f"Jouw verhaal 1: idee “Een lamp bij het hek.” {line}",
    ]
    assert told(heard["voter"]) == [
        "Er is nieuws over iets waar je op stemde.",
        f"Waar je op stemde: idee “Een lamp bij het hek.” {line}",
    ]
    assert set(heard) == {"near", "far", "voter"}
    assert await news(each_stage) == []


async def test_words_of_others_that_may_not_be_read(stage: Stage) -> None:
    """What somebody kept to themselves goes by its number."""
    person = await joined(stage)
    theme = await weave(stage, await given(stage, participant_id=person))
    idea = await given(stage, "idea", may_show=False)
    async with stage.acting() as acting:
        await weave_into(acting, 1, idea, sources(theme))
    stage.wait(seconds=61)
    ((_, message),) = await news(stage)
    assert message.dots[0].text == "Jouw verhaal 1: thema “Licht” bracht iemand op idee 3"


async def test_one_message_for_many(stage: Stage) -> None:
    """Three links in words, the newest first, and how many more there are; in the person's own language."""
    person = await joined(stage, address="english", language="en")
    for number in range(5):
        story = await given(stage, participant_id=person)
        await weave(stage, story, title={"nl": f"Thema {number}", "en": f"Theme {number}"})
    ((_, message),) = await news(stage)
    assert message.text.endswith("These are 3 of them. You can read the others in “My contributions”.")
    assert told(message)[1:] == [
        "Your story 9 now belongs to theme “Theme 4” | It is about the same.",
        "Your story 7 now belongs to theme “Theme 3” | It is about the same.",
        "Your story 5 now belongs to theme “Theme 2” | It is about the same.",
    ]
    assert [button.label for button in message.buttons] == ["My contributions"]


async def test_once_a_day(stage: Stage) -> None:
    """What comes later on the same day waits for the next, and is one message then."""
    person = await joined(stage)
    await weave(stage, await given(stage, participant_id=person))
    assert len(await news(stage)) == 1
    for _ in range(2):
        await weave(stage, await given(stage, participant_id=person))
    assert await news(stage) == []
    stage.wait(hours=14)
    assert await news(stage) == [], "it is night"
    stage.wait(hours=10)
    ((_, message),) = await news(stage)
    assert message.text.startswith("Er is nieuws over wat jij gaf: 2 dingen.")
    keys = [row["key"] for row in await rows(stage, Outbox)]
    assert keys == [f"link:{person}:2026-11-23", f"link:{person}:2026-11-24"]


async def test_a_slip_of_the_hand_is_not_told(stage: Stage) -> None:
    """What was undone within its minute was never spread."""
    person = await joined(stage)
    story = await given(stage, participant_id=person)
    async with stage.acting() as acting:
        made = await weave_result(acting, 1, "theme", LIGHT, sources(story))
    assert isinstance(made, Made)
    stage.wait(seconds=59)
    assert await news(stage) == []
    async with stage.acting() as acting:
        await undo_weaving(acting, 1, made.node_id)
    stage.wait(minutes=2)
    assert await news(stage) == []
    assert await rows(stage, Notice) == []


@pytest.mark.parametrize(
    "values",
    [{"consented_at": None}, {"sample": True}, {"stopped_at": timedelta(0)}],
)
async def test_not_told(stage: Stage, values: dict[str, object]) -> None:
    """Who did not agree, or stopped, is not written to, and not noted either."""
    person = await joined(stage)
    changes = {name: stage.now if value == timedelta(0) else value for name, value in values.items()}
    await set_values(stage, Participant, **changes)
    await weave(stage, await given(stage, participant_id=person))
    assert await news(stage) == []
    assert await rows(stage, Notice) == []


async def test_stopped_meanwhile(stage: Stage) -> None:
    """Who stops before it was told hears nothing, and nothing of the past when they come back."""
    person = await joined(stage)
    await weave(stage, await given(stage, participant_id=person))
    async with stage.acting() as acting:
        await spread_links(acting)
    await set_values(stage, Participant, stopped_at=stage.now)
    assert await news(stage) == []
    await set_values(stage, Participant, stopped_at=None)
    assert await news(stage) == []
    assert await rows(stage, Notice) == []


async def test_no_chat(stage: Stage) -> None:
    """Who cannot be reached holds nobody up."""
    first, second = await joined(stage, address="first"), await joined(stage, address="second")
    async with stage.acting() as acting:
        await acting.connection.execute(
            update(Address).where(col(Address.participant_id) == first).values(blocked_at=stage.now)
        )
    await weave(stage, await given(stage, participant_id=first), await given(stage, participant_id=second))
    assert [address for address, _ in await news(stage)] == ["second"]
    assert {row["participant_id"] for row in await rows(stage, Notice)} == {second}


async def test_while_paused_it_gathers(stage: Stage) -> None:
    """After a pause one message tells of all of it."""
    person = await joined(stage)
    await set_values(stage, Participant, paused_until=stage.now + timedelta(days=7))
    for _ in range(2):
        await weave(stage, await given(stage, participant_id=person))
        assert await news(stage) == []
        stage.wait(days=1)
    stage.wait(days=6)
    ((_, message),) = await news(stage)
    assert message.text.startswith("Er is nieuws over wat jij gaf: 2 dingen.")


async def test_voters_within_their_budget(each_stage: Stage) -> None:
    """News of what one only voted on is a push: once a week, never to who said never, but with other news."""
    person = await joined(each_stage)
    for day in range(3):
        idea = await given(each_stage, "idea")
        await voted(each_stage, idea, [person])
        await weave(each_stage, idea, kind="scenario")
        assert len(await news(each_stage)) == (1 if day == 0 else 0)
        each_stage.wait(days=1)
    assert [row["kind"] for row in await rows(each_stage, Outbox)] == ["broadcast"]
    await set_values(each_stage, Participant, often="never")
    each_stage.wait(days=30)
    assert await news(each_stage) == []
    await weave(each_stage, await given(each_stage, participant_id=person))
    ((_, message),) = await news(each_stage)
    assert [line.split(" | ")[0] for line in told(message)] == [
        "Er is nieuws over wat jij gaf: 3 dingen.",
        "Jouw verhaal 7 hoort nu bij thema “Licht”",
        "Waar je op stemde: idee “Woorden van nummer 5.” hoort nu bij scenario “Licht”",
        "Waar je op stemde: idee “Woorden van nummer 3.” hoort nu bij scenario “Licht”",
    ]
    assert [row["kind"] for row in await rows(each_stage, Outbox)] == ["broadcast", "answer"]


async def test_forgotten(stage: Stage) -> None:
    """Of who wants to be forgotten it is not kept what they were told."""
    person = await joined(stage)
    await weave(stage, await given(stage, participant_id=person))
    await news(stage)
    async with stage.acting() as acting:
        await erasure.forget(acting.connection, person, stage.now)
    assert await rows(stage, Notice) == []


async def test_a_large_crowd(stage: Stage) -> None:
    """An idea that thousands voted on is spread a page at a time, and everyone is noted once."""
    crowd = 4_500
    people = [
        {"key": f"p{number}", "trajectory_id": 1, "consented_at": stage.now, "joined_at": stage.now}
        for number in range(crowd)
    ]
    async with stage.acting() as acting:
        await acting.connection.execute(insert(Participant), people)
    idea = await given(stage, "idea", 1)
    await voted(stage, idea, range(1, crowd + 1))
    await weave(stage, idea, kind="scenario")
    pages = []
    handled = 1
    while handled:
        async with stage.acting() as acting:
            handled = await spread_links(acting)
            counted = await acting.connection.execute(text("SELECT count(*), sum(own) FROM notice"))
            pages.append(tuple(counted.one()))
    assert pages == [(2000, 1), (4000, 1), (4500, 1), (4500, 1)]


STEPS = st.lists(
    st.sampled_from(["give", "weave", "onward", "vote", "spread", "tell", "crash", "minute", "day", "undo"]),
    max_size=16,
)


@settings(max_examples=12)
@generated(steps=STEPS)
async def test_each_link_once(steps: Sequence[str], laid_in: Any, tmp_path_factory: Any) -> None:
    """However linking, spreading, telling and crashing come between each other: each link once a person."""
    stage = laid_in.copy(tmp_path_factory.mktemp("news"))
    try:
        people = [await joined(stage, address=f"p{number}") for number in range(3)]
        await _play(stage, people, steps)
        for _ in range(3):
            stage.wait(days=8)
            await tick(stage)
        messages = await stage.deliver()
        notices = await rows(stage, Notice)
        assert all(notice["told_at"] for notice in notices)
        for who, person in enumerate(people):
            counts = [_count(message) for address, message in messages if address == f"p{who}"]
            assert sum(counts) == sum(notice["participant_id"] == person for notice in notices)
        assert {(row["participant_id"], row["link_id"]) for row in notices if row["own"]} == {
            (person, link["id"])
            for link in await rows(stage, Link)
            for person in await _upstream(stage, link["source_id"])
        }
    finally:
        await let_go(stage.url)


def _count(message: Message) -> int:
    found = re.search(r"(\d+) dingen", message.text)
    return int(found[1]) if found else len(message.dots)


async def _upstream(stage: Stage, node_id: int) -> set[int]:
    async with stage.acting() as acting:
        ids = {node_id, *await threads.upstream(acting.connection, [node_id])}
    return {row["participant_id"] for row in await rows(stage, Node) if row["id"] in ids} - {None}


class _Crash(Exception):
    pass


async def _tell_and_crash(stage: Stage) -> None:
    async with stage.acting() as acting:
        await spread_links(acting)
        await tell_news(acting)
        raise _Crash


async def _play(stage: Stage, people: Sequence[int], steps: Sequence[str]) -> None:
    idea = await given(stage, "idea", people[0])
    last = idea
    for count, step in enumerate(steps):
        person = people[count % 3]
        match step:
            case "give":
                last = idea = await given(stage, "idea", person)
            case "weave" | "onward":
                kind, source = ("theme", idea) if step == "weave" else ("concept_part", last)
                async with stage.acting() as acting:
                    made = await weave_result(acting, 1, kind, {"nl": f"R{count}"}, sources(source))
                last = made.node_id if isinstance(made, Made) else last
            case "vote":
                await voted(stage, idea, [person])
            case "spread" | "tell":
                async with stage.acting() as acting:
                    await (spread_links if step == "spread" else tell_news)(acting)
            case "crash":
                with pytest.raises(_Crash):
                    await _tell_and_crash(stage)
            case "undo":
                async with stage.acting() as acting:
                    await undo_weaving(acting, 1, last)
            case _:
                stage.wait(**({"days": 1} if step == "day" else {"seconds": 61}))
