"""Whether the author of a contribution hears what becomes of it."""

from __future__ import annotations

from typing import Literal, TypeAlias

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlmodel import col

from storage.tables import Address, Node, Participant

Hears: TypeAlias = Literal["yes", "stopped", "blocked", "unknown"]
"""Stopped: they turned messages off, and read it in their own overview. Unknown: told by nobody we know."""


async def author_hears(connection: AsyncConnection, node_id: int) -> Hears:
    """Whether a message about this contribution arrives somewhere, and why not."""
    row = (
        await connection.execute(
            select(col(Participant.stopped_at), func.count(col(Address.id)))
            .select_from(Node)
            .join(Participant, col(Participant.id) == col(Node.participant_id))
            .outerjoin(
                Address,
                (col(Address.participant_id) == col(Participant.id)) & col(Address.blocked_at).is_(None),
            )
            .where(col(Node.id) == node_id)
            .group_by(col(Participant.id), col(Participant.stopped_at))
        )
    ).one_or_none()
    if row is None:
        return "unknown"
    stopped_at, chats = row
    if not chats:
        return "blocked"
    return "yes" if stopped_at is None else "stopped"
