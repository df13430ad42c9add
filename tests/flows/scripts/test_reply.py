"""Old buttons of replies, and replies by voice."""

from __future__ import annotations

from contributions import given
from residents import rows
from stage import Stage

from flows.deeds.close_step import close_step
from flows.inbound import Pressed, Uploaded
from storage.tables import Media, Node


async def test_an_old_button_works_in_any_step(chat: Stage) -> None:
    """Whatever step is open, and from whatever button: the payload alone says what is answered."""
    await given(chat)
    async with chat.acting() as acting:
        await close_step(acting, 1, "exchange")
    (message,) = await chat.event(Pressed("1x|reply|1"))
    assert message.text.startswith("Dit is verhaal 1:")


async def test_another_button_asks_about_the_other(chat: Stage) -> None:
    """As long as nothing was said, the button pressed last counts."""
    await given(chat)
    await given(chat)
    await chat.event(Pressed("1x|reply|1"))
    (message,) = await chat.event(Pressed("1x|reply|2"))
    assert message.text.startswith("Dit is verhaal 2:")
    (message,) = await chat.event(Pressed("1x|reply|2"))
    assert message.text.startswith("Dit is verhaal 2:")
    await chat.says("Bij ons ook.")
    assert [row["about_id"] for row in await rows(chat, Node) if row["kind"] == "reply"] == [2]


async def test_by_voice(chat: Stage) -> None:
    """The file belongs to the reply."""
    await given(chat)
    await chat.event(Pressed("1x|reply|1"))
    await chat.event(Uploaded("remote-voice", "voice", "audio/ogg", 9_000, seconds=12))
    reply = next(row for row in await rows(chat, Node) if row["kind"] == "reply")
    assert [row["node_id"] for row in await rows(chat, Media)] == [reply["id"]]
