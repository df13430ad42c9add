"""What someone who stopped is reminded of, and how they come back."""

from __future__ import annotations

from datetime import timedelta

import pytest
from replies import (
    labels,
    only,
)
from residents import joined, rows, set_values, told
from stage import Stage

from flows.deeds.publish import publish
from flows.inbound import Pressed, Wrote
from storage import erasure
from storage.tables import Outbox, Participant, SeenEvent

HAD_STOPPED = "Je hebt berichten uitgezet."


async def test_who_had_stopped_is_told_so(chat: Stage) -> None:
    """Whoever begins something after stopping hears that we do not write, and how to change that."""
    await chat.says("stop")
    first, _menu = await chat.says("menu")
    assert first.text.startswith(HAD_STOPPED)
    assert "Ons antwoord lees je bij “mijn inbreng”." in first.text
    assert labels(first) == ["Toch weer meedoen"]
    await chat.event(Pressed(first.buttons[0].payload))
    (person,) = await rows(chat, Participant)
    assert person["stopped_at"] is None
    assert len(await chat.says("menu")) == 1


async def test_who_had_stopped_is_told_so_once_a_day(each_stage: Stage) -> None:
    """It is not said again with all that is begun that day; the next day it is, and after the next stop."""
    await joined(each_stage)
    await each_stage.says("stop")
    for _ in range(2):
        said = [len(await each_stage.says(words)) for words in ("menu", "privacy", "mijn inbreng")]
        assert said == [2, 1, 1]
        each_stage.wait(days=1)
    said = [len(await each_stage.says(words)) for words in ("menu", "start", "stop", "menu")]
    assert said == [2, 1, 1, 2]


async def test_once_a_day_is_forgotten_too(chat: Stage) -> None:
    """What keeps count of it goes with the address."""
    await chat.says("stop")
    await chat.says("menu")
    await chat.says("vergeet mij")
    await chat.presses("Ja, vergeet mij")
    chat.wait(minutes=3)
    async with chat.acting() as acting:
        await erasure.finish(acting.connection, chat.secrets, chat.now)
    assert {row["event_id"][0] for row in await rows(chat, SeenEvent)} == {"e"}


async def test_stopping_before_agreeing_leaves_nothing_to_say(stage: Stage) -> None:
    """Who never took part has no answers to be told about."""
    await stage.says("hallo")
    await stage.says("stop")
    assert all(HAD_STOPPED not in message.text for message in await stage.says("hallo"))


@pytest.mark.parametrize("word", ["start", "/start", "Start!", "toch weer meedoen"])
async def test_start_after_stop(chat: Stage, word: str) -> None:
    """The word that ends it is understood, and what was missed is mentioned."""
    node_id = await told(chat)
    await chat.says("stop")
    async with chat.acting() as acting:
        await publish(acting, node_id=node_id)
    await drop_as_stopped(chat)
    message = await only(chat, Wrote(word))
    assert message.text.startswith("Fijn dat je er weer bent. We schrijven je weer")
    assert "Intussen kwam er antwoord op wat je gaf." in message.text
    assert labels(message) == ["Mijn inbreng", "Menu"]
    assert (await rows(chat, Participant))[0]["stopped_at"] is None


async def drop_as_stopped(chat: Stage) -> None:
    """What the sender does with what waits for someone who stopped."""
    await set_values(chat, Outbox, state="dropped", reason="stopped", settled_at=chat.now)


async def test_start_without_stop(chat: Stage) -> None:
    """Who never stopped gets the menu; a pause is ended by it as well."""
    assert (await only(chat, Wrote("start"))).text == "Wat wil je doen?"
    assert (await only(chat, Pressed("1x|back|"))).text == "Wat wil je doen?"
    await set_values(chat, Participant, paused_until=chat.now + timedelta(days=3))
    message = await only(chat, Wrote("start"))
    assert message.text == "Fijn dat je er weer bent. We schrijven je weer als er nieuws is."
