"""What people think of each idea: the last vote of each person, with how many there were."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import exists, func, select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlmodel import col

from storage.tables import Link, Node, Vote

ENOUGH = 5
"""Below this many people no shares are shown: they would say more about a person than about an idea."""

MOST = 60


@dataclass(frozen=True)
class Agreement:
    """One idea and its votes, in people."""

    number: int
    text: str
    language: str
    agree: int = 0
    disagree: int = 0
    passed: int = 0

    @property
    def people(self) -> int:
        """How many people said something about it."""
        return self.agree + self.disagree + self.passed

    @property
    def enough(self) -> bool:
        """Whether there are enough of them to show shares."""
        return self.people >= ENOUGH

    @property
    def percent(self) -> tuple[int, int, int]:
        """Agree, disagree and pass in whole percents that add up to a hundred."""
        agree, disagree = (round(100 * part / self.people) for part in (self.agree, self.disagree))
        return agree, disagree, max(0, 100 - agree - disagree)


async def read_agreement(connection: AsyncConnection, trajectory_id: int) -> list[Agreement]:
    """The published ideas, most agreed on first; those with too few votes last, newest first."""
    shown = (
        col(Node.trajectory_id) == trajectory_id,
        col(Node.kind) == "idea",
        col(Node.state) == "published",
        col(Node.may_show).is_(True),
        ~exists().where(col(Link.source_id) == col(Node.id), col(Link.relation) == "merged_into"),
    )
    ideas = await connection.execute(
        select(col(Node.id), col(Node.number), col(Node.text), col(Node.language))
        .where(*shown)
        .order_by(col(Node.number).desc())
        .limit(MOST)
    )
    rows = ideas.all()
    tallies = await _tallies(connection, [row.id for row in rows])
    read = [
        Agreement(
            row.number, row.text, row.language, *(tallies.get((row.id, vote), 0) for vote in (1, -1, 0))
        )
        for row in rows
    ]
    return sorted(read, key=_rank, reverse=True)


async def _tallies(connection: AsyncConnection, node_ids: Sequence[int]) -> Mapping[tuple[int, int], int]:
    """(idea, vote) -> people. Votes are appended, so a person's last vote has the highest id."""
    last = (
        select(func.max(col(Vote.id)))
        .where(col(Vote.node_id).in_(node_ids))
        .group_by(col(Vote.node_id), col(Vote.participant_id))
    )
    rows: Any = await connection.execute(
        select(col(Vote.node_id), col(Vote.value), func.count())
        .where(col(Vote.id).in_(last))
        .group_by(col(Vote.node_id), col(Vote.value))
    )
    return {(node_id, value): people for node_id, value, people in rows}


def _rank(idea: Agreement) -> tuple[bool, float, int]:
    if not idea.enough:
        return False, 0.0, idea.number
    return True, idea.agree / idea.people, idea.people
