"""What is said in passing."""

from __future__ import annotations

import pytest
from replies import SHOW_ASKED, STORY_ASKED, labels, only, script_asking
from residents import STORY, joined, rows, told
from stage import Stage

from flows.deeds.ask_back import ask_back
from flows.engine.questions import Option, Question
from flows.engine.readers import OneOf, Text
from flows.engine.talk import Script, Talk
from flows.inbound import Wrote
from storage.tables import Addition, Conversation, Node, Participant

NO_QUESTION = "Er staat nu geen vraag voor je open."


async def ask(stage: Stage, sentence: str = "Waar precies?") -> None:
    """A moderator asks back about a story."""
    node_id = await told(stage)
    stage.wait(minutes=1)
    async with stage.acting() as acting:
        await ask_back(acting, node_id=node_id, sentence=sentence)
    await stage.collect()


@pytest.mark.parametrize(
    ("text", "reply", "buttons"),
    [
        ("dank je wel", "Graag gedaan.", ["Menu"]),
        ("ok", f"Goed. {NO_QUESTION}", ["Menu"]),
        ("mag", f"Goed. {NO_QUESTION}", ["Menu"]),
        ("nee", "Dat is goed. Je hoeft niets te doen.", ["Menu"]),
        ("doei", "Tot ziens! Je kunt hier altijd verder.", ["Menu"]),
        (
            "wie ben jij?",
            "Ik ben een computer. Wat je vertelt, leest een mens.",
            ["Met een mens praten", "Menu"],
        ),
        ("😡", "Ik ben er. Wat wil je doen?", ["Menu"]),
        ("7", "Bij dat getal hoort nu geen vraag.", ["Menu"]),
    ],
)
async def test_with_nothing_open(chat: Stage, text: str, reply: str, buttons: list[str]) -> None:
    """One kind sentence and the menu; nothing is offered back, opened or kept, however often."""
    for _ in range(3):
        message = await only(chat, Wrote(text))
        assert (message.text, labels(message)) == (reply, buttons)
    assert await rows(chat, Node) == []
    (row,) = await rows(chat, Conversation)
    assert row["script"] is None


async def test_a_greeting(chat: Stage) -> None:
    """Whoever greets sees what there is to do."""
    message = await only(chat, Wrote("goedemorgen"))
    assert message.text == "Hallo! Fijn dat je er bent.\n\nWat wil je doen?"
    assert labels(message)[0] == "Een verhaal vertellen"


async def test_in_english(stage: Stage) -> None:
    """The reply comes in the language of the conversation, whatever the words were in."""
    await joined(stage, language="en")
    assert (await only(stage, Wrote("bedankt"))).text == "You are welcome."


@pytest.mark.parametrize("text", ["hallo", "dank je", "ja", "nee", "doei", "?", "12", "..."])
async def test_at_a_story(chat: Stage, text: str) -> None:
    """It is never taken for a story, at whatever length it is said."""
    await chat.says("verhaal")
    await chat.says(f"{text} {text} {text} {text}" if text.isalpha() else text)
    assert await rows(chat, Node) == []
    assert all(SHOW_ASKED not in message.text for message in chat.heard)


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("hallo allemaal hoe gaat het", None),
        ("goedemorgen, hoe gaat het?", "Hallo! Fijn dat je er bent."),
        ("heel erg bedankt", "Graag gedaan."),
        ("hoe bedoel je dat", None),
        ("ik snap het niet", "Lukt het niet? Dan kan iemand je helpen."),
        ("ben jij een robot?", "Ik ben een computer."),
        ("ja graag, dat is goed", "Dat is wel heel kort."),
    ],
)
async def test_the_story_is_asked_again(chat: Stage, text: str, begins: str | None) -> None:
    """After the kind sentence the question comes again; what says more than small talk is a story."""
    await chat.says("verhaal")
    messages = await chat.says(text)
    if begins is None:
        assert SHOW_ASKED in messages[-1].text
        return
    assert messages[0].text.startswith(begins)
    assert STORY_ASKED in messages[-1].text


@pytest.mark.parametrize("text", ["nee", "weet ik niet", "ik heb niks te vertellen", "no idea"])
async def test_nothing_to_tell(chat: Stage, text: str) -> None:
    """Nobody has to tell anything: the menu shows what else there is."""
    await chat.says("verhaal")
    message = await only(chat, Wrote(text))
    assert message.text == "Dat hoeft niet.\n\nWat wil je doen?"
    assert (await rows(chat, Conversation))[0]["script"] is None


