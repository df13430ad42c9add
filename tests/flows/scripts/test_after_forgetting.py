"""What was said to others goes with whoever said it."""

from __future__ import annotations

import pytest
from contributions import given
from residents import everything, joined
from stage import Stage

from flows.deeds.pass_on_replies import pass_on_replies
from flows.deeds.publish import publish
from flows.inbound import Pressed

WORDS = "Mijn moeder woont daar ook."


async def forgotten(stage: Stage) -> None:
    await stage.says("vergeet mij")
    await stage.presses("Ja, vergeet mij")


async def published(stage: Stage, number: int) -> None:
    node_id = await stage.node_id(number)
    async with stage.acting() as acting:
        await publish(acting, node_id=node_id)
    await stage.collect()


@pytest.mark.parametrize("way", ["reply", "meaning"])
async def test_the_words_are_gone(chat: Stage, way: str) -> None:
    """A reply or a comparison leaves no word behind in any table, also when it was published."""
    for _ in range(3):
        await given(chat, text="Een verhaal.")
    await (chat.event(Pressed("1x|reply|1")) if way == "reply" else chat.says("vergelijken"))
    await chat.says(WORDS)
    await published(chat, 4)
    assert WORDS in await everything(chat)
    await forgotten(chat)
    assert WORDS not in await everything(chat)


async def test_a_reply_is_passed_on_no_more(chat: Stage) -> None:
    """Whoever told the story does not hear of what was taken back before they heard of it."""
    await given(chat, participant_id=1)
    chat.turn_to("Fatma")
    await joined(chat, address=chat.address())
    await chat.event(Pressed("1x|reply|1"))
    await chat.says(WORDS)
    await published(chat, 2)
    chat.wait(minutes=5)
    await forgotten(chat)
    async with chat.acting() as acting:
        assert await pass_on_replies(acting) == 0
