"""The parts of the concept or of the plan, as they stand now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Select, exists, func, select
from sqlalchemy.orm import aliased
from sqlmodel import col

from flows.deeds.acting import Acting
from flows.engine.questions import Localized
from flows.engine.talk import deed, query
from storage.tables import Link, Node, Vote

AT_A_TIME: Final = 5
"""Two minutes' work."""

MOST: Final = 12


@dataclass(frozen=True)
class PartSeen:
    """One part in its present version; `changed` says why it was written anew, empty for a first version.

    `because` says why the municipality adds it, where it comes from nobody's contribution. `sources` counts
    what it was made of, `said` what people gave about it by kind, answered or not.
    """

    node_id: int
    number: int
    title: Localized
    body: Localized
    version: int
    changed: Localized
    because: Localized
    sources: int
    said: Mapping[str, int]


@query("parts")
async def read_parts(acting: Acting, kind: str) -> list[PartSeen]:
    """All of them, in the order they were first made; two queries."""
    rows = (await acting.connection.execute(_parts(acting, kind).limit(MOST))).all()
    return await _seen(acting, rows)


@query("part")
async def read_part(acting: Acting, node_id: int) -> PartSeen | None:
    """One of them; None when there is a newer version, or it was taken back."""
    row = (await acting.connection.execute(_columns(acting).where(col(Node.id) == node_id))).one_or_none()
    return (await _seen(acting, [row]))[0] if row else None


@deed("lay_out_parts")
async def lay_out_parts(acting: Acting, kind: str) -> list[int]:
    """The next few that this resident said nothing about yet, the ones least said about first.

    Noted once, so that a part that is revised meanwhile does not move the others.
    """
    query = (
        _columns(acting)
        .with_only_columns(col(Node.id))
        .where(col(Node.kind) == kind, ~_own_vote(acting))
        .order_by(_votes(), col(Node.number))
        .limit(AT_A_TIME)
    )
    return list((await acting.connection.execute(query)).scalars())


def _votes() -> Any:
    return select(func.count()).where(col(Vote.node_id) == col(Node.id)).correlate(Node).scalar_subquery()


def _own_vote(acting: Acting) -> Any:
    return exists().where(
        col(Vote.node_id) == col(Node.id), col(Vote.participant_id) == acting.resident.participant_id
    )


def _parts(acting: Acting, kind: str) -> Select[*tuple[Any, ...]]:
    return _columns(acting).where(col(Node.kind) == kind).order_by(col(Node.number))


def _columns(acting: Acting) -> Select[*tuple[Any, ...]]:
    onwards, source = aliased(Link), aliased(Link)
    changed = (
        select(col(onwards.reason))
        .where(col(onwards.target_id) == col(Node.id), col(onwards.relation) == "revised_as")
        .limit(1)
        .scalar_subquery()
    )
    sources = (
        select(func.count())
        .where(col(source.target_id) == col(Node.id), col(source.relation) != "revised_as")
        .scalar_subquery()
    )
    return select(
        col(Node.id),
        col(Node.number),
        col(Node.title),
        col(Node.body),
        col(Node.version),
        col(Node.because),
        changed.label("changed"),
        sources.label("sources"),
    ).where(
        col(Node.trajectory_id) == acting.resident.trajectory_id,
        col(Node.kind).in_(("concept_part", "plan_part")),
        col(Node.state) == "published",
    )


async def _seen(acting: Acting, rows: Sequence[Any]) -> list[PartSeen]:
    counted = await acting.connection.execute(
        select(col(Node.about_id), col(Node.kind), func.count())
        .where(
            col(Node.about_id).in_([row.id for row in rows]), col(Node.state).in_(("published", "waiting"))
        )
        .group_by(col(Node.about_id), col(Node.kind))
    )
    said: dict[int, dict[str, int]] = {}
    for about_id, kind, count in counted:
        said.setdefault(about_id or 0, {})[kind] = count
    return [
        PartSeen(
            node_id=row.id,
            number=row.number,
            title=Localized(row.title or {}),
            body=Localized(row.body or {}),
            version=row.version,
            changed=Localized(row.changed or {}),
            because=Localized(row.because or {}),
            sources=row.sources,
            said=said.get(row.id, {}),
        )
        for row in rows
    ]
