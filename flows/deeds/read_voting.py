"""Where the voting stands: how many ideas there are, and who voted so far."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select
from sqlmodel import col

from flows.counting import ENOUGH
from flows.deeds.acting import Acting
from flows.engine.talk import deed, query
from storage import outcomes
from storage.tables import Exposure, Node, Tally


@dataclass(frozen=True)
class Opening:
    """`people` voted by the last count, 0 where that were too few to say. `began`: this one did before."""

    ideas: int
    people: int
    began: bool


@dataclass(frozen=True)
class Voters:
    """`people` voted by the last count; of them so many live here, use the service, work there.

    0 where that were too few to say; who is here as something else is in the total. `scenarios`: there are
    scenarios to choose from as well.
    """

    people: int
    lives: int
    uses: int
    works: int
    scenarios: bool


@deed("open_voting")
async def open_voting(acting: Acting) -> Opening:
    """Noted when somebody begins, so that it need not be looked up at every card."""
    person = acting.resident
    began = (
        select(col(Exposure.id))
        .join(Node, col(Node.id) == col(Exposure.node_id))
        .where(col(Exposure.participant_id) == person.participant_id, col(Node.kind) == "idea")
        .limit(1)
    )
    return Opening(
        ideas=await open_cards(acting, person.trajectory_id),
        people=_people(await _counted(acting)),
        began=(await acting.connection.execute(began)).first() is not None,
    )


@query("voters")
async def read_voters(acting: Acting) -> Voters:
    """Of the trajectory of the resident who is talking."""
    counted = await _counted(acting)
    roles = counted.get("roles", {})
    scenario = (
        select(col(Node.id))
        .where(
            col(Node.trajectory_id) == acting.resident.trajectory_id,
            col(Node.state) == "published",
            col(Node.kind) == "scenario",
        )
        .limit(1)
    )
    return Voters(
        people=_people(counted),
        lives=int(roles.get("lives", 0)),
        uses=int(roles.get("uses", 0)),
        works=int(roles.get("works", 0)),
        scenarios=(await acting.connection.execute(scenario)).first() is not None,
    )


async def open_cards(acting: Acting, trajectory_id: int, kind: str = "idea") -> int:
    """How many may be voted on, by the index of tallies."""
    counted = select(func.count()).where(
        col(Tally.trajectory_id) == trajectory_id, col(Tally.kind) == kind, col(Tally.is_open).is_(True)
    )
    return (await acting.connection.execute(counted)).scalar_one()


async def _counted(acting: Acting) -> Mapping[str, Any]:
    kept = await outcomes.last(acting.connection, acting.resident.trajectory_id, "votes")
    return kept.data if kept else {}


def _people(counted: Mapping[str, Any]) -> int:
    people = int(counted.get("people", 0))
    return people if people >= ENOUGH else 0
