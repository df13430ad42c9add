"""Opinion groups are found anew: whose turn it is, what people voted, and how what was found is kept.

Three transactions, with the computation between the last two: it takes seconds, and nobody waits for it.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from math import ceil
from typing import Any, Final

from sqlalchemy import delete, func, insert, select
from sqlmodel import col

from flows import opinion_groups
from flows.deeds.acting import Acting
from flows.deeds.read_groups import KIND, read_groups
from flows.grouping import Opinions, Places
from flows.opinion_groups import Found, Groups, Key
from storage.tables import Belonging, Node, Outcome, Participant, Trajectory, Vote

EVERY: Final = timedelta(hours=1)
"""Not more often than this."""

AT_LEAST: Final = timedelta(days=1)
"""After this any new vote is enough."""

CHANGED: Final = 0.01
"""Sooner only when this part of the votes is new."""

PAGE: Final = 8
"""So many ideas are read at a time, so that others can be answered in between."""


@dataclass(frozen=True)
class Read:
    """What people voted, up to and with the vote `until`; `before`: how many groups there were last time."""

    opinions: Opinions
    until: int
    before: int


async def due_for_groups(acting: Acting) -> list[int]:
    """The trajectories whose groups are to be found anew: enough votes are new, and an hour has passed."""
    newest = select(func.max(col(Outcome.id))).where(col(Outcome.kind) == KIND)
    rows = await acting.connection.execute(
        select(
            col(Trajectory.id),
            col(Outcome.at),
            col(Outcome.data)["until"].as_integer().label("until"),
            col(Outcome.data)["found"]["votes"].as_integer().label("votes"),
        )
        .outerjoin(
            Outcome,
            (col(Outcome.trajectory_id) == col(Trajectory.id))
            & col(Outcome.id).in_(newest.group_by(col(Outcome.trajectory_id))),
        )
        .order_by(col(Trajectory.id))
    )
    return [row.id for row in rows.all() if await _is_due(acting, row)]


async def _is_due(acting: Acting, last: Any) -> bool:
    passed = acting.now - last.at if last.at else AT_LEAST
    if passed < EVERY:
        return False
    enough = 1 if passed >= AT_LEAST else max(1, ceil(CHANGED * last.votes))
    fresh = (
        select(col(Vote.id))
        .join(Node, col(Node.id) == col(Vote.node_id))
        .where(
            col(Vote.id) > (last.until or 0),
            col(Node.trajectory_id) == last.id,
            col(Node.kind) == "idea",
        )
        .limit(enough)
    )
    counted = await acting.connection.execute(select(func.count()).select_from(fresh.subquery()))
    return counted.scalar_one() >= enough


async def read_opinions(acting: Acting, trajectory_id: int) -> Read:
    """What everyone voted on the ideas that are shown; of who was forgotten nothing."""
    until = (await acting.connection.execute(select(func.max(col(Vote.id))))).scalar_one_or_none() or 0
    kept = await read_groups(acting.connection, trajectory_id, only=())
    ideas = await acting.connection.execute(
        select(col(Node.id))
        .where(
            col(Node.trajectory_id) == trajectory_id,
            col(Node.kind) == "idea",
            col(Node.state) == "published",
            col(Node.may_show).is_(True),
        )
        .order_by(col(Node.id))
    )
    columns = array("q"), array("q"), array("q")
    for some in _pages(ideas.scalars().all()):
        rows = await acting.connection.execute(
            select(col(Vote.participant_id), col(Vote.node_id), col(Vote.value))
            .join(Participant, col(Participant.id) == col(Vote.participant_id))
            .where(col(Vote.node_id).in_(some), col(Participant.consented_at).is_not(None))
            .order_by(col(Vote.id))
        )
        for column, values in zip(columns, zip(*rows.all(), strict=True), strict=False):
            column.extend(values)
    before = len(kept.groups.groups) if kept and kept.groups else 0
    return Read(Opinions(*columns), until, before)


async def keep_groups(acting: Acting, trajectory_id: int, read: Read, found: Found, places: Places) -> bool:
    """Put what was found in the place of what stood; False when somebody else was first.

    A group that is clearly the same keeps its letter and the name that a moderator gave it.
    """
    connection = acting.connection
    await connection.execute(
        select(col(Trajectory.id)).where(col(Trajectory.id) == trajectory_id).with_for_update()
    )
    kept = await read_groups(connection, trajectory_id, only=())
    if kept and acting.now - kept.at < EVERY:
        return False
    numbers = list(places.numbers)
    if isinstance(found, Groups):
        before = await _belonging(acting, kept.outcome_id) if kept else {}
        same = opinion_groups.same_groups(before, dict(zip(places.people, places.numbers, strict=True)))
        were = kept.groups.groups if kept and kept.groups else ()
        found, renumbered = opinion_groups.carry_on(found, were, same, f"{acting.now:%Y%m%d%H%M}")
        numbers = [renumbered[number] for number in numbers]
    await _forget_earlier(acting, trajectory_id)
    inserted = await connection.execute(
        insert(Outcome)
        .values(
            trajectory_id=trajectory_id,
            kind=KIND,
            at=acting.now,
            data={"until": read.until, "found": opinion_groups.dump(found)},
        )
        .returning(col(Outcome.id))
    )
    await _settle(acting, trajectory_id, inserted.scalar_one(), replace(places, numbers=numbers))
    return True


async def _belonging(acting: Acting, outcome_id: int) -> dict[Key, int]:
    rows: Any = await acting.connection.execute(
        select(col(Belonging.participant_id), col(Belonging.number)).where(
            col(Belonging.outcome_id) == outcome_id
        )
    )
    return dict(rows.all())


async def _forget_earlier(acting: Acting, trajectory_id: int) -> None:
    """Who stood in which group before is nobody's business any more."""
    earlier = select(col(Outcome.id)).where(
        col(Outcome.trajectory_id) == trajectory_id, col(Outcome.kind) == KIND
    )
    await acting.connection.execute(delete(Belonging).where(col(Belonging.outcome_id).in_(earlier)))
    await acting.connection.execute(
        delete(Outcome).where(col(Outcome.trajectory_id) == trajectory_id, col(Outcome.kind) == KIND)
    )


async def _settle(acting: Acting, trajectory_id: int, outcome_id: int, places: Places) -> None:
    """Who was forgotten while we computed belongs nowhere."""
    there = await acting.connection.execute(
        select(col(Participant.id)).where(
            col(Participant.trajectory_id) == trajectory_id, col(Participant.consented_at).is_not(None)
        )
    )
    present = set(there.scalars())
    rows = [
        {"participant_id": person, "outcome_id": outcome_id, "number": number, "x": x, "y": y}
        for person, number, x, y in zip(places.people, places.numbers, places.across, places.up, strict=True)
        if person in present
    ]
    if rows:
        await acting.connection.execute(insert(Belonging), rows)


def _pages(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    return (ids[at : at + PAGE] for at in range(0, len(ids), PAGE))
