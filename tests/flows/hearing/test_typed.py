"""What is typed: a keyword, the words of a button, an answer, or something beside any question."""

from __future__ import annotations

import pytest
from replies import (
    SHOW_ASKED,
    STORY_ASKED,
    UNREADABLE,
    labels,
    only,
    script_asking,
)
from residents import STORY, address_id, joined, rows, told
from stage import Stage

from flows.deeds.ask_back import ask_back
from flows.deeds.publish import publish
from flows.engine.questions import Question
from flows.engine.readers import Number
from flows.inbound import Pressed, Uploaded, Wrote
from storage import journal
from storage.tables import Addition, Conversation, Media, Node


async def test_a_keyword_that_is_also_an_option(chat: Stage) -> None:
    """Where a keyword is one of the answers to the open question, it is an answer."""
    await chat.says("loop ik hier net langs")
    assert (await chat.says("mens"))[0].text.startswith("We hebben het doorgegeven.")
    (node,) = await rows(chat, Node)
    assert (node["kind"], node["text"]) == ("call_back", "loop ik hier net langs")


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
    assert messages[0].text.endswith("• Menu")
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


# The words of a button


@pytest.mark.parametrize(
    ("words", "begins"),
    [
        ("Toch weer meedoen", "Fijn dat je er weer bent."),
        ("toch weer meedoen.", "Fijn dat je er weer bent."),
        ("Take part again", "Fijn dat je er weer bent."),
        ("1", "Goed, we doen er niets mee."),
        ("ja", "Ik weet niet zeker welke je bedoelt."),
    ],
)
async def test_the_words_of_an_earlier_button(chat: Stage, words: str, begins: str) -> None:
    """A label above the open question is understood when typed; a number or a yes belongs to the question."""
    await chat.says("stop")
    first, question = await chat.says("Er ligt glas bij de bank.")
    assert labels(first) == ["Toch weer meedoen"]
    if words == "1":
        words = str(labels(question).index("Niets, laat maar") + 1)
    assert (await chat.says(words))[0].text.startswith(begins)


async def test_a_number_above_an_open_question(stage: Stage) -> None:
    """Where the open question has no list, a number that cannot answer it is that of the list above."""
    await joined(stage, "words")
    await stage.says("stop", "words")
    first, question = await stage.says("verhaal", "words")
    assert first.text.endswith("1. Toch weer meedoen")
    assert question.text.startswith(STORY_ASKED)
    assert (await stage.says("1", "words"))[0].text.startswith("Fijn dat je er weer bent.")


async def test_a_number_that_is_an_answer(stage: Stage) -> None:
    """A number that the open question can read answers it, whatever list was shown above."""
    await joined(stage, "words")
    stage.scripts = {
        **stage.scripts,
        "story": script_asking(Question("how", "loose-words-ask", Number(0, 9))),
    }
    await stage.says("stop", "words")
    await stage.says("verhaal", "words")
    assert "“1”" in (await stage.says("1", "words"))[-1].text


async def test_the_buttons_of_every_message_of_a_turn(stage: Stage) -> None:
    """With nothing open all labels are understood, and a number is that of the last list."""
    await joined(stage, "words")
    await stage.says("stop", "words")
    first, menu = await stage.says("menu", "words")
    assert first.text.endswith("• Toch weer meedoen")
    assert "1. Een verhaal vertellen" in menu.text
    assert (await stage.says("1", "words"))[-1].text.startswith(STORY_ASKED)
    await stage.says("stop", "words")
    stage.wait(days=1)
    await stage.says("menu", "words")
    assert (await stage.says("toch weer meedoen", "words"))[0].text.startswith("Fijn dat je er weer bent.")


async def test_a_number_after_an_answer_came(stage: Stage) -> None:
    """An answer that arrives below an open question has the newest list: the number is its own."""
    await joined(stage, "words")
    for words in ("verhaal", STORY):
        await stage.says(words, "words")
    chat = await address_id(stage, "words")
    async with stage.acting() as acting:
        await journal.offer(acting.connection, stage.secrets, chat, [("1x|mine|", ["Mijn inbreng"])])
    assert (await stage.says("1", "words"))[0].text.startswith("Je hebt nog niets verteld.")
    assert await rows(stage, Node) == []


# A second message while a button is asked


async def test_told_on_beside_a_closed_question(asked: Stage) -> None:
    """Whoever goes on telling in a second message is asked again, and the words are kept for a person."""
    message = await only(asked, Wrote("en bij de brug ligt ook van alles"))
    assert message.text.startswith("Ik weet niet zeker wat je bedoelt.")
    assert "Wat je schreef, heb ik wel bewaard voor een mens die meeleest." in message.text
    assert SHOW_ASKED in message.text
    (node,) = await rows(asked, Node)
    assert (node["kind"], node["text"]) == ("remark", "en bij de brug ligt ook van alles")
    await asked.says("ja")
    assert [row["text"] for row in await rows(asked, Node)][1] == STORY


