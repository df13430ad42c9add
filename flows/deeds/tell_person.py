"""Write to someone of our own accord, in the chat that they used last and their own language."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlmodel import col

from flows.deeds.acting import Acting
from flows.deeds.post_message import post_message
from flows.engine.talk import Say
from flows.phrasing import Phrasing
from storage import outbox
from storage.tables import Address, Participant, Trajectory


async def tell_person(
    acting: Acting,
    participant_id: int,
    say: Say,
    *,
    key: str,
    kind: outbox.Kind = "answer",
    expires_at: datetime | None = None,
) -> bool:
    """Put it in the outbox once under `key`; False when there is no chat to reach them in, or it stood there.

    Whether it may leave, and when, is for the policy to say.
    """
    query = (
        select(
            col(Address.id),
            col(Address.channel),
            col(Participant.language),
            col(Trajectory.languages),
        )
        .join(Participant, col(Participant.id) == col(Address.participant_id))
        .join(Trajectory, col(Trajectory.id) == col(Participant.trajectory_id))
        .where(
            col(Participant.id) == participant_id,
            col(Address.blocked_at).is_(None),
            col(Address.forget_at).is_(None),
        )
        .order_by(col(Address.used_at).desc())
        .limit(1)
    )
    row: Any = (await acting.connection.execute(query)).one_or_none()
    if row is None:
        return False
    rows = await post_message(
        acting,
        Phrasing(acting.wording, row.language or row.languages[0]).spoken(say),
        key=key,
        kind=kind,
        address_id=row.id,
        channel=row.channel,
        participant_id=participant_id,
        expires_at=expires_at,
    )
    return bool(rows)
