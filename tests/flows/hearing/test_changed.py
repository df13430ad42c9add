"""The open question is edited while someone answers it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest
from residents import rows
from stage import Stage

from flows.deeds.keep_remark import keep_remark
from flows.engine.questions import Option, Question
from flows.engine.readers import OneOf, Telling, Text, Told
from flows.engine.talk import Script, Talk
from flows.inbound import Edited, Event, Located, Uploaded, Wrote
from storage.tables import Node

WHAT = Question("what", "loose-words-ask", Text())
MORE = Question("more", "idea-ask", Text())
LATER = Question("later", "media-lost", Text())
LONG = Question("long", "settings-how-long", OneOf((Option("7", "Zeven"), Option("30", "Dertig"))))

LATER_ASKED = "Het is niet gelukt om je bestand op te halen. Wil je het nog eens sturen?"
END = "Alles blijft zoals het was."


def deploy(chat: Stage, run: Callable[[Talk], Awaitable[None]]) -> None:
    """From now on the story script goes like this."""
    chat.scripts = {**chat.scripts, "story": Script("story", run)}


async def remarks(chat: Stage) -> list[str]:
    return [row["text"] for row in await rows(chat, Node)]


async def only_later(talk: Talk) -> None:
    what = await talk.ask(WHAT)
    later = await talk.ask(LATER)
    await talk.do(keep_remark, told=Told(f"{what} / {later}"))
    await talk.say("settings-as-they-were")


async def half_way(chat: Stage) -> None:
    """Two questions that are answered in words of one's own; the second is open."""

    async def two(talk: Talk) -> None:
        what = await talk.ask(WHAT)
        more = await talk.ask(MORE)
        await talk.do(keep_remark, told=Told(f"{what} / {more}"))
        await talk.say("settings-as-they-were")

    deploy(chat, two)
    await chat.says("verhaal")
    assert (await chat.says("glas bij de bank"))[-1].text.startswith("Wat is jouw idee?")


async def test_words_are_offered_as_the_answer_to_the_new_question(chat: Stage) -> None:
    """Where the new question is answered in words too, the words are said back, and one press uses them."""
    await half_way(chat)
    deploy(chat, only_later)
    first, question = await chat.says("vooral op vrijdag")
    assert first.text == "Deze vraag is net veranderd. Je stuurde: “vooral op vrijdag”"
    assert [button.label for button in first.buttons] == ["Dat is mijn antwoord"]
    assert question.text.startswith(LATER_ASKED)
    assert (await chat.presses("Dat is mijn antwoord"))[-1].text == END
    assert await remarks(chat) == ["glas bij de bank / vooral op vrijdag"]
    assert (await chat.presses("Dat is mijn antwoord"))[-1].text.startswith("Die vraag is al voorbij.")


async def test_words_are_not_taken_for_the_answer_unasked(chat: Stage) -> None:
    """Whoever answers the new question in other words has answered it."""
    await half_way(chat)
    deploy(chat, only_later)
    await chat.says("vooral op vrijdag")
    assert (await chat.says("dat weet niemand"))[-1].text == END
    assert await remarks(chat) == ["glas bij de bank / dat weet niemand"]


async def test_words_that_were_offered_can_be_corrected(chat: Stage) -> None:
    """An edit of the message changes what is offered, and answers nothing by itself."""
    await half_way(chat)
    deploy(chat, only_later)
    await chat.event(Wrote("vooral op vrijdag"), message_id="own")
    messages = await chat.event(Edited("vooral op zaterdag"), message_id="own")
    assert messages[-1].text.endswith(LATER_ASKED)
    await chat.presses("Dat is mijn antwoord")
    assert await remarks(chat) == ["glas bij de bank / vooral op zaterdag"]


async def test_a_voice_message_is_offered_too(chat: Stage) -> None:
    """The same with a voice message where one may be told, with a word for what it was."""
    await half_way(chat)
    deploy(chat, telling)
    first, _question = await chat.event(Uploaded("remote", "voice", "audio/ogg", 9_000, 12))
    assert first.text == "Deze vraag is net veranderd. Je stuurde: “een spraakbericht”"
    assert (await chat.says("dat is mijn antwoord"))[-1].text == END
    assert await remarks(chat) == ["voice"]


async def telling(talk: Talk) -> None:
    told = await talk.ask(Question("told", "loose-words-ask", Telling()))
    await talk.do(keep_remark, told=Told(told.kind))
    await talk.say("settings-as-they-were")


@pytest.mark.parametrize(
    ("event", "kept"),
    [
        (Wrote("Bij de brug is het pad te smal."), ["Bij de brug is het pad te smal."]),
        (Uploaded("remote", "photo", caption="kijk"), ["kijk"]),
        (Wrote("nee hoor"), []),
        (Wrote("2"), []),
        (Located(52.0, 5.0), []),
    ],
    ids=["words", "photo", "no", "number", "place"],
)
async def test_words_that_cannot_answer_the_new_question(chat: Stage, event: Event, kept: list[str]) -> None:
    """What was told is kept for a person to read, and that is said; a bare choice is made again."""
    await half_way(chat)

    async def other(talk: Talk) -> None:
        await talk.ask(WHAT)
        await talk.ask(LONG)
        await talk.say("settings-as-they-were")

    deploy(chat, other)
    messages = await chat.event(event)
    assert messages[-1].text.startswith("Deze vraag is net veranderd.")
    assert ("bewaard voor een mens" in messages[-1].text) is bool(kept)
    assert "Hoe lang wil je pauze?" in messages[-1].text
    assert await remarks(chat) == kept


async def test_a_keyword_while_the_question_changes(chat: Stage) -> None:
    """Words that ask for something are heard as such."""
    await half_way(chat)
    deploy(chat, only_later)
    assert (await chat.says("menu"))[-1].text == "Wat wil je doen?"
    assert (await chat.says("stop"))[-1].text.startswith("Goed, we schrijven je niet meer.")
