"""Putting a message in the outbox, cut to what the channel can show."""

from __future__ import annotations

from datetime import timedelta

from residents import address_id, joined, rows
from stage import Stage

from flows.deeds.post_message import post_message
from flows.rendering import Button, Message
from storage.tables import Outbox

LONG = Message("glas " * 1000, (Button("Menu", "1x|menu|"),))


async def test_in_parts_and_sealed(each_stage: Stage) -> None:
    """Parts follow each other under keys of their own; nobody can read them in the table."""
    await joined(each_stage, "words")
    here = await address_id(each_stage, "words")
    later = each_stage.now + timedelta(hours=1)
    async with each_stage.acting() as acting:
        ids = await post_message(
            acting,
            LONG,
            key="broadcast:1:1",
            kind="broadcast",
            address_id=here,
            channel="words",
            participant_id=None,
            not_before=later,
            expires_at=later,
        )
    found = await rows(each_stage, Outbox)
    assert [row["id"] for row in found] == ids
    assert [row["key"] for row in found] == ["broadcast:1:1", "broadcast:1:1/1"]
    assert all((row["not_before"], row["expires_at"]) == (later, later) for row in found)
    assert all(b"glas" not in row["body"] for row in found)
    messages = await each_stage.collect()
    assert messages[-1].text.endswith("\n\n1. Menu")


async def test_under_one_key_once(chat: Stage) -> None:
    """What stands there already is not put in again, and not counted."""
    async with chat.acting() as acting:
        counts = [
            len(
                await post_message(
                    acting,
                    Message("Dag."),
                    key="link:1",
                    kind="answer",
                    address_id=1,
                    channel="buttons",
                    participant_id=1,
                )
            )
            for _ in range(2)
        ]
    assert counts == [1, 0]
    assert len(await chat.collect()) == 1
