"""Laying a contribution in the ledger."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from residents import acting_as_resident, joined, lay_in_another, rows
from sqlalchemy import func, select
from sqlmodel import col
from stage import Stage

from flows.deeds.ask_person import ask_person
from flows.deeds.contribute import Contributed, contribute
from flows.deeds.give_idea import give_idea
from flows.deeds.keep_remark import keep_remark
from flows.deeds.note_media import note_media
from flows.deeds.open_step import open_step
from flows.deeds.tell_story import tell_story
from flows.engine.readers import Told
from flows.engine.talk import Deed
from flows.inbound import Uploaded
from storage.tables import Media, Node, Trajectory


async def test_numbered_and_owed_an_answer(each_stage: Stage) -> None:
    """Each gets the next number of its trajectory, and an answer within the days that were promised."""
    await joined(each_stage, language="en")
    due = each_stage.now + timedelta(days=5)
    async with acting_as_resident(each_stage) as acting:
        story = await contribute(acting, "story", Told("one"), may_show=True)
        idea = await contribute(acting, "idea", Told("two"), may_show=False)
    assert story == Contributed(1, due.date(), 1, "exchange")
    assert idea == Contributed(2, due.date(), 2, "exchange")
    first, second = await rows(each_stage, Node)
    assert (first["number"], first["kind"], first["text"], first["may_show"]) == (1, "story", "one", True)
    assert (second["number"], second["kind"], second["may_show"]) == (2, "idea", False)
    for node in (first, second):
        assert (node["state"], node["channel"], node["language"]) == ("waiting", "buttons", "en")
        assert (node["created_at"], node["due_at"], node["sample"]) == (each_stage.now, due, False)
    (trajectory,) = await rows(each_stage, Trajectory)
    assert trajectory["next_number"] == 3


async def test_in_which_step(each_stage: Stage) -> None:
    """It is known in which step it was given, and about what; what needs no answer is owed none."""
    await joined(each_stage)
    async with acting_as_resident(each_stage) as acting:
        await contribute(acting, "story", Told("one"), may_show=True)
        await contribute(acting, "call_back", Told("two"), may_show=False)
        await open_step(acting, 1, "choose")
        about = (await acting.connection.execute(select(func.min(col(Node.id))))).scalar_one()
        await contribute(acting, "story", Told("three"), may_show=True, about_id=about, state="published")
    steps = [(node["step"], node["about_id"], node["state"]) for node in await rows(each_stage, Node)]
    assert steps == [
        ("exchange", None, "waiting"),
        (None, None, "waiting"),
        ("choose", about, "published"),
    ]
    assert [bool(node["due_at"]) for node in await rows(each_stage, Node)] == [True, True, False]


async def test_each_trajectory_counts_for_itself(stage: Stage, tmp_path: Path) -> None:
    """A number is a name within one trajectory."""
    await lay_in_another(stage, tmp_path)
    for slug, channel in (("parkrand", "buttons"), ("plein", "words")):
        await joined(stage, channel, slug=slug)
        async with acting_as_resident(stage, channel) as acting:
            assert (await contribute(acting, "story", Told("one"), may_show=True)).number == 1


async def test_two_at_once(each_stage: Stage) -> None:
    """People who contribute at the same moment get numbers of their own."""
    for channel in ("buttons", "words"):
        await joined(each_stage, channel)

    async def give(channel: str) -> int:
        async with acting_as_resident(each_stage, channel) as acting:
            return (await contribute(acting, "story", Told(channel), may_show=True)).number

    found = await asyncio.gather(*(give(channel) for channel in ("buttons", "words") for _ in range(3)))
    assert sorted(found) == [1, 2, 3, 4, 5, 6]


@pytest.mark.parametrize(
    ("deed", "arguments", "kind", "may_show"),
    [
        (tell_story, {"told": Told("glas"), "may_show": True}, "story", True),
        (tell_story, {"told": Told("glas"), "may_show": False}, "story", False),
        (give_idea, {"words": "glas"}, "idea", True),
        (ask_person, {"words": "glas"}, "call_back", False),
        (keep_remark, {"told": Told("glas")}, "remark", False),
    ],
)
async def test_what_may_be_shown(
    chat: Stage, deed: Deed[..., Contributed], arguments: dict[str, Any], kind: str, may_show: bool
) -> None:
    """A story as its teller says, an idea always, a remark or a question to a person never."""
    async with acting_as_resident(chat) as acting:
        await deed.run(acting, **arguments)
    (node,) = await rows(chat, Node)
    assert (node["kind"], node["text"], node["may_show"]) == (kind, "glas", may_show)


async def test_its_own_file_alone(chat: Stage) -> None:
    """A file goes with the contribution, unless it is somebody else's."""
    await joined(chat, "words")
    async with acting_as_resident(chat) as acting:
        own = await note_media(acting, Uploaded("remote", "voice", "audio/ogg; codecs=opus" * 4, 5, 7))
    async with acting_as_resident(chat, "words") as acting:
        other = await note_media(acting, Uploaded("remote", "photo"))
        await contribute(acting, "story", Told("", own.media, "voice"), may_show=True)
    assert [row["node_id"] for row in await rows(chat, Media)] == [None, None]
    async with acting_as_resident(chat) as acting:
        await contribute(acting, "story", Told("", own.media, "voice", 7), may_show=True)
    found = {row["key"]: row for row in await rows(chat, Media)}
    assert found[own.media]["node_id"] == 2
    assert found[other.media]["node_id"] is None
    assert len(found[own.media]["mime"]) == 40
    assert (own.seconds, other.seconds) == (7, None)
