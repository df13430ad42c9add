"""Let go of conversations that were left unfinished for too long."""

from __future__ import annotations

from sqlalchemy import update
from sqlmodel import col

from flows.deeds.acting import Acting
from storage.tables import Conversation


async def expire_unfinished(acting: Acting) -> int:
    """Erase what was half said; who comes back is told. Returns how many were let go."""
    changed = await acting.connection.execute(
        update(Conversation)
        .where(col(Conversation.expires_at) <= acting.now)
        .values(
            script=None,
            expired=col(Conversation.script),
            journal=None,
            beneath=None,
            offered=None,
            open_question=None,
            tries=0,
            reminded_at=None,
            remind_at=None,
            expires_at=None,
        )
    )
    return changed.rowcount
