"""Letting go of what was left unfinished for too long."""

from __future__ import annotations

import pytest
from residents import everything, joined, rows
from stage import Stage

from flows.deeds import expire_unfinished as module
from flows.deeds.expire_unfinished import expire_unfinished
from flows.inbound import Uploaded
from storage.secrets import Secrets
from storage.tables import Conversation, Media

VOICE = Uploaded("remote", "voice", "audio/ogg", 9_000, seconds=12)


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


async def test_who_told_nothing_lost_nothing(chat: Stage) -> None:
    """A question that nobody answered is let go without a word."""
    await chat.says("verhaal")
    chat.wait(days=7)
    async with chat.acting() as acting:
        assert await expire_unfinished(acting) == 1
    (row,) = await rows(chat, Conversation)
    assert (row["script"], row["expired"]) == (None, None)


async def test_files_go_at_once(each_stage: Stage) -> None:
    """The voice message of a half-told story is to be erased, beneath another script as well."""
    await joined(each_stage)
    await each_stage.says("verhaal")
    await each_stage.event(VOICE)
    await each_stage.says("mens")
    each_stage.wait(days=7)
    assert [row["state"] for row in await rows(each_stage, Media)] == ["noted"]
    async with each_stage.acting() as acting:
        await expire_unfinished(acting)
    (row,) = await rows(each_stage, Media)
    assert (row["state"], row["participant_id"], row["remote"]) == ("erase", None, None)


async def test_what_was_contributed_stays(chat: Stage) -> None:
    """A file that became a story is not touched when something else expires."""
    await chat.says("verhaal")
    await chat.event(VOICE)
    await chat.says("ja")
    await chat.says("idee")
    chat.wait(days=7)
    async with chat.acting() as acting:
        assert await expire_unfinished(acting) == 1
    (row,) = await rows(chat, Media)
    assert row["state"] == "noted"
    assert row["node_id"] is not None


async def test_sealed_with_a_lost_secret(chat: Stage) -> None:
    """A journal that can no longer be opened is let go of all the same."""
    await chat.says("verhaal")
    chat.wait(days=7)
    chat.secrets = Secrets("another secret of at least thirty-two characters")
    async with chat.acting() as acting:
        assert await expire_unfinished(acting) == 1
    (row,) = await rows(chat, Conversation)
    assert (row["journal"], row["expired"]) == (None, "story")


async def test_a_page_at_a_time(chat: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """Many are let go of in turns."""
    monkeypatch.setattr(module, "PAGE", 1)
    await chat.says("verhaal")
    await joined(chat, "words")
    await chat.says("verhaal", "words")
    chat.wait(days=7)
    counts = []
    for _ in range(3):
        async with chat.acting() as acting:
            counts.append(await expire_unfinished(acting))
    assert counts == [1, 1, 0]
