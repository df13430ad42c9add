"""The desk links what was given to what was made of it, with the reason."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlmodel import col

from flows.deeds.acting import Acting
from flows.deeds.deciding import Refused
from flows.deeds.weaving import hold, lay, strand_from, why_not_into
from flows.ledger import RELATIONS
from storage.tables import Node

Texts = Mapping[str, str]
"""Language to words."""


@dataclass(frozen=True)
class Linked:
    """The link stands; everyone upstream hears of it."""

    link_id: int


async def link_nodes(
    acting: Acting, source_id: int, target_id: int | None, relation: str, reason: Texts
) -> Linked | Refused:
    """Lay one link of one trajectory; without a target it says why the source was not used.

    Refuses a link without a reason, one that stands already, and one that would make a circle. Results are
    woven from many sources at once by `weave_result`.
    """
    if relation not in RELATIONS or (target_id is None) != (relation == "not_used"):
        return Refused("weave-relation", {"relation": relation})
    found = await acting.connection.execute(select(col(Node.trajectory_id)).where(col(Node.id) == source_id))
    trajectory_id = found.scalar_one_or_none()
    if trajectory_id is None:
        return Refused("decide-gone")
    ends = await hold(acting, trajectory_id, [source_id] if target_id is None else [source_id, target_id])
    if isinstance(ends, Refused):
        return ends
    strand = strand_from(ends[source_id], relation, reason)
    if isinstance(strand, Refused):
        return strand
    target = ends[target_id] if target_id is not None else None
    if (why := await why_not_into(acting, [strand], target)) is not None:
        return why
    (link_id,) = await lay(acting, [strand], target_id)
    return Linked(link_id)
