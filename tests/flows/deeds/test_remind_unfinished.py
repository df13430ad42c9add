"""The reminder of an unfinished conversation: one, never a second."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from residents import address_id, joined, outbox_kinds, rows, set_values
from stage import MONDAY, Stage

from flows.deeds import remind_unfinished as module
from flows.deeds.remind_unfinished import is_overtaken, remind_unfinished
from storage.tables import Address, Conversation, Outbox, Participant


async def remind(stage: Stage) -> int:
    async with stage.acting() as acting:
        return await remind_unfinished(acting)


async def test_one_and_never_a_second(each_stage: Stage) -> None:
    """After the hours that were set someone is reminded; however long it takes, not again."""
    await joined(each_stage)
    await each_stage.says("verhaal")
    each_stage.wait(hours=19, minutes=59)
    assert await remind(each_stage) == 0
    each_stage.wait(minutes=1)
    assert await remind(each_stage) == 1
    (message,) = await each_stage.collect()
    assert message.text.startswith("Je was begonnen, maar nog niet klaar.")
    assert [button.payload for button in message.buttons] == ["1x|resume|", "1x|settings|", "1x|stop|"]
    (nudge,) = [row for row in await rows(each_stage, Outbox) if row["kind"] == "nudge"]
    assert (nudge["key"], nudge["expires_at"]) == ("nudge:1:2026-11-24", MONDAY + timedelta(days=7))
    for days in (1, 2):
        each_stage.wait(days=days)
        assert await remind(each_stage) == 0
    assert len(await outbox_kinds(each_stage)) == 1


async def test_not_again_after_going_on(chat: Stage) -> None:
    """Who goes on after the reminder and stops again is left alone."""
    await chat.says("verhaal")
    chat.wait(hours=21)
    await remind(chat)
    await chat.collect()
    await chat.presses("Verder waar ik was")
    await chat.says("Er ligt glas bij de bank.")
    chat.wait(days=2)
    assert await remind(chat) == 0


@pytest.mark.parametrize("words", [["menu"], ["mijn inbreng"], ["privacy"], ["instellingen", "niets"]])
async def test_not_again_after_a_look_around(chat: Stage, words: list[str]) -> None:
    """Nor does looking at something else meanwhile bring a second reminder of the same story."""
    await chat.says("verhaal")
    chat.wait(hours=21)
    assert await remind(chat) == 1
    for text in words:
        await chat.says(text)
    chat.wait(hours=25)
    assert await remind(chat) == 0


async def test_again_for_another_conversation(chat: Stage) -> None:
    """A conversation that begins later may be reminded of as well."""
    await chat.says("verhaal")
    chat.wait(hours=21)
    assert await remind(chat) == 1
    await chat.says("Er ligt glas bij de bank.")
    await chat.says("ja")
    await chat.says("idee")
    chat.wait(hours=25)
    assert await remind(chat) == 1


async def test_planned_twice(chat: Stage) -> None:
    """A tick that runs on two machines does no harm."""
    await chat.says("verhaal")
    chat.wait(hours=21)
    await remind(chat)
    await set_values(chat, Conversation, remind_at=chat.now, reminded_at=None)
    assert await remind(chat) == 0
    assert len(await outbox_kinds(chat)) == 1


async def test_not_to_who_stopped(chat: Stage) -> None:
    """Who wants nothing of us gets no reminder, also when a question stands open."""
    await chat.says("verhaal")
    await set_values(chat, Participant, stopped_at=MONDAY)
    chat.wait(hours=21)
    assert await remind(chat) == 0
    (row,) = await rows(chat, Conversation)
    assert row["remind_at"] is None


async def test_not_after_it_was_let_go(chat: Stage) -> None:
    """What is about to be thrown away is not reminded of."""
    await chat.says("verhaal")
    chat.wait(days=7)
    assert await remind(chat) == 0


async def test_not_when_it_was_finished(chat: Stage) -> None:
    """Who finished in time is not reminded."""
    await chat.says("verhaal")
    await chat.says("Er ligt glas bij de bank.")
    await chat.says("ja")
    chat.wait(days=2)
    assert await remind(chat) == 0


async def test_a_page_at_a_time(chat: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """Many are reminded in turns, those who wait longest first."""
    monkeypatch.setattr(module, "PAGE", 1)
    await chat.says("verhaal")
    await joined(chat, "words")
    chat.wait(minutes=1)
    await chat.says("verhaal", "words")
    chat.wait(days=1)
    assert [await remind(chat) for _ in range(3)] == [1, 1, 0]
    assert [key for key, _, _ in await outbox_kinds(chat)] == ["nudge:1:2026-11-24", "nudge:2:2026-11-24"]


async def test_of_somebody_who_is_gone(chat: Stage) -> None:
    """A chat with nobody behind it is passed over."""
    await chat.says("verhaal")
    await set_values(chat, Address, participant_id=None)
    chat.wait(days=1)
    assert await remind(chat) == 0


async def overtaken(stage: Stage, planned_at: datetime, *, tried: bool = False) -> bool:
    number = await address_id(stage)
    async with stage.acting() as acting:
        return await is_overtaken(acting.connection, number, planned_at, tried=tried)


async def planned(stage: Stage) -> datetime:
    """Somebody stopped halfway, and the reminder was planned."""
    await joined(stage)
    await stage.says("verhaal")
    stage.wait(hours=20)
    assert await remind(stage) == 1
    await stage.collect()
    return stage.now


async def test_still_wanted(each_stage: Stage) -> None:
    """While nothing is heard of the person a reminder that was planned is to be sent."""
    planned_at = await planned(each_stage)
    each_stage.wait(hours=3)
    assert not await overtaken(each_stage, planned_at)


async def test_overtaken_by_an_answer(each_stage: Stage) -> None:
    """Whoever went on is reminded anew, the usual hours after that; of it once, like anybody."""
    planned_at = await planned(each_stage)
    each_stage.wait(hours=1)
    await each_stage.says("Er ligt glas bij de bank.")
    (row,) = await rows(each_stage, Conversation)
    assert row["remind_at"] is None
    assert await overtaken(each_stage, planned_at)
    (row,) = await rows(each_stage, Conversation)
    assert (row["remind_at"], row["reminded_at"]) == (each_stage.now + timedelta(hours=20), None)
    each_stage.wait(hours=21)
    assert await remind(each_stage) == 1
    assert await remind(each_stage) == 0


async def test_overtaken_by_the_end(chat: Stage) -> None:
    """Whoever finished is not reminded of anything, and what they began after it has its own reminder."""
    planned_at = await planned(chat)
    for words in ("Er ligt glas bij de bank.", "ja"):
        await chat.says(words)
    assert await overtaken(chat, planned_at)
    (row,) = await rows(chat, Conversation)
    assert row["remind_at"] is None
    await chat.says("idee")
    (before,) = await rows(chat, Conversation)
    assert await overtaken(chat, planned_at)
    assert [before] == await rows(chat, Conversation)


async def test_overtaken_but_tried(chat: Stage) -> None:
    """A reminder that may have come through counts as the one."""
    planned_at = await planned(chat)
    chat.wait(hours=1)
    await chat.says("Er ligt glas bij de bank.")
    assert await overtaken(chat, planned_at, tried=True)
    chat.wait(days=3)
    assert await remind(chat) == 0


async def test_a_conversation_that_is_gone(chat: Stage) -> None:
    """Of a chat without a conversation nothing is known; the rest of the program decides."""
    async with chat.acting() as acting:
        assert not await is_overtaken(acting.connection, 99, MONDAY, tried=False)


async def test_stopped_and_back(chat: Stage) -> None:
    """Who had stopped when the reminder was due can still get it after coming back to it."""
    await chat.says("verhaal")
    await set_values(chat, Participant, stopped_at=MONDAY)
    chat.wait(hours=21)
    assert await remind(chat) == 0
    await set_values(chat, Participant, stopped_at=None)
    await chat.says("Er ligt glas bij de bank.")
    chat.wait(hours=21)
    assert await remind(chat) == 1
