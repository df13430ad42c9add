"""Someone goes: what they promised is let go of, and those who counted on it hear so."""

from __future__ import annotations

from sqlalchemy import or_, select
from sqlmodel import col

from flows.deeds.acting import Acting
from flows.deeds.advance_promise import advance_promise
from flows.deeds.give_back_promise import give_back
from flows.deeds.join_promise import leave
from flows.deeds.tell_members import forget_maker
from flows.promising import OPEN
from storage import promises
from storage.tables import Commitment, Joining, Node


async def part_with_promises(acting: Acting, participant_id: int) -> None:
    """Release their own open promises and leave those of others, before the person is taken out."""
    joins = select(col(Joining.node_id)).where(
        col(Joining.participant_id) == participant_id, col(Joining.left_at).is_(None)
    )
    found = await acting.connection.execute(
        select(col(Commitment.node_id))
        .join(Node, col(Node.id) == col(Commitment.node_id))
        .where(
            promises.IS_PUBLIC,
            col(Commitment.state).in_(OPEN),
            or_(col(Node.participant_id) == participant_id, col(Commitment.node_id).in_(joins)),
        )
        .order_by(col(Commitment.node_id))
    )
    for node_id in list(found.scalars()):
        await part_with_promise(acting, node_id, participant_id)


async def part_with_promise(acting: Acting, node_id: int, participant_id: int) -> None:
    """The same for one of them; nothing happens where it is none, or is over."""
    promise = await promises.locked(acting.connection, node_id)
    if promise is None or promise.node_state != "published":
        return
    if promise.participant_id != participant_id:
        await leave(acting, promise, participant_id)
        return
    await forget_maker(acting, promise)
    if await advance_promise(acting, promise, "release"):
        await give_back(acting, promise, "release")
