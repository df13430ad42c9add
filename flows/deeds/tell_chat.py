"""Say something in another chat than the one that is talking, at once: what its person is waiting for."""

from __future__ import annotations

from sqlalchemy import select
from sqlmodel import col

from flows.capabilities import PLAIN
from flows.deeds.acting import Acting
from flows.deeds.post_message import post_message
from flows.engine.talk import Say
from flows.phrasing import Phrasing
from flows.rendering import degrade
from storage import journal
from storage.tables import Address, Participant, Trajectory


async def tell_chat(acting: Acting, address_id: int, say: Say, *, key: str) -> None:
    """Put it in the outbox of this chat once under `key`, in its person's language."""
    query = (
        select(col(Address.channel), col(Participant.language), col(Trajectory.languages))
        .join(Participant, col(Participant.id) == col(Address.participant_id))
        .join(Trajectory, col(Trajectory.id) == col(Participant.trajectory_id))
        .where(col(Address.id) == address_id)
    )
    row = (await acting.connection.execute(query)).one_or_none()
    if row is None:
        return
    message = Phrasing(acting.wording, row.language or row.languages[0]).spoken(say)
    await post_message(
        acting,
        message,
        key=key,
        kind="reply",
        address_id=address_id,
        channel=row.channel,
        # Nobody's: that row would wait for the other person, whose turn may wait for ours.
        participant_id=None,
    )
    numbered = degrade(message, acting.capabilities.get(row.channel, PLAIN))[-1].numbered
    if numbered:
        # Without buttons, what is shown is asked for by its number.
        shown = [(button.payload, [button.label]) for button in numbered]
        await journal.offer(acting.connection, acting.secrets, address_id, shown)
