"""A promise goes on from one state to the next, and its record with it."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import insert, update
from sqlmodel import col

from flows.deeds.acting import Acting
from flows.promising import OPEN, Answer, after
from storage.promises import Stored
from storage.tables import CheckIn, Commitment


async def advance_promise(
    acting: Acting, promise: Stored, answer: Answer, due_on: date | None = None
) -> bool:
    """Take the one step that the answer means and write it down, once; False when it means nothing any more.

    "later" needs `due_on`, the new day: all questions about the old one are forgotten.
    """
    state = after(promise.state, answer)
    if state is None or (answer == "later") != (due_on is not None):
        return False
    values: dict[str, Any] = {"state": state, "offered_at": None, "offered_to": None}
    if due_on is not None:
        values |= {"due_on": due_on, "moved": col(Commitment.moved) + 1, "asked": 0, "asked_at": None}
    if state not in OPEN:
        values["settled_at"] = acting.now
    changed = await acting.connection.execute(
        update(Commitment)
        .where(
            col(Commitment.node_id) == promise.node_id,
            col(Commitment.state) == promise.state,
            col(Commitment.moved) == promise.moved,
        )
        .values(values)
    )
    if changed.rowcount == 0:
        return False
    await acting.connection.execute(
        insert(CheckIn).values(
            node_id=promise.node_id,
            answer=answer,
            due_on=due_on,
            moderator_id=acting.moderator_id,
            at=acting.now,
        )
    )
    return True
