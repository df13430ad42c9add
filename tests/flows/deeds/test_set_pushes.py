"""How often we may write to someone of our own accord."""

from __future__ import annotations

from datetime import timedelta

import pytest
from residents import acting_as_resident, joined, outbox_kinds, rows, told
from stage import Stage

from flows.deeds.introduce import choose_language, give_consent, give_role
from flows.deeds.publish import publish
from flows.deeds.set_pushes import come_back, pause, set_often, stop
from storage.tables import Participant


async def person(stage: Stage) -> dict[str, object]:
    return dict((await rows(stage, Participant))[0])


@pytest.mark.parametrize("often", ["usual", "less", "never"])
async def test_how_often(chat: Stage, often: str) -> None:
    """It is kept as it was chosen."""
    async with acting_as_resident(chat) as acting:
        await set_often.run(acting, often)
    assert (await person(chat))["often"] == often


async def test_a_pause(chat: Stage) -> None:
    """It lasts so many days, and nought ends it."""
    async with acting_as_resident(chat) as acting:
        await pause.run(acting, 30)
    assert (await person(chat))["paused_until"] == chat.now + timedelta(days=30)
    async with acting_as_resident(chat) as acting:
        await pause.run(acting, 0)
    assert (await person(chat))["paused_until"] is None


async def test_stop_means_stop(each_stage: Stage) -> None:
    """What still waited is dropped with its reason, but for the reply to stopping itself."""
    await joined(each_stage)
    node_id = await told(each_stage)
    async with each_stage.acting() as acting:
        await publish(acting, node_id=node_id)
    (message,) = await each_stage.says("stop")
    assert message.text.startswith("Goed, we schrijven je niet meer.")
    assert await outbox_kinds(each_stage) == [("answer:1", "dropped", "stopped")]
    assert (await person(each_stage))["stopped_at"] == each_stage.now


async def test_coming_back_ends_a_pause_too(chat: Stage) -> None:
    """Who takes part again may be written to at once."""
    async with acting_as_resident(chat) as acting:
        await stop.run(acting)
        await pause.run(acting, 7)
        await come_back.run(acting)
    found = await person(chat)
    assert (found["stopped_at"], found["paused_until"]) == (None, None)


async def test_what_is_said_when_joining(chat: Stage) -> None:
    """Language, role and consent are kept, and agreeing ends an earlier stop."""
    async with acting_as_resident(chat) as acting:
        await stop.run(acting)
        await choose_language.run(acting, "en")
        await give_role.run(acting, "works")
        await give_consent.run(acting)
    found = await person(chat)
    assert (found["language"], found["role"]) == ("en", "works")
    assert (found["consented_at"], found["stopped_at"]) == (chat.now, None)
