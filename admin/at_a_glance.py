"""Three figures about a trajectory, each with what it is a part of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlmodel import col

from storage.tables import Node, Participant
from storage.threads import was_given

COUNTED = ("story", "idea", "remark")
"""A request to be called is not a contribution to the result."""

ANSWERED = ("published", "declined", "replaced")


@dataclass(frozen=True)
class Glance:
    """`networks`: through how many the `people` came. `oldest`: since when the first of `waiting` waits."""

    people: int
    networks: int
    answered: int
    waiting: int
    oldest: datetime | None

    @property
    def contributions(self) -> int:
        """All that was given, answered or not."""
        return self.answered + self.waiting


async def read_glance(connection: AsyncConnection, trajectory_id: int) -> Glance:
    """The figures as they are now."""
    people, networks = (
        await connection.execute(
            select(func.count(), func.count(col(Participant.network_id).distinct())).where(
                col(Participant.trajectory_id) == trajectory_id, col(Participant.consented_at).is_not(None)
            )
        )
    ).one()
    rows = await connection.execute(
        select(col(Node.state), func.count(), func.min(col(Node.created_at)))
        .where(col(Node.trajectory_id) == trajectory_id, col(Node.kind).in_(COUNTED), was_given())
        .group_by(col(Node.state))
    )
    states = {state: (number, first_at) for state, number, first_at in rows}
    waits = [states[state] for state in ("waiting", "asked_back") if state in states]
    return Glance(
        people=people,
        networks=networks,
        answered=sum(states[state][0] for state in ANSWERED if state in states),
        waiting=sum(number for number, _ in waits),
        oldest=min((first_at for _, first_at in waits), default=None),
    )
