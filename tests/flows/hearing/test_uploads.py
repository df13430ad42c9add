"""Files that a person sends."""

from __future__ import annotations

import pytest
from replies import (
    SHOW_ASKED,
    labels,
    only,
)
from residents import joined, rows
from stage import Stage

from flows.inbound import Event, Unreadable, Uploaded
from storage.tables import Media, Node

VOICE = Uploaded("remote", "voice", "audio/ogg", 9_000, seconds=12)


async def test_told_by_voice(chat: Stage) -> None:
    """A voice message is an answer where one may be told; its reference is sealed."""
    await chat.says("verhaal")
    assert SHOW_ASKED in (await only(chat, VOICE)).text
    await chat.says("ja")
    (node,) = await rows(chat, Node)
    (media,) = await rows(chat, Media)
    assert (node["text"], media["node_id"], media["state"]) == ("", node["id"], "noted")
    assert (media["seconds"], media["mime"], media["size"]) == (12, "audio/ogg", 9_000)
    assert chat.secrets.open(media["remote"]) == b"remote"


async def test_a_photo_with_words(chat: Stage) -> None:
    """What is written with a photo is kept beside it, cleaned."""
    await chat.says("verhaal")
    await only(chat, Uploaded("remote", "photo", caption="kijk\x00 dan\u202e!"))
    await chat.says("ja")
    (node,) = await rows(chat, Node)
    assert node["text"] == "kijk dan!"


@pytest.mark.parametrize(
    ("file", "begins"),
    [
        (Uploaded("r", "voice", size=20_000_001), "Dit bestand is te groot."),
        (Uploaded("r", "photo", size=10**12), "Dit bestand is te groot."),
        (Uploaded("r", "other", "application/zip", 10), "Dit bestand kan ik niet openen."),
    ],
)
async def test_a_file_that_cannot_be_used(asked: Stage, file: Uploaded, begins: str) -> None:
    """It is refused in a sentence, and the conversation stands where it was."""
    message = await only(asked, file)
    assert message.text.startswith(begins)
    assert SHOW_ASKED in message.text
    assert await rows(asked, Media) == []


async def test_a_file_of_the_largest_size(chat: Stage) -> None:
    """The limit itself is allowed."""
    await chat.says("verhaal")
    assert SHOW_ASKED in (await only(chat, Uploaded("r", "voice", size=20_000_000))).text


async def test_a_file_with_nothing_open(chat: Stage) -> None:
    """It is offered back, as a story or a remark."""
    message = await only(chat, VOICE)
    assert labels(message) == ["Het is een verhaal", "Bewaar het als opmerking", "Niets, laat maar"]
    await chat.presses("Bewaar het als opmerking")
    (node,) = await rows(chat, Node)
    (media,) = await rows(chat, Media)
    assert (node["kind"], media["node_id"]) == ("remark", node["id"])


async def test_a_file_on_a_closed_question(asked: Stage) -> None:
    """It is kept for a person to hear, and the buttons come again."""
    message = await only(asked, VOICE)
    assert message.text.startswith("Dat heb ik bewaard voor een mens die meeleest.")
    assert labels(message) == ["Ja, laat maar zien", "Nee, niet laten zien"]
    (node,) = await rows(asked, Node)
    assert node["kind"] == "remark"


async def test_what_a_messenger_says_of_a_file(each_stage: Stage) -> None:
    """A name or a type with characters that cannot be stored is stored without them."""
    await joined(each_stage)
    for file in (Uploaded("r\x00", "voice", "audio/\x00ogg"), Uploaded("\ud800", "voice", "\ud800")):
        await each_stage.event(file)
    assert {row["mime"] for row in await rows(each_stage, Media)} == {"audio/ogg", "\ufffd"}


@pytest.mark.parametrize(
    "event",
    [
        Uploaded("r", "photo"),
        Uploaded("r", "voice", size=20_000_001),
        Uploaded("r", "other", "application/zip", 10),
        Unreadable(),
    ],
    ids=["photo", "large", "zip", "sticker"],
)
async def test_before_agreeing(stage: Stage, event: Event) -> None:
    """Who has not agreed is not invited to send files, but told that it comes later; nothing is kept."""
    await stage.says("hallo")
    await stage.says("nederlands")
    message = await only(stage, event)
    assert message.text.startswith("Dat heb ik niet bewaard. We stellen eerst een paar korte vragen.")
    assert "foto" not in message.text
    assert "Welkom bij" in message.text
    assert await rows(stage, Media) == []
