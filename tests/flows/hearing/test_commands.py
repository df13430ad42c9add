"""Buttons, and the words that ask for the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from replies import (
    SHOW_ASKED,
    STALE,
    UNKNOWN,
    labels,
    only,
)
from residents import STORY, everything, joined, lay_in_another, rows, told
from sqlalchemy import delete
from stage import Stage

from flows.deeds.ask_back import ask_back
from flows.deeds.close_step import close_step
from flows.deeds.deciding import Refused
from flows.deeds.open_step import open_step
from flows.inbound import Pressed, Wrote
from storage.tables import Addition, Address, Conversation, Media, Node, Participant, Step


@pytest.mark.parametrize(
    "payload", ["", "made up", "1a|1", "9z|menu|", "1x|publish|1", "1x|language|xx", "1x|nudge|", "1x||"]
)
async def test_a_button_we_do_not_know(asked: Stage, payload: str) -> None:
    """It is answered kindly, and the open question comes again."""
    message = await only(asked, Pressed(payload))
    assert message.text.startswith(UNKNOWN)
    assert SHOW_ASKED in message.text


async def test_a_button_we_do_not_know_with_nothing_open(chat: Stage) -> None:
    """Without a question the menu is offered."""
    message = await only(chat, Pressed("made up"))
    assert (message.text, labels(message)) == (UNKNOWN, ["Menu"])


@pytest.mark.parametrize(
    "payload",
    ["1a|1|story|yes", "1a|1|may-show:7|yes", "1a|0|may-show|yes", "1a|2|may-show|yes", "1a|zz|may-show|yes"],
)
async def test_a_button_of_another_question(asked: Stage, payload: str) -> None:
    """A press that belongs to another question or another run answers nothing."""
    message = await only(asked, Pressed(payload))
    assert message.text.startswith(STALE)
    assert await rows(asked, Node) == []


async def test_a_forged_option(asked: Stage) -> None:
    """An option that the open question does not have is refused, and the question comes again."""
    run = asked.button("Ja, laat maar zien").payload.split("|")[1]
    message = await only(asked, Pressed(f"1a|{run}|may-show|perhaps"))
    assert SHOW_ASKED in message.text
    assert await rows(asked, Node) == []


async def test_pressed_twice(asked: Stage) -> None:
    """A second press of the same button has no effect."""
    payload = asked.button("Ja, laat maar zien").payload
    assert (await only(asked, Pressed(payload))).text.startswith("Je verhaal is binnen.")
    assert (await only(asked, Pressed(payload))).text == STALE
    assert len(await rows(asked, Node)) == 1


ANY_TEXT = st.text(max_size=70)
PARTS = st.sampled_from(["1a", "1x", "menu", "may-show", "yes", "1", "0", "language", "", "é", "story", "2"])
FORGED = (ANY_TEXT | st.lists(PARTS, max_size=6).map("|".join)).filter(
    lambda text: text.split("|")[:2] not in [["1x", "menu"], ["1x", "story"], ["1x", "language"], ["1a", "1"]]
)


async def test_forged_payloads_have_no_effect(asked: Stage) -> None:
    """Whatever is pressed that we never made: a kind answer, and nothing that was stored changes."""
    before = await _without_traffic(asked)
    examples: list[str] = []

    @settings(max_examples=25, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(forged=FORGED)
    def collect(forged: str) -> None:
        examples.append(forged)

    collect()
    for forged in {*examples, "\x00", "1x|forget|\x00", "1x|join|\x00", "1a|\x00|may-show|yes"}:
        if forged.encode("utf-8", "ignore").decode() == forged:
            message = await only(asked, Pressed(forged))
            assert SHOW_ASKED in message.text, forged
    assert await _without_traffic(asked) == before


async def _without_traffic(stage: Stage) -> list[object]:
    """What is known of people and their contributions, but for what counts messages."""
    people = [{**row, "joined_at": None} for row in await rows(stage, Participant)]
    open_now = [(row["script"], row["run"], row["open_question"]) for row in await rows(stage, Conversation)]
    chats = len(await rows(stage, Address))
    return [people, open_now, chats, await rows(stage, Node), await rows(stage, Media)]


# Actions


async def test_the_way_back(asked: Stage) -> None:
    """Something that only shows comes over the open question, and offers the way back."""
    message = (await asked.says("privacy"))[-1]
    assert labels(message) == [
        "Verder waar ik was",
        "Alles over mij",
        "Mijn inbreng",
        "Weggaan, mijn inbreng blijft",
        "Vergeet mij",
        "Menu",
    ]
    assert SHOW_ASKED in (await only(asked, Pressed("1x|resume|"))).text


async def test_the_way_back_to_a_step_that_is_over(chat: Stage) -> None:
    """What nothing was told in is let go, with the reason; what was told in can be finished."""
    await chat.says("idee")
    for code, deed in (("exchange", close_step), ("choose", open_step)):
        async with chat.acting() as acting:
            assert not isinstance(await deed(acting, chat.trajectory_id, code), Refused)
    message = await only(chat, Pressed("1x|resume|"))
    assert message.text.startswith("Ideeën delen kan niet meer")
    assert (await only(chat, Pressed("1x|resume|"))).text == "Er staat niets open."


async def test_nothing_to_go_back_to(chat: Stage) -> None:
    """Without anything open the way back leads to the menu."""
    message = await only(chat, Pressed("1x|resume|"))
    assert (message.text, labels(message)) == ("Er staat niets open.", ["Menu"])


async def test_a_script_over_another(asked: Stage) -> None:
    """A script with questions goes on top, and the one beneath goes on where it was."""
    assert "Je kunt altijd met een mens praten." in (await asked.says("mens"))[-1].text
    first, second = await asked.says("Bel me morgen maar op.")
    assert first.text.startswith("We hebben het doorgegeven.")
    assert SHOW_ASKED in second.text
    await asked.says("ja")
    assert [(row["kind"], row["text"]) for row in await rows(asked, Node)] == [
        ("call_back", "Bel me morgen maar op."),
        ("story", STORY),
    ]


async def test_one_deep_at_most(asked: Stage) -> None:
    """A third script takes the place of the second; the first still goes on after it."""
    await asked.says("mens")
    assert "Wat is jouw idee?" in (await asked.says("idee"))[-1].text
    messages = await asked.says("Zet er bakken neer.")
    assert messages[0].text.startswith("Je idee is binnen.")
    assert SHOW_ASKED in messages[-1].text
    assert [row["kind"] for row in await rows(asked, Node)] == ["idea"]


async def test_the_script_that_is_open_is_gone_on_with(asked: Stage) -> None:
    """Asking for what is open already begins nothing anew."""
    assert SHOW_ASKED in (await only(asked, Pressed("1x|story|"))).text


async def test_back_to_the_script_beneath(asked: Stage) -> None:
    """Asking for what lies beneath leaves what is on top."""
    await asked.says("mens")
    assert SHOW_ASKED in (await only(asked, Pressed("1x|story|"))).text
    await asked.says("ja")
    assert [row["kind"] for row in await rows(asked, Node)] == ["story"]


async def test_what_the_steps_do_not_allow(chat: Stage) -> None:
    """A story cannot be begun by an old button when no step asks for stories."""
    async with chat.acting() as acting:
        await acting.connection.execute(delete(Step))
    for event in (Pressed("1x|story|"), Pressed("1x|idea|"), Wrote("verhaal")):
        message = await only(chat, event)
        assert message.text == "Dat kan nu even niet. Kijk in het menu wat er wel kan."
    menu = await only(chat, Wrote("menu"))
    assert labels(menu) == [
        "Mijn inbreng",
        "Anderen uitnodigen",
        "Bijeenkomsten",
        "Met een mens praten",
        "Instellingen",
        "Privacy",
        "Stoppen",
    ]


async def test_actions_before_agreeing(stage: Stage) -> None:
    """Before someone agreed, an action of any old button leads to the welcome."""
    await stage.says("hallo")
    await stage.says("nederlands")
    for action in ("menu", "story", "idea", "mine", "settings", "answer", "back", "join"):
        message = await only(stage, Pressed(f"1x|{action}|"))
        first = "" if action in ("back", "join") else "Dat kan straks. Eerst nog een paar korte vragen.\n\n"
        assert message.text.startswith(f"{first}Welkom bij")
    assert (await only(stage, Wrote("menu"))).text == "Dat kan straks. Eerst nog een paar korte vragen."


@pytest.mark.parametrize(("words", "begins"), [("stop", "Goed, we schrijven"), ("privacy", "Dit bewaren we")])
async def test_allowed_before_agreeing(stage: Stage, words: str, begins: str) -> None:
    """Stopping and asking what is kept work from the first moment."""
    await stage.says("hallo")
    messages = await stage.says(words)
    assert messages[0].text.startswith(begins)


async def test_another_language_with_nothing_open(chat: Stage) -> None:
    """Switching is confirmed in the new language."""
    message = await only(chat, Wrote("english"))
    assert message.language == "en"
    assert labels(message) == ["Menu"]
    (person,) = await rows(chat, Participant)
    assert person["language"] == "en"


async def test_a_language_that_is_not_spoken_here(stage: Stage, tmp_path: Path) -> None:
    """It is said which ones are, and the open question comes again."""
    await lay_in_another(stage, tmp_path, languages='["nl"]')
    await joined(stage, slug="plein")
    message = await only(stage, Wrote("english please"))
    assert message.text == "In deze taal kan het hier niet. Wel in: Nederlands."
    await stage.says("verhaal")
    assert "Vertel eens" in (await only(stage, Pressed("1x|language|en"))).text
    assert (await rows(stage, Participant))[0]["language"] == "nl"


async def test_another_language_by_button(asked: Stage) -> None:
    """The open question comes again in the new language, and what was said stays said."""
    message = await only(asked, Pressed("1x|language|en"))
    assert message.text.startswith("Thank you. May others read your story?")
    await asked.says("yes")
    assert [row["text"] for row in await rows(asked, Node)] == [STORY]


LET_GO = "Wat je aan het vertellen was, hebben we weggegooid."
STILL_COUNTS = "Wat je al gaf, blijft meetellen."


async def test_stop_drops_what_was_half_said(asked: Stage) -> None:
    """After stop nothing of an unfinished story is left, and that is said."""
    message = await only(asked, Wrote("stop"))
    assert LET_GO in message.text
    assert STILL_COUNTS not in message.text
    assert labels(message) == ["Toch weer meedoen", "Vergeet mij"]
    (row,) = await rows(asked, Conversation)
    assert (row["script"], row["journal"], row["beneath"]) == (None, None, None)
    await asked.says("weer meedoen")
    assert (await only(asked, Pressed("1x|resume|"))).text == "Er staat niets open."
    assert await rows(asked, Node) == []


async def test_stop_beneath_another_script(asked: Stage) -> None:
    """What lay beneath goes too, and that is said as well."""
    await asked.says("mens")
    assert LET_GO in (await only(asked, Wrote("/stop"))).text
    (row,) = await rows(asked, Conversation)
    assert (row["script"], row["beneath"]) == (None, None)


async def test_stop_before_anything_was_told(chat: Stage) -> None:
    """A question without an answer, or half a choice of one's own settings, is nothing that was told."""
    for words in (("verhaal",), ("instellingen", "taal"), ("menu",)):
        for one in words:
            await chat.says(one)
        assert (await only(chat, Wrote("stop"))).text == "Goed, we schrijven je niet meer."


