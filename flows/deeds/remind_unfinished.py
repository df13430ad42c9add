"""Plan the reminders of conversations that stopped halfway. Doing it twice does no harm."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import RowMapping, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlmodel import col

from flows.deeds.acting import Acting
from flows.deeds.post_message import post_message
from flows.engine.questions import Phrase
from flows.engine.talk import Action, Say
from flows.nudges import Nudge, Unfinished, reminder
from flows.phrasing import Phrasing
from storage import participants
from storage.participants import Person
from storage.tables import Conversation

PAGE = 200


async def remind_unfinished(acting: Acting) -> int:
    """One page of those who are due; returns how many were planned."""
    due = await acting.connection.execute(
        select(col(Conversation.address_id))
        .where(col(Conversation.remind_at) <= acting.now)
        .order_by(col(Conversation.remind_at))
        .limit(PAGE)
    )
    # Everywhere in the same order, so that two workers never wait for each other.
    return sum([await _remind(acting, address_id) for address_id in sorted(due.scalars())])


async def is_overtaken(
    connection: AsyncConnection, address_id: int, planned_at: datetime, *, tried: bool
) -> bool:
    """Whether the person was heard of since a reminder was planned: then it is not to be sent any more.

    Who is still halfway is reminded after the usual hours, unless this one may have come through (`tried`).
    """
    person = await participants.read_at(connection, address_id)
    row = await _standing(connection, address_id)
    if row is None:
        return False
    same = row["reminded_at"] == planned_at
    if same and row["updated_at"] == planned_at:
        return False
    if same and person is not None and row["script"] is not None and not tried:
        remind_at = row["updated_at"] + timedelta(hours=person.remind_after_hours)
        await _change(connection, address_id, remind_at=remind_at, reminded_at=None)
    return True


async def _remind(acting: Acting, address_id: int) -> int:
    """Lock the person, and only then look: an answer or another worker may have been first."""
    person = await participants.read_at(acting.connection, address_id)
    row = await _standing(acting.connection, address_id)
    if row is None or row["remind_at"] is None or row["remind_at"] > acting.now:
        return 0
    await _change(acting.connection, address_id, remind_at=None)
    nudge = _due(person, row, acting.now)
    if person is None or nudge is None or not await _post(acting, person, nudge):
        return 0
    # So that any later turn can be told by this moment.
    await _change(acting.connection, address_id, reminded_at=acting.now, updated_at=acting.now)
    return 1


def _due(person: Person | None, row: RowMapping, now: datetime) -> Nudge | None:
    if person is None:
        return None
    state = Unfinished(
        participant_id=person.participant_id,
        remind_at=row["remind_at"],
        reminded_at=row["reminded_at"],
        expires_at=row["expires_at"],
        stopped_at=person.stopped_at,
        zone=person.zone,
        script=row["script"] or "",
    )
    return reminder(state, now)


async def _standing(connection: AsyncConnection, address_id: int) -> RowMapping | None:
    query = select(
        col(Conversation.script),
        col(Conversation.remind_at),
        col(Conversation.reminded_at),
        col(Conversation.expires_at),
        col(Conversation.updated_at),
    ).where(col(Conversation.address_id) == address_id)
    return (await connection.execute(query)).mappings().one_or_none()


async def _change(connection: AsyncConnection, address_id: int, **values: datetime | None) -> None:
    await connection.execute(
        update(Conversation).where(col(Conversation.address_id) == address_id).values(values)
    )


async def _post(acting: Acting, person: Person, nudge: Nudge) -> bool:
    actions = (
        Action("resume", Phrase("action-resume")),
        Action("settings", Phrase("action-less-often")),
        Action("stop", Phrase("action-stop")),
    )
    rows = await post_message(
        acting,
        Phrasing(acting.wording, person.language).spoken(Say(nudge.text, actions=actions)),
        key=nudge.key,
        kind="nudge",
        address_id=person.address_id,
        channel=person.channel,
        participant_id=person.participant_id,
        expires_at=nudge.expires_at,
    )
    return bool(rows)
