"""The desk links what was given to what was made of it, with the reason."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlmodel import col

from flows.deeds.acting import Acting
from flows.deeds.deciding import Refused, write_audit
from flows.engine.readers import clean
from flows.ledger import RELATIONS
from storage import threads
from storage.tables import Link, Node

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

    Refuses a link without a reason, one that stands already, and one that would make a circle.
    """
    words = {language: said for language, raw in reason.items() if (said := clean(raw))}
    if relation not in RELATIONS or (target_id is None) != (relation == "not_used"):
        return Refused("weave-relation", {"relation": relation})
    if not words:
        return Refused("weave-reason-missing")
    source = await _node(acting, source_id)
    target = await _node(acting, target_id) if target_id is not None else None
    if source is None or (target_id is not None and target is None):
        return Refused("decide-gone")
    if (why := await _refusal(acting, source, target, relation)) is not None:
        return why
    link_id = await threads.put_link(
        acting.connection,
        trajectory_id=source.trajectory_id,
        source_id=source_id,
        target_id=target_id,
        relation=relation,
        reason=words,
        moderator_id=acting.moderator_id,
        now=acting.now,
    )
    await write_audit(acting, f"link_{relation}", source_id, str(target_id or ""))
    return Linked(link_id)


async def _refusal(acting: Acting, source: Any, target: Any, relation: str) -> Refused | None:
    if source.state not in ("published", "replaced"):
        return Refused("weave-not-published", {"number": str(source.number)})
    if target is not None:
        if target.trajectory_id != source.trajectory_id:
            return Refused("decide-gone")
        if target.id == source.id or target.id in await threads.upstream(acting.connection, [source.id]):
            return Refused("weave-circle", {"number": str(target.number)})
    if await _stands(acting, source.id, target.id if target is not None else None, relation):
        return Refused("weave-stands", {"number": str(source.number)})
    return None


async def _node(acting: Acting, node_id: int) -> Any:
    query = select(col(Node.id), col(Node.trajectory_id), col(Node.number), col(Node.state))
    # Locked, so that two at the desk cannot close a circle between them.
    query = query.where(col(Node.id) == node_id).with_for_update()
    return (await acting.connection.execute(query)).one_or_none()


async def _stands(acting: Acting, source_id: int, target_id: int | None, relation: str) -> bool:
    there = col(Link.target_id) == target_id if target_id is not None else col(Link.target_id).is_(None)
    query = select(col(Link.id)).where(
        col(Link.source_id) == source_id, there, col(Link.relation) == relation
    )
    return (await acting.connection.execute(query)).first() is not None
