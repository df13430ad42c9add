"""A file turned out to be unusable after the turn."""

from __future__ import annotations

from dataclasses import replace

import pytest
from residents import acting_as_resident, joined, rows, set_values, told
from stage import WORDING, Stage

from flows.deeds.ask_back import ask_back
from flows.deeds.forget_me import forget_me
from flows.deeds.refuse_media import refuse_media
from flows.inbound import Blocked, Uploaded
from flows.rendering import Message
from storage.tables import Addition, Media, Node, Outbox

VOICE = Uploaded("remote", "voice", "audio/ogg", 9_000, seconds=12)
DAMAGED = "Je bestand is beschadigd. Wil je het nog eens sturen?"


async def refuse(stage: Stage, reason: str = "media-damaged", key: str = "") -> list[Message]:
    key = key or (await rows(stage, Media))[0]["key"]
    async with stage.acting() as acting:
        await refuse_media(acting, key, reason)
    return await stage.collect()


async def half_told(stage: Stage) -> None:
    await stage.says("verhaal")
    await stage.event(VOICE)


async def test_in_an_open_conversation(each_stage: Stage) -> None:
    """Its sender is told, and the question it answered is asked again; nothing else is lost."""
    await joined(each_stage)
    await half_told(each_stage)
    (message,) = await refuse(each_stage)
    assert (message.text, message.buttons) == (DAMAGED, ())
    (media,) = await rows(each_stage, Media)
    assert (media["state"], media["reason"], media["remote"]) == ("refused", "media-damaged", None)
    assert "Vertel eens wat je hebt meegemaakt" in (await each_stage.presses("Ja, laat maar zien"))[-1].text
    await each_stage.says("Dan typ ik het maar.")
    await each_stage.presses("Ja, laat maar zien")
    assert [row["text"] for row in await rows(each_stage, Node)] == ["Dan typ ik het maar."]


async def test_in_a_conversation_beneath_another(chat: Stage) -> None:
    """Also while another script lies over it."""
    await half_told(chat)
    await chat.says("mens")
    await refuse(chat)
    messages = await chat.says("Bel me morgen maar.")
    assert "Vertel eens wat je hebt meegemaakt" in messages[-1].text


async def test_a_contribution_that_was_only_the_file(each_stage: Stage) -> None:
    """It is nothing without it: it leaves the queue, and the resident may tell it anew."""
    await joined(each_stage)
    await half_told(each_stage)
    await each_stage.says("ja")
    (message,) = await refuse(each_stage, "media-too-long")
    assert message.text.startswith("Je bericht duurt te lang.")
    assert [button.payload for button in message.buttons] == ["1x|story|"]
    (node,) = await rows(each_stage, Node)
    assert (node["state"], node["decided_at"]) == ("withdrawn", each_stage.now)
    journey = (await each_stage.says("mijn inbreng"))[1]
    assert (journey.dots[-1].text, journey.buttons) == ("We konden het niet openen", ())


async def test_a_contribution_with_words(chat: Stage) -> None:
    """Words that came with the file stay, without it."""
    await chat.says("verhaal")
    await chat.event(Uploaded("remote", "photo", caption="Kijk die bank eens."))
    await chat.says("ja")
    (message,) = await refuse(chat)
    assert message.buttons == ()
    (node,) = await rows(chat, Node)
    assert (node["state"], node["text"]) == ("waiting", "Kijk die bank eens.")


async def test_taken_back_after_the_file_was_refused(chat: Stage) -> None:
    """What its author took back says so, though a file that came with it could not be opened."""
    await chat.says("verhaal")
    await chat.event(Uploaded("remote", "photo", caption="Kijk die bank eens."))
    await chat.says("ja")
    await refuse(chat)
    await chat.says("mijn inbreng")
    await chat.presses("Trek verhaal 1 in")
    await chat.says("ja")
    assert (await chat.says("mijn inbreng"))[1].dots[-1].text == "Jij trok dit in"


async def test_already_decided(chat: Stage) -> None:
    """What was decided about meanwhile is not withdrawn any more."""
    await half_told(chat)
    await chat.says("ja")
    await set_values(chat, Node, state="published")
    await refuse(chat)
    assert (await rows(chat, Node))[0]["state"] == "published"


