"""The scenarios that a resident can choose from, and what they chose before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlmodel import col

from flows.deeds.acting import Acting
from flows.engine.questions import Localized
from flows.engine.talk import query
from storage.tables import Link, Node, Ranking

SENTENCES: Final = 2
_SENTENCE: Final = re.compile(r"(?<=[.!?…])\s+")


@dataclass(frozen=True)
class Scenario:
    """Its title and first two sentences; `ideas` is how many ideas it was made of.

    `because` says why the municipality adds it, where it comes from nobody's contribution.
    """

    node_id: int
    title: Localized
    summary: Localized
    because: Localized
    ideas: int


@dataclass(frozen=True)
class Choice:
    """All that stand, by their numbers; `own`: node ids, the dearest first, of those that still stand."""

    scenarios: Sequence[Scenario]
    own: Sequence[int]


@query("scenarios")
async def read_scenarios(acting: Acting) -> Choice:
    """Of the trajectory of the resident who is talking."""
    person = acting.resident
    rows: Any = await acting.connection.execute(
        select(col(Node.id), col(Node.title), col(Node.body), col(Node.because))
        .where(col(Node.id).in_(await standing(acting.connection, person.trajectory_id)))
        .order_by(col(Node.number))
    )
    scenarios = rows.all()
    ideas = await _ideas(acting, [row.id for row in scenarios])
    there = {row.id for row in scenarios}
    return Choice(
        [
            Scenario(
                row.id,
                Localized(row.title or {}),
                _summary(row.body or {}),
                Localized(row.because or {}),
                ideas.get(row.id, 0),
            )
            for row in scenarios
        ],
        [node_id for node_id in await own_order(acting) if node_id in there],
    )


async def standing(connection: AsyncConnection, trajectory_id: int) -> Sequence[int]:
    """The ids of the scenarios that are published."""
    found = select(col(Node.id)).where(
        col(Node.trajectory_id) == trajectory_id,
        col(Node.state) == "published",
        col(Node.kind) == "scenario",
    )
    return (await connection.execute(found.order_by(col(Node.number)))).scalars().all()


async def own_order(acting: Acting) -> Sequence[int]:
    """What the resident chose last, empty when they did not."""
    last = (
        select(col(Ranking.choices))
        .where(col(Ranking.participant_id) == acting.resident.participant_id)
        .order_by(col(Ranking.id).desc())
        .limit(1)
    )
    return (await acting.connection.execute(last)).scalar_one_or_none() or ()


async def _ideas(acting: Acting, scenario_ids: Sequence[int]) -> dict[int, int]:
    rows: Any = await acting.connection.execute(
        select(col(Link.target_id), func.count())
        .join(Node, col(Node.id) == col(Link.source_id))
        .where(col(Link.target_id).in_(scenario_ids), col(Node.kind) == "idea")
        .group_by(col(Link.target_id))
    )
    return dict(rows.all())


def _summary(body: dict[str, str]) -> Localized:
    return Localized(
        {code: " ".join(_SENTENCE.split(text.strip())[:SENTENCES]) for code, text in body.items()}
    )