async def test_stop_after_something_was_given(chat: Stage) -> None:
    """What was given still counts, its answer can be read, and there is a way to have it gone."""
    await told(chat)
    message = await only(chat, Wrote("stop"))
    assert STILL_COUNTS in message.text
    assert LET_GO not in message.text
    await chat.says("weggooien maar die bank")
    assert LET_GO in (await only(chat, Wrote("stop"))).text


async def test_a_third_script_keeps_what_was_told(chat: Stage) -> None:
    """Of two that are open the one in which something was told stays, whichever lies beneath."""
    await chat.says("idee")
    await chat.says("verhaal")
    await chat.says(STORY)
    await chat.says("privacy")
    assert SHOW_ASKED in (await only(chat, Pressed("1x|resume|"))).text
    await chat.says("ja")
    assert [row["text"] for row in await rows(chat, Node)] == [STORY]


async def test_back_to_the_script_beneath_keeps_what_was_told(chat: Stage) -> None:
    """Whoever goes back to what lies beneath finds what they were telling above it afterwards."""
    for words in ("idee", "verhaal", STORY):
        await chat.says(words)
    assert (await only(chat, Pressed("1x|idea|"))).text.startswith("Wat is jouw idee?")
    assert SHOW_ASKED in (await chat.says("Zet er bakken neer."))[-1].text
    await chat.says("ja")
    assert [row["text"] for row in await rows(chat, Node)] == ["Zet er bakken neer.", STORY]


