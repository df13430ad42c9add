"""The trajectory that a page is about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlmodel import col

from admin.pages import Turned
from admin.tongue import Said, Tongue
from storage.tables import Trajectory


@dataclass(frozen=True)
class Here:
    """A trajectory as pages show it. `texts` are its own: field -> language -> words."""

    id: int
    slug: str
    sample: bool
    languages: tuple[str, ...]
    zone: str
    texts: Mapping[str, Mapping[str, str]]
    answer_days: int
    decided_on: date | None

    def says(self, t: Tongue, field: str) -> Said:
        """One of its texts in the language of the page, or else in its own first language."""
        return t.pick(self.texts.get(field), self.languages)


_COLUMNS = (
    col(Trajectory.id),
    col(Trajectory.slug),
    col(Trajectory.sample),
    col(Trajectory.languages),
    col(Trajectory.zone),
    col(Trajectory.texts),
    col(Trajectory.answer_days),
    col(Trajectory.decided_on),
)


async def read_here(connection: AsyncConnection, slug: str) -> Here:
    """The trajectory under this slug; raises Turned when there is none."""
    row = (await connection.execute(select(*_COLUMNS).where(col(Trajectory.slug) == slug))).one_or_none()
    if row is None:
        raise Turned(404, "gone")
    return _here(row)


async def read_all(connection: AsyncConnection) -> list[Here]:
    """Every trajectory, the newest first."""
    rows = await connection.execute(select(*_COLUMNS).order_by(col(Trajectory.id).desc()).limit(200))
    return [_here(row) for row in rows]


def _here(row: Any) -> Here:
    return Here(**{**row._mapping, "languages": tuple(row.languages)})
