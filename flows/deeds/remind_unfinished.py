"""Plan the reminders of conversations that stopped halfway. Doing it twice does no harm."""

from __future__ import annotations

from sqlalchemy import select, update
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
    due = (
        await acting.connection.execute(
            select(
                col(Conversation.address_id),
                col(Conversation.remind_at),
                col(Conversation.reminded_at),
                col(Conversation.expires_at),
            )
            .where(col(Conversation.remind_at) <= acting.now)
            .order_by(col(Conversation.remind_at))
            .limit(PAGE)
        )
    ).all()
    planned = 0
    for row in due:
        person = await participants.read_at(acting.connection, row.address_id)
        if person is not None:
            state = Unfinished(
                participant_id=person.participant_id,
                remind_at=row.remind_at,
                reminded_at=row.reminded_at,
                expires_at=row.expires_at,
                stopped_at=person.stopped_at,
                zone=person.zone,
            )
            nudge = reminder(state, acting.now)
            planned += await _post(acting, person, nudge) if nudge else 0
        await acting.connection.execute(
            update(Conversation)
            .where(col(Conversation.address_id) == row.address_id)
            .values(remind_at=None, reminded_at=acting.now)
        )
    return planned


async def _post(acting: Acting, person: Person, nudge: Nudge) -> int:
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
    return 1 if rows else 0
