"""The desk says of what was read that it is not used, and why."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import select
from sqlmodel import col

from flows.deeds.acting import Acting
from flows.deeds.deciding import Refused
from flows.deeds.make_result import Made
from flows.deeds.weaving import hold, lay, strand_from, why_not_into
from storage.tables import Link, Node

Texts = Mapping[str, str]
"""Language to words."""


async def set_aside(acting: Acting, trajectory_id: int, node_id: int, reason: Texts) -> Made | Refused:
    """Lay a link without a target: "not used, because ...". An idea is then no longer voted on.

    Refuses what was used already: that would not be true.
    """
    ends = await hold(acting, trajectory_id, [node_id])
    if isinstance(ends, Refused):
        return ends
    strand = strand_from(ends[node_id], "not_used", reason)
    if isinstance(strand, Refused):
        return strand
    used_in = await _used_in(acting, node_id)
    if used_in is not None:
        return Refused("weave-used", {"number": str(strand.source.number), "target": str(used_in)})
    if (why := await why_not_into(acting, [strand], None)) is not None:
        return why
    await lay(acting, [strand], None)
    return Made(node_id, strand.source.number)


async def _used_in(acting: Acting, node_id: int) -> int | None:
    """The number of something that it was used in."""
    query = (
        select(col(Node.number))
        .join(Link, col(Link.target_id) == col(Node.id))
        .where(col(Link.source_id) == node_id)
        .order_by(col(Link.id))
        .limit(1)
    )
    found: int | None = (await acting.connection.execute(query)).scalar_one_or_none()
    return found
