"""The desk splits an idea in which there are two."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flows.deeds.acting import Acting
from flows.deeds.deciding import Refused
from flows.deeds.make_result import Made, make_result, why_not_made
from flows.deeds.weaving import Strand, hold, lay, strand_from, written

Texts = Mapping[str, str]
"""Language to words."""


@dataclass(frozen=True)
class Part:
    """One of the ideas that an idea is split into, and why it stands by itself."""

    title: Texts
    reason: Texts


async def split_idea(
    acting: Acting, trajectory_id: int, idea_id: int, parts: Sequence[Part]
) -> list[Made] | Refused:
    """Make an idea of each part. The first one is over; its votes stay with it, and are asked anew."""
    if len(parts) < 2:
        return Refused("weave-split-one")
    for part in parts:
        if (why := why_not_made("idea", written(part.title), {})) is not None:
            return why
    ends = await hold(acting, trajectory_id, [idea_id])
    if isinstance(ends, Refused):
        return ends
    idea = ends[idea_id]
    if idea.kind != "idea":
        return Refused("weave-split-kind", {"number": str(idea.number)})
    found = [strand_from(idea, "split_into", part.reason) for part in parts]
    coming = [strand for strand in found if isinstance(strand, Strand)]
    for strand in found:
        if isinstance(strand, Refused):
            return strand
    return [await _make(acting, part, strand) for part, strand in zip(parts, coming, strict=True)]


async def _make(acting: Acting, part: Part, strand: Strand) -> Made:
    made = await make_result(acting, strand.source.trajectory_id, "idea", part.title)
    if isinstance(made, Refused):
        raise LookupError(made.text)
    await lay(acting, [strand], made.node_id)
    return made