async def test_a_few_words_beside_a_closed_question(asked: Stage) -> None:
    """A few words are an answer that was not understood, and no remark."""
    assert "bewaard" not in (await only(asked, Wrote("met een hek"))).text
    assert await rows(asked, Node) == []


async def test_words_about_ones_settings(chat: Stage) -> None:
    """Where nothing is told, nothing is kept."""
    await chat.says("instellingen")
    assert "bewaard" not in (await chat.says("kan dit ook in het Turks of zo"))[-1].text
    assert await rows(chat, Node) == []


# After words were offered back


async def test_more_words_after_words(chat: Stage) -> None:
    """Whoever goes on typing says one thing in two messages, and all of it is offered."""
    await chat.says("bij de vijver")
    message = await only(chat, Wrote("daar ligt elke dag glas"))
    assert "“bij de vijver\ndaar ligt elke dag glas”" in message.text
    await chat.presses("Het is een idee")
    (node,) = await rows(chat, Node)
    assert (node["kind"], node["text"]) == ("idea", "bij de vijver\ndaar ligt elke dag glas")


async def test_words_after_a_photo(chat: Stage) -> None:
    """Words after a photo stand beside it."""
    await chat.event(Uploaded("remote", "photo", "image/jpeg", 9_000))
    assert "een foto" in (await only(chat, Wrote("dat is de bank bij de vijver"))).text
    await chat.presses("Bewaar het als opmerking")
    (node,) = await rows(chat, Node)
    (media,) = await rows(chat, Media)
    assert (node["text"], media["node_id"]) == ("dat is de bank bij de vijver", node["id"])


async def test_more_words_than_fit(chat: Stage) -> None:
    """What would make it too long is kept as a remark."""
    await chat.says("glas " * 590)
    assert "Wat je schreef, heb ik wel bewaard" in (await only(chat, Wrote("glas " * 20))).text
    assert [node["kind"] for node in await rows(chat, Node)] == ["remark"]


async def test_a_word_or_two_that_were_offered_back(chat: Stage) -> None:
    """They are let go when somebody asks for something else; more than that waits."""
    await chat.says("hondenpoep overal")
    assert (await chat.says("instellingen"))[0].text.startswith("Dit bewaren we niet: “hondenpoep overal”")
    (message,) = await chat.says("nee")
    assert message.text == "Alles blijft zoals het was."
    await chat.says("hondenpoep op de stoep")
    await chat.says("instellingen")
    assert "“hondenpoep op de stoep”" in (await chat.says("nee"))[-1].text


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("glas", []),
        ("overal", ["Het is een idee"]),
        ("sla over", ["Het is een idee"]),
        ("glas overal", ["Het is een verhaal", "Het is een idee"]),
    ],
)
async def test_what_words_are_enough_for(chat: Stage, text: str, offered: list[str]) -> None:
    """So few words as would be too short for a story or an idea are not offered as one."""
    message = await only(chat, Wrote(text))
    assert labels(message) == [*offered, "Het is een vraag voor een mens", "Niets, laat maar"]


@pytest.mark.parametrize(("keyword", "asks"), [("verhaal", STORY_ASKED), ("idee", "Wat is jouw idee?")])
async def test_a_keyword_takes_no_loose_words(chat: Stage, keyword: str, asks: str) -> None:
    """A bare "verhaal" begins a story: a word or two are let go, and that is said."""
    await chat.says("sla over")
    (message,) = await chat.says(keyword)
    assert message.text.startswith("Dit bewaren we niet: “sla over”")
    assert asks in message.text
    assert await rows(chat, Node) == []


async def test_more_words_wait_for_a_new_idea(chat: Stage) -> None:
    """What is more than a word or two is offered back again after what a keyword began."""
    await chat.says("er ligt glas op het pad")
    assert "Wat is jouw idee?" in (await chat.says("idee"))[-1].text
    assert "“er ligt glas op het pad”" in (await chat.says("Zet er een bak neer."))[-1].text
    assert [row["text"] for row in await rows(chat, Node)] == ["Zet er een bak neer."]


async def test_the_words_of_an_option_take_loose_words(chat: Stage) -> None:
    """The label takes them, and so does its number."""
    await chat.says("er ligt glas op het pad")
    assert (await chat.says("het is een verhaal"))[-1].text.startswith("Dank je. Mogen anderen")
    await chat.says("ja")
    await chat.says("zet er een bak neer")
    assert (await chat.says("2"))[-1].text.startswith("Je idee is binnen.")


async def test_a_question_is_for_a_person_first(chat: Stage) -> None:
    """Words that ask something are offered as a question to a person before anything else."""
    message = await only(chat, Wrote("Wanneer komen de bakken?"))
    assert labels(message)[0] == "Het is een vraag voor een mens"


# What a moderator asked


