"""What weaving has in common: the ledger is held, all links are checked, and only then the first is laid."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select, update
from sqlmodel import col

from flows.deeds.acting import Acting
from flows.deeds.deciding import Refused, write_audit
from flows.engine.readers import clean
from flows.ledger import REPLACING, SOURCES
from storage import threads
from storage.tables import Link, Moderator, Node

Texts = Mapping[str, str]
"""Language to words."""

LONGEST_REASON = 1000
MOST_SOURCES = 200


@dataclass(frozen=True)
class Source:
    """Something that a result comes from, and why. Whoever gave it reads the reason."""

    node_id: int
    reason: Texts


@dataclass(frozen=True)
class End:
    """One end of a link, as it stands while the ledger is held."""

    id: int
    trajectory_id: int
    kind: str
    number: int
    state: str
    version: int
    about_id: int | None


@dataclass(frozen=True)
class Strand:
    """A link that is about to be laid from here, with its reason cleaned."""

    source: End
    relation: str
    reason: Texts


def written(texts: Texts) -> dict[str, str]:
    """The words, cleaned, without the languages that nothing was written in."""
    return {language: words for language, raw in texts.items() if (words := clean(raw))}


async def hold(acting: Acting, trajectory_id: int, node_ids: Collection[int]) -> Mapping[int, End] | Refused:
    """Read these nodes while nobody else weaves in this trajectory, by id; refuses what cannot be woven."""
    await threads.hold(acting.connection, trajectory_id)
    rows = await acting.connection.execute(
        select(
            col(Node.id),
            col(Node.trajectory_id),
            col(Node.kind),
            col(Node.number),
            col(Node.state),
            col(Node.version),
            col(Node.about_id),
        )
        .where(col(Node.id).in_(node_ids), col(Node.trajectory_id) == trajectory_id)
        .order_by(col(Node.id))
        # Somebody who is withdrawing or deciding is waited for, and what they did is seen.
        .with_for_update()
    )
    ends = {row.id: End(*row) for row in rows}
    if len(ends) < len(set(node_ids)):
        return Refused("decide-gone")
    for end in ends.values():
        if end.state != "published":
            return await _why_not(acting, end)
    return ends


async def strands(
    acting: Acting, trajectory_id: int, kind: str, sources: Sequence[Source]
) -> list[Strand] | Refused:
    """The links by which these sources would live on in a result of this kind."""
    if len({source.node_id for source in sources}) < len(sources):
        return Refused("weave-source-twice")
    if len(sources) > MOST_SOURCES:
        return Refused("weave-too-many", {"most": str(MOST_SOURCES)})
    ends = await hold(acting, trajectory_id, [source.node_id for source in sources])
    if isinstance(ends, Refused):
        return ends
    made = []
    for source in sources:
        end = ends[source.node_id]
        relation = SOURCES.get(kind, {}).get(end.kind)
        if relation is None:
            return Refused("weave-source-kind", {"number": str(end.number), "kind": kind})
        strand = strand_from(end, relation, source.reason)
        if isinstance(strand, Refused):
            return strand
        made.append(strand)
    return made


def strand_from(end: End, relation: str, reason: Texts) -> Strand | Refused:
    """One such link; never without a reason."""
    words = written(reason)
    if not words:
        return Refused("weave-reason-missing", {"number": str(end.number)})
    if any(len(text) > LONGEST_REASON for text in words.values()):
        return Refused("weave-reason-too-long", {"number": str(end.number), "most": str(LONGEST_REASON)})
    return Strand(end, relation, words)


async def why_not_into(acting: Acting, coming: Sequence[Strand], target: End | None) -> Refused | None:
    """Why these links cannot end in something that exists: they stand already, or would make a circle."""
    ids = [strand.source.id for strand in coming]
    if target is not None and (
        target.id in ids or target.id in await threads.upstream(acting.connection, ids)
    ):
        return Refused("weave-circle", {"number": str(target.number)})
    there = col(Link.target_id) == target.id if target is not None else col(Link.target_id).is_(None)
    query = (
        select(col(Node.number), col(Link.relation), col(Moderator.name))
        .join(Node, col(Node.id) == col(Link.source_id))
        .outerjoin(Moderator, col(Moderator.id) == col(Link.moderator_id))
        .where(there, col(Link.source_id).in_(ids))
        .order_by(col(Link.id))
    )
    for row in await acting.connection.execute(query):
        if row.relation in {strand.relation for strand in coming if strand.source.number == row.number}:
            return Refused("weave-stands", {"number": str(row.number), "name": row.name or ""})
    return None


async def lay(acting: Acting, coming: Sequence[Strand], target_id: int | None) -> list[int]:
    """Lay the links, and note what they replace; returns their ids. Everything was checked before."""
    ids = [
        await threads.put_link(
            acting.connection,
            trajectory_id=strand.source.trajectory_id,
            source_id=strand.source.id,
            target_id=target_id,
            relation=strand.relation,
            reason=strand.reason,
            moderator_id=acting.moderator_id,
            now=acting.now,
        )
        for strand in coming
    ]
    over = [strand.source.id for strand in coming if strand.relation in REPLACING]
    await acting.connection.execute(
        update(Node).where(col(Node.id).in_(over), col(Node.state) == "published").values(state="replaced")
    )
    for strand in coming:
        await write_audit(acting, f"link_{strand.relation}", strand.source.id, str(target_id or ""))
    return ids


async def _why_not(acting: Acting, end: End) -> Refused:
    """What stands in the way of weaving this in, and who was first where somebody was."""
    number = str(end.number)
    if end.state == "withdrawn":
        return Refused("weave-withdrawn", {"number": number})
    if end.state == "declined":
        return Refused("weave-declined", {"number": number})
    if end.state != "replaced":
        return Refused("weave-not-published", {"number": number})
    query = (
        select(col(Link.relation), col(Node.number), col(Moderator.name))
        .join(Node, col(Node.id) == col(Link.target_id))
        .outerjoin(Moderator, col(Moderator.id) == col(Link.moderator_id))
        .where(col(Link.source_id) == end.id, col(Link.relation).in_(REPLACING))
        .order_by(col(Link.id))
    )
    relation, newer, name = (await acting.connection.execute(query)).first() or ("", 0, "")
    return Refused(
        "weave-replaced",
        {"number": number, "relation": relation, "newer": str(newer), "name": name or ""},
    )
