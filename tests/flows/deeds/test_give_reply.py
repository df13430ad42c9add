"""Answering somebody's story or an update."""

from __future__ import annotations

import pytest
from contributions import given, node
from residents import acting_as_resident, joined
from stage import Stage

from flows.deeds.contribute import Contributed
from flows.deeds.give_reply import give_reply, number_in, read_answerable
from flows.deeds.read_shown import NotShown, Shown
from flows.engine.readers import Told

WORDS = Told("Bij ons ook.")


async def number_of(stage: Stage, node_id: int) -> int:
    return int((await node(stage, node_id))["number"])


async def replied(stage: Stage, number: int) -> Contributed | NotShown:
    async with acting_as_resident(stage) as acting:
        return await give_reply.run(acting, number, WORDS)


async def test_it_waits_like_everything(chat: Stage) -> None:
    """A reply is about the story, meant to be shown, and owed an answer; it belongs to the open step."""
    story = await given(chat)
    done = await replied(chat, await number_of(chat, story))
    assert isinstance(done, Contributed)
    reply = await node(chat, done.node_id)
    said = [reply[name] for name in ("kind", "about_id", "state", "may_show", "step", "text")]
    assert said == ["reply", story, "waiting", True, "exchange", "Bij ons ook."]


@pytest.mark.parametrize(
    ("kind", "state", "may_show", "why"),
    [
        ("story", "withdrawn", False, NotShown("reply-gone", "story")),
        ("story", "declined", True, NotShown("reply-gone", "story")),
        ("update", "withdrawn", True, NotShown("reply-gone", "update")),
        ("story", "waiting", True, NotShown("reply-unknown", "story")),
        ("story", "published", False, NotShown("reply-unknown", "story")),
        ("idea", "published", True, NotShown("reply-kind")),
    ],
)
async def test_what_cannot_be_answered(
    chat: Stage, kind: str, state: str, may_show: bool, why: NotShown
) -> None:
    """It says why; of what nobody may read it does not even say that it is there."""
    number = await number_of(chat, await given(chat, kind, state=state, may_show=may_show))
    assert await replied(chat, number) == why
    async with acting_as_resident(chat) as acting:
        assert await read_answerable.run(acting, str(number)) == why


async def test_a_reply_is_not_answered(chat: Stage) -> None:
    """It points to the story above it, as long as that is there."""
    story = await given(chat)
    reply = await given(chat, "reply", about_id=story)
    stray = await given(chat, "reply", about_id=await given(chat, state="withdrawn"))
    about = await number_of(chat, story)
    assert await replied(chat, await number_of(chat, reply)) == NotShown("reply-to-reply", "story", about)
    assert await replied(chat, await number_of(chat, stray)) == NotShown("reply-to-reply")


async def test_of_another_trajectory(chat: Stage) -> None:
    """Its numbers mean nothing here."""
    await given(chat, trajectory_id=1, number=77)
    async with acting_as_resident(chat) as acting:
        elsewhere = await read_answerable.run(acting, "78")
        here = await read_answerable.run(acting, "verhaal 77")
    assert elsewhere == NotShown("reply-unknown")
    assert isinstance(here, Shown)


async def test_ones_own_story(chat: Stage) -> None:
    """Whoever told it may answer those who replied, beside them."""
    own = await given(chat, participant_id=await joined(chat))
    number = await number_of(chat, own)
    async with acting_as_resident(chat) as acting:
        there = await read_answerable.run(acting, str(number))
    assert isinstance(there, Shown)
    assert there.own


@pytest.mark.parametrize(
    ("words", "number"),
    [("12", 12), ("verhaal 12.", 12), ("nr 12 of 13", 0), ("geen idee", 0), ("9" * 30, 0), ("²", 0)],
)
def test_the_number_in_words(words: str, number: int) -> None:
    """The only one that there is."""
    assert number_in(words) == number
