"""How often we may write to someone of our own accord."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import select
from sqlmodel import col

from flows.deeds.acting import Acting
from flows.engine.talk import deed
from storage import outbox, participants
from storage.tables import Outbox


@deed("set_often")
async def set_often(acting: Acting, often: str) -> None:
    """usual, less or never."""
    await participants.change(acting.connection, acting.resident.participant_id, often=often)


@deed("pause")
async def pause(acting: Acting, days: int) -> None:
    """Nothing but replies for so many days; 0 ends a pause."""
    until = acting.now + timedelta(days=days) if days else None
    await participants.change(acting.connection, acting.resident.participant_id, paused_until=until)


@deed("stop")
async def stop(acting: Acting) -> None:
    """Nothing but replies from now on, in whatever chat; what still waited to go out is dropped."""
    person = acting.resident
    await participants.change(acting.connection, person.participant_id, stopped_at=acting.now)
    await outbox.drop_for_person(
        acting.connection,
        person.participant_id,
        "stopped",
        acting.now,
        kinds=("answer", "check_in", "opening", "nudge", "broadcast"),
    )


@deed("come_back")
async def come_back(acting: Acting) -> bool:
    """The person takes part again; whether answers to what they gave were held back meanwhile."""
    person = acting.resident
    await participants.change(acting.connection, person.participant_id, stopped_at=None, paused_until=None)
    if person.stopped_at is None:
        return False
    missed = await acting.connection.execute(
        select(col(Outbox.id))
        .where(
            col(Outbox.participant_id) == person.participant_id,
            col(Outbox.kind) == "answer",
            col(Outbox.reason) == "stopped",
            col(Outbox.settled_at) >= person.stopped_at,
        )
        .limit(1)
    )
    return missed.first() is not None
