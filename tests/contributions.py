"""Contributions that stand in the ledger already, laid in without a conversation."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy import insert, select
from sqlmodel import col
from stage import Stage

from flows.deeds.contribute import next_number
from flows.deeds.weaving import Source
from storage.tables import Node, Vote

BECAUSE = {"nl": "Het gaat over hetzelfde.", "en": "It is about the same."}


async def given(
    stage: Stage,
    kind: str = "story",
    participant_id: int | None = None,
    state: str = "published",
    **values: Any,
) -> int:
    """Something that was given in the first trajectory; returns its id."""
    async with stage.acting() as acting:
        number = await next_number(acting, 1)
        row = {
            "trajectory_id": 1,
            "kind": kind,
            "number": number,
            "participant_id": participant_id,
            "channel": "buttons",
            "text": f"Woorden van nummer {number}.",
            "language": "nl",
            "may_show": True,
            "state": state,
            "created_at": stage.now,
            "due_at": stage.now + timedelta(days=5),
            "sample": False,
        }
        inserted = await acting.connection.execute(
            insert(Node).values({**row, **values}).returning(col(Node.id))
        )
        return inserted.scalar_one()


async def voted(stage: Stage, node_id: int, participant_ids: Sequence[int], value: int = 1) -> None:
    """These people voted on it."""
    rows = [
        {
            "node_id": node_id,
            "participant_id": participant_id,
            "value": value,
            "channel": "buttons",
            "at": stage.now,
        }
        for participant_id in participant_ids
    ]
    async with stage.acting() as acting:
        await acting.connection.execute(insert(Vote), rows)


async def node(stage: Stage, node_id: int) -> Any:
    """Its row."""
    async with stage.acting() as acting:
        return (await acting.connection.execute(select(Node).where(col(Node.id) == node_id))).mappings().one()


def sources(*node_ids: int) -> list[Source]:
    """Each with the same reason."""
    return [Source(node_id, BECAUSE) for node_id in node_ids]
