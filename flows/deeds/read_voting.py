"""Where the voting stands: how many ideas there are, and who voted so far."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlmodel import col

from flows.counting import ENOUGH
from flows.deeds.acting import Acting
from flows.engine.talk import query
from storage import outcomes
from storage.tables import Exposure, Node, Tally


@dataclass(frozen=True)
class Voting:
    """`people` voted by the last count; of them so many live here, use the service, work there.

    0 where that were too few to say; who is here as something else is in the total.

    `began`: the resident saw an idea before. `scenarios`: there are scenarios to choose from as well.
    """

    ideas: int
    people: int
    lives: int
    uses: int
    works: int
    began: bool
    scenarios: bool


@query("voting")
async def read_voting(acting: Acting) -> Voting:
    """Of the trajectory of the resident who is talking."""
    person = acting.resident
    counted = await outcomes.last(acting.connection, person.trajectory_id, "votes")
    data = counted.data if counted else {}
    roles = data.get("roles", {})
    people = int(data.get("people", 0))
    began = (
        select(col(Exposure.id))
        .join(Node, col(Node.id) == col(Exposure.node_id))
        .where(col(Exposure.participant_id) == person.participant_id, col(Node.kind) == "idea")
        .limit(1)
    )
    scenario = (
        select(col(Node.id))
        .where(
            col(Node.trajectory_id) == person.trajectory_id,
            col(Node.state) == "published",
            col(Node.kind) == "scenario",
        )
        .limit(1)
    )
    return Voting(
        ideas=int(data["ideas"]) if data.get("ideas") else await open_cards(acting, person.trajectory_id),
        people=people if people >= ENOUGH else 0,
        lives=int(roles.get("lives", 0)),
        uses=int(roles.get("uses", 0)),
        works=int(roles.get("works", 0)),
        began=(await acting.connection.execute(began)).first() is not None,
        scenarios=(await acting.connection.execute(scenario)).first() is not None,
    )


async def open_cards(acting: Acting, trajectory_id: int, kind: str = "idea") -> int:
    """How many may be voted on, by the index of tallies."""
    counted = select(func.count()).where(
        col(Tally.trajectory_id) == trajectory_id, col(Tally.kind) == kind, col(Tally.is_open).is_(True)
    )
    return (await acting.connection.execute(counted)).scalar_one()
