"""Join in a promise of somebody else, and leave it again."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sqlalchemy import select, update
from sqlmodel import col

from flows.deeds.acting import Acting
from flows.deeds.advance_promise import advance_promise
from flows.deeds.make_commitment import Shared, kept
from flows.deeds.offer_promise import drop_offer
from flows.deeds.tell_members import forget_newcomer, introduce, introduce_newcomer, said
from flows.deeds.tell_person import tell_person
from flows.engine.talk import Say, deed
from flows.nudges import local_day
from flows.promising import OPEN, called, has_lapsed
from storage import promises
from storage.database import insert_ignoring
from storage.promises import Stored
from storage.tables import Joining


@dataclass(frozen=True)
class Joined:
    """`waits`: it is still too few; `needs` is how many it takes, `joined` how many there are now."""

    waits: bool
    joined: int
    needs: int = 0


@dataclass(frozen=True)
class NotJoined:
    """`text` is the key of a sentence that says why."""

    text: str


@deed("join_promise")
async def join_promise(acting: Acting, *, node_id: int, shared: Shared) -> Joined | NotJoined:
    """Join. Where this makes it enough, it goes on, and everyone is introduced: once, in this very turn."""
    person = acting.resident
    promise = await promises.locked(acting.connection, node_id)
    why = why_not(acting, promise)
    if promise is None or why is not None:
        return NotJoined(why or "together-gone")
    if not await _put_in(acting, promise, shared):
        return NotJoined("together-already")
    now = await promises.at(acting.connection, node_id) or promise
    needs = now.needs or 0
    if now.state == "active":
        await introduce_newcomer(acting, now, person.participant_id)
        return Joined(False, now.joined, needs)
    if now.joined < needs:
        return Joined(True, now.joined, needs)
    await advance_promise(acting, now, "met")
    # Who made it enough reads it in the turn itself.
    await introduce(acting, replace(now, state="active"), but=(person.participant_id,))
    return Joined(False, now.joined, needs)


@deed("leave_promise")
async def leave_promise(acting: Acting, *, node_id: int) -> bool:
    """Leave, without a reason; what was shared is gone. False for who was not in it."""
    promise = await promises.locked(acting.connection, node_id)
    if promise is None or promise.trajectory_id != acting.resident.trajectory_id:
        return False
    return await leave(acting, promise, acting.resident.participant_id)


async def leave(acting: Acting, promise: Stored, participant_id: int) -> bool:
    """The same, for somebody, of a promise that was read and locked."""
    if promise.participant_id == participant_id:
        return False
    row = await acting.connection.execute(
        select(col(Joining.name)).where(
            col(Joining.node_id) == promise.node_id,
            col(Joining.participant_id) == participant_id,
            col(Joining.left_at).is_(None),
        )
    )
    name = row.scalar_one_or_none()
    if name is None:
        return False
    await acting.connection.execute(
        update(Joining)
        .where(col(Joining.node_id) == promise.node_id, col(Joining.participant_id) == participant_id)
        .values(left_at=acting.now, name="", share="nothing", reach=None)
    )
    await forget_newcomer(acting, promise, participant_id)
    if promise.offered_to == participant_id:
        await drop_offer(acting, promise, "offer-refused")
    if promise.state == "active" and promise.participant_id is not None:
        about = {**said(promise), "who": called(name, first=True)}
        key = f"left:{promise.node_id}:{participant_id}:{acting.now.timestamp():.0f}"
        await tell_person(acting, promise.participant_id, Say("fellow-left", about), key=key)
    return True


def why_not(acting: Acting, promise: Stored | None) -> str | None:
    """The key of a sentence that says why this person cannot join; None for who can."""
    person = acting.resident
    if promise is None or promise.trajectory_id != person.trajectory_id:
        return "together-gone"
    if promise.participant_id == person.participant_id:
        return "together-own"
    if promise.node_state != "published" or promise.municipal or promise.state not in OPEN:
        return "together-gone"
    if promise.state == "conditional" and promise.joined_by is not None:
        public_on = local_day(promise.decided_at or promise.created_at, person.zone)
        if has_lapsed(promise.joined_by, public_on, local_day(acting.now, person.zone)):
            return "together-gone"
    return None


async def _put_in(acting: Acting, promise: Stored, shared: Shared) -> bool:
    """Put in, or put in again: who comes back chooses anew what to share. False for who is in already."""
    values = kept(acting, shared)
    person_id = acting.resident.participant_id
    added = await acting.connection.execute(
        insert_ignoring(acting.connection, Joining).values(
            node_id=promise.node_id, participant_id=person_id, **values
        )
    )
    if added.rowcount:
        return True
    back = await acting.connection.execute(
        update(Joining)
        .where(
            col(Joining.node_id) == promise.node_id,
            col(Joining.participant_id) == person_id,
            col(Joining.left_at).is_not(None),
        )
        .values(values)
    )
    return back.rowcount > 0
