"""Voting card by card: what happens around it."""

from __future__ import annotations

import pytest
from crowd import fold, ideas
from residents import rows
from stage import Stage

from flows.deeds.close_step import close_step
from flows.deeds.expire_unfinished import expire_unfinished
from flows.deeds.open_step import open_step
from flows.deeds.remind_unfinished import remind_unfinished
from storage.tables import Vote


@pytest.fixture
async def voting(chat: Stage) -> Stage:
    """Somebody who voted on the first of seven ideas."""
    await ideas(chat, 7)
    await fold(chat)
    async with chat.acting() as acting:
        await open_step(acting, chat.trajectory_id, "choose")
    await chat.says("stemmen")
    await chat.presses("Eens")
    return chat


async def test_five_at_a_time(voting: Stage) -> None:
    """And then a question; the next five begin without the explanation."""
    for _ in range(3):
        (card,) = await voting.presses("Oneens")
        assert card.look == "card"
    *_, question = await voting.presses("Eens")
    assert [button.label for button in question.buttons] == ["Ja, nog een paar", "Nee, genoeg"]
    (card,) = await voting.presses("Ja, nog een paar")
    assert card.look == "card"


async def test_enough(voting: Stage) -> None:
    """Said, thanked, and the menu."""
    for _ in range(4):
        await voting.presses("Eens")
    (thanks,) = await voting.says("nee hoor")
    assert thanks.text.startswith("Dank je, je stemmen tellen mee.")


async def test_what_was_voted_stays_when_the_rest_is_left(voting: Stage) -> None:
    """The reminder threatens with nothing, and who comes back is not told that anything was thrown away."""
    voting.wait(hours=21)
    async with voting.acting() as acting:
        await remind_unfinished(acting)
    (nudge,) = await voting.collect()
    assert nudge.text == "Er ligt nog een idee voor je klaar. Wil je zeggen wat je ervan vindt?"
    voting.wait(days=8)
    async with voting.acting() as acting:
        assert await expire_unfinished(acting) == 1
    (card,) = await voting.says("stemmen")
    assert card.look == "card"
    assert len(await rows(voting, Vote)) == 1


async def test_the_step_closes_in_between(voting: Stage) -> None:
    """That is said at the next card, and nothing more is asked."""
    async with voting.acting() as acting:
        await close_step(acting, voting.trajectory_id, "choose", "De raad wacht.")
    (message,) = await voting.presses("Eens")
    assert message.text == "Stemmen op ideeën kan nu niet. Wat je al stemde, blijft staan."
    assert len(await rows(voting, Vote)) == 1


async def test_words_that_fit_no_answer_are_kept(voting: Stage) -> None:
    """A whole sentence is for a person who reads along; the card comes again."""
    *_, card = await voting.says("dat hangt helemaal af van wat het kost")
    assert card.look == "card"
    assert len(await rows(voting, Vote)) == 1
