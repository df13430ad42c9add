"""Promises for which too few joined come to an end, kindly. Doing it twice does no harm."""

from __future__ import annotations

from sqlalchemy import select, update
from sqlmodel import col

from flows.deeds.acting import Acting
from flows.deeds.advance_promise import advance_promise
from flows.deeds.give_back_promise import SOMETHING_ELSE, give_back
from flows.deeds.tell_members import said
from flows.deeds.tell_person import tell_person
from flows.engine.talk import Say
from flows.nudges import local_day
from flows.promising import has_lapsed
from storage import promises
from storage.promises import Stored
from storage.tables import Commitment, Joining, Node, Trajectory

PAGE = 100


async def lapse_promises(acting: Acting) -> int:
    """One page of those whose days for joining are over; returns how many came to an end."""
    waiting = await promises.listed(
        acting.connection,
        promises.IS_PUBLIC,
        col(Commitment.state) == "conditional",
        col(Commitment.joined_by) <= acting.now.date(),
        order=(col(Commitment.joined_by), col(Node.id)),
        most=PAGE,
    )
    return sum([await _lapse(acting, promise.node_id) for promise in sorted(waiting, key=_by_id)])


async def _lapse(acting: Acting, node_id: int) -> int:
    """Lock it, and only then look: somebody may have joined meanwhile."""
    promise = await promises.locked(acting.connection, node_id)
    if promise is None or promise.joined_by is None:
        return 0
    query = select(col(Trajectory.zone)).where(col(Trajectory.id) == promise.trajectory_id)
    zone = (await acting.connection.execute(query)).scalar_one()
    public_on = local_day(promise.decided_at or promise.created_at, zone)
    if not has_lapsed(promise.joined_by, public_on, local_day(acting.now, zone)):
        return 0
    if not await advance_promise(acting, promise, "lapsed"):
        return 0
    if promise.participant_id is not None:
        say = Say("commitment-lapsed", said(promise), actions=(SOMETHING_ELSE,))
        await tell_person(acting, promise.participant_id, say, key=f"lapsed:{node_id}")
    await give_back(acting, promise, "lapsed")
    # They will not meet: how they could be reached is of no use any more.
    await acting.connection.execute(
        update(Joining).where(col(Joining.node_id) == node_id).values(share="nothing", reach=None)
    )
    return 1


def _by_id(promise: Stored) -> int:
    return promise.node_id
