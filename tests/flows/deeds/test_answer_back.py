"""A resident answers what a moderator asked back."""

from __future__ import annotations

from residents import acting_as_resident, joined, rows, told
from stage import Stage

from flows.deeds.answer_back import answer_back, asked_back
from flows.deeds.ask_back import ask_back
from flows.deeds.publish import publish
from storage.tables import Addition, Node


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
    assert (await each_stage.presses("Antwoord geven"))[-1].text == "Wat is je antwoord bij nummer 1?"
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
    await asked(chat)
    async with acting_as_resident(chat) as acting:
        assert await asked_back.run(acting) == [1, 2]
        assert await answer_back.run(acting, 1, "daar") is True
        assert await asked_back.run(acting) == [2]
        assert await answer_back.run(acting, 1, "nog eens") is False
        assert await answer_back.run(acting, 2, "hier") is True
        assert await asked_back.run(acting) == []
    assert [row["node_id"] for row in await rows(chat, Addition)] == [first, first + 1]


async def test_somebody_elses(chat: Stage) -> None:
    """Nobody can answer for another."""
    await asked(chat)
    await joined(chat, "words")
    async with acting_as_resident(chat, "words") as acting:
        assert await asked_back.run(acting) == []
        assert await answer_back.run(acting, 1, "namens een ander") is False
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
