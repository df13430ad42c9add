"""A file that a resident sends is noted as a reference, whatever is claimed of it."""

from __future__ import annotations

import pytest
from residents import acting_as_resident, joined, rows
from stage import Stage

from flows.deeds.note_media import note_media
from flows.inbound import Edited, Uploaded
from storage.tables import Media

VOICE = Uploaded("remote", "voice", "audio/ogg", 9_000, seconds=12)


async def states(stage: Stage) -> list[tuple[str, bool]]:
    """What is to become of each file, and whether it is part of a contribution."""
    return [(row["state"], row["node_id"] is not None) for row in await rows(stage, Media)]


async def test_noted(each_stage: Stage) -> None:
    """The messenger's own name of it is sealed; ours is new."""
    await joined(each_stage)
    async with acting_as_resident(each_stage) as acting:
        sent = await note_media(acting, Uploaded("remote", "voice", "audio/ogg", 9_000, 12, "Hoor eens."))
    (row,) = await rows(each_stage, Media)
    assert (sent.media, sent.kind, sent.caption, sent.seconds) == (row["key"], "voice", "Hoor eens.", 12)
    assert (row["state"], row["mime"], row["size"], row["seconds"]) == ("noted", "audio/ogg", 9_000, 12)
    assert each_stage.secrets.open(row["remote"]) == b"remote"


@pytest.mark.parametrize("claimed", [-1, 86_401, 2**31, 2**63, 10**400])
async def test_forged_length_and_size(each_stage: Stage, claimed: int) -> None:
    """A length that nothing has is no length, and a size is what the column holds; no turn fails of it."""
    await joined(each_stage)
    file = Uploaded("remote", "voice", "audio/ogg", claimed, claimed)
    async with acting_as_resident(each_stage) as acting:
        assert (await note_media(acting, file)).seconds is None
    (row,) = await rows(each_stage, Media)
    assert row["seconds"] is None
    assert row["size"] == min(max(claimed, 0), 2**31 - 1)


async def test_said_with_a_forged_length(each_stage: Stage) -> None:
    """The whole turn goes on, with and without a question that the voice message answers."""
    await joined(each_stage)
    forged = Uploaded("remote", "voice", "audio/ogg", 0, 2**40)
    for words in ("verhaal", ""):
        if words:
            await each_stage.says(words)
        assert await each_stage.event(forged)
        await each_stage.says("stop")
    assert [row["seconds"] for row in await rows(each_stage, Media)] == [None, None]


GONE, KEPT, OPEN = ("erase", False), ("noted", True), ("noted", False)


@pytest.mark.parametrize("way_out", [["stop"], ["vergeet mij", "ja"]])
async def test_who_leaves_takes_it_along(each_stage: Stage, way_out: list[str]) -> None:
    """What was half told is to be erased at once when its teller leaves."""
    await joined(each_stage)
    await each_stage.says("verhaal")
    await each_stage.event(VOICE)
    assert await states(each_stage) == [OPEN]
    for words in way_out:
        await each_stage.says(words)
    assert await states(each_stage) == [GONE]
    (row,) = await rows(each_stage, Media)
    assert (row["participant_id"], row["remote"]) == (None, None)


async def test_dropped(chat: Stage) -> None:
    """A voice message out of the blue with which its sender wants nothing done is not kept."""
    await chat.event(VOICE)
    assert await states(chat) == [OPEN]
    await chat.press_option("nothing")
    assert await states(chat) == [GONE]


async def test_from_loose_words_to_a_story(chat: Stage) -> None:
    """A voice message that becomes a story goes with it from script to script."""
    await chat.event(VOICE)
    await chat.press_option("story")
    assert await states(chat) == [OPEN]
    await chat.says("ja")
    assert await states(chat) == [KEPT]


async def test_beneath_another_script(chat: Stage) -> None:
    """A look at something else changes nothing."""
    await chat.says("verhaal")
    await chat.event(VOICE)
    for words in ("menu", "mijn inbreng", "mens", "Bel me maar."):
        await chat.says(words)
    assert await states(chat) == [OPEN]
    await chat.says("ja")
    assert await states(chat) == [KEPT]


async def test_an_answer_that_is_corrected(chat: Stage) -> None:
    """Words in the place of a photo leave no photo behind."""
    await chat.says("verhaal")
    await chat.event(Uploaded("remote", "photo", caption="Kijk."), message_id="m-photo")
    assert await states(chat) == [OPEN]
    await chat.event(Edited("Er ligt glas bij de bank, elke ochtend."), message_id="m-photo")
    assert await states(chat) == [GONE]
