"""The buttons of a card work forever."""

from __future__ import annotations

import pytest
from crowd import fold, ideas
from residents import rows
from stage import Stage

from flows.deeds.open_step import open_step
from flows.inbound import Pressed, Wrote
from storage.tables import Exposure, Vote


@pytest.fixture
async def voting(chat: Stage) -> Stage:
    """Somebody who reads the first of three ideas."""
    await ideas(chat, 3)
    await fold(chat)
    async with chat.acting() as acting:
        await open_step(acting, chat.trajectory_id, "choose")
    await chat.says("stemmen")
    return chat


async def _votes(stage: Stage) -> list[tuple[int, int | None]]:
    return [(row["value"], row["was"]) for row in await rows(stage, Vote)]


async def test_the_card_before_this_one(voting: Stage) -> None:
    """Its vote is changed, that is said, and the open card comes again, shown once."""
    first = voting.button("Eens").payload
    await voting.presses("Oneens")
    changed, card = await voting.event(Pressed(first))
    assert changed.text.startswith("Je stem is veranderd.")
    assert card.look == "card"
    assert await _votes(voting) == [(-1, None), (1, -1)]
    assert len(await rows(voting, Exposure)) == 2


async def test_a_card_of_an_earlier_time(voting: Stage) -> None:
    """Also when nothing is open any more."""
    first = voting.button("Sla over").payload
    for _ in range(3):
        await voting.presses("Eens")
    (message,) = await voting.event(Pressed(first))
    assert message.text.startswith("Je stem is veranderd.")
    assert [button.label for button in message.buttons] == ["Menu"]
    assert (await _votes(voting))[-1] == (0, 1)


async def test_over_another_question(voting: Stage) -> None:
    """That question comes again."""
    first = voting.button("Eens").payload
    await voting.says("verhaal")
    (message,) = await voting.event(Pressed(first))
    assert message.text.startswith("Je stem is geteld.")
    assert "Vertel eens" in message.text


async def test_by_its_number_in_words(voting: Stage) -> None:
    """Where there are no buttons; an idea that is not there is told so."""
    for _ in range(3):
        await voting.presses("Eens")
    for words in ("oneens 2", "Oneens idee 2!", "disagree 2"):
        await voting.event(Wrote(words))
    assert (await _votes(voting))[3:] == [(-1, 1)]
    (message,) = await voting.says("eens 99")
    assert message.text.startswith("Nummer 99 is er niet meer.")


@pytest.mark.parametrize(
    "payload",
    [
        "1x|vote|",
        "1x|vote|1",
        "1x|vote|.agree",
        "1x|vote|1.enormously",
        "1x|vote|99999999999999999999.agree",
        "1a|1|vote:x|agree",
        "1a|1|vote:|agree",
        "1a|1|vote:1|very",
        "1a|1|vote:999999|agree",
    ],
)
async def test_what_we_never_made_changes_nothing(voting: Stage, payload: str) -> None:
    """The open card comes again."""
    *_, card = await voting.event(Pressed(payload))
    assert card.look == "card"
    assert not await rows(voting, Vote)


async def test_a_press_that_was_overtaken_does_not_change_a_newer_vote(voting: Stage) -> None:
    """The messenger delivered the second thought first."""
    first, second = voting.button("Eens").payload, voting.button("Oneens").payload
    early, late = voting.inbound(Pressed(first)), voting.inbound(Pressed(second))
    await voting.take(late)
    said, card = await voting.take(early)
    assert said.text.startswith("Die keuze kwam later binnen")
    assert card.look == "card"
    assert await _votes(voting) == [(-1, None)]


async def test_a_press_that_was_overtaken_counts_where_there_is_no_vote(voting: Stage) -> None:
    """No vote is lost because something else came in before it."""
    press = voting.inbound(Pressed(voting.button("Eens").payload))
    await voting.says("verhaal")
    await voting.take(press)
    assert await _votes(voting) == [(1, None)]
