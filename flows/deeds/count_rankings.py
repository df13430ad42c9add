"""Count in which order people like the scenarios, and keep every round."""

from __future__ import annotations

from dataclasses import asdict
from typing import Final

from sqlalchemy import func, select
from sqlmodel import col

from flows.deeds.acting import Acting
from flows.deeds.read_scenarios import standing
from flows.runoff import run_off
from storage import outcomes
from storage.tables import Ranking

KIND: Final = "ranking"


async def count_rankings(acting: Acting) -> int:
    """One trajectory in which people chose since, or with other scenarios; returns how many were counted."""
    rankings = await acting.connection.execute(
        select(col(Ranking.trajectory_id), func.max(col(Ranking.id)))
        .group_by(col(Ranking.trajectory_id))
        .order_by(col(Ranking.trajectory_id))
    )
    for trajectory_id, until in rankings.all():
        scenarios = list(await standing(acting.connection, trajectory_id))
        kept = await outcomes.last(acting.connection, trajectory_id, KIND)
        if kept and kept.data["until"] == until and kept.data["scenarios"] == scenarios:
            continue
        data = {"until": until, "scenarios": scenarios, **await _counted(acting, trajectory_id, scenarios)}
        await outcomes.keep(acting.connection, trajectory_id, KIND, data, acting.now)
        return 1
    return 0


async def _counted(acting: Acting, trajectory_id: int, scenarios: list[int]) -> dict[str, object]:
    last = (
        select(func.max(col(Ranking.id)))
        .where(col(Ranking.trajectory_id) == trajectory_id)
        .group_by(col(Ranking.participant_id))
    )
    choices = await acting.connection.execute(select(col(Ranking.choices)).where(col(Ranking.id).in_(last)))
    # As JSON has it: the names of objects are texts.
    found = asdict(run_off(choices.scalars().all(), scenarios))
    for one in found["rounds"]:
        one["votes"] = {str(node_id): votes for node_id, votes in one["votes"].items()}
    return found
