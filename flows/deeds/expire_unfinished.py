"""Let go of conversations that were left unfinished for too long."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import select
from sqlmodel import col

from flows.deeds.acting import Acting
from flows.deeds.read_leaving import half_told
from storage import journal, participants
from storage.journal import Talking
from storage.secrets import Unsealable
from storage.tables import Conversation

PAGE = 200


async def expire_unfinished(acting: Acting) -> int:
    """Erase what was half said, a page at a time; who comes back is told. Returns how many were let go."""
    due = await acting.connection.execute(
        select(col(Conversation.address_id))
        .where(col(Conversation.expires_at) <= acting.now)
        .order_by(col(Conversation.expires_at))
        .limit(PAGE)
    )
    # Everywhere in the same order, so that two workers never wait for each other.
    return sum([await _let_go(acting, address_id) for address_id in sorted(due.scalars())])


async def _let_go(acting: Acting, address_id: int) -> int:
    """Lock the person, and only then look: an answer or another worker may have been first."""
    await participants.read_at(acting.connection, address_id)
    query = select(col(Conversation.run), col(Conversation.script)).where(
        col(Conversation.address_id) == address_id, col(Conversation.expires_at) <= acting.now
    )
    row = (await acting.connection.execute(query)).one_or_none()
    if row is None:
        return 0
    talking = await _talking(acting, address_id)
    # Who told nothing lost nothing, and need not hear of it.
    told = talking is None or row.script == "welcome" or _is_told(talking)
    over = replace(
        talking or Talking(address_id, row.run),
        top=None,
        beneath=None,
        tries=0,
        reminded_at=None,
        offered=(),
        expired=(row.script or "") if told else "",
    )
    await journal.write(
        acting.connection, acting.secrets, over, now=acting.now, remind_at=None, expires_at=None
    )
    return 1


def _is_told(talking: Talking) -> bool:
    return half_told(talking.top) or half_told(talking.beneath)


async def _talking(acting: Acting, address_id: int) -> Talking | None:
    """None for what can no longer be opened: it is let go of all the same; its files go when they are old."""
    try:
        return await journal.read(acting.connection, acting.secrets, address_id)
    except Unsealable:
        return None
