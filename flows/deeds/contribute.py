"""Lay a contribution in the ledger: the part that every kind has in common."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import insert, update
from sqlmodel import col

from flows.deeds.acting import Acting
from flows.deeds.read_trajectory import standings
from flows.engine.readers import Told
from flows.ledger import State, is_owed
from flows.nudges import local_day
from flows.steps import given_in
from storage.tables import Media, Node, Trajectory


@dataclass(frozen=True)
class Contributed:
    """What a contribution is known by, and the day (where its author lives) by which it is answered.

    `step` is the one that it was given in, empty outside any.
    """

    number: int
    answered_by: date
    node_id: int = 0
    step: str = ""


async def contribute(
    acting: Acting,
    kind: str,
    told: Told,
    *,
    may_show: bool,
    about_id: int | None = None,
    state: State = "waiting",
) -> Contributed:
    """Number it, store it with its file if there is one, and owe an answer unless `state` needs none.

    It belongs to the furthest open step that yields its kind, and may be about another node.
    """
    person = acting.resident
    due_at = acting.now + timedelta(days=person.answer_days)
    number = await next_number(acting, person.trajectory_id)
    # After its number: whoever closes a step has it before this or after this, never in between.
    step = given_in(await standings(acting, person.trajectory_id), kind)
    inserted = await acting.connection.execute(
        insert(Node)
        .values(
            trajectory_id=person.trajectory_id,
            kind=kind,
            number=number,
            participant_id=person.participant_id,
            step=step.code if step else None,
            channel=person.channel,
            text=told.text,
            language=person.language,
            may_show=may_show,
            state=state,
            about_id=about_id,
            created_at=acting.now,
            due_at=due_at if is_owed(state) else None,
            sample=False,
        )
        .returning(col(Node.id))
    )
    node_id = inserted.scalar_one()
    await keep_beside(acting, told, node_id)
    return Contributed(number, local_day(due_at, person.zone), node_id, step.code if step else "")


async def keep_beside(acting: Acting, told: Told, node_id: int) -> None:
    """What was told by voice or with a photo belongs to this contribution from now on."""
    if told.media:
        await acting.connection.execute(
            update(Media)
            .where(col(Media.key) == told.media, col(Media.participant_id) == acting.resident.participant_id)
            .values(node_id=node_id)
        )


async def next_number(acting: Acting, trajectory_id: int) -> int:
    """The next number of a trajectory; contributions wait for each other here, voters never come here."""
    counted = await acting.connection.execute(
        update(Trajectory)
        .where(col(Trajectory.id) == trajectory_id)
        .values(next_number=col(Trajectory.next_number) + 1)
        .returning(col(Trajectory.next_number))
    )
    return counted.scalar_one() - 1
