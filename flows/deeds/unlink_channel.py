"""A resident takes one of their apps away again."""

from __future__ import annotations

from sqlalchemy import select
from sqlmodel import col

from flows.deeds.acting import Acting
from flows.deeds.tell_chat import tell_chat
from flows.engine.talk import Say, deed
from storage import outbox, participants, web_messages
from storage.secrets import Unsealable
from storage.tables import Address


@deed("unlink_channel")
async def unlink_channel(acting: Acting, address_id: int) -> bool:
    """Everything stays with the person; in that chat there is somebody new, of whom nothing is known.

    What our own web chat shows there is erased: it may be open on a device that is no longer theirs.
    """
    person = acting.resident
    query = select(col(Address.channel), col(Address.sealed)).where(
        col(Address.id) == address_id,
        col(Address.participant_id) == person.participant_id,
        col(Address.id) != person.address_id,
    )
    row = (await acting.connection.execute(query)).one_or_none()
    if row is None:
        return False
    await outbox.drop_for(acting.connection, address_id, "unlinked", acting.now)
    await participants.part(acting.connection, address_id, acting.now)
    try:
        address = acting.secrets.open(row.sealed).decode()
        await web_messages.forget(acting.connection, acting.secrets.lookups(row.channel, address))
    except Unsealable:
        pass
    await tell_chat(
        acting, address_id, Say("unlinking-there"), key=f"unlinked:{address_id}:{acting.now.timestamp():.0f}"
    )
    return True