async def test_another_answer_is_open(chat: Stage) -> None:
    """A conversation that does not hold the file is left as it is."""
    await half_told(chat)
    await chat.says("ja")
    await chat.says("idee")
    (message,) = await refuse(chat)
    assert message.text == DAMAGED
    assert (await chat.says("Zet er bakken neer."))[0].text.startswith("Je idee is binnen.")


async def answered_by_voice(stage: Stage, caption: str = "") -> None:
    node_id = await told(stage)
    stage.wait(hours=1)
    async with stage.acting() as acting:
        await ask_back(acting, node_id=node_id, sentence="Waar precies?")
    await stage.collect()
    await stage.presses("Antwoord geven")
    await stage.event(replace(VOICE, caption=caption))


async def test_an_answer_that_was_only_the_file(each_stage: Stage) -> None:
    """What a moderator asked is open again, and can be answered anew; the story itself stays."""
    await joined(each_stage)
    await answered_by_voice(each_stage)
    (message,) = await refuse(each_stage)
    assert [button.payload for button in message.buttons] == ["1x|answer|1"]
    (node,) = await rows(each_stage, Node)
    assert (node["state"], await rows(each_stage, Addition)) == ("asked_back", [])
    await each_stage.presses("Antwoord geven")
    await each_stage.says("Bij de vijver.")
    assert [row["text"] for row in await rows(each_stage, Addition)] == ["Bij de vijver."]


async def test_an_answer_with_words(chat: Stage) -> None:
    """What was written along is an answer still."""
    await answered_by_voice(chat, "Bij de vijver.")
    (message,) = await refuse(chat)
    assert message.buttons == ()
    assert [row["text"] for row in await rows(chat, Addition)] == ["Bij de vijver."]


async def test_an_answer_that_was_read_meanwhile(chat: Stage) -> None:
    """What was decided stays decided: nothing is asked any more."""
    await answered_by_voice(chat)
    await set_values(chat, Node, state="published")
    (message,) = await refuse(chat)
    assert message.buttons == ()
    assert (await rows(chat, Node))[0]["state"] == "published"


async def test_a_remark(chat: Stage) -> None:
    """What came beside a closed question is not asked for again: that one is still open."""
    await chat.says("verhaal")
    await chat.says("Elke ochtend ligt er glas.")
    await chat.event(VOICE)
    (message,) = await refuse(chat)
    assert (message.text, message.buttons) == (
        "Wat je net stuurde, kon ik niet openen. Het is niet bewaard.",
        (),
    )
    assert (await chat.says("ja"))[0].text.startswith("Je verhaal is binnen.")


async def test_told_once(chat: Stage) -> None:
    """Refusing twice says it once."""
    await half_told(chat)
    assert len(await refuse(chat)) == 1
    assert await refuse(chat) == []


async def test_nobody_to_tell(chat: Stage) -> None:
    """Who blocked us is not told, and a file that nobody sent is nobody's."""
    await half_told(chat)
    await chat.event(Blocked())
    assert await refuse(chat) == []
    assert (await rows(chat, Media))[0]["state"] == "refused"
    assert await refuse(chat, key="no-such-key") == []


async def test_somebody_who_was_forgotten(chat: Stage) -> None:
    """Their file has no owner any more, and nothing is sent."""
    await half_told(chat)
    async with acting_as_resident(chat) as acting:
        await forget_me.run(acting)
    assert await refuse(chat) == []


@pytest.mark.parametrize(
    "reason",
    ["lost", "too-large", "wrong-type", "too-many-pixels", "too-long", "damaged"],
)
async def test_every_reason_has_a_sentence(reason: str) -> None:
    """Each way in which a file can be unusable is told in words."""
    assert WORDING.has(f"media-{reason}")


async def test_sent_as_a_reply(chat: Stage) -> None:
    """It answers what the person did, so nothing holds it back."""
    await half_told(chat)
    await refuse(chat)
    last = (await rows(chat, Outbox))[-1]
    assert (last["kind"], last["key"].startswith("media:")) == ("reply", True)
