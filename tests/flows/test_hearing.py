"""What a message means: an answer, an action, words beside the question, or something to explain."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from residents import STORY, everything, joined, rows, set_values, told
from sqlalchemy import delete, select
from sqlmodel import col
from stage import Stage

from flows.conversing import noted
from flows.deeds.ask_back import ask_back
from flows.deeds.expire_unfinished import expire_unfinished
from flows.engine.questions import Option, Question
from flows.engine.readers import Day, Place, SeveralOf, Text
from flows.engine.replay import Entry
from flows.engine.talk import Script, Talk
from flows.inbound import Edited, Event, Located, Pressed, Started, Unreadable, Uploaded, Wrote
from flows.rendering import Message
from storage.journal import Talking
from storage.tables import Addition, Address, Conversation, Media, Node, Outbox, Participant, Step

LANGUAGE = "Kies je taal. / Choose your language."
STORY_ASKED = "Vertel eens wat je hebt meegemaakt"
SHOW_ASKED = "Mogen anderen je verhaal lezen?"
UNREADABLE = "Dit soort bericht kan ik niet lezen."
STALE = "Die vraag is al voorbij."
UNKNOWN = "Die knop ken ik niet meer."


@pytest.fixture
async def asked(chat: Stage) -> Stage:
    """Someone who told a story, and is asked whether it may be shown."""
    await chat.says("verhaal")
    await chat.says(STORY)
    return chat


def labels(message: Message) -> list[str]:
    return [button.label for button in message.buttons]


async def only(stage: Stage, event: Event, message_id: str | None = None) -> Message:
    """The one message that answers an event."""
    changes = {} if message_id is None else {"message_id": message_id}
    (message,) = await stage.event(event, **changes)
    return message


# Coming in


async def test_coming_back_with_a_question_open(asked: Stage) -> None:
    """Who opens the chat again is welcomed, and asked what was open."""
    message = await only(asked, Started())
    assert message.text.startswith("Fijn dat je er weer bent.\n\nDank je.")
    assert labels(message) == ["Ja, laat maar zien", "Nee, niet laten zien"]


async def test_coming_back_with_nothing_open(chat: Stage) -> None:
    """Who has nothing open gets the menu."""
    message = await only(chat, Started())
    assert message.text == "Fijn dat je er weer bent.\n\nWat wil je doen?"
    assert labels(message)[:2] == ["Een verhaal vertellen", "Een idee geven"]


async def test_coming_back_in_the_welcome(stage: Stage) -> None:
    """Someone who did not agree yet is asked again what they were asked."""
    await stage.says("hallo")
    await stage.says("nederlands")
    assert (await only(stage, Started())).text.startswith("Welkom bij")


async def test_after_stopping_in_the_welcome(stage: Stage) -> None:
    """Who stopped before agreeing starts at the beginning when they write again."""
    await stage.says("hallo")
    await stage.says("nederlands")
    await stage.says("stop")
    messages = await stage.says("toch maar wel")
    assert messages[-1].text.endswith(LANGUAGE)


async def test_joining_after_all(chat: Stage) -> None:
    """The button of someone who said no leads who agreed meanwhile to the menu."""
    assert (await only(chat, Pressed("1x|join|"))).text.startswith("Fijn dat je er weer bent.")


async def test_explained_before_agreeing(stage: Stage) -> None:
    """Where nothing is open and someone did not agree yet, what is explained comes before the welcome."""
    await stage.says("hallo")
    await stage.says("stop")
    message = (await stage.event(Unreadable()))[-1]
    assert message.text.startswith(UNREADABLE)
    assert message.text.endswith(LANGUAGE)


# Buttons


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
    assert labels(message) == ["Verder waar ik was", "Vergeet mij", "Menu"]
    assert SHOW_ASKED in (await only(asked, Pressed("1x|resume|"))).text


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
    assert labels(menu) == ["Mijn inbreng", "Met een mens praten", "Instellingen", "Privacy", "Stoppen"]


async def test_actions_before_agreeing(stage: Stage) -> None:
    """Before someone agreed, an action of any old button leads to the welcome."""
    await stage.says("hallo")
    await stage.says("nederlands")
    for action in ("menu", "story", "idea", "mine", "settings", "answer", "back", "join"):
        assert (await only(stage, Pressed(f"1x|{action}|"))).text.startswith("Welkom bij")


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


async def test_another_language_by_button(asked: Stage) -> None:
    """The open question comes again in the new language, and what was said stays said."""
    message = await only(asked, Pressed("1x|language|en"))
    assert message.text.startswith("Thank you. May others read your story?")
    await asked.says("yes")
    assert [row["text"] for row in await rows(asked, Node)] == [STORY]


async def test_stop_drops_what_was_half_said(asked: Stage) -> None:
    """After stop nothing of an unfinished story is left."""
    await asked.says("stop")
    (row,) = await rows(asked, Conversation)
    assert (row["script"], row["journal"], row["beneath"]) == (None, None, None)
    await asked.says("weer meedoen")
    assert (await only(asked, Pressed("1x|resume|"))).text == "Er staat niets open."
    assert await rows(asked, Node) == []


async def test_stop_beneath_another_script(asked: Stage) -> None:
    """What lay beneath goes too."""
    await asked.says("mens")
    await asked.says("/stop")
    (row,) = await rows(asked, Conversation)
    assert (row["script"], row["beneath"]) == (None, None)


async def test_who_had_stopped_is_told_so(chat: Stage) -> None:
    """Whoever begins something after stopping hears that we do not write, and how to change that."""
    await chat.says("stop")
    first, _menu = await chat.says("menu")
    assert first.text.startswith("Je had gezegd dat we moesten stoppen.")
    assert "Ons antwoord vind je in “mijn inbreng”." in first.text
    assert labels(first) == ["Toch weer meedoen"]
    await chat.event(Pressed(first.buttons[0].payload))
    (person,) = await rows(chat, Participant)
    assert person["stopped_at"] is None
    assert len(await chat.says("menu")) == 1


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
    assert (await only(chat, Pressed("1x|answer|2"))).text == "Wat is je antwoord bij nummer 2?"
    await chat.says("stop")
    await chat.says("weer meedoen")
    assert labels(await only(chat, Wrote("antwoord"))) == ["1", "2"]
    assert (await only(chat, Wrote("2"))).text == "Wat is je antwoord bij nummer 2?"
    await chat.says("Die bij de poort.")
    (addition,) = await rows(chat, Addition)
    assert addition["node_id"] == 2
    assert (await only(chat, Pressed("1x|answer|2"))).text == "Wat is je antwoord bij nummer 1?"


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


# Words


async def test_a_keyword_that_is_also_an_option(chat: Stage) -> None:
    """Where a keyword is one of the answers to the open question, it is an answer."""
    await chat.says("loop ik hier net langs")
    assert "Wat is jouw idee" not in (await chat.says("idee"))[-1].text
    (node,) = await rows(chat, Node)
    assert (node["kind"], node["text"]) == ("idea", "loop ik hier net langs")


async def test_a_keyword_in_an_open_question(chat: Stage) -> None:
    """Where the question is answered in words of one's own, a keyword is an action."""
    await chat.says("verhaal")
    assert (await chat.says("menu"))[-1].text == "Wat wil je doen?"
    assert await rows(chat, Node) == []


