"""A resident puts the scenarios in order: the last time counts."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import insert

from flows.deeds.acting import Acting
from flows.deeds.cast_vote import NotVoted
from flows.deeds.read_scenarios import own_order, standing
from flows.deeds.read_trajectory import standings
from flows.engine.talk import deed
from flows.steps import allowed
from storage.tables import Ranking


@deed("rank_scenarios")
async def rank_scenarios(acting: Acting, order: Sequence[int]) -> int | NotVoted:
    """Node ids, the dearest first; some may be left out. Returns how many are in order.

    Saying the same again adds nothing.
    """
    person = acting.resident
    if "scenarios" not in allowed(await standings(acting, person.trajectory_id)):
        return NotVoted("scenarios-closed")
    if len(set(order)) < len(order) or not order:
        return NotVoted("scenarios-twice")
    if not set(order) <= set(await standing(acting.connection, person.trajectory_id)):
        return NotVoted("scenarios-gone")
    if list(order) != list(await own_order(acting)):
        await acting.connection.execute(
            insert(Ranking).values(
                trajectory_id=person.trajectory_id,
                participant_id=person.participant_id,
                choices=list(order),
                channel=person.channel,
                at=acting.now,
            )
        )
    return len(order)
