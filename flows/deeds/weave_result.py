"""The desk makes a result of what people gave, or adds to one that stands: each source with a reason."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from flows.deeds.acting import Acting
from flows.deeds.deciding import Refused
from flows.deeds.make_result import Made, make_result, why_not_made
from flows.deeds.weaving import Source, hold, lay, strands, why_not_into, written

Texts = Mapping[str, str]
"""Language to words."""


async def weave_result(
    acting: Acting,
    trajectory_id: int,
    kind: str,
    title: Texts,
    sources: Sequence[Source],
    body: Texts | None = None,
    *,
    because: Texts | None = None,
) -> Made | Refused:
    """Lay in a result with everything that it comes from; how each source lives on is by its kind.

    Without sources it stands only with the words why the municipality adds it (`because`), which are shown;
    an idea never does.
    Ideas among the sources of an idea are merged: nobody votes on them any more, and their votes stay with
    them. Who voted on one hears of the new idea, and may vote on that: nobody's vote is moved.
    """
    if (why := why_not_made(kind, written(title), written(body or {}))) is not None:
        return why
    if not sources and kind == "idea":
        return Refused("weave-idea-from-nothing")
    if not sources and not written(because or {}):
        return Refused("weave-from-nothing")
    coming = await strands(acting, trajectory_id, kind, sources)
    if isinstance(coming, Refused):
        return coming
    merged = [strand.source for strand in coming if strand.relation == "merged_into"]
    if len(merged) == 1:
        return Refused("weave-merge-one", {"number": str(merged[0].number)})
    made = await make_result(acting, trajectory_id, kind, title, body, because=because)
    if isinstance(made, Made):
        await lay(acting, coming, made.node_id)
    return made


async def weave_into(
    acting: Acting, trajectory_id: int, result_id: int, sources: Sequence[Source]
) -> Made | Refused:
    """Add sources to a result that stands; an idea that goes into another is merged with it."""
    if not sources:
        return Refused("weave-no-source")
    targets = await hold(acting, trajectory_id, [result_id])
    if isinstance(targets, Refused):
        return targets
    target = targets[result_id]
    coming = await strands(acting, trajectory_id, target.kind, sources)
    if isinstance(coming, Refused):
        return coming
    if (why := await why_not_into(acting, coming, target)) is not None:
        return why
    await lay(acting, coming, target.id)
    return Made(target.id, target.number)