async def test_a_command_with_a_slash(chat: Stage) -> None:
    """With a slash it is an action even where the word would answer."""
    await chat.says("zomaar wat woorden")
    assert "Wat is jouw idee?" in (await chat.says("/idee"))[-1].text


@pytest.mark.parametrize("text", ["", " ", "\x00", "\u200b\u202e", "\n\n"])
async def test_words_that_say_nothing(chat: Stage, text: str) -> None:
    """Empty words are not offered back; the menu is."""
    message = await only(chat, Wrote(text))
    assert message.text.startswith(UNREADABLE)
    assert labels(message) == ["Menu"]


async def test_loose_words_are_never_lost(chat: Stage) -> None:
    """Long words are offered back shortened, and stored whole."""
    long = "glas " * 100 + "einde"
    message = await only(chat, Wrote(long))
    assert len(message.text) < 320
    assert "…”" in message.text
    await chat.presses("Het is een vraag voor een mens")
    (node,) = await rows(chat, Node)
    assert (node["kind"], node["text"]) == ("call_back", long)


async def test_after_the_second_misunderstanding_a_person_is_offered(asked: Stage) -> None:
    """First the question again, then also someone to help; an answer starts the counting anew."""
    assert len(await asked.says("hmm")) == 1
    first, second = await asked.says("tja")
    assert labels(first) == ["Met een mens praten"]
    assert SHOW_ASKED in second.text
    (row,) = await rows(asked, Conversation)
    assert row["tries"] == 2
    await asked.says("ja")
    (row,) = await rows(asked, Conversation)
    assert row["tries"] == 0


