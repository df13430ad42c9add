"""Promises as they stand: what was promised, by whom, who joins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, exists, func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlmodel import col

from storage.tables import Commitment, Decision, Joining, Node, Participant

IS_PUBLIC: ColumnElement[bool] = col(Node.state) == "published"

WAS_PUBLIC: ColumnElement[bool] = IS_PUBLIC | exists().where(
    col(Decision.node_id) == col(Node.id),
    col(Decision.act) == "publish",
    col(Decision.undone_at).is_(None),
)
"""It counts, also when its words were taken back since."""


@dataclass(frozen=True)
class Stored:
    """One promise. `text` is a resident's, `title` (language -> words) the municipality's."""

    node_id: int
    trajectory_id: int
    number: int
    participant_id: int | None
    language: str
    text: str
    title: dict[str, str] | None
    node_state: str
    about_id: int | None
    created_at: datetime
    decided_at: datetime | None
    municipal: bool
    name: str
    due_on: date
    needs: int | None
    joined_by: date | None
    state: Any
    moved: int
    asked: int
    asked_at: datetime | None
    offered_to: int | None
    offered_at: datetime | None
    joined: int

    @property
    def words(self) -> dict[str, str]:
        """Language to words; nothing is left of who was forgotten."""
        if self.title:
            return self.title
        return {self.language: self.text} if self.text else {}


@dataclass(frozen=True)
class Member:
    """Someone who makes a promise come true. `share`: nothing, reach, meet; `reach` is encrypted."""

    participant_id: int
    key: str
    name: str
    share: str
    reach: bytes | None


def _joined() -> Any:
    """How many others join, the one who promised left out."""
    return (
        select(func.count())
        .select_from(Joining)
        .where(
            col(Joining.node_id) == col(Node.id),
            col(Joining.left_at).is_(None),
            or_(col(Node.participant_id).is_(None), col(Joining.participant_id) != col(Node.participant_id)),
        )
        .correlate(Node)
        .scalar_subquery()
    )


def _promises() -> Select[*tuple[Any, ...]]:
    return select(
        col(Node.id).label("node_id"),
        col(Node.trajectory_id),
        col(Node.number),
        col(Node.participant_id),
        col(Node.language),
        col(Node.text),
        col(Node.title),
        col(Node.state).label("node_state"),
        col(Node.about_id),
        col(Node.created_at),
        col(Node.decided_at),
        col(Commitment.municipal),
        col(Commitment.name),
        col(Commitment.due_on),
        col(Commitment.needs),
        col(Commitment.joined_by),
        col(Commitment.state).label("state"),
        col(Commitment.moved),
        col(Commitment.asked),
        col(Commitment.asked_at),
        col(Commitment.offered_to),
        col(Commitment.offered_at),
        _joined().label("joined"),
    ).join(Commitment, col(Commitment.node_id) == col(Node.id))


async def locked(connection: AsyncConnection, node_id: int) -> Stored | None:
    """The promise of this node, locked for this transaction; None when there is none."""
    # Locked before it is read: who joins and who leaves at the same time must count one another.
    query = select(col(Commitment.node_id)).where(col(Commitment.node_id) == node_id).with_for_update()
    found = (await connection.execute(query)).scalar_one_or_none()
    return None if found is None else await at(connection, node_id)


async def at(connection: AsyncConnection, node_id: int) -> Stored | None:
    """The promise of this node."""
    found = await connection.execute(_promises().where(col(Node.id) == node_id))
    row = found.mappings().one_or_none()
    return Stored(**row) if row else None


async def listed(
    connection: AsyncConnection, *where: ColumnElement[bool], order: Sequence[Any], most: int
) -> list[Stored]:
    """Promises, in the order of these columns."""
    found = await connection.execute(_promises().where(*where).order_by(*order).limit(most))
    return [Stored(**row) for row in found.mappings()]


async def members(connection: AsyncConnection, node_id: int) -> list[Member]:
    """Who takes part in it, the first who came first; who left is not among them."""
    found = await connection.execute(
        select(
            col(Joining.participant_id),
            col(Participant.key),
            col(Joining.name),
            col(Joining.share),
            col(Joining.reach),
        )
        .join(Participant, col(Participant.id) == col(Joining.participant_id))
        .where(col(Joining.node_id) == node_id, col(Joining.left_at).is_(None))
        .order_by(col(Joining.joined_at), col(Joining.participant_id))
    )
    return [Member(*row) for row in found]


async def counted(
    connection: AsyncConnection, trajectory_id: int, asked: int, silent_since: datetime, due_before: date
) -> list[tuple[bool, Any, int, bool, int]]:
    """(municipal, state, moved at all, silent, how many) of all that was ever public.

    Silent: asked so often, the last time before this moment; of the municipality: due on that day or before.
    """
    silent = and_(
        col(Commitment.state) == "active",
        or_(
            and_(col(Commitment.asked) >= asked, col(Commitment.asked_at) <= silent_since),
            and_(col(Commitment.municipal).is_(True), col(Commitment.due_on) <= due_before),
        ),
    )
    each = (
        select(
            col(Commitment.municipal),
            col(Commitment.state),
            case((col(Commitment.moved) > 0, 1), else_=0).label("moved"),
            case((silent, 1), else_=0).label("silent"),
        )
        .join(Node, col(Node.id) == col(Commitment.node_id))
        .where(col(Node.trajectory_id) == trajectory_id, WAS_PUBLIC)
        .subquery()
    )
    found = await connection.execute(select(*each.c, func.count()).group_by(*each.c))
    return [(row[0], row[1], row[2], bool(row[3]), row[4]) for row in found]


async def others(connection: AsyncConnection, trajectory_id: int, participant_id: int) -> int:
    """How many people take part beside this one."""
    found = await connection.execute(
        select(func.count()).where(
            col(Participant.trajectory_id) == trajectory_id,
            col(Participant.id) != participant_id,
            col(Participant.consented_at).is_not(None),
            col(Participant.stopped_at).is_(None),
        )
    )
    return found.scalar_one()
