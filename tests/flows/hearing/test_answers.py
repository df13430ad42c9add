"""Answers to the open question, of every kind."""

from __future__ import annotations

from dataclasses import replace

import pytest
from replies import (
    SHOW_ASKED,
    UNREADABLE,
    labels,
    only,
    script_asking,
)
from residents import joined
from stage import Stage

from flows.engine.questions import Option, Question
from flows.engine.readers import Day, Place, SeveralOf
from flows.inbound import Located, Unreadable, Wrote


async def test_a_place_where_none_was_asked(asked: Stage) -> None:
    """A place on a map is misread where a button was asked, and unreadable where nothing was."""
    assert SHOW_ASKED in (await only(asked, Located(52.0, 5.0))).text
    await asked.says("ja")
    assert (await only(asked, Located(52.0, 5.0))).text.startswith(UNREADABLE)


async def test_a_place_where_one_was_asked(chat: Stage) -> None:
    """A place on a map is an answer to a question for a place."""
    chat.scripts = {**chat.scripts, "story": script_asking(Question("where", "loose-words-ask", Place()))}
    await chat.says("verhaal")
    assert "latitude=52.5" in (await only(chat, Located(52.5, 5.0))).text


async def test_today_is_the_persons_own(chat: Stage) -> None:
    """Half an hour after midnight "morgen" is the day after the new day, not after the one in UTC."""
    chat.scripts = {**chat.scripts, "story": script_asking(Question("day", "loose-words-ask", Day()))}
    chat.now = chat.now.replace(hour=23, minute=30)
    await chat.says("verhaal")
    assert "2026-11-25" in (await only(chat, Wrote("morgen"))).text


@pytest.mark.parametrize("agreed", [True, False])
async def test_what_cannot_be_read(stage: Stage, agreed: bool) -> None:
    """A sticker or a poll is explained, and what was open is asked again."""
    await (joined(stage) if agreed else stage.says("hallo"))
    message = await only(stage, Unreadable())
    assert message.text.startswith(UNREADABLE if agreed else "Dat heb ik niet bewaard.")
    assert labels(message) == (["Menu"] if agreed else ["Nederlands", "English"])


@pytest.mark.parametrize(("channel", "numbered"), [("buttons", False), ("words", True)])
@pytest.mark.parametrize("several", [False, True])
async def test_what_to_type(stage: Stage, channel: str, numbered: bool, several: bool) -> None:
    """Who was not understood is told to type a number where the options bear numbers, and nowhere else."""
    if several:
        options = tuple(Option(key, key.title()) for key in ("north", "east"))
        question = Question("where", "settings-which", SeveralOf(options))
        stage.scripts = {**stage.scripts, "welcome": replace(script_asking(question), name="welcome")}
    await stage.event(Wrote("hallo"), channel)
    (message, *_) = await stage.event(Wrote("qqq"), channel)
    asked = message.text.partition("\n\n")[0]
    assert "Ik weet niet zeker welke je bedoelt." in asked
    assert ("nummer" in asked, "knop" in asked) == (numbered, not numbered)


# Several answers


async def test_several_answers_one_by_one(chat: Stage) -> None:
    """Each press picks or drops one and asks on; the last button finishes."""
    several = SeveralOf(tuple(Option(key, key.title()) for key in ("north", "east", "south")), most=2)
    chat.scripts = {**chat.scripts, "story": script_asking(Question("where", "settings-which", several))}
    await chat.says("verhaal")
    assert labels((await chat.presses("East"))[-1]) == ["North", "✓ East", "South", "Klaar"]
    assert labels((await chat.presses("✓ East"))[-1]) == ["North", "East", "South"]
    await chat.presses("North")
    await chat.presses("South")
    (full,) = await chat.presses("East")
    assert labels(full) == ["✓ North", "East", "✓ South", "Klaar"]
    assert "('north', 'south')" in (await chat.presses("Klaar"))[-1].text