async def test_a_number_belongs_to_the_list_shown_last(stage: Stage) -> None:
    """Without buttons, "1" answers the open question, whatever was offered above it."""
    await joined(stage, "words")
    for text in ("verhaal", STORY, "mens", "Bel me om vijf uur."):
        messages = await stage.says(text, "words")
    assert messages[0].text.endswith("1. Menu")
    assert "1. Ja, laat maar zien" in messages[-1].text
    (message,) = await stage.says("1", "words")
    assert message.text.startswith("Je verhaal is binnen.")


async def test_a_number_after_two_misunderstandings(stage: Stage) -> None:
    """Also when a person was offered."""
    await joined(stage, "words")
    for text in ("verhaal", STORY, "hmm", "tja"):
        await stage.says(text, "words")
    (message, *_) = await stage.says("2", "words")
    assert message.text.startswith("We laten je verhaal aan niemand anders zien.")


@pytest.mark.parametrize("text", ["9" * 5000, "0" * 5000, "²" * 50])
async def test_many_digits(chat: Stage, text: str) -> None:
    """A very long number is no number of anything that was offered."""
    await chat.says("menu")
    assert "Wat zullen we daarmee doen?" in (await only(chat, Wrote(text))).text


# Late


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


# Files


VOICE = Uploaded("remote", "voice", "audio/ogg", 9_000, seconds=12)


async def test_told_by_voice(chat: Stage) -> None:
    """A voice message is an answer where one may be told; its reference is sealed."""
    await chat.says("verhaal")
    assert SHOW_ASKED in (await only(chat, VOICE)).text
    await chat.says("ja")
    (node,) = await rows(chat, Node)
    (media,) = await rows(chat, Media)
    assert (node["text"], media["node_id"], media["state"]) == ("", node["id"], "noted")
    assert (media["seconds"], media["mime"], media["size"]) == (12, "audio/ogg", 9_000)
    assert chat.secrets.open(media["remote"]) == b"remote"


async def test_a_photo_with_words(chat: Stage) -> None:
    """What is written with a photo is kept beside it, cleaned."""
    await chat.says("verhaal")
    await only(chat, Uploaded("remote", "photo", caption="kijk\x00 dan\u202e!"))
    await chat.says("ja")
    (node,) = await rows(chat, Node)
    assert node["text"] == "kijk dan!"


@pytest.mark.parametrize(
    ("file", "begins"),
    [
        (Uploaded("r", "voice", size=20_000_001), "Dit bestand is te groot."),
        (Uploaded("r", "photo", size=10**12), "Dit bestand is te groot."),
        (Uploaded("r", "other", "application/zip", 10), "Dit bestand kan ik niet openen."),
    ],
)
async def test_a_file_that_cannot_be_used(asked: Stage, file: Uploaded, begins: str) -> None:
    """It is refused in a sentence, and the conversation stands where it was."""
    message = await only(asked, file)
    assert message.text.startswith(begins)
    assert SHOW_ASKED in message.text
    assert await rows(asked, Media) == []


