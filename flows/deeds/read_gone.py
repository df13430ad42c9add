"""Cards that were shown a moment ago and are not there any more."""

from __future__ import annotations

from sqlalchemy import select
from sqlmodel import col

from flows.deeds.acting import Acting
from flows.engine.talk import query
from storage.tables import Exposure, Node
from storage.voting import may_be_voted_on

LATEST = 10


@query("gone")
async def read_gone(acting: Acting) -> frozenset[int]:
    """Of the cards that the resident was shown last, those that were withdrawn, merged or hidden since."""
    latest = (
        select(col(Exposure.node_id))
        .where(col(Exposure.participant_id) == acting.resident.participant_id)
        .order_by(col(Exposure.id).desc())
        .limit(LATEST)
    )
    gone = select(col(Node.id)).where(col(Node.id).in_(latest.scalar_subquery()), ~may_be_voted_on())
    return frozenset((await acting.connection.execute(gone)).scalars())
