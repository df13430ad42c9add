"""A moderator declines a contribution, never without a reason."""

from __future__ import annotations

from sqlalchemy import select
from sqlmodel import col

from flows.deeds.acting import Acting
from flows.deeds.deciding import Decided, Refused, decide, subject
from flows.engine.readers import clean
from storage.tables import DeclineReason, Node


async def decline(acting: Acting, *, node_id: int, reason: str, sentence: str = "") -> Decided | Refused:
    """Decline with a reason from the trajectory's list; without own words its sentence goes."""
    about = await subject(acting, node_id)
    if about is None:
        return Refused("decide-gone")
    found = await acting.connection.execute(
        select(col(DeclineReason.sentence))
        .join(Node, col(Node.trajectory_id) == col(DeclineReason.trajectory_id))
        .where(col(Node.id) == node_id, col(DeclineReason.key) == reason)
    )
    sentences = found.scalar_one_or_none()
    if sentences is None:
        return Refused("decide-reason-unknown")
    words = clean(sentence) or sentences.get(about.language) or next(iter(sentences.values()), "")
    return await decide(acting, node_id, "decline", "declined", words, reason)
