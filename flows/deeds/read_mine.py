"""What a resident gave, and what became of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import aliased
from sqlmodel import col

from flows import journeys
from flows.deeds.acting import Acting
from flows.deeds.naming import named, thing_or_none
from flows.engine.talk import query
from flows.nudges import local_day
from storage.tables import Addition, Decision, Link, Node


@query("mine")
async def read_mine(acting: Acting) -> list[journeys.Contribution]:
    """The resident's contributions, the one with the latest news first; four queries in all."""
    person = acting.resident
    nodes = (
        await acting.connection.execute(
            select(
                col(Node.id),
                col(Node.kind),
                col(Node.number),
                col(Node.state),
                col(Node.may_show),
                col(Node.created_at),
                col(Node.due_at),
            )
            .where(col(Node.participant_id) == person.participant_id, col(Node.state) != "withdrawn")
            .order_by(col(Node.id).desc())
            .limit(50)
        )
    ).all()
    ids = [node.id for node in nodes]
    decisions = await _decisions(acting, ids)
    links = await _links(acting, ids)
    additions = await _additions(acting, ids)
    return journeys.newest_first(
        [
            journeys.Contribution(
                kind=node.kind,
                number=node.number,
                state=node.state,
                may_show=node.may_show,
                created_at=node.created_at,
                given_on=local_day(node.created_at, person.zone),
                answered_by=local_day(node.due_at, person.zone) if node.due_at else None,
                decisions=decisions[node.id],
                links=links[node.id],
                additions=additions[node.id],
            )
            for node in nodes
        ]
    )


async def _decisions(acting: Acting, ids: Sequence[int]) -> dict[int, list[journeys.Decided]]:
    rows = await acting.connection.execute(
        select(col(Decision.node_id), col(Decision.act), col(Decision.sentence), col(Decision.at)).where(
            col(Decision.node_id).in_(ids), col(Decision.undone_at).is_(None)
        )
    )
    found: dict[int, list[journeys.Decided]] = defaultdict(list)
    for row in rows:
        found[row.node_id].append(journeys.Decided(row.act, row.sentence, row.at))
    return found


async def _additions(acting: Acting, ids: Sequence[int]) -> dict[int, list[datetime]]:
    rows = await acting.connection.execute(
        select(col(Addition.node_id), col(Addition.at)).where(col(Addition.node_id).in_(ids))
    )
    found: dict[int, list[datetime]] = defaultdict(list)
    for row in rows:
        found[row.node_id].append(row.at)
    return found


async def _links(acting: Acting, ids: Sequence[int]) -> dict[int, list[journeys.Linked]]:
    target = aliased(Node)
    rows = await acting.connection.execute(
        select(
            col(Link.source_id),
            col(Link.relation),
            col(Link.reason),
            col(Link.created_at),
            *named(target, "target"),
        )
        .outerjoin(target, col(target.id) == col(Link.target_id))
        .where(col(Link.source_id).in_(ids))
    )
    found: dict[int, list[journeys.Linked]] = defaultdict(list)
    for row in rows.mappings():
        linked = journeys.Linked(
            row["relation"], row["reason"], row["created_at"], thing_or_none(row, "target")
        )
        found[row["source_id"]].append(linked)
    return found
