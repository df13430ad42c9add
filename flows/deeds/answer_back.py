"""A resident answers what a moderator asked back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import insert, select, update
from sqlmodel import col

from flows.deeds.acting import Acting
from flows.deeds.contribute import keep_beside
from flows.engine.readers import Told
from flows.engine.talk import deed, query
from storage.tables import Addition, Decision, Node


@dataclass(frozen=True)
class AskedBack:
    """A contribution (its kind and number) that waits for its author, and what was asked."""

    kind: str
    number: int
    question: str


@query("asked_back")
async def asked_back(acting: Acting) -> list[AskedBack]:
    """What waits for this person's answer, the longest waiting first."""
    asked = (
        select(col(Decision.sentence))
        .where(
            col(Decision.node_id) == col(Node.id),
            col(Decision.act) == "ask_back",
            col(Decision.undone_at).is_(None),
        )
        .order_by(col(Decision.id).desc())
        .limit(1)
        .correlate(Node)
        .scalar_subquery()
    )
    found = await acting.connection.execute(
        select(col(Node.kind), col(Node.number), asked.label("question"))
        .where(col(Node.participant_id) == acting.resident.participant_id, col(Node.state) == "asked_back")
        .order_by(col(Node.decided_at), col(Node.id))
    )
    return [AskedBack(row.kind, row.number, row.question or "") for row in found]


async def asked_since(acting: Acting, moment: datetime) -> bool:
    """Whether a question to this person that is open was asked after `moment`."""
    found = await acting.connection.execute(
        select(col(Node.id))
        .where(
            col(Node.participant_id) == acting.resident.participant_id,
            col(Node.state) == "asked_back",
            col(Node.decided_at) > moment,
        )
        .limit(1)
    )
    return found.first() is not None


@deed("answer_back")
async def answer_back(acting: Acting, number: int, told: Told) -> bool:
    """Lay it beside the contribution and put that back in the queue; False when it no longer asks."""
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
    await acting.connection.execute(insert(Addition).values(node_id=node_id, text=told.text, at=acting.now))
    await keep_beside(acting, told, node_id)
    return True