async def test_a_file_of_the_largest_size(chat: Stage) -> None:
    """The limit itself is allowed."""
    await chat.says("verhaal")
    assert SHOW_ASKED in (await only(chat, Uploaded("r", "voice", size=20_000_000))).text


async def test_a_file_with_nothing_open(chat: Stage) -> None:
    """It is offered back, as a story or a remark."""
    message = await only(chat, VOICE)
    assert labels(message) == ["Het is een verhaal", "Bewaar het als opmerking", "Niets, laat maar"]
    await chat.presses("Bewaar het als opmerking")
    (node,) = await rows(chat, Node)
    (media,) = await rows(chat, Media)
    assert (node["kind"], media["node_id"]) == ("remark", node["id"])


async def test_a_file_on_a_closed_question(asked: Stage) -> None:
    """It is kept for a person to hear, and the buttons come again."""
    message = await only(asked, VOICE)
    assert message.text.startswith("Dat heb ik bewaard voor een mens die meeleest.")
    assert labels(message) == ["Ja, laat maar zien", "Nee, niet laten zien"]
    (node,) = await rows(asked, Node)
    assert node["kind"] == "remark"


# Places, and what cannot be read


async def test_a_place_where_none_was_asked(asked: Stage) -> None:
    """A place on a map is misread where a button was asked, and unreadable where nothing was."""
    assert SHOW_ASKED in (await only(asked, Located(52.0, 5.0))).text
    await asked.says("ja")
    assert (await only(asked, Located(52.0, 5.0))).text.startswith(UNREADABLE)


def script_asking(question: Question[Any]) -> Script:
    async def run(talk: Talk) -> None:
        given = await talk.ask(question)
        await talk.say("loose-words-as-what", words=str(given))

    return Script("story", run)


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
    assert message.text.startswith(UNREADABLE)
    assert labels(message) == (["Menu"] if agreed else ["Nederlands", "English"])


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


# Edits


async def message_id(stage: Stage, text: str) -> str:
    """The messenger's id of the message in which the person wrote this."""
    number = next(stage.numbers)
    await stage.event(Wrote(text), message_id=f"own-{number}")
    return f"own-{number}"


async def test_an_edit_corrects_an_answer(chat: Stage) -> None:
    """As long as nothing was done with it, and what was answered after it stays."""
    await chat.says("verhaal")
    own = await message_id(chat, STORY)
    await chat.says("menu")
    message = await only(chat, Edited("Er ligt glas\x00 bij de groene bank."), message_id=own)
    assert message.text.startswith("Ik heb je antwoord aangepast.")
    assert SHOW_ASKED in message.text
    await chat.presses("Ja, laat maar zien")
    assert [row["text"] for row in await rows(chat, Node)] == ["Er ligt glas bij de groene bank."]


@pytest.mark.parametrize("edit", ["", "kort", "x" * 3001])
async def test_an_edit_that_is_no_answer(chat: Stage, edit: str) -> None:
    """What could not have been answered in the first place corrects nothing."""
    await chat.says("verhaal")
    own = await message_id(chat, STORY)
    assert (await only(chat, Edited(edit), message_id=own)).text.startswith("Dit was al verstuurd.")
    await chat.presses("Ja, laat maar zien")
    assert [row["text"] for row in await rows(chat, Node)] == [STORY]


@pytest.mark.parametrize("own", ["", "m-unknown"])
async def test_an_edit_of_something_else(asked: Stage, own: str) -> None:
    """An edit of a message that answered nothing is explained."""
    message = await only(asked, Edited("iets anders"), message_id=own)
    assert message.text.startswith("Dit was al verstuurd.")


async def test_an_edit_with_nothing_open(chat: Stage) -> None:
    """After the end it is too late, and the menu is offered."""
    message = await only(chat, Edited("iets anders"), message_id="m1")
    assert labels(message) == ["Menu"]


