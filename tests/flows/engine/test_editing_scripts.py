"""A script is edited while someone is in the middle of it; the database lies between the old and the new."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from residents import rows
from stage import Stage

from flows.deeds.acting import Acting
from flows.deeds.keep_remark import keep_remark
from flows.engine.questions import Option, Phrase, Question
from flows.engine.readers import OneOf, SeveralOf, Text, Told, YesNo
from flows.engine.talk import Next, Query, Script, Talk
from flows.inbound import Edited, Started
from flows.rendering import Message
from storage.tables import Node

WHAT = Question("what", "loose-words-ask", Text())
SHOW = Question("show", "story-may-show", YesNo())
SURE = Question("sure", "forget-sure", YesNo())
LONG = Question("long", "settings-how-long", OneOf((Option("7", "Zeven"), Option("30", "Dertig"))))
PLACES = tuple(Option(key, key.title()) for key in ("north", "east", "south"))
WHERE = Question("where", "settings-which", SeveralOf(PLACES))

ASKED = {
    "what": "Wat wil je zeggen?",
    "show": "Dank je. Mogen anderen",
    "sure": "Weet je het zeker?",
    "long": "Hoe lang wil je pauze?",
    "where": "Wat wil je veranderen?",
}
END = "Alles blijft zoals het was."

Run = Callable[[Talk], Awaitable[Next | None]]


def deploy(chat: Stage, run: Run) -> None:
    """From now on the story script goes like this."""
    chat.scripts = {**chat.scripts, "story": Script("story", run)}


async def remarks(chat: Stage) -> list[str]:
    return [row["text"] for row in await rows(chat, Node)]


def asks(messages: list[Message], name: str) -> bool:
    return messages[-1].text.endswith(ASKED[name]) or ASKED[name] in messages[-1].text


async def first_version(talk: Talk) -> None:
    what = await talk.ask(WHAT)
    show = await talk.ask(SHOW)
    await talk.do(keep_remark, told=Told(f"{what} / {show}"))
    await talk.say("settings-as-they-were")


async def half_way(chat: Stage, run: Run = first_version) -> None:
    """The first question is answered, the second is open."""
    deploy(chat, run)
    await chat.says("verhaal")
    assert asks(await chat.says("glas bij de bank"), "show")


async def test_unedited(chat: Stage) -> None:
    """Left alone, the conversation goes on where it was."""
    await half_way(chat)
    assert (await chat.says("ja"))[-1].text == END
    assert await remarks(chat) == ["glas bij de bank / True"]


async def test_question_added_after_the_open_one(chat: Stage) -> None:
    """A new question is asked when its turn comes, and what was answered stays answered."""
    await half_way(chat)

    async def longer(talk: Talk) -> None:
        what = await talk.ask(WHAT)
        show = await talk.ask(SHOW)
        long = await talk.ask(LONG)
        await talk.do(keep_remark, told=Told(f"{what} / {show} / {long}"))
        await talk.say("settings-as-they-were")

    deploy(chat, longer)
    assert asks(await chat.presses("Ja"), "long")
    assert (await chat.says("dertig"))[-1].text == END
    assert await remarks(chat) == ["glas bij de bank / True / 30"]


async def test_question_added_before_the_open_one(chat: Stage) -> None:
    """A new question is asked next; the button of the one after it waits its turn."""
    await half_way(chat)

    async def longer(talk: Talk) -> None:
        what = await talk.ask(WHAT)
        long = await talk.ask(LONG)
        show = await talk.ask(SHOW)
        await talk.do(keep_remark, told=Told(f"{what} / {long} / {show}"))
        await talk.say("settings-as-they-were")

    deploy(chat, longer)
    messages = await chat.presses("Ja")
    assert messages[-1].text.startswith("Die vraag is al voorbij.")
    assert asks(messages, "long")
    assert asks(await chat.presses("Zeven"), "show")
    assert (await chat.presses("Ja"))[-1].text == END
    assert await remarks(chat) == ["glas bij de bank / 7 / True"]


async def test_question_removed(chat: Stage) -> None:
    """What was answered to a question that is gone is ignored."""
    await half_way(chat)

    async def shorter(talk: Talk) -> None:
        show = await talk.ask(SHOW)
        await talk.do(keep_remark, told=Told(f"{show}"))
        await talk.say("settings-as-they-were")

    deploy(chat, shorter)
    assert (await chat.presses("Nee"))[-1].text == END
    assert await remarks(chat) == ["False"]


async def test_open_question_removed(chat: Stage) -> None:
    """Where the open question is gone, its button is answered kindly and the next question comes."""
    await half_way(chat)

    async def other(talk: Talk) -> None:
        what = await talk.ask(WHAT)
        sure = await talk.ask(SURE)
        await talk.do(keep_remark, told=Told(f"{what} / {sure}"))
        await talk.say("settings-as-they-were")

    deploy(chat, other)
    messages = await chat.presses("Ja")
    assert messages[-1].text.startswith("Die vraag is al voorbij.")
    assert asks(messages, "sure")
    assert (await chat.presses("Ja"))[-1].text == END
    assert await remarks(chat) == ["glas bij de bank / True"]


async def test_question_renamed(chat: Stage) -> None:
    """A question under another name is another question: it is asked again."""
    await half_way(chat)

    async def renamed(talk: Talk) -> None:
        what = await talk.ask(Question("what-else", "loose-words-ask", Text()))
        show = await talk.ask(SHOW)
        await talk.do(keep_remark, told=Told(f"{what} / {show}"))
        await talk.say("settings-as-they-were")

    deploy(chat, renamed)
    assert asks(await chat.presses("Ja"), "what")
    assert asks(await chat.says("een fiets in de sloot"), "show")
    assert (await chat.presses("Ja"))[-1].text == END
    assert await remarks(chat) == ["een fiets in de sloot / True"]


async def test_text_changed(chat: Stage) -> None:
    """Another text asks the same question: nothing is lost, and the old button still counts."""
    await half_way(chat)

    async def reworded(talk: Talk) -> None:
        what = await talk.ask(Question("what", "idea-ask", Text()))
        show = await talk.ask(Question("show", "welcome-consent", YesNo()))
        await talk.do(keep_remark, told=Told(f"{what} / {show}"))
        await talk.say("settings-as-they-were")

    deploy(chat, reworded)
    assert (await chat.presses("Nee"))[-1].text == END
    assert await remarks(chat) == ["glas bij de bank / False"]


async def test_questions_in_another_order(chat: Stage) -> None:
    """Answers are known by name, never by place."""

    async def turned(talk: Talk) -> None:
        show = await talk.ask(SHOW)
        what = await talk.ask(WHAT)
        await talk.do(keep_remark, told=Told(f"{what} / {show}"))
        await talk.say("settings-as-they-were")

    await half_way(chat)
    deploy(chat, turned)
    assert (await chat.presses("Ja"))[-1].text == END
    assert await remarks(chat) == ["glas bij de bank / True"]


def choosing(*keys: str) -> Run:
    """Two questions, the first of which offers these options."""
    offered = OneOf(tuple(Option(key, f"Kies {key}") for key in keys))

    async def run(talk: Talk) -> None:
        long = await talk.ask(LONG.offering(offered))
        show = await talk.ask(SHOW)
        await talk.do(keep_remark, told=Told(f"{long} / {show}"))
        await talk.say("settings-as-they-were")

    return run


async def test_chosen_option_removed(chat: Stage) -> None:
    """Who chose what is no longer offered is asked again, with what is offered now."""
    deploy(chat, choosing("7", "30"))
    await chat.says("verhaal")
    assert asks(await chat.presses("Kies 30"), "show")
    deploy(chat, choosing("7", "14"))
    messages = await chat.presses("Ja")
    assert asks(messages, "long")
    assert [button.label for button in messages[-1].buttons] == ["Kies 7", "Kies 14"]
    assert asks(await chat.presses("Kies 14"), "show")
    await chat.presses("Ja")
    assert await remarks(chat) == ["14 / True"]


async def test_open_option_removed(chat: Stage) -> None:
    """An option that goes while its question is open is refused kindly when it is pressed."""
    deploy(chat, choosing("7", "30"))
    await chat.says("verhaal")
    deploy(chat, choosing("7"))
    messages = await chat.presses("Kies 30")
    assert "knop hoort niet" in messages[-1].text
    assert [button.label for button in messages[-1].buttons] == ["Kies 7"]


async def test_option_added(chat: Stage) -> None:
    """More to choose from changes nothing of what was chosen."""
    deploy(chat, choosing("7", "30"))
    await chat.says("verhaal")
    await chat.presses("Kies 30")
    deploy(chat, choosing("7", "14", "30"))
    assert (await chat.presses("Ja"))[-1].text == END
    assert await remarks(chat) == ["30 / True"]


async def test_picked_option_removed(chat: Stage) -> None:
    """Half an answer of several with an option that is gone begins anew."""

    def picking(*options: Option) -> Run:
        async def run(talk: Talk) -> None:
            where = await talk.ask(WHERE.offering(SeveralOf(options)))
            await talk.do(keep_remark, told=Told("+".join(where)))
            await talk.say("settings-as-they-were")

        return run

    deploy(chat, picking(*PLACES))
    await chat.says("verhaal")
    messages = await chat.presses("East")
    assert [button.label for button in messages[-1].buttons] == ["North", "✓ East", "South", "Klaar"]
    deploy(chat, picking(PLACES[0], PLACES[2]))
    messages = await chat.presses("South")
    assert [button.label for button in messages[-1].buttons] == ["North", "✓ South", "Klaar"]
    await chat.presses("Klaar")
    assert await remarks(chat) == ["south"]


def round_of(items: list[str]) -> Run:
    """One yes or no about each item that is there now; what was agreed to is kept."""

    async def see(_acting: Acting) -> list[str]:
        return items

    there_now = Query("items", see)

    async def run(talk: Talk) -> None:
        agreed = [item for item in await talk.see(there_now) if await talk.ask(SHOW, about=item)]
        await talk.do(keep_remark, told=Told("+".join(agreed)))
        await talk.say("settings-as-they-were")

    return run


async def test_answered_item_withdrawn(chat: Stage) -> None:
    """The answer about an item that was withdrawn is ignored, the answers about others are kept."""
    deploy(chat, round_of(["bench", "bin", "gate"]))
    await chat.says("verhaal")
    await chat.presses("Ja")
    await chat.presses("Ja")
    deploy(chat, round_of(["bin", "gate"]))
    assert (await chat.presses("Ja"))[-1].text == END
    assert await remarks(chat) == ["bin+gate"]


async def test_open_item_withdrawn(chat: Stage) -> None:
    """A press about an item that was withdrawn counts for nothing, least of all for the next one."""
    deploy(chat, round_of(["bench", "bin", "gate"]))
    await chat.says("verhaal")
    await chat.presses("Ja")
    deploy(chat, round_of(["bench", "gate"]))
    messages = await chat.presses("Nee")
    assert messages[-1].text.startswith("Die vraag is al voorbij.")
    assert (await chat.presses("Ja"))[-1].text == END
    assert await remarks(chat) == ["bench+gate"]


async def test_words_about_a_withdrawn_item(chat: Stage) -> None:
    """Neither do words about an item that was withdrawn count for the next one."""
    deploy(chat, round_of(["bench", "bin", "gate"]))
    await chat.says("verhaal")
    await chat.says("nee")
    deploy(chat, round_of(["bench", "gate"]))
    assert asks(await chat.says("ja"), "show")
    assert await remarks(chat) == []
    assert (await chat.says("nee"))[-1].text == END
    assert await remarks(chat) == [""]


async def test_item_added(chat: Stage) -> None:
    """A new item is asked about, wherever it stands."""
    deploy(chat, round_of(["bench", "gate"]))
    await chat.says("verhaal")
    await chat.presses("Ja")
    deploy(chat, round_of(["bench", "gate", "pond"]))
    await chat.presses("Nee")
    assert (await chat.presses("Ja"))[-1].text == END
    assert await remarks(chat) == ["bench+pond"]


async def deed_first(talk: Talk) -> None:
    what = await talk.ask(WHAT)
    await talk.do(keep_remark.about("early"), told=Told(f"early: {what}"))
    await talk.say("remark-kept")
    show = await talk.ask(SHOW)
    await talk.do(keep_remark.about("late"), told=Told(f"late: {show}"))
    await talk.say("settings-as-they-were")


async def test_a_deed_that_was_done_is_never_repeated(chat: Stage) -> None:
    """Wherever it is moved to, and however the questions around it change."""
    deploy(chat, deed_first)
    await chat.says("verhaal")
    messages = await chat.says("glas bij de bank")
    assert messages[-1].text.startswith("We hebben het bewaard.")
    assert await remarks(chat) == ["early: glas bij de bank"]

    async def moved(talk: Talk) -> None:
        what = await talk.ask(Question("new", "loose-words-ask", Text()))
        show = await talk.ask(SHOW)
        await talk.do(keep_remark.about("late"), told=Told(f"late: {show}"))
        await talk.do(keep_remark.about("early"), told=Told(f"early: {what}"))
        await talk.say("settings-as-they-were")

    deploy(chat, moved)
    await chat.presses("Ja")
    assert asks(await chat.says("iets anders"), "show")
    assert (await chat.presses("Ja"))[-1].text == END
    assert await remarks(chat) == ["early: glas bij de bank", "late: True"]


async def test_a_deed_inserted_after_the_open_question(chat: Stage) -> None:
    """It is done when its turn comes, once."""
    await half_way(chat)

    async def more(talk: Talk) -> None:
        what = await talk.ask(WHAT)
        show = await talk.ask(SHOW)
        await talk.do(keep_remark.about("extra"), told=Told("extra"))
        await talk.do(keep_remark, told=Told(f"{what} / {show}"))
        await talk.say("settings-as-they-were")

    deploy(chat, more)
    assert (await chat.presses("Ja"))[-1].text == END
    assert await remarks(chat) == ["extra", "glas bij de bank / True"]


async def test_a_deed_inserted_before_the_open_question(chat: Stage) -> None:
    """It is done once, whatever comes next: an answer in words, a press, a look at the menu."""
    await half_way(chat)

    async def more(talk: Talk) -> None:
        what = await talk.ask(WHAT)
        await talk.do(keep_remark.about("extra"), told=Told(f"extra: {what}"))
        await talk.ask(SHOW)
        await talk.say("settings-as-they-were")

    deploy(chat, more)
    await chat.says("menu")
    assert asks(await chat.says("hoezo"), "show")
    assert (await chat.says("ja"))[-1].text == END
    assert await remarks(chat) == ["extra: glas bij de bank"]


async def test_a_deed_in_place_of_the_open_question(chat: Stage) -> None:
    """Where the open question is gone and a deed comes next, it is done once and nothing said is lost."""
    await half_way(chat)

    async def shorter(talk: Talk) -> None:
        what = await talk.ask(WHAT)
        await talk.do(keep_remark.about("extra"), told=Told(f"extra: {what}"))

    deploy(chat, shorter)
    messages = await chat.says("ja, laat dat glas zien")
    assert "“ja, laat dat glas zien”" in messages[-1].text
    await chat.presses("Niets, laat maar")
    assert await remarks(chat) == ["extra: glas bij de bank"]


async def test_a_deed_and_another_question_in_place_of_the_open_one(chat: Stage) -> None:
    """The same goes for a press, and the next question comes."""
    await half_way(chat)

    async def other(talk: Talk) -> None:
        what = await talk.ask(WHAT)
        await talk.do(keep_remark.about("extra"), told=Told(f"extra: {what}"))
        await talk.ask(SURE)
        await talk.say("settings-as-they-were")

    deploy(chat, other)
    assert asks(await chat.presses("Ja"), "sure")
    assert (await chat.presses("Ja"))[-1].text == END
    assert await remarks(chat) == ["extra: glas bij de bank"]


async def test_words_never_answer_a_question_that_was_not_asked(chat: Stage) -> None:
    """Words that were meant for the question on the screen do not answer a new one that came before it."""
    await half_way(chat)

    async def longer(talk: Talk) -> None:
        what = await talk.ask(WHAT)
        sure = await talk.ask(SURE)
        show = await talk.ask(SHOW)
        await talk.do(keep_remark, told=Told(f"{what} / {sure} / {show}"))
        await talk.say("settings-as-they-were")

    deploy(chat, longer)
    messages = await chat.says("ja")
    assert messages[-1].text.startswith("Deze vraag is net veranderd.")
    assert asks(messages, "sure")
    assert asks(await chat.says("nee"), "show")
    await chat.says("ja")
    assert await remarks(chat) == ["glas bij de bank / False / True"]


async def test_what_is_said_after_an_inserted_deed(chat: Stage) -> None:
    """It is said once, with the first thing that happens after the edit."""
    await half_way(chat)

    async def more(talk: Talk) -> None:
        what = await talk.ask(WHAT)
        await talk.do(keep_remark.about("extra"), told=Told(f"extra: {what}"))
        await talk.say("remark-kept")
        await talk.ask(SHOW)
        await talk.say("settings-as-they-were")

    deploy(chat, more)
    messages = await chat.presses("Ja")
    assert messages[-1].text == f"We hebben het bewaard. Iemand leest het.\n\n{END}"
    assert await remarks(chat) == ["extra: glas bij de bank"]


async def test_what_is_said_after_an_inserted_deed_on_coming_back(chat: Stage) -> None:
    """The same for whoever opens the chat again; after that it is not repeated."""
    await half_way(chat)

    async def more(talk: Talk) -> None:
        await talk.ask(WHAT)
        await talk.do(keep_remark.about("extra"), told=Told("extra"))
        await talk.say("remark-kept")
        await talk.ask(SHOW)

    deploy(chat, more)
    for said in (True, False):
        messages = await chat.event(Started())
        assert asks(messages, "show")
        assert ("We hebben het bewaard." in messages[0].text) is said


async def test_an_edited_message_after_an_edit_of_the_script(chat: Stage) -> None:
    """Correcting an answer looks for its question without doing what a new version would do before it."""
    await half_way(chat)

    async def more(talk: Talk) -> None:
        await talk.do(keep_remark.about("extra"), told=Told("extra"))
        what = await talk.ask(WHAT)
        show = await talk.ask(SHOW)
        await talk.do(keep_remark, told=Told(f"{what} / {show}"))
        await talk.say("settings-as-they-were")

    deploy(chat, more)
    messages = await chat.event(Edited("glas bij de poort"), message_id="m2")
    assert messages[-1].text.startswith("Dit was al verstuurd.")
    assert (await chat.presses("Ja"))[-1].text == END
    assert await remarks(chat) == ["extra", "glas bij de bank / True"]


async def test_a_deed_removed(chat: Stage) -> None:
    """The result of a deed that is gone is ignored; what it stored stays."""
    deploy(chat, deed_first)
    await chat.says("verhaal")
    await chat.says("glas bij de bank")

    async def without(talk: Talk) -> None:
        await talk.ask(WHAT)
        show = await talk.ask(SHOW)
        await talk.do(keep_remark.about("late"), told=Told(f"late: {show}"))
        await talk.say("settings-as-they-were")

    deploy(chat, without)
    assert (await chat.presses("Ja"))[-1].text == END
    assert await remarks(chat) == ["early: glas bij de bank", "late: True"]


async def test_the_script_that_follows_is_edited(chat: Stage) -> None:
    """A script that follows begins as it is now, with the answers it was given."""
    await half_way(chat)

    async def handing_over(talk: Talk) -> Next:
        what = await talk.ask(WHAT)
        await talk.ask(SHOW)
        return Next("second", {"what": what, "gone": "ignored"})

    async def second(talk: Talk) -> None:
        what = await talk.ask(WHAT)
        await talk.say("loose-words-as-what", words=what)
        await talk.ask(SURE)

    deploy(chat, handing_over)
    chat.scripts = {**chat.scripts, "second": Script("second", second)}
    messages = await chat.presses("Ja")
    assert "“glas bij de bank”" in messages[-1].text
    assert asks(messages, "sure")


async def test_said_only_once_across_an_edit(chat: Stage) -> None:
    """A sentence that is put in before what was answered already stays unsaid."""
    await half_way(chat)

    async def chattier(talk: Talk) -> None:
        await talk.say("remark-kept")
        await talk.ask(WHAT)
        await talk.say("story-kept-private")
        await talk.ask(SHOW)
        await talk.say("settings-as-they-were")
        await talk.say("loose-words-as-what", words=Phrase("told-photo"))

    deploy(chat, chattier)
    (message,) = await chat.presses("Ja")
    assert message.text.startswith(END)
    assert "een foto" in message.text
