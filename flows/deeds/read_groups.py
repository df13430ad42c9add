"""The opinion groups of a trajectory, as they were last computed."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import exists, select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlmodel import col

from flows import opinion_groups
from flows.deeds.card_words import words_of
from flows.engine.questions import Localized
from flows.opinion_groups import Found, Groups, Key
from storage.tables import Link, Node, Outcome

KIND = "groups"


@dataclass(frozen=True)
class Kept:
    """What was found, and when."""

    outcome_id: int
    at: datetime
    found: Found

    @property
    def groups(self) -> Groups | None:
        """The groups, if there are any."""
        return self.found if isinstance(self.found, Groups) else None


async def read_groups(
    connection: AsyncConnection, trajectory_id: int, only: Collection[Key] | None = None
) -> Kept | None:
    """The last computation, None before the first; with `only` these of its ideas alone."""
    row = (
        await connection.execute(
            select(col(Outcome.id), col(Outcome.at), col(Outcome.data))
            .where(col(Outcome.trajectory_id) == trajectory_id, col(Outcome.kind) == KIND)
            .order_by(col(Outcome.id).desc())
            .limit(1)
        )
    ).one_or_none()
    return Kept(row.id, row.at, opinion_groups.load(row.data["found"], only)) if row else None


@dataclass(frozen=True)
class Shown:
    """An idea that anyone may see, in the languages it is in."""

    number: int
    words: Localized


async def read_ideas(connection: AsyncConnection, keys: Collection[Key]) -> Mapping[Key, Shown]:
    """Those of these ideas that may be shown, as they are now; what was merged into another no longer is."""
    rows = await connection.execute(
        select(
            col(Node.id),
            col(Node.number),
            col(Node.text),
            col(Node.language),
            col(Node.title),
            col(Node.body),
        ).where(
            col(Node.id).in_(keys),
            col(Node.state) == "published",
            col(Node.may_show).is_(True),
            ~exists().where(col(Link.source_id) == col(Node.id), col(Link.relation) == "merged_into"),
        )
    )
    return {row.id: Shown(row.number, words_of(*row[2:])) for row in rows}
