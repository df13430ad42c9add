"""A resident answers what a moderator asked back."""

from __future__ import annotations

from residents import acting_as_resident, joined, rows, told
from stage import Stage

from flows.deeds.answer_back import AskedBack, answer_back, asked_back, asked_since
from flows.deeds.ask_back import ask_back
from flows.deeds.publish import publish
from flows.deeds.undo_decision import undo_decision
from flows.engine.readers import Told
from flows.inbound import Uploaded
from storage.tables import Addition, Media, Node

FIRST = AskedBack("story", 1, "Waar precies?")
SECOND = AskedBack("story", 2, "Welke bank?")


async def asked(stage: Stage, sentence: str = "Waar precies?") -> int:
    node_id = await told(stage)
    async with stage.acting() as acting:
        await ask_back(acting, node_id=node_id, sentence=sentence)
    await stage.collect()
    return node_id


async def test_the_answer_goes_to_the_same_item(each_stage: Stage) -> None:
    """It is added with its moment, and the item waits in the queue again."""
    await joined(each_stage)
    node_id = await asked(each_stage)
    each_stage.wait(hours=1)
    question = (await each_stage.presses("Antwoord geven"))[-1].text
    assert question == "We vroegen bij jouw verhaal 1: “Waar precies?”\nWat is je antwoord?"
    await each_stage.says("Bij de vijver\x00.")
    (addition,) = await rows(each_stage, Addition)
    assert (addition["node_id"], addition["text"], addition["at"]) == (
        node_id,
        "Bij de vijver.",
        each_stage.now,
    )
    assert (await rows(each_stage, Node))[0]["state"] == "waiting"


async def test_longest_waiting_first(chat: Stage) -> None:
    """Of two questions the one that was asked first is answered first."""
    first = await asked(chat)
    chat.wait(minutes=1)
    await asked(chat, "Welke bank?")
    async with acting_as_resident(chat) as acting:
        assert await asked_back.run(acting) == [FIRST, SECOND]
        assert await answer_back.run(acting, 1, Told("daar")) is True
        assert await asked_back.run(acting) == [SECOND]
        assert await answer_back.run(acting, 1, Told("nog eens")) is False
        assert await answer_back.run(acting, 2, Told("hier")) is True
        assert await asked_back.run(acting) == []
    assert [row["node_id"] for row in await rows(chat, Addition)] == [first, first + 1]


async def test_somebody_elses(chat: Stage) -> None:
    """Nobody can answer for another."""
    await asked(chat)
    await joined(chat, "words")
    async with acting_as_resident(chat, "words") as acting:
        assert await asked_back.run(acting) == []
        assert await answer_back.run(acting, 1, Told("namens een ander")) is False
    assert await rows(chat, Addition) == []


async def test_nothing_was_asked(chat: Stage) -> None:
    """An old button leads nowhere, kindly."""
    await asked(chat)
    await chat.presses("Antwoord geven")
    await chat.says("Bij de vijver.")
    (message,) = await chat.presses("Antwoord geven")
    assert message.text == "Er is nu geen vraag meer open. Dank je wel."


async def test_decided_while_answering(chat: Stage) -> None:
    """Words that come after the decision are not lost: they are offered back."""
    node_id = await asked(chat)
    await chat.presses("Antwoord geven")
    async with chat.acting() as acting:
        await publish(acting, node_id=node_id)
    await chat.collect()
    message = (await chat.says("Bij de vijver."))[-1]
    assert "“Bij de vijver.”" in message.text
    assert await rows(chat, Addition) == []


async def test_by_voice(each_stage: Stage) -> None:
    """What is spoken or shown lies beside the item as a file, with what was written along."""
    await joined(each_stage)
    node_id = await asked(each_stage)
    await each_stage.presses("Antwoord geven")
    (message,) = await each_stage.event(Uploaded("remote", "photo", caption="Deze bank."))
    assert message.text.startswith("Dank je. Je antwoord staat erbij")
    (addition,) = await rows(each_stage, Addition)
    (media,) = await rows(each_stage, Media)
    assert (addition["text"], media["node_id"], media["state"]) == ("Deze bank.", node_id, "noted")


async def test_asked_once_more(chat: Stage) -> None:
    """Of what was asked the last that stands is the question; what was taken back asks nothing."""
    node_id = await asked(chat)
    await chat.presses("Antwoord geven")
    await chat.says("Bij de vijver.")
    chat.wait(minutes=1)
    async with chat.acting() as acting:
        await ask_back(acting, node_id=node_id, sentence="Welke vijver?")
    async with acting_as_resident(chat) as acting:
        assert [one.question for one in await asked_back.run(acting)] == ["Welke vijver?"]
    async with chat.acting() as acting:
        await undo_decision(acting, node_id=node_id)
    async with acting_as_resident(chat) as acting:
        assert await asked_back.run(acting) == []


async def test_asked_since(chat: Stage) -> None:
    """Only what was asked after a moment, and only of this person."""
    before = chat.now
    chat.wait(minutes=1)
    await asked(chat)
    await joined(chat, "words")
    async with acting_as_resident(chat) as acting:
        assert await asked_since(acting, before)
        assert not await asked_since(acting, chat.now)
    async with acting_as_resident(chat, "words") as acting:
        assert not await asked_since(acting, before)
