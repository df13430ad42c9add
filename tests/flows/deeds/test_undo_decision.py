"""Taking a decision back within a minute."""

from __future__ import annotations

from datetime import timedelta

import pytest
from contributions import sources
from residents import joined, outbox_kinds, rows, told
from sqlalchemy import update
from sqlmodel import col
from stage import Stage

from flows.deeds.ask_back import ask_back
from flows.deeds.deciding import Decided, Refused
from flows.deeds.make_result import Made
from flows.deeds.publish import publish
from flows.deeds.undo_decision import undo_decision
from flows.deeds.undo_weaving import undo_weaving
from flows.deeds.weave_result import weave_result
from storage import outbox
from storage.tables import Audit, Decision, Node, Outbox


async def undo(stage: Stage, node_id: int) -> Decided | Refused:
    async with stage.acting() as acting:
        return await undo_decision(acting, node_id=node_id)


async def published(stage: Stage) -> int:
    node_id = await told(stage)
    async with stage.acting() as acting:
        await publish(acting, node_id=node_id, sentence="Dank je.")
    return node_id


async def test_before_it_left(each_stage: Stage) -> None:
    """An answer that nobody has sent yet is withheld, and the resident hears nothing at all."""
    await joined(each_stage)
    node_id = await published(each_stage)
    each_stage.wait(seconds=20)
    assert await undo(each_stage, node_id) == Decided(node_id, 1, told=False)
    assert await outbox_kinds(each_stage) == [("answer:1", "dropped", "undone")]
    assert await each_stage.collect() == []
    (node,) = await rows(each_stage, Node)
    assert (node["state"], node["decided_at"]) == ("waiting", None)
    assert (await rows(each_stage, Decision))[0]["undone_at"] == each_stage.now
    assert [row["act"] for row in await rows(each_stage, Audit) if row["node_id"]] == ["publish", "undo"]


async def test_after_it_left(chat: Stage) -> None:
    """Who was told already hears that we look again, once."""
    node_id = await published(chat)
    await chat.collect()
    assert await undo(chat, node_id) == Decided(node_id, 1, told=True)
    (message,) = await chat.collect()
    assert message.text.startswith("We kijken nog eens naar jouw verhaal 1.")
    assert await outbox_kinds(chat) == [("answer:1", "sent", ""), ("undone:1", "sent", "")]


async def test_while_it_is_being_sent(chat: Stage) -> None:
    """An answer that a worker holds may be on its way: then the resident is told."""
    node_id = await published(chat)
    (row,) = [row["id"] for row in await rows(chat, Outbox) if row["kind"] == "answer"]
    async with chat.acting() as acting:
        await outbox.take(acting.connection, [row], "worker", chat.now)
    assert await undo(chat, node_id) == Decided(node_id, 1, told=True)
    assert await outbox_kinds(chat) == [("answer:1", "due", ""), ("undone:1", "due", "")]


async def test_after_a_worker_died(chat: Stage) -> None:
    """A lease that ran out holds nothing."""
    node_id = await published(chat)
    async with chat.acting() as acting:
        await acting.connection.execute(
            update(Outbox).values(leased_by="gone", leased_until=chat.now - timedelta(seconds=1))
        )
    assert await undo(chat, node_id) == Decided(node_id, 1, told=False)


@pytest.mark.parametrize(("seconds", "done"), [(0, True), (60, True), (61, False)])
async def test_within_a_minute(chat: Stage, seconds: int, done: bool) -> None:
    """A minute and no longer."""
    node_id = await published(chat)
    chat.wait(seconds=seconds)
    found = await undo(chat, node_id)
    assert isinstance(found, Decided) if done else found == Refused("undo-too-late")
    assert (await rows(chat, Node))[0]["state"] == ("waiting" if done else "published")


async def test_nothing_to_undo(chat: Stage) -> None:
    """What was not decided, or undone already, cannot be undone."""
    node_id = await told(chat)
    assert await undo(chat, 99) == Refused("undo-nothing")
    assert await undo(chat, node_id) == Refused("undo-nothing")
    async with chat.acting() as acting:
        await publish(acting, node_id=node_id)
    await undo(chat, node_id)
    assert await undo(chat, node_id) == Refused("undo-nothing")


async def test_the_author_was_forgotten(chat: Stage) -> None:
    """What was withdrawn meanwhile does not come back in the queue."""
    node_id = await published(chat)
    await chat.says("vergeet mij")
    await chat.says("ja")
    assert await undo(chat, node_id) == Refused("undo-nothing")
    assert [row["state"] for row in await rows(chat, Node)] == ["withdrawn"]


async def test_decided_again(chat: Stage) -> None:
    """After undoing, the contribution can be decided about anew, and only that answer goes."""
    node_id = await published(chat)
    await undo(chat, node_id)
    async with chat.acting() as acting:
        assert isinstance(await ask_back(acting, node_id=node_id, sentence="Waar?"), Decided)
    (message,) = await chat.collect()
    assert message.text.endswith("Waar?")


async def test_a_long_answer_is_withheld_whole(chat: Stage) -> None:
    """All parts of it."""
    node_id = await told(chat)
    async with chat.acting() as acting:
        await publish(acting, node_id=node_id, sentence="Dank je wel. " * 700)
    await undo(chat, node_id)
    assert {state for _, state, _ in await outbox_kinds(chat)} == {"dropped"}
    assert len(await outbox_kinds(chat)) > 1


@pytest.mark.parametrize("part", ["answer:1", "answer:1/1"])
async def test_a_long_answer_of_which_a_part_left(chat: Stage, part: str) -> None:
    """What is left of it is withheld, and who read a part hears that we look again."""
    node_id = await told(chat)
    async with chat.acting() as acting:
        await publish(acting, node_id=node_id, sentence="Dank je wel. " * 700)
        await acting.connection.execute(
            update(Outbox).where(col(Outbox.key) == part).values(state="sent", body=None)
        )
    parts = len(await outbox_kinds(chat))
    assert parts > 2
    assert await undo(chat, node_id) == Decided(node_id, 1, told=True)
    (message,) = await chat.collect()
    assert message.text.startswith("We kijken nog eens naar jouw verhaal 1.")
    states = [state for key, state, _ in await outbox_kinds(chat) if key.startswith("answer:1")]
    assert sorted(states) == ["dropped"] * (parts - 1) + ["sent"]


async def test_what_was_used_is_not_undone(chat: Stage) -> None:
    """A story that something was made of within the minute stays published until that is taken back."""
    node_id = await told(chat)
    async with chat.acting() as acting:
        await publish(acting, node_id=node_id)
        theme = await weave_result(acting, 1, "theme", {"nl": "Glas"}, sources(node_id))
        assert isinstance(theme, Made)
        assert await undo_decision(acting, node_id=node_id) == Refused("undo-used")
        await undo_weaving(acting, 1, theme.node_id)
        assert isinstance(await undo_decision(acting, node_id=node_id), Decided)
