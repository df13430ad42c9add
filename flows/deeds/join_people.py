"""Two participants turn out to be one person, with one vote: what was counted twice is counted once."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Any

from sqlalchemy import delete, select, update
from sqlmodel import col

from flows.deeds.acting import Acting
from flows.deeds.fold_votes import Changes, change_tallies, vote_counts
from storage import one_person
from storage.tables import Exposure, Vote


async def join_people(acting: Acting, *, keep: int, gone: int) -> None:
    """Everything of `gone` becomes that of `keep`; of two votes on one thing the later counts."""
    changes: Changes = defaultdict(Counter)
    await _join_votes(acting, keep, gone, changes)
    await _join_exposures(acting, keep, gone, changes)
    await one_person.join(acting.connection, keep, gone)
    await one_person.end(acting.connection, gone)
    await change_tallies(acting, changes)


async def _join_votes(acting: Acting, keep: int, gone: int, changes: Changes) -> None:
    """Each vote comes after the one before it, whoever gave that; what was counted of it follows."""
    both = select(col(Vote.node_id)).where(col(Vote.participant_id) == gone)
    votes = await acting.connection.execute(
        select(col(Vote.id), col(Vote.node_id), col(Vote.value), col(Vote.was), col(Vote.folded))
        .where(col(Vote.participant_id).in_((keep, gone)), col(Vote.node_id).in_(both))
        .order_by(col(Vote.id))
        .with_for_update()
    )
    last: dict[int, int] = {}
    for vote in votes.all():
        was = last.get(vote.node_id)
        last[vote.node_id] = vote.value
        if was == vote.was:
            continue
        await acting.connection.execute(update(Vote).where(col(Vote.id) == vote.id).values(was=was))
        if vote.folded:
            changes[vote.node_id].subtract(vote_counts(vote.value, vote.was))
            changes[vote.node_id].update(vote_counts(vote.value, was))
    await acting.connection.execute(
        update(Vote).where(col(Vote.participant_id) == gone).values(participant_id=keep)
    )


async def _join_exposures(acting: Acting, keep: int, gone: int, changes: Changes) -> None:
    """What both were shown was shown to one person."""
    seen = select(col(Exposure.node_id)).where(col(Exposure.participant_id) == keep)
    twice: Any = (
        delete(Exposure)
        .where(col(Exposure.participant_id) == gone, col(Exposure.node_id).in_(seen))
        .returning(col(Exposure.node_id), col(Exposure.folded))
    )
    for row in (await acting.connection.execute(twice)).all():
        if row.folded:
            changes[row.node_id]["shown"] -= 1
    await acting.connection.execute(
        update(Exposure).where(col(Exposure.participant_id) == gone).values(participant_id=keep)
    )