async def test_no_to_a_choice(chat: Stage) -> None:
    """Where nothing fits, nobody has to choose; about one's own settings and consent the question stays."""
    which = Question("which", "first-tap-ask", OneOf((Option("a", "Een hek"), Option("b", "Een bak"))))
    chat.scripts = {**chat.scripts, "story": script_asking(which, title="park")}
    await chat.says("verhaal")
    assert (await only(chat, Wrote("nee hoor"))).text.startswith("Dat hoeft niet.")
    await chat.says("taal")
    assert (await chat.says("geen idee"))[0].text.startswith("Ik weet niet zeker")


async def test_nothing_to_tell_over_another_question(asked: Stage) -> None:
    """What lies beneath goes on."""
    await asked.says("mens")
    message = await only(asked, Wrote("nee dank je"))
    assert message.text.startswith("Dat hoeft niet.")
    assert SHOW_ASKED in message.text
    await asked.says("ja")
    assert [row["text"] for row in await rows(asked, Node)] == [STORY]


async def test_half_told(chat: Stage) -> None:
    """A "no" at a later question throws nothing away that was told."""
    chat.scripts = {**chat.scripts, "story": two_questions()}
    await chat.says("verhaal")
    await chat.says("Bij de vijver ligt glas.")
    assert (await only(chat, Wrote("nee"))).text.startswith("Dat is wel heel kort.")


async def test_bye_leaves_the_question_open(chat: Stage) -> None:
    """Whoever says goodbye is not asked once more, and goes on where they were."""
    await chat.says("verhaal")
    assert (await only(chat, Wrote("doei"))).text == "Tot ziens! Je kunt hier altijd verder."
    assert SHOW_ASKED in (await only(chat, Wrote(STORY))).text


async def test_a_closed_question_reads_its_own_answers(asked: Stage) -> None:
    """While yes or no is asked a yes and a no are answers; a greeting or thanks is not a mistake."""
    message = await only(asked, Wrote("hoi"))
    assert message.text.startswith("Hallo! Fijn dat je er bent.")
    assert SHOW_ASKED in message.text
    (row,) = await rows(asked, Conversation)
    assert row["tries"] == 0
    assert (await asked.says("nee, dank je wel"))[0].text.startswith("We laten je verhaal")


@pytest.mark.parametrize(
    "text", ["ik wil stoppen", "ik wil niet meer", "laat me met rust", "nee, ik wil stoppen"]
)
async def test_stopping_at_a_yes_or_no(asked: Stage, text: str) -> None:
    """Whoever wants to stop is not asked again."""
    assert (await only(asked, Wrote(text))).text.startswith("Goed, we schrijven je niet meer.")


async def test_a_question_that_takes_a_no(chat: Stage) -> None:
    """Where so little is an answer, it is one."""
    chat.scripts = {**chat.scripts, "story": script_asking(Question("how", "loose-words-ask", Text(least=1)))}
    await chat.says("verhaal")
    assert "“nee”" in (await chat.says("nee"))[-1].text


async def test_a_wish_for_a_person(chat: Stage) -> None:
    """ "Bel me" is what is asked there, not the question once more; a bare "ok" is too little for anyone."""
    await chat.says("mens")
    assert (await chat.says("ok"))[0].text.startswith("Dat is wel heel kort.")
    assert (await chat.says("bel me"))[0].text.startswith("We hebben het doorgegeven.")
    assert [row["text"] for row in await rows(chat, Node)] == ["bel me"]


@pytest.mark.parametrize("text", ["ja", "ok", "nee"])
async def test_a_bare_yes_to_what_was_shown_over_a_question(stage: Stage, text: str) -> None:
    """What was read meanwhile is not agreed to consent: the question comes again first."""
    for words in ("hallo", "nederlands", "verder", "verder", "duidelijk", "ik woon hier", "privacy"):
        await stage.says(words)
    assert (await only(stage, Wrote(text))).text.startswith("Mogen we bewaren wat je hier schrijft")
    assert (await rows(stage, Participant))[0]["consented_at"] is None
    await stage.says("ja, dat mag")
    assert (await rows(stage, Participant))[0]["consented_at"] is not None