async def test_an_edit_before_a_deed(chat: Stage) -> None:
    """What a deed rests on can no longer be corrected, although the script still goes on."""
    await chat.says("instellingen")
    own = await message_id(chat, "verhaal over mijn straat en de bomen")
    assert (await only(chat, Edited("iets anders"), message_id=own)).text.startswith("Dit was al verstuurd.")
    await stop_and_welcome(chat)
    role = await message_id(chat, "ik woon hier")
    explained = await only(chat, Edited("ik werk hier"), message_id=role)
    assert explained.text.startswith("Dit was al verstuurd.")
    await chat.says("ja")
    (person,) = await rows(chat, Participant)
    assert person["role"] == "lives"


async def stop_and_welcome(chat: Stage) -> None:
    """Someone who did not agree before, up to the question as what they are here."""
    await set_values(chat, Participant, consented_at=None)
    for words in ("stop", "hallo", "nederlands", "verder", "verder", "duidelijk"):
        await chat.says(words)


async def test_an_edit_of_an_answer_that_is_asked_otherwise_now(chat: Stage) -> None:
    """When the question of the edited answer is gone, nothing is corrected."""
    await chat.says("verhaal")
    own = await message_id(chat, STORY)

    async def other(talk: Talk) -> None:
        await talk.ask(Question("another", "loose-words-ask", Text()))

    chat.scripts = {**chat.scripts, "story": Script("story", other)}
    assert (await only(chat, Edited("heel iets anders"), message_id=own)).text.startswith("Dit was al")


# Later


async def test_what_was_let_go_is_told_once(chat: Stage) -> None:
    """Who comes back after too long hears that nothing of it is left, the first time only."""
    await chat.says("verhaal")
    chat.wait(days=8)
    async with chat.acting() as acting:
        assert await expire_unfinished(acting) == 1
    message = (await chat.says("menu"))[0]
    assert message.text.startswith("Je was vorige keer halverwege.")
    assert (await only(chat, Wrote("menu"))).text == "Wat wil je doen?"


async def test_a_script_that_no_longer_exists(asked: Stage) -> None:
    """What was open in it is let go; words are offered back, and everything else goes on."""
    asked.scripts = {name: one for name, one in asked.scripts.items() if name != "story"}
    message = await only(asked, Wrote("nog iets over de bank"))
    assert "“nog iets over de bank”" in message.text
    await asked.presses("Niets, laat maar")
    (row,) = await rows(asked, Conversation)
    assert (row["script"], row["beneath"]) == (None, None)


async def test_going_on_in_a_script_that_no_longer_exists(asked: Stage) -> None:
    """The way back leads to the menu."""
    asked.scripts = {name: one for name, one in asked.scripts.items() if name != "story"}
    message = await only(asked, Pressed("1x|resume|"))
    assert (message.text, labels(message)) == ("Er staat niets open.", ["Menu"])


async def test_a_press_in_a_script_that_no_longer_exists(asked: Stage) -> None:
    """It is stale, and nothing happens."""
    asked.scripts = {name: one for name, one in asked.scripts.items() if name != "story"}
    assert (await only(asked, Pressed(asked.button("Ja, laat maar zien").payload))).text == STALE
    assert await rows(asked, Node) == []


async def test_a_script_beneath_that_no_longer_exists(asked: Stage) -> None:
    """The script on top comes to its end as usual."""
    await asked.says("mens")
    asked.scripts = {name: one for name, one in asked.scripts.items() if name != "story"}
    (message,) = await asked.says("Bel me maar.")
    assert message.text.startswith("We hebben het doorgegeven.")


def test_nothing_is_noted_without_a_script() -> None:
    """Noting an answer where nothing is open is a mistake of the caller."""
    with pytest.raises(LookupError, match="no script open"):
        noted(Talking(1), "name", Entry("value"))


# Hostile words

