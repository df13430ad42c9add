"""Set the days on which a step opens and closes by itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlmodel import col

from flows.deeds.acting import Acting
from flows.deeds.deciding import Refused
from flows.deeds.stepping import change_step, hold_step
from flows.nudges import local_day
from flows.steps import closing, opening
from storage.tables import Trajectory


@dataclass(frozen=True)
class Planned:
    """These are its days now."""

    code: str


async def plan_step(
    acting: Acting, trajectory_id: int, code: str, opens_on: date | None, closes_on: date | None
) -> Planned | Refused:
    """Days where the trajectory is; `closes_on` is the last day. None takes a day away. Raises UnknownStep.

    Refuses a day that is over unless it stood there already, and an opening of what was open before.
    """
    step = await hold_step(acting, trajectory_id, code)
    query = select(col(Trajectory.zone)).where(col(Trajectory.id) == trajectory_id)
    zone = (await acting.connection.execute(query)).scalar_one()
    opens_at = opening(opens_on, zone) if opens_on else None
    closes_at = closing(closes_on, zone) if closes_on else None
    if opens_on and closes_on and closes_on < opens_on:
        return Refused("step-days-in-order")
    today = local_day(acting.now, zone)
    if closes_on and closes_at != step.closes_at and closes_on < today:
        return Refused("step-day-over")
    if opens_at == step.opens_at:
        await change_step(acting, step, "step_plan", closes_at=closes_at)
        return Planned(code)
    if opens_on and opens_on < today:
        return Refused("step-day-over")
    if step.opened_at is not None and opens_on:
        return Refused("step-was-open")
    await change_step(acting, step, "step_plan", opens_at=opens_at, closes_at=closes_at)
    return Planned(code)
