"""What was overtaken by a later message."""

from __future__ import annotations

import pytest
from replies import (
    SHOW_ASKED,
    STORY_ASKED,
)
from residents import STORY, rows
from stage import Stage

from flows.inbound import Event, Located, Uploaded, Wrote
from flows.rendering import Message
from storage.tables import Node, Participant


@pytest.mark.parametrize(
    ("event", "kinds"),
    [
        (Uploaded("remote", "voice", caption="te laat"), ["remark"]),
        (Uploaded("remote", "other"), []),
        (Located(52.0, 5.0), []),
    ],
    ids=["voice", "other", "place"],
)
async def test_older_than_the_question(chat: Stage, event: Event, kinds: list[str]) -> None:
    """A file or a place that was overtaken never answers a newer question."""
    await chat.says("menu")
    await chat.says("verhaal")
    messages = await chat.event(event, order=1)
    assert all(SHOW_ASKED not in message.text for message in messages)
    assert [row["kind"] for row in await rows(chat, Node)] == kinds
    assert SHOW_ASKED in (await chat.says(STORY))[-1].text


async def test_stop_comes_late(chat: Stage) -> None:
    """Stopping works however late it comes in."""
    await chat.event(Wrote("verhaal"), order=10)
    await chat.event(Wrote("Stop!"), order=9)
    (person,) = await rows(chat, Participant)
    assert person["stopped_at"] == chat.now


async def test_numbered_afresh(chat: Stage) -> None:
    """After a week of silence a messenger may count from the beginning again."""
    await chat.event(Wrote("menu"), order=10**6)
    chat.wait(days=8)
    assert STORY_ASKED in (await only_at(chat, Wrote("verhaal"), 1)).text
    assert await rows(chat, Node) == []


async def only_at(stage: Stage, event: Event, order: int) -> Message:
    (message,) = await stage.event(event, order=order)
    return message
