"""One message, one turn: once only, in order, and nothing kept that should not be."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

import pytest
from residents import STORY, address_on, everything, joined, rows, told
from stage import CAPABILITIES, MONDAY, Stage, opened

from flows.capabilities import Capabilities
from flows.deeds.publish import publish
from flows.engine.talk import Script, Talk
from flows.inbound import (
    Blocked,
    Event,
    Inbound,
    InGroup,
    Located,
    Pressed,
    Started,
    Unblocked,
    Uploaded,
    Wrote,
)
from flows.turns import Taken, Turns
from storage import seen_events
from storage.tables import Address, Conversation, Media, Node, Outbox, Participant, SeenEvent

LINK = "https://example.org/bot"


def inbound(stage: Stage, text: str, event_id: str, order: int) -> Inbound:
    return Inbound("buttons", address_on("buttons"), event_id, order, stage.now, Wrote(text))


async def take(
    stage: Stage, event: Inbound, capabilities: Mapping[str, Capabilities] = CAPABILITIES
) -> Taken:
    """One turn, and what it gives back to whoever sends."""
    turns = Turns(stage.scripts, stage.secrets, stage.wording, capabilities, "worker-7")
    async with opened(stage.url).writing() as connection:
        return await turns.take(connection, event, stage.now)


# Once only


async def test_the_same_event_twice(each_stage: Stage) -> None:
    """A redelivery has no second effect and no second answer."""
    await joined(each_stage)
    event = inbound(each_stage, "verhaal", "update-1", 1)
    first, second = await take(each_stage, event), await take(each_stage, event)
    assert (len(first.rows), first.duplicate) == (1, False)
    assert second == Taken(duplicate=True)
    assert len(await rows(each_stage, Outbox)) == 1


async def test_a_redelivery_after_more_was_said(chat: Stage) -> None:
    """Also when the conversation went on meanwhile."""
    await chat.says("verhaal")
    story = inbound(chat, STORY, "update-2", 50)
    await chat.take(story)
    await chat.presses("Ja, laat maar zien")
    assert await chat.take(story) == []
    assert [row["text"] for row in await rows(chat, Node)] == [STORY]


async def test_another_channel_counts_for_itself(stage: Stage) -> None:
    """Two messengers may use the same event id."""
    await joined(stage)
    await joined(stage, "words")
    for channel in ("buttons", "words"):
        assert len(await stage.event(Wrote("menu"), channel, event_id="same")) == 1


async def test_replies_are_leased_to_whoever_took_the_turn(chat: Stage) -> None:
    """Each row has a key of its turn, is a reply, and belongs to this worker for half a minute."""
    await chat.says("verhaal")
    await chat.says(STORY)
    taken = await take(chat, inbound(chat, "nee", "update-9", 99))
    found = [row for row in await rows(chat, Outbox) if row["id"] in taken.rows]
    assert [row["key"] for row in found] == ["turn:buttons:update-9"]
    taken = await take(chat, inbound(chat, "mijn inbreng", "update-10", 100))
    found = [row for row in await rows(chat, Outbox) if row["id"] in taken.rows]
    assert [row["key"] for row in found] == [
        "turn:buttons:update-10",
        "turn:buttons:update-10.1",
        "turn:buttons:update-10.2",
    ]
    for row in found:
        assert (row["kind"], row["state"], row["leased_by"]) == ("reply", "due", "worker-7")
        assert row["leased_until"] == chat.now + timedelta(seconds=30)


async def test_long_replies_go_in_parts(chat: Stage) -> None:
    """What is too long for the messenger leaves in parts, in order, each under a key of its own."""
    short = {"buttons": replace(CAPABILITIES["buttons"], text_length=60)}
    taken = await take(chat, inbound(chat, "privacy", "long", 9), short)
    keys = [row["key"] for row in await rows(chat, Outbox)]
    assert len(keys) == len(taken.rows) > 2
    assert keys == ["turn:buttons:long", *(f"turn:buttons:long/{n}" for n in range(1, len(keys)))]
    messages = await chat.collect()
    assert all(len(message.text) <= 60 for message in messages)
    assert [bool(message.buttons) for message in messages] == [False] * (len(keys) - 1) + [True]


async def test_a_turn_that_breaks_leaves_nothing(chat: Stage) -> None:
    """What goes wrong in a turn comes out, and not even the event is remembered."""

    async def breaks(talk: Talk) -> None:
        await talk.say("remark-kept")
        raise ZeroDivisionError

    before = await everything(chat)
    chat.scripts = {**chat.scripts, "story": Script("story", breaks)}
    with pytest.raises(ZeroDivisionError):
        await chat.says("verhaal")
    assert await everything(chat) == before


async def test_two_messages_of_a_stranger_at_once(each_stage: Stage) -> None:
    """Someone whose first two messages come at the same moment is one person, and both are answered."""
    events = [inbound(each_stage, "hallo", f"update-{number}", 1) for number in (1, 2)]
    taken = await asyncio.gather(*(take(each_stage, event) for event in events))
    assert [len(one.rows) for one in taken] == [1, 1]
    assert len(await rows(each_stage, Participant)) == 1
    assert len(await rows(each_stage, Conversation)) == 1


async def test_two_messages_at_once(each_stage: Stage) -> None:
    """Messages that come at the same moment are taken one after the other: nothing is overwritten."""
    await joined(each_stage)
    await each_stage.says("verhaal")
    events = [inbound(each_stage, text, text, 70) for text in ("Er ligt glas bij de bank.", "/menu", "/idee")]
    await asyncio.gather(*(take(each_stage, event) for event in events))
    (row,) = await rows(each_stage, Conversation)
    assert row["run"] == 3
    talking = each_stage.secrets.open_json(row["beneath"] or row["journal"])
    assert talking["script"] == "story"
    assert len([one for one in await rows(each_stage, Outbox) if one["state"] == "due"]) >= 3


# In order


async def test_older_words_never_answer_a_newer_question(chat: Stage) -> None:
    """They are kept as a remark for a person to read, and the open question stays open."""
    await chat.says("menu")
    await chat.says("verhaal")
    (message,) = await chat.event(Wrote("ik was nog bezig\x00 met dit"), order=1)
    assert message.text.startswith("Dit bericht kwam later binnen")
    (node,) = await rows(chat, Node)
    assert (node["kind"], node["text"], node["may_show"]) == ("remark", "ik was nog bezig met dit", False)
    (again,) = await chat.says(STORY)
    assert "Mogen anderen je verhaal lezen?" in again.text


async def test_older_words_do_not_turn_back_the_order(chat: Stage) -> None:
    """After a late message the next one in order is heard as usual."""
    await chat.event(Wrote("menu"), order=50)
    await chat.event(Wrote("te laat gekomen"), order=40)
    (message,) = await chat.event(Wrote("ook nog te laat"), order=45)
    assert message.text.startswith("Dit bericht kwam later binnen")
    assert (await rows(chat, Address))[0]["last_order"] == 50


async def test_older_words_before_agreeing_are_not_kept(stage: Stage) -> None:
    """Who has not agreed yet gets no answer to what came late, and nothing of it is kept."""
    await stage.event(Wrote("hallo"), order=9)
    assert await stage.event(Wrote("mijn geheime woorden"), order=5) == []
    assert "geheime" not in await everything(stage)


async def test_an_older_press_is_known_by_its_question(chat: Stage) -> None:
    """A button says itself what it answers, so order does not matter."""
    await chat.says("verhaal")
    await chat.says(STORY)
    (message,) = await chat.event(Pressed(chat.button("Ja, laat maar zien").payload), order=1)
    assert message.text.startswith("Je verhaal is binnen.")


# Blocked


async def test_blocked(each_stage: Stage) -> None:
    """Who blocks the bot is sent nothing: what waited is dropped, with its reason."""
    await joined(each_stage)
    node_id = await told(each_stage)
    async with each_stage.acting() as acting:
        await publish(acting, node_id=node_id, sentence="Dank je voor je verhaal.")
    assert await each_stage.event(Blocked()) == []
    answer = next(row for row in await rows(each_stage, Outbox) if row["kind"] == "answer")
    assert (answer["state"], answer["reason"], answer["body"]) == ("dropped", "blocked", None)
    assert (await rows(each_stage, Address))[0]["blocked_at"] == each_stage.now


async def test_nothing_is_decided_into_a_blocked_chat(chat: Stage) -> None:
    """A decision about a story of someone who blocked the bot cannot be told, and says so."""
    node_id = await told(chat)
    await chat.event(Blocked())
    async with chat.acting() as acting:
        decided = await publish(acting, node_id=node_id)
    assert getattr(decided, "told", None) is False
    assert await chat.collect() == []


@pytest.mark.parametrize("back", [Unblocked(), Wrote("menu"), Started()])
async def test_let_in_again(chat: Stage, back: Unblocked | Wrote | Started) -> None:
    """Letting the bot in again, or writing to it, ends the block."""
    await chat.event(Blocked())
    messages = await chat.event(back)
    assert (await rows(chat, Address))[0]["blocked_at"] is None
    assert (messages == []) is isinstance(back, Unblocked)


async def test_a_stranger_blocks(stage: Stage) -> None:
    """Someone we do not know can block us; there is nothing to do."""
    assert await stage.event(Blocked()) == []
    assert await rows(stage, Address) == []


# Groups


async def test_one_sentence_in_a_group(each_stage: Stage) -> None:
    """A group gets one sentence with a private link, whoever speaks and however often."""
    (message,) = await each_stage.event(InGroup(LINK), address="group -100")
    assert message.text == f"Hallo! Meedoen doe je met mij alleen, niet in een groep. {LINK}"
    assert message.buttons == ()
    each_stage.wait(days=1)
    assert await each_stage.event(InGroup(LINK), address="group -100") == []
    assert len(await each_stage.event(InGroup(LINK), address="group -200")) == 1


async def test_a_group_after_a_long_time(stage: Stage) -> None:
    """Ever means ever, also when old events were forgotten."""
    assert len(await stage.event(InGroup(LINK), address="group -100")) == 1
    stage.wait(days=400)
    async with stage.acting() as acting:
        await seen_events.forget_before(acting.connection, stage.now - timedelta(days=7))
    assert await stage.event(InGroup(LINK), address="group -100") == []


async def test_of_a_group_nothing_is_stored(stage: Stage) -> None:
    """Nobody becomes a participant, and no table holds anything but the group's own sealed address."""
    await stage.event(InGroup(LINK), address="group -100", event_id="g1", message_id="said-by-anna")
    assert await rows(stage, Participant) == []
    assert await rows(stage, Conversation) == []
    (address,) = await rows(stage, Address)
    assert (address["participant_id"], address["trajectory_id"]) == (None, None)
    assert "group -100" not in await everything(stage)
    assert "anna" not in await everything(stage)