HOSTILE = {
    "nul": ("Er ligt \x00glas\x00 bij de bank", "Er ligt glas bij de bank"),
    "lone surrogates": ("Er ligt \ud83d glas \udc00 bij", "Er ligt \ufffd glas \ufffd bij"),
    "turned around": ("Er ligt \u202eglas\u202c bij de \u2066bank\u2069", "Er ligt glas bij de bank"),
    "decomposed": ("cafe\u0301 met glas op straat", "café met glas op straat"),
} | {
    name: (words, words)
    for name, words in {
        "html": "<b>glas</b> <script>alert('x')</script> & meer",
        "markdown": "*glas* _bij_ [de bank](http://x) `rm` ~~weg~~",
        "placeables": "{ $title } en { x -> *[a] b } glas",
        "sql": "'); DROP TABLE node; -- glas",
        "format": "%s %(title)s {0} glas \\x00 \\u0000",
        "emoji": "👩‍👩‍👧 🇳🇱 glas 😀",
        "arabic": "هناك زجاج بجانب المقعد",
        "longest": "g" * 3000,
    }.items()
}


async def test_hostile_words_are_stored_cleanly(each_stage: Stage) -> None:
    """Whatever a story holds is stored as it was meant, and nothing of it works anywhere."""
    await joined(each_stage)
    for sent, _ in HOSTILE.values():
        await each_stage.says("verhaal")
        assert SHOW_ASKED in (await each_stage.says(sent))[-1].text
        assert (await each_stage.says("ja"))[-1].text.startswith("Je verhaal is binnen.")
    found = [node["text"] for node in await rows(each_stage, Node)]
    assert dict(zip(HOSTILE, found, strict=True)) == {name: stored for name, (_, stored) in HOSTILE.items()}


async def test_hostile_words_are_offered_back(chat: Stage) -> None:
    """Said outside any question, the same words are shown back as words."""
    for sent, stored in HOSTILE.values():
        message = await only(chat, Wrote(sent))
        assert stored[:100] in message.text
        await chat.presses("Het is een vraag voor een mens")
    assert [node["text"] for node in await rows(chat, Node)] == [stored for _, stored in HOSTILE.values()]


async def test_too_long(chat: Stage) -> None:
    """Too much is refused in a kind sentence that says how much may be, and nothing is stored."""
    for length in (3001, 4096, 9000):
        await chat.says("verhaal")
        messages = await chat.says(("glas " * length)[: length - 1] + "!")
        assert "3.000" in messages[0].text
        assert STORY_ASKED in messages[-1].text
    assert await rows(chat, Node) == []


async def test_what_a_messenger_says_of_a_file(each_stage: Stage) -> None:
    """A name or a type with characters that cannot be stored is stored without them."""
    await joined(each_stage)
    for file in (Uploaded("r\x00", "voice", "audio/\x00ogg"), Uploaded("\ud800", "voice", "\ud800")):
        await each_stage.event(file)
    assert {row["mime"] for row in await rows(each_stage, Media)} == {"audio/ogg", "\ufffd"}


async def test_no_answer_is_ever_a_stack_trace(chat: Stage, tmp_path: Path) -> None:
    """Nothing that is said holds a path or the name of an error."""
    for event in (Wrote("\x00"), Pressed("\x00"), Located(float("nan"), float("inf")), Started("\x00")):
        for message in await chat.event(event):
            assert not {"Traceback", "Error", "None", ".py"} & set(message.text.split())


async def test_bodies_in_the_outbox_are_sealed(chat: Stage) -> None:
    """What is said back stands in no table in clear."""
    number = next(chat.numbers)
    await chat.event(Wrote("mijn geheime woorden"), event_id=f"e-{number}")
    assert "geheime" not in await everything(chat)
    async with chat.acting() as acting:
        found = await acting.connection.execute(select(col(Outbox.body)).where(col(Outbox.state) == "sent"))
        assert set(found.scalars()) == {None}


async def test_a_story_told_in_full(chat: Stage) -> None:
    """The helper of these tests does what it says."""
    assert await told(chat) == 1
