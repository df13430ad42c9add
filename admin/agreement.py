"""What people think of each idea: the last vote of each person, as counted, with how many there were."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncConnection

from flows.counting import ENOUGH, Counts
from flows.exposure import FLOOR
from storage import outcomes
from storage.voting import most_agreed

MOST = 60


@dataclass(frozen=True, kw_only=True)
class Agreement(Counts):
    """One idea and its votes, in people."""

    id: int
    number: int
    text: str
    language: str

    @property
    def percent(self) -> tuple[int, int, int]:
        """Agree, disagree and pass in whole percents that add up to a hundred."""
        agree, disagree = (round(100 * part / self.people) for part in (self.agree, self.disagree))
        return agree, disagree, max(0, 100 - agree - disagree)


async def read_agreement(connection: AsyncConnection, trajectory_id: int) -> list[Agreement]:
    """The published ideas, most agreed on first; those with too few votes last, newest first."""
    rows = await connection.execute(most_agreed(trajectory_id, ENOUGH, MOST))
    return [
        Agreement(
            *(max(0, count) for count in counts), id=node_id, number=number, text=text, language=language
        )
        for node_id, number, text, language, *counts in rows
    ]


@dataclass(frozen=True)
class Voters:
    """Who voted, by the last count: `roles` in people, `channels` in votes; of too few people nothing.

    `below` of the `ideas` have not had the answers yet that every idea gets first (`floor`).
    """

    people: int
    roles: Mapping[str, int]
    channels: Mapping[str, int]
    ideas: int
    below: int
    floor: int
    apart: Mapping[str, Mapping[str, Counts]]

    def by_role(self, idea: Agreement) -> Mapping[str, Counts]:
        """What each role thinks of an idea, where there are enough people in more than one."""
        roles = self.apart.get(str(idea.id), {})
        return roles if len(roles) > 1 else {}


async def read_voters(connection: AsyncConnection, trajectory_id: int) -> Voters | None:
    """None before the first count, and when too few people voted to say anything of them."""
    kept = await outcomes.last(connection, trajectory_id, "votes")
    if kept is None or kept.data["people"] < ENOUGH:
        return None
    data = kept.data
    apart = {
        node_id: {role: Counts(*counts) for role, counts in groups["roles"].items()}
        for node_id, groups in data["apart"].items()
    }
    return Voters(data["people"], data["roles"], data["channels"], data["ideas"], data["below"], FLOOR, apart)
