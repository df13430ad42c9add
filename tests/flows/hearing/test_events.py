"""Whatever comes in."""

from __future__ import annotations

from pathlib import Path

from residents import everything, told
from sqlalchemy import select
from sqlmodel import col
from stage import Stage

from flows.inbound import Located, Pressed, Started, Wrote
from storage.tables import Outbox


async def test_no_answer_is_ever_a_stack_trace(chat: Stage, tmp_path: Path) -> None:
    """Nothing that is said holds a path or the name of an error."""
    for event in (Wrote("\x00"), Pressed("\x00"), Located(float("nan"), float("inf")), Started("\x00")):
        for message in await chat.event(event):
            assert not {"Traceback", "Error", "None", ".py"} & set(message.text.split())


async def test_bodies_in_the_outbox_are_sealed(chat: Stage) -> None:
    """What is said back stands in no table in clear."""
    number = next(chat.numbers)
    await chat.event(Wrote("mijn geheime woorden"), event_id=f"e-{number}")
    assert "geheime" not in await everything(chat)
    async with chat.acting() as acting:
        found = await acting.connection.execute(select(col(Outbox.body)).where(col(Outbox.state) == "sent"))
        assert set(found.scalars()) == {None}


async def test_a_story_told_in_full(chat: Stage) -> None:
    """The helper of these tests does what it says."""
    assert await told(chat) == 1
