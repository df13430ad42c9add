"""The desk types in what was said at a meeting, as contributions of those who were there."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import insert, select
from sqlmodel import col

from flows.deeds.acting import Acting
from flows.deeds.contribute import next_number
from flows.deeds.deciding import Refused, write_audit
from flows.deeds.read_trajectory import standings
from flows.engine.readers import clean
from flows.steps import given_in
from storage.tables import Meeting, Node

KINDS = ("story", "idea", "need", "obstacle", "offer")


@dataclass(frozen=True)
class Noted:
    """How many things were laid in the ledger."""

    count: int


async def note_said(
    acting: Acting, meeting_id: int, kind: str, said: list[str], language: str
) -> Noted | Refused:
    """Each of `said` becomes a published contribution: a moderator heard it and typed it in.

    It has no one author: whoever came in at the door hears what becomes of it.
    """
    words = [text for raw in said if (text := clean(raw))]
    meeting = (
        await acting.connection.execute(
            select(col(Meeting.trajectory_id), col(Meeting.starts_at)).where(
                col(Meeting.id) == meeting_id, col(Meeting.cancelled_at).is_(None)
            )
        )
    ).one_or_none()
    if meeting is None or meeting.starts_at > acting.now:
        return Refused("meeting-not-held")
    if kind not in KINDS:
        return Refused("weave-kind", {"kind": kind})
    if not words:
        return Refused("meeting-nothing-said")
    step = given_in(await standings(acting, meeting.trajectory_id), kind)
    for text in words:
        number = await next_number(acting, meeting.trajectory_id)
        inserted = await acting.connection.execute(
            insert(Node)
            .values(
                trajectory_id=meeting.trajectory_id,
                kind=kind,
                number=number,
                step=step.code if step else None,
                channel="desk",
                source="meeting",
                meeting_id=meeting_id,
                text=text,
                language=language,
                may_show=True,
                state="published",
                created_at=acting.now,
                decided_at=acting.now,
                sample=False,
            )
            .returning(col(Node.id))
        )
        await write_audit(acting, "note_said", inserted.scalar_one(), str(meeting_id))
    return Noted(len(words))