async def test_a_third_script_says_what_it_drops(chat: Stage) -> None:
    """Where something was told in both, the first stays, and that the second goes is said."""
    await chat.says("er ligt weer van alles bij de poort")
    await only(chat, Pressed("1x|story|"))
    await chat.says(STORY)
    messages = await chat.says("mens")
    assert messages[0].text.startswith("Wat je net aan het vertellen was, hebben we weggegooid.")
    await chat.says("Bel me morgen maar op.")
    assert "“er ligt weer van alles bij de poort”" in chat.heard[-1].text


async def test_not_forgotten_after_all(asked: Stage) -> None:
    """Who does not want to be forgotten after all goes on where they were."""
    await asked.says("vergeet mij")
    first, second = await asked.says("nee")
    assert first.text == "Goed, alles blijft zoals het was."
    assert SHOW_ASKED in second.text


async def test_a_person_before_agreeing(stage: Stage) -> None:
    """Who has not agreed is told how to reach a person, and nothing is asked or kept."""
    await stage.says("hallo")
    await stage.says("nederlands")
    messages = await stage.says("mens")
    assert "Bel Sam: 030 555 01 00." in messages[0].text
    await stage.says("mijn geheime buurman")
    assert "geheime" not in await everything(stage)
    assert await rows(stage, Node) == []


