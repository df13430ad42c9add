"""Trajectories: find, list, make."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlmodel import col

from storage.tables import Step, Trajectory


@dataclass(frozen=True)
class Listed:
    """A trajectory as it is offered: `title` is language -> words."""

    id: int
    slug: str
    title: Mapping[str, str]
    languages: Sequence[str]
    sample: bool


def _listed() -> Select[*tuple[Any, ...]]:
    return select(
        col(Trajectory.id),
        col(Trajectory.slug),
        col(Trajectory.texts),
        col(Trajectory.languages),
        col(Trajectory.sample),
    ).order_by(col(Trajectory.id))


def _as_listed(row: Any) -> Listed:
    return Listed(row.id, row.slug, row.texts.get("title", {}), row.languages, row.sample)


async def every(connection: AsyncConnection) -> list[Listed]:
    """All of them, in the order they were made."""
    return [_as_listed(row) for row in await connection.execute(_listed())]


async def under_way(connection: AsyncConnection) -> list[Listed]:
    """Those with a step that is open now."""
    is_open = select(col(Step.trajectory_id)).where(
        col(Step.opened_at).is_not(None), col(Step.closed_at).is_(None)
    )
    return [
        _as_listed(row) for row in await connection.execute(_listed().where(col(Trajectory.id).in_(is_open)))
    ]


async def by_slug(connection: AsyncConnection, slug: str) -> Listed | None:
    """One of them."""
    row = (await connection.execute(_listed().where(col(Trajectory.slug) == slug))).one_or_none()
    return _as_listed(row) if row else None
