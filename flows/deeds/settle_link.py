"""The first channel says whether the second is the same person's."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal, TypeAlias

from sqlalchemy import select
from sqlmodel import col

from flows.deeds.acting import Acting
from flows.deeds.join_people import join_people
from flows.deeds.tell_chat import tell_chat
from flows.engine.questions import Phrase
from flows.engine.talk import Action, Say, deed
from storage import journal, linking_codes
from storage.linking_codes import Standing
from storage.secrets import Unsealable
from storage.tables import Address, Participant

Outcome: TypeAlias = Literal["done", "done-stopped", "refused", "too-late", "nothing"]
"""Each has its sentence under `linking-<outcome>`; the second channel hears `linking-<outcome>-there`."""

MENU = Action("menu", Phrase("action-menu"))


@deed("settle_link")
async def settle_link(acting: Acting, handle: str, yes: bool) -> Outcome:
    """After a yes there is one person with one vote, in both channels; after a no nothing has happened."""
    asked = await linking_codes.find(acting.connection, handle, lock=False)
    if asked is None or asked.asked_by is None:
        return "nothing"
    # Who typed the code first, then the code: their own turn locks in the same order.
    other = await _lock_person(acting, asked.asked_by)
    code = await linking_codes.find(acting.connection, handle)
    person = acting.resident
    if code is None or other is None or not _is_open(code, asked, person.address_id):
        return "nothing"
    await linking_codes.change(acting.connection, handle, used_at=acting.now)
    outcome: Outcome = "done" if yes else "refused"
    if code.expires_at <= acting.now:
        outcome = "too-late"
    elif yes:
        await join_people(acting, keep=person.participant_id, gone=other)
        await _end_welcome(acting, asked.asked_by)
        outcome = "done-stopped" if await _has_stopped(acting) else "done"
    there = outcome.removesuffix("-stopped")
    actions = (MENU,) if there == "done" else ()
    say = Say(f"linking-{there}-there", actions=actions)
    key = f"linked:{handle}:{acting.now.timestamp():.0f}:{asked.asked_by}"
    await tell_chat(acting, asked.asked_by, say, key=key)
    return outcome


def _is_open(code: Standing, asked: Standing, address_id: int) -> bool:
    """Whether it is this chat that is to answer, and has not done so."""
    return code.used_at is None and code.asked_by == asked.asked_by and code.address_id == address_id


async def _lock_person(acting: Acting, address_id: int) -> int | None:
    query = (
        select(col(Participant.id))
        .join(Address, col(Address.participant_id) == col(Participant.id))
        .where(col(Address.id) == address_id, col(Address.forget_at).is_(None))
        .with_for_update(of=Participant)
    )
    return (await acting.connection.execute(query)).scalar_one_or_none()


async def _end_welcome(acting: Acting, address_id: int) -> None:
    """Who is known by now needs no welcome; anything else that is open there goes on."""
    try:
        talking = await journal.read(acting.connection, acting.secrets, address_id)
    except Unsealable:
        return
    open_now = [one for one in (talking.top, talking.beneath) if one and one.script != "welcome"]
    top, beneath = (*open_now, None, None)[:2]
    if (top, beneath) == (talking.top, talking.beneath):
        return
    await journal.write(
        acting.connection,
        acting.secrets,
        replace(talking, top=top, beneath=beneath),
        now=acting.now,
        remind_at=None,
        expires_at=None,
    )


async def _has_stopped(acting: Acting) -> bool:
    query = select(col(Participant.stopped_at)).where(col(Participant.id) == acting.resident.participant_id)
    return (await acting.connection.execute(query)).scalar_one() is not None
