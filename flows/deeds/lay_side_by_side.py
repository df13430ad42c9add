"""Lay three stories side by side for a resident to read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.orm import aliased
from sqlmodel import col

from flows.deeds.acting import Acting
from flows.deeds.read_shown import Shown, find_shown, may_be_read
from flows.engine.talk import deed, query
from storage.tables import Compared, Node

THREE: Final = 3
LEAST: Final = 2
"""Of fewer stories nobody can say what they have in common."""


@deed("lay_side_by_side")
async def lay_side_by_side(acting: Acting) -> list[int]:
    """The ids of the three to read, those that were compared least first; fewer when there are no more.

    Stories of others, in words. At least one is new to this person; none when they compared them all.
    """
    person = acting.resident
    meaning = aliased(Node)
    compared = (
        select(func.count())
        .select_from(Compared)
        .join(meaning, col(meaning.id) == col(Compared.node_id))
        .where(col(Compared.story_id) == col(Node.id))
        .correlate(Node)
    )
    by_them = compared.where(col(meaning.participant_id) == person.participant_id).scalar_subquery()
    by_others = compared.where(col(meaning.state).not_in(("declined", "withdrawn"))).scalar_subquery()
    # Among equals it differs from person to person, so that not everyone reads the same three.
    mixed = (col(Node.id) * 7919 + person.participant_id * 104729) % 10007
    stories = await acting.connection.execute(
        select(col(Node.id), by_them.label("by_them"))
        .where(
            col(Node.trajectory_id) == person.trajectory_id,
            col(Node.kind) == "story",
            col(Node.text) != "",
            col(Node.participant_id).is_distinct_from(person.participant_id),
            may_be_read(),
        )
        .order_by(by_them, by_others, mixed, col(Node.id))
        .limit(THREE)
    )
    rows = stories.all()
    return sorted(row.id for row in rows) if rows and not rows[0].by_them else []


@query("side_by_side")
async def read_side_by_side(acting: Acting, story_ids: Sequence[int]) -> list[Shown]:
    """Those that may still be read."""
    return await find_shown(acting, col(Node.id).in_(story_ids))
