"""The municipality promises something: what, by when, and for which part of the plan."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import insert, select
from sqlmodel import col

from flows.deeds.acting import Acting
from flows.deeds.deciding import Refused
from flows.deeds.link_nodes import link_nodes
from flows.deeds.make_result import Made, Texts, make_result
from flows.engine.readers import clean
from flows.nudges import local_day
from flows.promising import LATEST
from storage.tables import Commitment, Node, Trajectory


async def make_municipal_commitment(
    acting: Acting, part_id: int, title: Texts, reason: Texts, due_on: date
) -> Made | Refused:
    """Public at once, with its day; refused for a day that is past or too far, and without a plan part."""
    found = await acting.connection.execute(
        select(col(Node.id)).where(
            col(Node.id) == part_id, col(Node.kind) == "plan_part", col(Node.state) == "published"
        )
    )
    if found.first() is None:
        return Refused("promise-part-missing")
    return await commit_municipality(acting, part_id, title, reason, due_on)


async def commit_municipality(
    acting: Acting, source_id: int, title: Texts, reason: Texts, due_on: date
) -> Made | Refused:
    """The same, from any source: a part of the plan, or a promise of a resident that is taken over."""
    if not any(clean(words) for words in reason.values()):
        return Refused("promise-reason-missing")
    row: Any = (
        await acting.connection.execute(
            select(col(Node.trajectory_id), col(Trajectory.zone))
            .join(Trajectory, col(Trajectory.id) == col(Node.trajectory_id))
            .where(col(Node.id) == source_id)
        )
    ).one_or_none()
    if row is None:
        return Refused("decide-gone")
    if (wrong := wrong_day(due_on, local_day(acting.now, row.zone))) is not None:
        return wrong
    made = await make_result(acting, row.trajectory_id, "commitment", title, about_id=source_id)
    if isinstance(made, Refused):
        return made
    await acting.connection.execute(
        insert(Commitment).values(node_id=made.node_id, municipal=True, due_on=due_on, state="active")
    )
    linked = await link_nodes(acting, source_id, made.node_id, "carried_out_by", reason)
    return linked if isinstance(linked, Refused) else made


def wrong_day(due_on: date, today: date) -> Refused | None:
    """Why this cannot be the day of a promise that is made or moved today."""
    if due_on <= today:
        return Refused("promise-day-past")
    return Refused("promise-day-far") if due_on > today + LATEST else None
