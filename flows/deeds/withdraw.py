"""A resident takes back one thing that they gave."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlmodel import col

from flows.deeds.acting import Acting
from flows.deeds.part_with_promises import part_with_promise
from flows.engine.cleaning import shortened
from flows.engine.talk import deed, query
from storage import erasure, outbox
from storage.tables import Decision, Node


@dataclass(frozen=True)
class Withdrawable:
    """Something that can be taken back; `words` is the beginning of what was said."""

    kind: str
    words: str


@query("withdrawable")
async def withdrawable(acting: Acting, number: int | None) -> Withdrawable | None:
    """What this person gave under a number, None where there is no such thing (any more)."""
    row = (
        await acting.connection.execute(
            select(col(Node.kind), col(Node.text)).where(
                col(Node.participant_id) == acting.resident.participant_id,
                col(Node.number) == number,
                col(Node.state) != "withdrawn",
            )
        )
    ).one_or_none()
    return Withdrawable(row.kind, shortened(row.text, 120)) if row else None


@deed("withdraw")
async def withdraw(acting: Acting, number: int) -> bool:
    """Take its words out everywhere, its files too; False when it was not there any more.

    Numbers stay explainable: what came of it goes on, and says that something was withdrawn. An answer that
    was still on its way does not go out. A promise is let go of first: who counted on it hears so.
    """
    found = await acting.connection.execute(
        select(col(Node.id))
        .where(
            col(Node.participant_id) == acting.resident.participant_id,
            col(Node.number) == number,
            col(Node.state) != "withdrawn",
        )
        .with_for_update()
    )
    node_id = found.scalar_one_or_none()
    if node_id is None:
        return False
    decisions = await acting.connection.execute(
        select(col(Decision.id)).where(col(Decision.node_id) == node_id)
    )
    for decision_id in decisions.scalars().all():
        await outbox.keep_back(acting.connection, f"answer:{decision_id}", "withdrawn", acting.now)
    await part_with_promise(acting, node_id, acting.resident.participant_id)
    await erasure.withdraw(acting.connection, node_id, acting.now)
    return True
