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


UNUSABLE: list[tuple[Event, str]] = [
    (Uploaded("r", "voice", size=20_000_001), "Dit bestand is te groot."),
    (Uploaded("r", "photo", size=10**12), "Dit bestand is te groot."),
    (Uploaded("r", "other", "application/zip", 10), "Dit bestand kan ik niet openen."),
    (Uploaded("r", "photo", "application/pdf", 10), "Dit bestand kan ik niet openen."),
    (Uploaded("r", "voice", "text/plain", 10), "Dit bestand kan ik niet openen."),
    (Unreadable(), "Dit soort bericht kan ik niet lezen."),
]


@pytest.mark.parametrize(("event", "sentence"), UNUSABLE)
async def test_what_cannot_be_used_at_a_closed_question(asked: Stage, event: Event, sentence: str) -> None:
    """One sentence, which asks for nothing that would not be taken, and the question as it stood."""
    message = await only(asked, event)
    assert message.text == f"{sentence}\n\n{asked.heard[-2].text}"
    assert SHOW_ASKED in message.text
    assert await rows(asked, Media) == []


@pytest.mark.parametrize(("event", "sentence"), UNUSABLE)
async def test_what_cannot_be_used_at_an_open_question(chat: Stage, event: Event, sentence: str) -> None:
    """The question itself says what can be sent; how large is said too."""
    await chat.says("verhaal")
    message = await only(chat, event)
    size = " Stuur een kleiner bestand, van hooguit 20 MB." if "groot" in sentence else ""
    assert message.text == f"{sentence}{size}\n\n{chat.heard[-2].text}"


@pytest.mark.parametrize(("event", "sentence"), UNUSABLE)
async def test_what_cannot_be_used_with_nothing_open(chat: Stage, event: Event, sentence: str) -> None:
    """It says what can be sent instead."""
    message = await only(chat, event)
    assert message.text.startswith(f"{sentence} ")
    assert labels(message) == ["Menu"]


@pytest.mark.parametrize(
    "mime", ["", "audio/ogg", "application/ogg", "video/mp4", "application/octet-stream"]
)
async def test_what_messengers_call_a_voice_message(chat: Stage, mime: str) -> None:
    """It is fetched first, and judged by what it is."""
    await chat.says("verhaal")
    assert SHOW_ASKED in (await only(chat, Uploaded("r", "voice", mime, 10))).text


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
    assert message.text.startswith("Ik kijk of ik dit kan openen. Lukt dat, dan bewaar ik het")
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
