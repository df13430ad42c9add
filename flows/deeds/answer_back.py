"""A resident answers what a moderator asked back."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import insert, select, update
from sqlmodel import col

from flows.deeds.acting import Acting
from flows.engine.talk import deed, query
from storage.tables import Addition, Node


@query("asked_back")
async def asked_back(acting: Acting) -> list[int]:
    """The numbers of the contributions that wait for this person's answer, the longest waiting first."""
    found = await acting.connection.execute(
        select(col(Node.number))
        .where(col(Node.participant_id) == acting.resident.participant_id, col(Node.state) == "asked_back")
        .order_by(col(Node.decided_at))
    )
    return list(found.scalars())


@deed("answer_back")
async def answer_back(acting: Acting, number: int, words: str) -> bool:
    """Add the words to the contribution and put it back in the queue; False when it no longer asks."""
    person = acting.resident
    changed = await acting.connection.execute(
        update(Node)
        .where(
            col(Node.trajectory_id) == person.trajectory_id,
            col(Node.number) == number,
            col(Node.participant_id) == person.participant_id,
            col(Node.state) == "asked_back",
        )
        .values(state="waiting", due_at=acting.now + timedelta(days=person.answer_days))
        .returning(col(Node.id))
    )
    node_id = changed.scalar_one_or_none()
    if node_id is None:
        return False
    await acting.connection.execute(insert(Addition).values(node_id=node_id, text=words, at=acting.now))
    return True
