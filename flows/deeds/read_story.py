"""The stories of others that there are to read."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlmodel import col

from flows.deeds.acting import Acting
from flows.deeds.read_shown import Shown, find_shown
from flows.engine.talk import deed, query
from storage.tables import Exposure, Node
from storage.voting import may_be_voted_on


@dataclass(frozen=True)
class StoriesSeen:
    """`others` counts those that somebody else told; `began`: the resident read one before."""

    others: int
    began: bool


@query("story")
async def read_story(acting: Acting, node_id: int) -> Shown | None:
    """As it is now; None when it was taken back or hidden since it was shown."""
    found = await find_shown(acting, (col(Node.id) == node_id) & may_be_voted_on())
    return found[0] if found else None


@deed("open_reading")
async def open_reading(acting: Acting) -> StoriesSeen:
    """Noted when somebody begins, so that they need not be counted at every story."""
    person = acting.resident
    others = select(func.count()).where(
        col(Node.trajectory_id) == person.trajectory_id,
        col(Node.kind) == "story",
        col(Node.participant_id).is_distinct_from(person.participant_id),
        may_be_voted_on(),
    )
    began = (
        select(col(Exposure.id))
        .join(Node, col(Node.id) == col(Exposure.node_id))
        .where(col(Exposure.participant_id) == person.participant_id, col(Node.kind) == "story")
        .limit(1)
    )
    return StoriesSeen(
        others=(await acting.connection.execute(others)).scalar_one(),
        began=(await acting.connection.execute(began)).first() is not None,
    )