async def test_a_group_in_english(stage: Stage) -> None:
    """The sentence comes in the messenger's language when we speak it."""
    (message,) = await stage.event(InGroup(LINK), address="group -100", language="en")
    assert message.language == "en"
    assert LINK in message.text


# What is kept, and for how long


async def test_an_open_question_has_its_times(chat: Stage) -> None:
    """It is reminded of once and let go in the end, as the trajectory says."""
    await chat.says("verhaal")
    (row,) = await rows(chat, Conversation)
    assert row["remind_at"] == MONDAY + timedelta(hours=20)
    assert row["expires_at"] == MONDAY + timedelta(days=7)
    assert (row["script"], row["open_question"]) == ("story", "story")
    chat.wait(hours=3)
    await chat.says(STORY)
    (row,) = await rows(chat, Conversation)
    assert row["remind_at"] == MONDAY + timedelta(hours=23)
    assert row["open_question"] == "may-show"


async def test_nothing_stays_of_a_script_that_ended(chat: Stage) -> None:
    """The journal goes, and there is nothing to remind of."""
    await told(chat)
    (row,) = await rows(chat, Conversation)
    for column in ("script", "journal", "beneath", "open_question", "remind_at", "expires_at"):
        assert row[column] is None


async def test_what_is_half_said_is_sealed(chat: Stage) -> None:
    """No table holds the words of an unfinished story in clear."""
    await chat.says("verhaal")
    await chat.says("mijn buurvrouw Truus gooit alles op straat")
    await chat.says("mens")
    assert "Truus" not in await everything(chat)


