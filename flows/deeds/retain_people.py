"""Let go of people who were not heard of for long. Doing it twice does no harm."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import func, select
from sqlmodel import col

from flows.deeds.acting import Acting
from flows.deeds.part_with_promises import part_with_promises
from storage import erasure
from storage.tables import Address, Participant, Trajectory

PAGE = 200
DAYS_IN_A_MONTH = 31
"""Rather a few days later than promised than one too early."""


async def retain_people(acting: Acting) -> int:
    """One page of those whose time is over: what they gave stays without them; returns how many."""
    page = 0
    for trajectory_id, months in await _terms(acting):
        before = acting.now - timedelta(days=months * DAYS_IN_A_MONTH)
        last_heard = func.max(col(Address.used_at))
        silent = await acting.connection.execute(
            select(col(Participant.id))
            .join(Address, col(Address.participant_id) == col(Participant.id))
            .where(col(Participant.trajectory_id) == trajectory_id, col(Address.forget_at).is_(None))
            .group_by(col(Participant.id))
            .having(last_heard < before)
            .order_by(col(Participant.id))
            .limit(PAGE - page)
        )
        for participant_id in silent.scalars().all():
            await part_with_promises(acting, participant_id)
            await erasure.leave(acting.connection, participant_id, acting.now)
            page += 1
        if page >= PAGE:
            break
    return page


async def _terms(acting: Acting) -> list[tuple[int, int]]:
    """(trajectory, months) of each."""
    rows = await acting.connection.execute(
        select(col(Trajectory.id), col(Trajectory.retain_months)).order_by(col(Trajectory.id))
    )
    return [(row[0], row[1]) for row in rows]
