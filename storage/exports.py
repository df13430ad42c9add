"""What an export reads: everything that is open to anybody, and nothing that leads to a person.

Rows are streamed, so that a million votes take no more memory than a few.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from typing import Any

from sqlalchemy import Select, case, select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import aliased
from sqlmodel import col

from storage.tables import Belonging, Commitment, Compared, Exposure, Link, Node, Outcome, Ranking, Vote

Row = Mapping[str, Any]


def contributions(trajectory_id: int) -> Select[Any]:
    """Contributions and results. Words only of what may be shown; of the rest that it was there."""
    published = col(Node.state) == "published"
    about = aliased(Node)
    return (
        select(
            col(Node.number),
            col(Node.kind),
            col(about.number).label("about"),
            col(Node.step),
            col(Node.state),
            col(Node.language),
            col(Node.source),
            col(Node.channel),
            case((published & col(Node.may_show).is_(True), col(Node.text)), else_="").label("text"),
            # Only what the desk made has a title.
            case((published, col(Node.title)), else_=None).label("title"),
            case((published, col(Node.body)), else_=None).label("body"),
            col(Node.created_at),
            col(Node.decided_at),
        )
        .outerjoin(about, col(about.id) == col(Node.about_id))
        .where(col(Node.trajectory_id) == trajectory_id, col(Node.kind) != "call_back")
        .order_by(col(Node.number))
    )


def comparisons(trajectory_id: int) -> Select[*tuple[Any, ...]]:
    """Which stories each comparison is about."""
    story = aliased(Node)
    return (
        select(col(Node.number), col(story.number).label("story"))
        .join(Compared, col(Compared.node_id) == col(Node.id))
        .join(story, col(story.id) == col(Compared.story_id))
        .where(col(Node.trajectory_id) == trajectory_id)
        .order_by(col(Node.number), col(Compared.place))
    )


def votes(trajectory_id: int) -> Select[*tuple[Any, ...]]:
    """Every vote as it was cast, in order; the last of a person on a node counts."""
    return (
        select(
            col(Node.number),
            col(Vote.participant_id),
            col(Vote.value),
            col(Vote.channel),
            col(Vote.at),
        )
        .join(Node, col(Node.id) == col(Vote.node_id))
        .where(col(Node.trajectory_id) == trajectory_id)
        .order_by(col(Vote.id))
    )


def exposures(trajectory_id: int) -> Select[*tuple[Any, ...]]:
    """Every card that was shown, in order."""
    return (
        select(col(Node.number), col(Exposure.participant_id), col(Exposure.channel), col(Exposure.at))
        .join(Node, col(Node.id) == col(Exposure.node_id))
        .where(col(Node.trajectory_id) == trajectory_id)
        .order_by(col(Exposure.id))
    )


def links(trajectory_id: int) -> Select[Any]:
    """The threads: from number to number, with the reason."""
    source, target = aliased(Node), aliased(Node)
    return (
        select(
            col(source.number).label("source"),
            col(target.number).label("target"),
            col(Link.relation),
            col(Link.reason),
            col(Link.created_at),
        )
        .join(source, col(source.id) == col(Link.source_id))
        .outerjoin(target, col(target.id) == col(Link.target_id))
        .where(col(Link.trajectory_id) == trajectory_id)
        .order_by(col(Link.id))
    )


def commitments(trajectory_id: int) -> Select[Any]:
    """Promises that are public, without the first names that stand beside them in the chat."""
    return (
        select(
            col(Node.number),
            col(Commitment.municipal),
            col(Node.text),
            col(Node.title),
            col(Commitment.due_on),
            col(Commitment.needs),
            col(Commitment.state),
            col(Commitment.moved),
            col(Node.created_at),
        )
        .join(Node, col(Node.id) == col(Commitment.node_id))
        .where(col(Node.trajectory_id) == trajectory_id, col(Node.state) == "published")
        .order_by(col(Node.number))
    )


def rankings(trajectory_id: int) -> Select[*tuple[Any, ...]]:
    """Every ranking of scenarios, in order; the last of a person counts. `choices` are node ids."""
    return (
        select(col(Ranking.participant_id), col(Ranking.choices), col(Ranking.channel), col(Ranking.at))
        .where(col(Ranking.trajectory_id) == trajectory_id)
        .order_by(col(Ranking.id))
    )


async def stream(connection: AsyncConnection, query: Select[*tuple[Any, ...]]) -> AsyncIterator[Row]:
    """The rows of a query, one at a time."""
    async with connection.stream(query) as rows:
        async for row in rows.mappings():
            yield dict(row)


async def numbers_of(connection: AsyncConnection, trajectory_id: int) -> dict[int, int]:
    """Node id to its number, of all nodes of a trajectory."""
    query = select(col(Node.id), col(Node.number)).where(col(Node.trajectory_id) == trajectory_id)
    return {row[0]: row[1] for row in await connection.execute(query)}


async def groups(connection: AsyncConnection, trajectory_id: int) -> dict[int, int]:
    """Participant id to opinion group, as it was last computed."""
    query = (
        select(col(Belonging.participant_id), col(Belonging.number))
        .join(Outcome, col(Outcome.id) == col(Belonging.outcome_id))
        .where(col(Outcome.trajectory_id) == trajectory_id)
    )
    return {row[0]: row[1] for row in await connection.execute(query)}


async def outcomes(connection: AsyncConnection, trajectory_id: int) -> list[Row]:
    """The last outcome of each kind: what was computed, and when."""
    query = (
        select(col(Outcome.kind), col(Outcome.at), col(Outcome.data))
        .where(col(Outcome.trajectory_id) == trajectory_id)
        .order_by(col(Outcome.id))
    )
    last = {row.kind: dict(row._mapping) for row in await connection.execute(query)}
    return list(last.values())
