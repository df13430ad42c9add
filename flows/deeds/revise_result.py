"""The desk writes a result anew: what people proposed is answered in the new version."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import select
from sqlmodel import col

from flows.deeds.acting import Acting
from flows.deeds.deciding import Refused
from flows.deeds.make_result import Made, make_result, why_not_made
from flows.deeds.weaving import Source, hold, lay, strand_from, strands, written
from storage.tables import Node

Texts = Mapping[str, str]
"""Language to words."""

REVISABLE = ("theme", "scenario", "concept_part", "plan_part", "milestone")


async def revise_result(
    acting: Acting,
    trajectory_id: int,
    result_id: int,
    title: Texts,
    body: Texts,
    reason: Texts,
    taken: Sequence[Source] = (),
) -> Made | Refused:
    """Lay in the next version, made of the old one and of what was `taken` into it.

    The old version is replaced, and keeps what was said and voted about it. Whoever was first is named to a
    second who revises the same version.
    """
    ends = await hold(acting, trajectory_id, [result_id])
    if isinstance(ends, Refused):
        return ends
    old = ends[result_id]
    if old.kind not in REVISABLE:
        return Refused("weave-kind", {"kind": old.kind})
    if (why := why_not_made(old.kind, written(title), written(body))) is not None:
        return why
    onwards = strand_from(old, "revised_as", reason)
    if isinstance(onwards, Refused):
        return onwards
    coming = await strands(acting, trajectory_id, old.kind, taken)
    if isinstance(coming, Refused):
        return coming
    made = await make_result(
        acting,
        trajectory_id,
        old.kind,
        title,
        body,
        because=await _because(acting, old.id),
        about_id=old.about_id,
        version=old.version + 1,
    )
    if isinstance(made, Made):
        await lay(acting, [onwards, *coming], made.node_id)
    return made


async def _because(acting: Acting, node_id: int) -> Texts | None:
    """Why the municipality added it, which stays true of the next version."""
    found = await acting.connection.execute(select(col(Node.because)).where(col(Node.id) == node_id))
    because: Texts | None = found.scalar_one()
    return because
