"""Publishing, declining and asking back: state is checked, the resident hears, and it is on record."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace

import pytest
from residents import joined, outbox_kinds, rows, set_values, told
from sqlalchemy import insert
from stage import Stage

from admin.signing_in import add_moderator
from flows.deeds.acting import Acting
from flows.deeds.ask_back import ask_back
from flows.deeds.deciding import Decided, Refused
from flows.deeds.decline import decline
from flows.deeds.publish import publish
from flows.deeds.read_author import author_hears
from flows.inbound import Blocked
from storage.tables import Address, Audit, Decision, DeclineReason, Media, Node, Outbox, Participant

Act = Callable[[Acting, int, str], Awaitable[Decided | Refused]]


async def _publish(acting: Acting, node_id: int, sentence: str) -> Decided | Refused:
    return await publish(acting, node_id=node_id, sentence=sentence)


async def _decline(acting: Acting, node_id: int, sentence: str) -> Decided | Refused:
    return await decline(acting, node_id=node_id, reason="personal", sentence=sentence)


async def _ask_back(acting: Acting, node_id: int, sentence: str) -> Decided | Refused:
    return await ask_back(acting, node_id=node_id, sentence=sentence)


ACTS: dict[str, tuple[Act, str, str]] = {
    "publish": (_publish, "published", ""),
    "decline": (_decline, "declined", "personal"),
    "ask_back": (_ask_back, "asked_back", ""),
}


async def decided(stage: Stage, act: str, node_id: int, sentence: str = "Dank je.") -> Decided | Refused:
    async with stage.acting() as acting:
        return await ACTS[act][0](acting, node_id, sentence)


async def test_each_act(each_stage: Stage) -> None:
    """Each changes the state once, keeps the sentence, writes a line, and puts one answer in the outbox."""
    await joined(each_stage)
    for number, act in enumerate(ACTS, start=1):
        node_id = await told(each_stage)
        assert await decided(each_stage, act, node_id, f"Zin {number}.") == Decided(
            node_id, number, told=True
        )
        (message,) = await each_stage.collect()
        assert message.text.endswith(f"\nZin {number}.")
        assert f"jouw verhaal {number}" in message.text
    assert [row["state"] for row in await rows(each_stage, Node)] == [state for _, state, _ in ACTS.values()]
    assert all(row["decided_at"] == each_stage.now for row in await rows(each_stage, Node))
    for row, (act, (_, _, reason)) in zip(await rows(each_stage, Decision), ACTS.items(), strict=True):
        assert (row["act"], row["reason"], row["moderator_id"]) == (act, reason, each_stage.moderator_id)
        assert (row["at"], row["undone_at"]) == (each_stage.now, None)
    audit = [row for row in await rows(each_stage, Audit) if row["node_id"]]
    assert [(row["act"], row["detail"]) for row in audit] == [(act, ACTS[act][2]) for act in ACTS]
    assert await outbox_kinds(each_stage) == [(f"answer:{n}", "sent", "") for n in (1, 2, 3)]


async def test_without_words_of_ones_own(chat: Stage) -> None:
    """A kind standard sentence goes, in the resident's language; a question back always needs words."""
    first, second = await told(chat), await told(chat)
    await set_values(chat, Participant, language="en")
    await decided(chat, "publish", first, " ")
    (message,) = await chat.collect()
    assert "Thank you. A person has read it" in message.text
    await decided(chat, "decline", second, "\u200b\x00")
    (message,) = await chat.collect()
    assert message.text.endswith("Your story is about someone who can be recognised.")
    third = await told_in_english(chat)
    assert await decided(chat, "ask_back", third, " \x00 ") == Refused("decide-question-missing")
    assert (await rows(chat, Node))[2]["state"] == "waiting"


async def told_in_english(chat: Stage) -> int:
    await chat.says("story")
    await chat.says("There is glass near the benches.")
    await chat.says("yes")
    return await chat.node_id(3)


async def test_buttons_of_an_answer(chat: Stage) -> None:
    """Every answer leads to the overview; a question back has its own button first."""
    node_id = await told(chat)
    await decided(chat, "ask_back", node_id, "Waar?")
    (message,) = await chat.collect()
    assert [button.label for button in message.buttons] == ["Antwoord geven", "Mijn inbreng"]
    await decided(chat, "publish", node_id)
    (message,) = await chat.collect()
    assert [button.label for button in message.buttons] == ["Mijn inbreng"]


@pytest.mark.parametrize("act", ACTS)
async def test_what_is_not_there(chat: Stage, act: str) -> None:
    """A contribution that does not exist cannot be decided about."""
    assert await decided(chat, act, 99) == Refused("decide-gone")


async def test_two_moderators_at_once(each_stage: Stage) -> None:
    """Who comes second hears who was first and what they did; nothing goes out twice."""
    await joined(each_stage)
    node_id = await told(each_stage)
    async with each_stage.acting() as acting:
        other = await add_moderator(acting.connection, "Iris", "moderator", each_stage.now)
    async with each_stage.acting() as acting:
        await publish(replace(acting, moderator_id=other), node_id=node_id)
    for act in ("publish", "decline"):
        refused = await decided(each_stage, act, node_id)
        assert refused == Refused("decide-already", {"name": "Iris", "act": "publish"})
    assert len(await rows(each_stage, Decision)) == 1
    assert len(await outbox_kinds(each_stage)) == 1


