"""A promise goes to somebody else, who says yes first: someone who joined in it, or the desk."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import delete, insert, select, update
from sqlmodel import col

from flows.deeds.acting import Acting
from flows.deeds.advance_promise import advance_promise
from flows.deeds.contribute import next_number
from flows.deeds.deciding import Refused, write_audit
from flows.deeds.give_back_promise import in_every_language
from flows.deeds.make_municipal_commitment import commit_municipality
from flows.deeds.make_result import Made, Texts
from flows.deeds.offer_promise import drop_offer
from flows.deeds.tell_members import said, tell_members
from flows.deeds.tell_person import tell_person
from flows.engine.questions import Phrase
from flows.engine.readers import clean
from flows.engine.talk import Say, deed
from flows.nudges import local_day
from flows.promising import LATEST, called
from storage import promises, threads
from storage.database import insert_ignoring
from storage.promises import Stored
from storage.tables import Commitment, Decision, Joining, Node, Notice


@dataclass(frozen=True)
class TakenOver:
    """It is theirs now, under a number of its own."""

    number: int
    due_on: date


@deed("take_over_promise")
async def take_over_promise(acting: Acting, *, node_id: int, due_on: date) -> TakenOver | None:
    """Say yes; `due_on` is the day that was said, or a new one. None when nobody asks this any more."""
    promise = await _asked(acting, node_id)
    if promise is None:
        return None
    today = local_day(acting.now, acting.resident.zone)
    if not today < due_on <= today + LATEST or not await advance_promise(acting, promise, "hand_over"):
        return None
    number, new_id, name = await _renew(acting, promise, due_on)
    link_id = await threads.put_link(
        acting.connection,
        trajectory_id=promise.trajectory_id,
        source_id=promise.node_id,
        target_id=new_id,
        relation="carried_out_by",
        reason=in_every_language(acting, "report-taken-over-reason"),
        moderator_id=None,
        now=acting.now,
    )
    await _move_members(acting, promise, new_id)
    new = await promises.at(acting.connection, new_id) or promise
    await _tell(acting, promise, new, name, link_id)
    return TakenOver(number, due_on)


@deed("refuse_promise")
async def refuse_promise(acting: Acting, *, node_id: int) -> bool:
    """Say no, without a reason; False when nobody asks this any more."""
    promise = await _asked(acting, node_id)
    if promise is None:
        return False
    await drop_offer(acting, promise, "offer-refused")
    return True


async def take_over_at_desk(
    acting: Acting, node_id: int, title: Texts, reason: Texts, due_on: date
) -> Made | Refused:
    """The municipality takes over what it was offered, in its own words and with its own day."""
    promise = await _offered_to_desk(acting, node_id)
    if promise is None:
        return Refused("promise-not-offered")
    made = await commit_municipality(acting, promise.node_id, title, reason, due_on)
    if isinstance(made, Refused):
        return made
    await advance_promise(acting, promise, "hand_over")
    new = await promises.at(acting.connection, made.node_id) or promise
    await _tell(acting, promise, new, "", None)
    return made


async def refuse_at_desk(acting: Acting, node_id: int, sentence: str) -> Refused | None:
    """The municipality does not; who offered it hears why."""
    promise = await _offered_to_desk(acting, node_id)
    if promise is None:
        return Refused("promise-not-offered")
    if not clean(sentence):
        return Refused("promise-reason-missing")
    await drop_offer(acting, promise, "offer-refused-by-desk", sentence=clean(sentence))
    await write_audit(acting, "refuse_promise", node_id)
    return None


async def _asked(acting: Acting, node_id: int) -> Stored | None:
    promise = await promises.locked(acting.connection, node_id)
    if promise is None or promise.offered_to != acting.resident.participant_id:
        return None
    return promise if promise.state == "active" and promise.node_state == "published" else None


async def _offered_to_desk(acting: Acting, node_id: int) -> Stored | None:
    promise = await promises.locked(acting.connection, node_id)
    if promise is None or promise.offered_at is None or promise.offered_to is not None:
        return None
    return promise if promise.state == "active" and promise.node_state == "published" else None


async def _renew(acting: Acting, promise: Stored, due_on: date) -> tuple[int, int, str]:
    """The same promise as one of the resident who is talking; returns its number, its id, and their name."""
    person = acting.resident
    found = await acting.connection.execute(
        select(col(Joining.name)).where(
            col(Joining.node_id) == promise.node_id, col(Joining.participant_id) == person.participant_id
        )
    )
    name = found.scalar_one_or_none() or ""
    number = await next_number(acting, promise.trajectory_id)
    inserted = await acting.connection.execute(
        insert(Node)
        .values(
            trajectory_id=promise.trajectory_id,
            kind="commitment",
            number=number,
            participant_id=person.participant_id,
            channel=person.channel,
            text=promise.text,
            language=promise.language,
            may_show=True,
            state="published",
            about_id=promise.about_id,
            created_at=acting.now,
            decided_at=acting.now,
        )
        .returning(col(Node.id))
    )
    new_id = inserted.scalar_one()
    # A moderator read these words before, when they were somebody else's.
    await acting.connection.execute(insert(Decision).values(node_id=new_id, act="publish", at=acting.now))
    await acting.connection.execute(
        insert(Commitment).values(node_id=new_id, name=name, due_on=due_on, state="active")
    )
    return number, new_id, name


async def _move_members(acting: Acting, promise: Stored, new_id: int) -> None:
    """Who joined goes along; the one whose it was and the one whose it is are no members of their own."""
    here = col(Joining.node_id) == promise.node_id
    makers = (promise.participant_id, acting.resident.participant_id)
    await acting.connection.execute(
        delete(Joining).where(here, col(Joining.participant_id).in_([one for one in makers if one]))
    )
    await acting.connection.execute(
        update(Joining).where(here, col(Joining.left_at).is_(None)).values(node_id=new_id)
    )


async def _tell(acting: Acting, old: Stored, new: Stored, name: str, link_id: int | None) -> None:
    """Who handed it over hears that it is off their hands, and who joined with whom they do it now."""
    taker = Phrase("promise-municipality") if new.municipal else called(name)
    about = {**said(new), "who": taker, "words": said(old)["words"]}
    key, maker_id = f"taken-over:{old.node_id}", old.participant_id
    if maker_id is not None:
        await tell_person(acting, maker_id, Say("offer-taken", about), key=f"{key}:{maker_id}")
    members_of = old if new.municipal else new
    known = await tell_members(acting, members_of, "fellow-taken-over", key, but=(maker_id,), arguments=about)
    if link_id is not None:
        for participant_id in {*known, maker_id, acting.resident.participant_id} - {None}:
            await acting.connection.execute(
                insert_ignoring(acting.connection, Notice).values(
                    participant_id=participant_id, link_id=link_id, noted_at=acting.now, told_at=acting.now
                )
            )