async def test_no_wall_twice(stage: Stage) -> None:
    """Words that miss a long screen get one sentence and its button, not the screen again."""
    for words in ("hallo", "nederlands"):
        await stage.says(words)
    message = await only(stage, Wrote("pff te lang"))
    assert (message.text, labels(message)) == (
        "Dat begrijp ik niet. Druk op “Verder”, of typ dat.",
        ["Verder"],
    )
    _, again = await stage.says("echt te lang")
    assert (again.text, labels(again)) == ("Of kies hieronder:", ["Verder"])
    assert labels(await only(stage, Wrote("hallo"))) == ["Verder"]
    assert (await stage.says("verder"))[-1].text.startswith("Wie beslist?")


# What a moderator asked


@pytest.mark.parametrize("text", ["ja", "nee", "12", "geen idee", "...", "wat"])
async def test_so_little_may_be_the_answer(chat: Stage, text: str) -> None:
    """When a moderator asked something, a bare yes is offered as the answer to it."""
    await ask(chat)
    message = await only(chat, Wrote(text))
    assert labels(message)[0] == "Mijn antwoord bij verhaal 1"
    await chat.presses("Mijn antwoord bij verhaal 1")
    assert [row["text"] for row in await rows(chat, Addition)] == [text]


async def test_the_question_is_at_hand(chat: Stage) -> None:
    """Thanks and greetings answer nothing, and the way to the question stands beside them."""
    await ask(chat)
    assert labels(await only(chat, Wrote("dank je"))) == ["Antwoord geven", "Menu"]
    first, menu = await chat.says("hallo")
    assert labels(first) == ["Antwoord geven"]
    assert "Wat wil je doen?" in menu.text


# Before agreeing


@pytest.mark.parametrize(
    "text", ["nee dank je", "bedankt", "doei", "ok", "waarom", "5", "er ligt overal glas", "laat me nou"]
)
async def test_who_did_not_agree(stage: Stage, text: str) -> None:
    """Whoever did not agree and says no once more is not welcomed all over again."""
    for words in ("hallo", "nederlands", "verder", "verder", "duidelijk", "ik woon hier", "nee"):
        await stage.says(words)
    for _ in range(2):
        message = await only(stage, Wrote(text))
        assert labels(message)[-1] == "Toch meedoen"
        assert "Welkom" not in message.text
    assert (await stage.says("hallo"))[-1].text.startswith("Welkom bij")


@pytest.mark.parametrize("text", ["mijn inbreng", "menu", "verhaal", "weet ik niet", "english"])
async def test_what_asks_for_something_after_declining(stage: Stage, text: str) -> None:
    """Whoever declined is welcomed anew by the button alone, whatever they ask for."""
    for words in ("hallo", "nederlands", "verder", "verder", "duidelijk", "ik woon hier", "nee"):
        await stage.says(words)
    for _ in range(2):
        message = await only(stage, Wrote(text))
        assert labels(message)[-1] in ("Toch meedoen", "Take part after all")
        assert message.text.count("\n") == 0
    assert (await stage.says("toch meedoen"))[-1].text.startswith(("Welkom bij", "Welcome to"))


async def test_joining_after_all_in_words(stage: Stage) -> None:
    """The words of the button work also when it is not what was shown last."""
    for words in ("hallo", "nederlands", "verder", "verder", "duidelijk", "ik woon hier", "nee", "privacy"):
        await stage.says(words)
    for _ in range(2):
        assert (await only(stage, Wrote("toch meedoen"))).text.startswith("Welkom bij")


async def test_told_before_agreeing(stage: Stage) -> None:
    """Whoever tells something too early hears that it is not kept, and when they can."""
    for words in ("hallo", "nederlands", "verder", "verder", "duidelijk"):
        await stage.says(words)
    message = await only(stage, Wrote("mijn buurvrouw valt altijd op de stoep"))
    assert message.text.startswith("Eerst nog een paar korte vragen. Wat je nu typt, bewaren we nog niet.")
    assert await rows(stage, Node) == []


def two_questions() -> Script:
    """A story in two parts."""

    async def run(talk: Talk) -> None:
        await talk.ask(Question("first", "story-ask", Text(least=10)), title="park")
        await talk.ask(Question("second", "idea-ask", Text(least=10)))

    return Script("story", run)
