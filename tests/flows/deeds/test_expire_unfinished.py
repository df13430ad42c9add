"""Letting go of what was left unfinished for too long."""

from __future__ import annotations

from residents import everything, joined, rows
from stage import Stage

from flows.deeds.expire_unfinished import expire_unfinished
from storage.tables import Conversation


async def test_nothing_of_it_is_left(each_stage: Stage) -> None:
    """What was half said is erased, beneath as well; only the name of the script is remembered."""
    await joined(each_stage)
    await each_stage.says("verhaal")
    await each_stage.says("Er ligt glas bij de bank.")
    await each_stage.says("mens")
    each_stage.wait(days=6, hours=23)
    async with each_stage.acting() as acting:
        assert await expire_unfinished(acting) == 0
    each_stage.wait(hours=1)
    async with each_stage.acting() as acting:
        assert await expire_unfinished(acting) == 1
        assert await expire_unfinished(acting) == 0
    (row,) = await rows(each_stage, Conversation)
    assert row["expired"] == "person"
    for column in ("script", "journal", "beneath", "offered", "open_question", "remind_at", "expires_at"):
        assert row[column] is None


async def test_only_what_is_too_old(chat: Stage) -> None:
    """Others keep what they have."""
    await joined(chat, "words")
    await chat.says("verhaal")
    chat.wait(days=6)
    await chat.says("verhaal", "words")
    chat.wait(days=1)
    async with chat.acting() as acting:
        assert await expire_unfinished(acting) == 1
    assert [row["script"] for row in await rows(chat, Conversation)] == [None, "story"]
    assert "expired" not in await everything(chat)
