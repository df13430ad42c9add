"""A resident promises something: what, by when, alone or only with others."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import insert, select
from sqlmodel import col

from flows.deeds.acting import Acting
from flows.deeds.contribute import Contributed, contribute
from flows.deeds.read_plan_parts import read_part
from flows.engine.readers import Told
from flows.engine.talk import deed
from flows.nudges import local_day
from flows.promising import LATEST, MOST_OTHERS, beginning
from storage import promises
from storage.tables import Commitment, Joining, Node


@dataclass(frozen=True)
class Condition:
    """At least so many others, who can join until a day."""

    needs: int
    joined_by: date


@dataclass(frozen=True)
class Shared:
    """What those who join may know of one another. `share`: nothing, reach (in these words), meet."""

    name: str = ""
    share: str = "nothing"
    reach: str = ""


@dataclass(frozen=True)
class NotPromised:
    """It cannot be promised so; `text` is the key of a sentence that says why."""

    text: str


@deed("make_commitment")
async def make_commitment(
    acting: Acting,
    *,
    words: str,
    due_on: date,
    shared: Shared,
    part: int | None = None,
    condition: Condition | None = None,
) -> Contributed | NotPromised:
    """Put it in the queue; published it is public, with its day. `part` is a plan part's number."""
    if (why := await _refusal(acting, due_on, condition)) is not None:
        return NotPromised(why)
    person = acting.resident
    about_id = await read_part(acting, person.trajectory_id, part)
    given = await contribute(acting, "commitment", Told(words), may_show=True, about_id=about_id)
    node_id = await _node_id(acting, given.number)
    await acting.connection.execute(
        insert(Commitment).values(
            node_id=node_id,
            name=shared.name,
            due_on=due_on,
            needs=condition.needs if condition else None,
            joined_by=condition.joined_by if condition else None,
            state=beginning(condition.needs if condition else None),
        )
    )
    if condition is not None:
        await acting.connection.execute(
            insert(Joining).values(
                node_id=node_id,
                participant_id=person.participant_id,
                **kept(acting, shared),
            )
        )
    return given


def kept(acting: Acting, shared: Shared) -> dict[str, object]:
    """What somebody shares, as it is stored."""
    reach = acting.secrets.seal(shared.reach) if shared.share == "reach" and shared.reach else None
    return {
        "name": shared.name,
        "share": "nothing" if shared.share == "reach" and reach is None else shared.share,
        "reach": reach,
        "joined_at": acting.now,
        "left_at": None,
    }


async def _refusal(acting: Acting, due_on: date, condition: Condition | None) -> str | None:
    """Time went by since the questions were answered: a day may be over, people may have left."""
    person = acting.resident
    today = local_day(acting.now, person.zone)
    if not today < due_on <= today + LATEST:
        return "commitment-day-over"
    if condition is None:
        return None
    if not today < condition.joined_by <= due_on:
        return "commitment-day-over"
    others = await promises.others(acting.connection, person.trajectory_id, person.participant_id)
    if not 1 <= condition.needs <= min(others, MOST_OTHERS):
        return "commitment-too-few"
    return None


async def _node_id(acting: Acting, number: int) -> int:
    query = select(col(Node.id)).where(
        col(Node.trajectory_id) == acting.resident.trajectory_id, col(Node.number) == number
    )
    return (await acting.connection.execute(query)).scalar_one()