BEFORE_AGREEING: list[Event] = [
    Wrote("mijn geheime woorden"),
    Wrote("verhaal"),
    Wrote("idee"),
    Uploaded("geheime-verwijzing", "voice", caption="mijn geheime woorden"),
    Uploaded("geheime-verwijzing", "photo", caption="mijn geheime woorden"),
    Located(52.1234567, 5.7654321),
    Pressed("1x|story|geheime"),
    Started("geheime"),
]


@pytest.mark.parametrize("answered", [0, 2, 5])
async def test_before_agreeing_nothing_is_kept(stage: Stage, answered: int) -> None:
    """At whichever screen of the welcome, no table holds a word of what someone sends."""
    for text in ("hallo", "nederlands", "verder", "verder", "duidelijk", "ik woon hier")[: answered + 1]:
        await stage.says(text)
    asked = stage.heard[-1].text
    for event in BEFORE_AGREEING:
        messages = await stage.event(event)
        assert messages[-1].text.endswith(asked.rsplit("\n", 1)[-1])
    kept = await everything(stage)
    for secret in ("geheime", "52.123", "5.765"):
        assert secret not in kept
    assert await rows(stage, Node) == []
    assert await rows(stage, Media) == []


async def test_after_refusing_nothing_is_kept(stage: Stage) -> None:
    """Who said no and goes on writing is asked again, and nothing of it is kept."""
    for text in ("hallo", "nederlands", "verder", "verder", "duidelijk", "ik woon hier", "nee"):
        await stage.says(text)
    (message,) = await stage.says("mijn geheime woorden")
    assert message.text == "Ik bewaar niets van wat je schrijft. Wil je toch meedoen?"
    assert "geheime" not in await everything(stage)
    assert await rows(stage, Node) == []


async def test_addresses_are_sealed(chat: Stage) -> None:
    """No table holds the address of a chat in clear, nor anything of its events but their ids."""
    await told(chat)
    kept = await everything(chat)
    assert address_on("buttons") not in kept
    seen = await rows(chat, SeenEvent)
    assert {tuple(row) for row in seen} == {("channel", "event_id", "at")}
