"""The parts of the plan, as far as they are public."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import ColumnElement, select
from sqlmodel import col

from flows.deeds.acting import Acting
from flows.engine.talk import query
from storage.tables import Node

MOST = 9
"""A choice of more does not fit a small screen."""


@dataclass(frozen=True)
class PlanPart:
    """One part; `title` is language -> words."""

    number: int
    title: Mapping[str, str]


@query("plan_parts")
async def read_plan_parts(acting: Acting) -> list[PlanPart]:
    """The newest version of each, in their own order."""
    found = await acting.connection.execute(
        select(col(Node.number), col(Node.title))
        .where(*_parts(acting.resident.trajectory_id))
        .order_by(col(Node.number))
        .limit(MOST)
    )
    return [PlanPart(row.number, row.title or {}) for row in found]


async def read_part(acting: Acting, trajectory_id: int, number: int | None) -> int | None:
    """The id of the part with this number; None when there is none (any more)."""
    if number is None:
        return None
    found = await acting.connection.execute(
        select(col(Node.id)).where(*_parts(trajectory_id), col(Node.number) == number)
    )
    return found.scalar_one_or_none()


def _parts(trajectory_id: int) -> tuple[ColumnElement[bool], ...]:
    """Of a part that was rewritten the older version is no longer published but replaced."""
    return (
        col(Node.trajectory_id) == trajectory_id,
        col(Node.kind) == "plan_part",
        col(Node.state) == "published",
    )
