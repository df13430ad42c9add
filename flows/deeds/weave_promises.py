"""Promises of residents are linked to the part of the plan that they chose. Doing it twice does no harm."""

from __future__ import annotations

from sqlalchemy import exists, select
from sqlalchemy.orm import aliased
from sqlmodel import col

from flows.deeds.acting import Acting
from flows.deeds.give_back_promise import in_every_language
from flows.deeds.undo_decision import UNDO_WITHIN
from storage import promises, threads
from storage.tables import Commitment, Link, Node

PAGE = 100


async def weave_promises(acting: Acting) -> int:
    """One page of those that were published so long ago that nobody takes it back; returns how many."""
    part = aliased(Node)
    loose = await promises.listed(
        acting.connection,
        promises.IS_PUBLIC,
        col(Commitment.municipal).is_(False),
        col(Node.decided_at) < acting.now - UNDO_WITHIN,
        exists().where(col(part.id) == col(Node.about_id), col(part.kind) == "plan_part"),
        # Also one that was handed over hangs on the part already, by way of the promise it was.
        ~exists().where(col(Link.target_id) == col(Node.id)),
        order=(col(Node.id),),
        most=PAGE,
    )
    return sum([await _weave(acting, one.node_id) for one in sorted(loose, key=lambda one: one.node_id)])


async def _weave(acting: Acting, node_id: int) -> int:
    """Lock it, and only then look: another worker may have been first."""
    promise = await promises.locked(acting.connection, node_id)
    there = await acting.connection.execute(
        select(col(Link.id)).where(col(Link.target_id) == node_id).limit(1)
    )
    if promise is None or promise.about_id is None or there.first() is not None:
        return 0
    await threads.put_link(
        acting.connection,
        trajectory_id=promise.trajectory_id,
        source_id=promise.about_id,
        target_id=node_id,
        relation="carried_out_by",
        reason=in_every_language(acting, "report-promised-reason"),
        moderator_id=None,
        now=acting.now,
    )
    return 1
