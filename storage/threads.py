"""The threads of the ledger: what something came from, and what came of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import CTE, ColumnElement, Integer, Select, func, insert, literal, null, select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlmodel import col

from storage.tables import Attendance, Link, Node, Trajectory

Texts = Mapping[str, str]
"""Language to words."""


def was_given(node: Any = Node) -> ColumnElement[bool]:
    """The condition on a node that a person gave it: only what the desk makes has a title."""
    return col(node.title).is_(null())


async def hold(connection: AsyncConnection, trajectory_id: int) -> None:
    """Let nobody else weave in this trajectory until the transaction ends.

    Two links that each make no circle could make one together.
    """
    query = select(col(Trajectory.id)).where(col(Trajectory.id) == trajectory_id).with_for_update()
    await connection.execute(query)


async def put_link(
    connection: AsyncConnection,
    *,
    trajectory_id: int,
    source_id: int,
    target_id: int | None,
    relation: str,
    reason: Texts,
    moderator_id: int | None,
    now: datetime,
) -> int:
    """Lay a link; returns its id. Whether it may be laid is for the caller to know."""
    inserted = await connection.execute(
        insert(Link)
        .values(
            trajectory_id=trajectory_id,
            source_id=source_id,
            target_id=target_id,
            relation=relation,
            reason=dict(reason),
            moderator_id=moderator_id,
            created_at=now,
        )
        .returning(col(Link.id))
    )
    return inserted.scalar_one()


@dataclass(frozen=True)
class Counted:
    """Of how many contributions something is made: those that stand, and those that were withdrawn since."""

    standing: int = 0
    withdrawn: int = 0


async def count_sources(
    connection: AsyncConnection, node_ids: Collection[int], kind: str
) -> Mapping[int, Counted]:
    """What these results are made of directly, in any of their versions, each contribution once."""
    version: Select[*tuple[Any, ...]] = select(
        col(Node.id).label("result_id"), col(Node.id).label("version_id")
    )
    versions = version.where(col(Node.id).in_(node_ids)).cte("versions", recursive=True)
    earlier = select(versions.c.result_id, col(Link.source_id)).join(
        versions, (col(Link.target_id) == versions.c.version_id) & (col(Link.relation) == "revised_as")
    )
    versions = versions.union(earlier)
    rows = await connection.execute(
        select(versions.c.result_id, col(Node.state), func.count(col(Node.id).distinct()))
        .join(Link, col(Link.target_id) == versions.c.version_id)
        .join(Node, col(Node.id) == col(Link.source_id))
        .where(col(Node.kind) == kind, was_given())
        .group_by(versions.c.result_id, col(Node.state))
    )
    found: dict[int, Counter[str]] = defaultdict(Counter)
    for result_id, state, count in rows:
        found[result_id]["withdrawn" if state == "withdrawn" else "standing"] += count
    return {node_id: Counted(**found[node_id]) for node_id in node_ids}


async def upstream(connection: AsyncConnection, node_ids: Collection[int]) -> set[int]:
    """The ids of all that these nodes came from, near and far, without these themselves."""
    return await _along(connection, node_ids, towards_source=True)


async def downstream(connection: AsyncConnection, node_ids: Collection[int]) -> set[int]:
    """The ids of all that came of these nodes, near and far, without these themselves."""
    return await _along(connection, node_ids, towards_source=False)


def reaching(node_id: int) -> Select[tuple[int]]:
    """A query for the ids of a node and of all that it came from, near and far."""
    reached = select(literal(node_id, Integer).label("id")).cte("reaching", recursive=True)
    # UNION, not UNION ALL: what was reached already is not gone through again.
    reached = reached.union(select(col(Link.source_id)).join(reached, col(Link.target_id) == reached.c.id))
    return select(reached.c.id)


def coming_of(participant_ids: Collection[int]) -> CTE:
    """All that came of what these people gave, that itself too: participant_id, given_id, node_id.

    What was said at a meeting was given by those who were there.
    """
    own = (col(Node.participant_id).in_(participant_ids), col(Node.state) != "withdrawn")
    given: Select[*tuple[Any, ...]] = select(col(Node.participant_id), col(Node.id).label("given_id")).where(
        *own
    )
    heard = (
        select(col(Attendance.participant_id), col(Node.id))
        .join(Node, col(Node.meeting_id) == col(Attendance.meeting_id))
        .where(col(Attendance.participant_id).in_(participant_ids), col(Attendance.came_at).is_not(None))
    )
    return coming_from(given.union(heard))


def coming_from(given: Any) -> CTE:
    """The same for a query of participant_id and given_id."""
    theirs = given.subquery()
    first = select(theirs.c.participant_id, theirs.c.given_id, theirs.c.given_id.label("node_id"))
    came = first.cte("came", recursive=True)
    further = (
        select(came.c.participant_id, came.c.given_id, col(Link.target_id))
        .join(came, col(Link.source_id) == came.c.node_id)
        .where(col(Link.target_id).is_not(None))
    )
    return came.union(further)


async def _along(connection: AsyncConnection, node_ids: Collection[int], *, towards_source: bool) -> set[int]:
    here, there = col(Link.target_id), col(Link.source_id)
    if not towards_source:
        here, there = there, here
    whole = col(Link.target_id).is_not(None)
    first: Select[Any] = select(there.label("id")).where(here.in_(node_ids), whole)
    reached = first.cte("reached", recursive=True)
    further = select(there).join(reached, here == reached.c.id).where(whole)
    # UNION, not UNION ALL: what was reached already is not gone through again.
    reached = reached.union(further)
    return set((await connection.execute(select(reached.c.id))).scalars())