async def test_two_questions_back(chat: Stage) -> None:
    """An answer goes to the question under which its button stood; words say first to which."""
    for question in ("Waar precies?", "Welke bank?"):
        node_id = await told(chat)
        chat.wait(minutes=1)
        async with chat.acting() as acting:
            await ask_back(acting, node_id=node_id, sentence=question)
        await chat.collect()
    assert "verhaal 2: “Welke bank?”" in (await only(chat, Pressed("1x|answer|2"))).text
    await chat.says("stop")
    await chat.says("weer meedoen")
    offered = await only(chat, Wrote("antwoord"))
    assert labels(offered) == ["Waar precies? (verhaal 1)", "Welke bank? (verhaal 2)"]
    assert "verhaal 2: “Welke bank?”" in (await only(chat, Wrote("2"))).text
    await chat.says("Die bij de poort.")
    (addition,) = await rows(chat, Addition)
    assert addition["node_id"] == 2
    assert "verhaal 1: “Waar precies?”" in (await only(chat, Pressed("1x|answer|2"))).text


@pytest.mark.parametrize("argument", ["9", "nonsense", "-1"])
async def test_a_forged_question_back(chat: Stage, argument: str) -> None:
    """A button for somebody else's contribution answers nothing of theirs."""
    await told(chat)
    message = await only(chat, Pressed(f"1x|answer|{argument}"))
    assert message.text.startswith("Er is nu geen vraag meer open.")


async def test_a_double_tap_on_being_forgotten(chat: Stage) -> None:
    """The second press does not make a new participant of who was just forgotten."""
    await chat.says("vergeet mij")
    payload = chat.button("Ja, vergeet mij").payload
    await chat.event(Pressed(payload))
    await chat.event(Pressed(payload))
    assert len(await rows(chat, Participant)) == 1