async def ask(stage: Stage, *numbers: int) -> None:
    """A moderator asks back, a while after this person was last heard."""
    stage.wait(minutes=5)
    async with stage.acting() as acting:
        for number in numbers:
            await ask_back(acting, node_id=number, sentence=f"Waar was dat, bij {number}?")
    await stage.collect()


async def test_loose_words_after_a_question(chat: Stage) -> None:
    """They are offered as the answer first of all, and as anything else after it."""
    await told(chat)
    await ask(chat, 1)
    message = await only(chat, Wrote("Bij de poort."))
    assert "“Waar was dat, bij 1?”" in message.text
    assert labels(message) == [
        "Mijn antwoord bij verhaal 1",
        "Het is een verhaal",
        "Het is een idee",
        "Het is een vraag voor een mens",
        "Niets, laat maar",
    ]
    assert (await only(chat, Wrote("1"))).text.startswith("Dank je. Je antwoord staat erbij")
    assert [row["text"] for row in await rows(chat, Addition)] == ["Bij de poort."]


async def test_loose_words_after_two_questions(chat: Stage) -> None:
    """Which of them is asked, and only when it is an answer at all; meanwhile nothing is decided for them."""
    await told(chat)
    await told(chat)
    await ask(chat, 1, 2)
    await chat.says("Bij de poort.")
    message = (await chat.presses("Het is een antwoord op jullie vraag"))[-1]
    assert labels(message) == ["Waar was dat, bij 1? (verhaal 1)", "Waar was dat, bij 2? (verhaal 2)"]
    async with chat.acting() as acting:
        await publish(acting, node_id=1)
    await chat.collect()
    message = (await chat.presses("Waar was dat, bij 1? (verhaal 1)"))[-1]
    assert labels(message)[0] == "Mijn antwoord bij verhaal 2"
    assert await rows(chat, Addition) == []
    await chat.press_option("answer-2")
    assert [(row["node_id"], row["text"]) for row in await rows(chat, Addition)] == [(2, "Bij de poort.")]


async def test_another_question_while_choosing(chat: Stage) -> None:
    """A press that meant the one question there was is not taken for another."""
    await told(chat)
    await told(chat)
    await ask(chat, 1)
    await chat.says("Bij de poort.")
    await ask(chat, 2)
    pressed = chat.button("Mijn antwoord bij verhaal 1").payload
    message = await only(chat, Pressed(pressed))
    assert labels(message)[0] == "Het is een antwoord op jullie vraag"
    assert await rows(chat, Addition) == []


async def test_over_an_open_question(chat: Stage) -> None:
    """The first words after a question of a moderator are not taken for the story that lay open."""
    await told(chat)
    await chat.says("verhaal")
    await ask(chat, 1)
    message = await only(chat, Wrote("Bij de poort."))
    assert labels(message)[0] == "Mijn antwoord bij verhaal 1"
    messages = await chat.press_option("answer-1")
    assert STORY_ASKED in messages[-1].text
    assert SHOW_ASKED in (await chat.says("Bij de brug ligt glas."))[-1].text


async def test_over_an_open_question_but_a_story(chat: Stage) -> None:
    """When they were the story after all, it is not asked for once more."""
    await told(chat)
    await chat.says("verhaal")
    await ask(chat, 1)
    await chat.says("Bij de poort ligt glas.")
    assert SHOW_ASKED in (await chat.press_option("story"))[-1].text
    (message,) = await chat.says("ja")
    assert message.text.startswith("Je verhaal is binnen.")


async def test_over_a_closed_question(asked: Stage) -> None:
    """A choice is a choice; words that are none may be the answer."""
    await asked.says("ja")
    await asked.says("verhaal")
    await asked.says(STORY)
    await ask(asked, 1)
    message = await only(asked, Wrote("bij de poort aan de kant van de winkels"))
    assert labels(message)[0] == "Mijn antwoord bij verhaal 1"
    assert SHOW_ASKED in (await asked.press_option("answer-1"))[-1].text
    await ask(asked, 1)
    assert (await asked.says("ja"))[0].text.startswith("Je verhaal is binnen. Het is nummer 2.")


async def test_a_voice_after_a_question(chat: Stage) -> None:
    """A voice message too, whatever lies open, and it comes to lie beside the story."""
    await told(chat)
    await chat.says("idee")
    await ask(chat, 1)
    message = await only(chat, Uploaded("remote", "voice", "audio/ogg", 9_000, seconds=12))
    assert labels(message)[:2] == ["Mijn antwoord bij verhaal 1", "Het is een verhaal"]
    assert "Wat is jouw idee?" in (await chat.press_option("answer-1"))[-1].text
    (media,) = await rows(chat, Media)
    assert (media["node_id"], media["state"]) == (1, "noted")


async def test_words_later_on(chat: Stage) -> None:
    """Once something was said since, the open question has the word again."""
    await told(chat)
    await ask(chat, 1)
    await chat.says("verhaal")
    assert SHOW_ASKED in (await chat.says("Bij de brug ligt glas."))[-1].text