async def test_decided_by_nobody_in_particular(chat: Stage) -> None:
    """A decision without a moderator is told of without a name."""
    node_id = await told(chat)
    async with chat.acting() as acting:
        await publish(replace(acting, moderator_id=None), node_id=node_id)
    assert await decided(chat, "publish", node_id) == Refused(
        "decide-already", {"name": "", "act": "publish"}
    )


async def test_withdrawn_without_a_decision(chat: Stage) -> None:
    """What was withdrawn is not there any more."""
    node_id = await told(chat)
    await set_values(chat, Node, state="withdrawn")
    assert await decided(chat, "publish", node_id) == Refused("decide-gone")
    assert await chat.collect() == []


async def test_after_asking_back(chat: Stage) -> None:
    """A question back leaves the decision open, also when the resident never answers."""
    node_id = await told(chat)
    await decided(chat, "ask_back", node_id, "Waar?")
    assert isinstance(await decided(chat, "decline", node_id), Decided)
    assert await decided(chat, "publish", node_id) == Refused(
        "decide-already", {"name": "Noor", "act": "decline"}
    )


async def test_a_reason_that_is_not_in_the_list(chat: Stage) -> None:
    """A decline needs a reason of its own trajectory."""
    node_id = await told(chat)
    async with chat.acting() as acting:
        for reason in ("", "no-such-reason", "personal "):
            refused = await decline(acting, node_id=node_id, reason=reason)
            assert refused == Refused("decide-reason-unknown")
    assert (await rows(chat, Node))[0]["state"] == "waiting"


async def test_a_reason_without_a_sentence_in_the_language(chat: Stage) -> None:
    """Then the sentence in another language goes, rather than none."""
    await set_values(chat, DeclineReason, sentence={"tr": "Teşekkürler."})
    node_id = await told(chat)
    await decided(chat, "decline", node_id, "")
    assert (await chat.collect())[0].text.endswith("Teşekkürler.")
    await set_values(chat, DeclineReason, sentence={})
    other = await told(chat)
    await decided(chat, "decline", other, "")
    assert "Dank je dat je het vertelde." in (await chat.collect())[0].text


async def test_nobody_to_tell(chat: Stage) -> None:
    """Who blocked us, or was forgotten, cannot be told; the decision stands all the same."""
    first, second = await told(chat), await told(chat)
    await chat.event(Blocked())
    assert await decided(chat, "publish", first) == Decided(first, 1, told=False)
    await set_values(chat, Node, participant_id=None)
    assert await decided(chat, "publish", second) == Decided(second, 2, told=False)
    assert await outbox_kinds(chat) == []
    assert [row["state"] for row in await rows(chat, Node)] == ["published", "published"]


async def test_told_in_the_chat_that_was_used_last(each_stage: Stage) -> None:
    """Someone with two chats hears it in the one they used last and did not block."""
    participant_id = await joined(each_stage)
    node_id = await told(each_stage)
    async with each_stage.acting() as acting:
        for channel, days in (("words", 1), ("buttons-2", 2)):
            await acting.connection.execute(
                insert(Address).values(
                    channel="words" if channel == "words" else "buttons",
                    lookup=channel,
                    sealed=each_stage.secrets.seal(channel),
                    trajectory_id=1,
                    participant_id=participant_id,
                    used_at=each_stage.now.replace(day=each_stage.now.day + days),
                    blocked_at=each_stage.now if days == 2 else None,
                    last_order=0,
                )
            )
    await decided(each_stage, "publish", node_id)
    answer = next(row for row in await rows(each_stage, Outbox) if row["kind"] == "answer")
    channels = {row["id"]: row["lookup"] for row in await rows(each_stage, Address)}
    assert channels[answer["address_id"]] == "words"


async def test_hostile_words_of_a_moderator(each_stage: Stage) -> None:
    """What a moderator pastes is cleaned like what a resident writes."""
    await joined(each_stage)
    node_id = await told(each_stage)
    await decided(each_stage, "publish", node_id, "Dank\x00 je \u202ewel\ud800 <b>hoor</b>")
    (message,) = await each_stage.collect()
    assert message.text.endswith("Dank je wel\ufffd <b>hoor</b>")


async def test_what_is_shown_of_a_person(chat: Stage) -> None:
    """What the desk writes down of an act names the contribution and never the participant."""
    node_id = await told(chat)
    await decided(chat, "publish", node_id)
    assert {"participant_id", "address_id"}.isdisjoint((await rows(chat, Audit))[0])
    assert await rows(chat, Media) == []


async def test_decided_about_someone_who_stopped(chat: Stage) -> None:
    """The desk hears that nobody is told; the answer stands in the outbox, for the policy to judge."""
    node_id = await told(chat)
    await chat.says("stop")
    assert await decided(chat, "publish", node_id) == Decided(node_id, 1, told=False)
    ((key, _state, _reason),) = await outbox_kinds(chat)
    assert key == "answer:1"


@pytest.mark.parametrize("act", ["nothing", "stop", "block", "block and stop", "forget"])
async def test_whether_the_author_hears(each_stage: Stage, act: str) -> None:
    """Yes, unless they stopped, blocked us in every chat, or are not known any more."""
    await joined(each_stage)
    node_id = await told(each_stage)
    if "stop" in act:
        await each_stage.says("stop")
    if "block" in act:
        await each_stage.event(Blocked())
    if act == "forget":
        await each_stage.says("vergeet mij")
        await each_stage.presses("Ja, vergeet mij")
    expected = {"nothing": "yes", "stop": "stopped", "forget": "unknown"}.get(act, "blocked")
    async with each_stage.acting() as acting:
        assert await author_hears(acting.connection, node_id) == expected
        assert await author_hears(acting.connection, 99) == "unknown"
