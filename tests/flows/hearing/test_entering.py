"""Coming in: for the first time, or back."""

from __future__ import annotations

from datetime import timedelta

from replies import (
    LANGUAGE,
    STALE,
    STORY_ASKED,
    UNKNOWN,
    labels,
    only,
)
from residents import rows
from stage import Stage

from flows.deeds.expire_unfinished import expire_unfinished
from flows.inbound import Pressed, Started, Unreadable, Wrote
from storage.tables import Conversation, Node, Participant


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
    """Who stopped before agreeing starts at the beginning when they write again, in their own language."""
    await stage.says("hallo")
    await stage.says("nederlands")
    await stage.says("stop")
    messages = await stage.says("toch maar wel")
    assert messages[-1].text.startswith("Welkom bij")


async def test_joining_after_all(chat: Stage) -> None:
    """The button of someone who said no leads who agreed meanwhile to the menu."""
    assert (await only(chat, Pressed("1x|join|"))).text.startswith("Fijn dat je er weer bent.")


async def test_explained_before_agreeing(stage: Stage) -> None:
    """Where nothing is open and someone did not agree yet, what is explained comes before the welcome."""
    await stage.says("hallo")
    await stage.says("stop")
    message = (await stage.event(Unreadable()))[-1]
    assert message.text.startswith("Dat heb ik niet bewaard.")
    assert message.text.endswith(LANGUAGE)


async def test_what_was_let_go_is_told_once(chat: Stage) -> None:
    """Who comes back after too long hears that nothing of it is left, the first time only."""
    await chat.says("verhaal")
    await chat.says("Elke ochtend ligt er glas bij de bankjes.")
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
    assert message.text.startswith(GONE)
    assert "“nog iets over de bank”" in message.text
    await asked.presses("Niets, laat maar")
    (row,) = await rows(asked, Conversation)
    assert (row["script"], row["beneath"]) == (None, None)


async def test_going_on_in_a_script_that_no_longer_exists(asked: Stage) -> None:
    """The way back leads to the menu."""
    asked.scripts = {name: one for name, one in asked.scripts.items() if name != "story"}
    message = await only(asked, Pressed("1x|resume|"))
    assert (message.text, labels(message)) == (f"{GONE}\n\nEr staat niets open.", ["Menu"])


async def test_a_press_in_a_script_that_no_longer_exists(asked: Stage) -> None:
    """It is stale, and nothing happens."""
    asked.scripts = {name: one for name, one in asked.scripts.items() if name != "story"}
    message = await only(asked, Pressed(asked.button("Ja, laat maar zien").payload))
    assert (message.text, labels(message)) == (f"{GONE}\n\n{STALE}", ["Menu"])
    assert await rows(asked, Node) == []


async def test_a_script_beneath_that_no_longer_exists(asked: Stage) -> None:
    """The script on top comes to its end as usual, and then it is told."""
    await asked.says("mens")
    asked.scripts = {name: one for name, one in asked.scripts.items() if name != "story"}
    first, second = await asked.says("Bel me maar.")
    assert first.text.startswith("We hebben het doorgegeven.")
    assert second.text == GONE


async def test_a_button_for_a_script_that_no_longer_exists(chat: Stage) -> None:
    """An old button for it says so, instead of nothing."""
    chat.scripts = {name: one for name, one in chat.scripts.items() if name != "mine"}
    message = await only(chat, Pressed("1x|mine|"))
    assert (message.text, labels(message)) == (UNKNOWN, ["Menu"])


GONE = "Waar je mee bezig was, is er niet meer. Daar hebben we niets van bewaard."
HAD_STOPPED = "Je hebt berichten uitgezet."


async def test_coming_in_after_stopping(chat: Stage) -> None:
    """Who stopped and opens the chat again is told so each time, and can have it otherwise with one press."""
    await chat.says("stop")
    for _ in range(2):
        first, menu = await chat.event(Started())
        assert first.text.startswith("Fijn dat je er weer bent.\n\nJe hebt berichten uitgezet.")
        assert labels(first) == ["Toch weer meedoen"]
        assert menu.text == "Wat wil je doen?"
    await chat.presses("Toch weer meedoen")
    assert (await rows(chat, Participant))[0]["stopped_at"] is None
    assert HAD_STOPPED not in (await only(chat, Started())).text


async def test_coming_in_after_stopping_with_a_question_open(chat: Stage) -> None:
    """The same, and then the question that was open."""
    await chat.says("stop")
    await chat.says("verhaal")
    first, question = await chat.event(Started())
    assert HAD_STOPPED in first.text
    assert question.text.startswith(STORY_ASKED)


async def test_coming_in_after_too_long(chat: Stage) -> None:
    """Who opens the chat again hears that what was half told is gone, once."""
    await chat.says("verhaal")
    await chat.says("Elke ochtend ligt er glas bij de bankjes.")
    await expired(chat)
    message = await only(chat, Started())
    assert message.text.startswith("Fijn dat je er weer bent.\n\nJe was vorige keer halverwege.")
    assert message.text.endswith("Wat wil je doen?")
    assert "halverwege" not in (await only(chat, Started())).text


async def test_coming_in_too_long_after_a_welcome(stage: Stage) -> None:
    """A welcome that was left begins anew, and nobody claims that something was thrown away."""
    await stage.says("hallo")
    await stage.says("nederlands")
    await expired(stage)
    message = await only(stage, Started())
    assert message.text.startswith("Je was vorige keer nog niet klaar. We beginnen opnieuw.")
    assert "weggegooid" not in message.text


async def test_a_late_message_takes_no_news_away(chat: Stage) -> None:
    """What was let go is told with the first message that is heard in its turn."""
    await chat.says("verhaal")
    await chat.says("Elke ochtend ligt er glas bij de bankjes.")
    await expired(chat)
    await chat.event(Wrote("nog van vorige week"), order=0, at=chat.now - timedelta(days=8))
    assert (await chat.says("menu"))[0].text.startswith("Je was vorige keer halverwege.")


async def expired(stage: Stage) -> None:
    """What was open is let go."""
    stage.wait(days=8)
    async with stage.acting() as acting:
        assert await expire_unfinished(acting) == 1


async def test_coming_in_to_a_script_that_no_longer_exists(asked: Stage) -> None:
    """It is told kindly, and the menu comes instead."""
    asked.scripts = {name: one for name, one in asked.scripts.items() if name != "story"}
    message = await only(asked, Started())
    assert "Waar je mee bezig was, is er niet meer." in message.text
    assert "Wat wil je doen?" in message.text
    assert "Mijn inbreng" in labels(message)


async def test_the_language_is_asked_once(stage: Stage) -> None:
    """Who chose a language before is welcomed in it, also after stopping or saying no."""
    await stage.says("hallo")
    await stage.says("english")
    await stage.says("stop")
    assert (await stage.says("hello"))[-1].text.startswith("Welcome to “A clean park”.")
    for words in ("next", "next", "clear", "i live here", "no"):
        await stage.says(words)
    (again,) = await stage.presses("Take part after all")
    assert again.text.startswith("Welcome to “A clean park”.")
    assert "nederlands" not in again.text.casefold()
    assert "Welkom bij" in (await stage.says("nederlands"))[-1].text
