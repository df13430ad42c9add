"""What people chose from the scenarios so far, round by round."""

from __future__ import annotations

from flows.counting import ENOUGH
from flows.deeds.acting import Acting
from flows.deeds.read_scenarios import standing
from flows.engine.talk import query
from flows.runoff import Round, Runoff
from storage import outcomes


@query("ranking")
async def read_ranking(acting: Acting) -> Runoff:
    """Of the trajectory of the resident who is talking.

    Nobody and nothing where too few people chose, and while it is not counted yet between other scenarios.
    """
    trajectory_id = acting.resident.trajectory_id
    kept = await outcomes.last(acting.connection, trajectory_id, "ranking")
    if kept is None or kept.data["people"] < ENOUGH:
        return Runoff()
    if kept.data["scenarios"] != list(await standing(acting.connection, trajectory_id)):
        return Runoff()
    rounds = [
        Round({int(key): votes for key, votes in one["votes"].items()}, tuple(one["out"]), one["rest"])
        for one in kept.data["rounds"]
    ]
    return Runoff(kept.data["people"], tuple(rounds), tuple(kept.data["winners"]))
