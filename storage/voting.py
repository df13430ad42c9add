"""What may be voted on, and what people said of it."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, case, exists, func, select, text
from sqlmodel import col

from storage.tables import Link, Node, Tally, Vote

VOTABLE: Final = ("idea", "story", "concept_part", "plan_part", "update")
"""Kinds of nodes that people vote on: of a story whether they recognise it, of an update how they like it."""

OVER: Final = ("merged_into", "split_into", "revised_as", "not_used")
"""With such a link something is no longer to be voted on: it lives on elsewhere, or not at all."""

UNFOLDED: Final = text("NOT folded")
"""In the very words of the partial indices, else SQLite does not use them."""


@cache
def may_be_voted_on() -> ColumnElement[bool]:
    """The condition on a node: it is published, may be shown, and did not go over into something else."""
    return (
        col(Node.kind).in_(VOTABLE)
        & (col(Node.state) == "published")
        & col(Node.may_show).is_(True)
        & ~exists().where(col(Link.source_id) == col(Node.id), col(Link.relation).in_(OVER))
    )


def last_votes(node_ids: Collection[int] | Select[int]) -> Select[int]:
    """The ids of the votes on these nodes that count: of each person the last."""
    return (
        select(func.max(col(Vote.id)))
        .where(col(Vote.node_id).in_(node_ids))
        .group_by(col(Vote.node_id), col(Vote.participant_id))
    )


def most_agreed(trajectory_id: int, enough: int, most: int) -> Select[*tuple[Any, ...]]:
    """The ideas that may be read with their counts: most agreed on first, those of fewer than `enough` last.

    Columns id, number, text, language, agree, disagree, passed; of ideas that were not counted yet nothing.
    """
    people = col(Tally.agree) + col(Tally.disagree) + col(Tally.passed)
    share = case((people >= enough, col(Tally.agree) * 1.0 / people), else_=-1.0)
    merged = exists().where(col(Link.source_id) == col(Node.id), col(Link.relation) == "merged_into")
    return (
        select(
            col(Node.id),
            col(Node.number),
            col(Node.text),
            col(Node.language),
            col(Tally.agree),
            col(Tally.disagree),
            col(Tally.passed),
        )
        .join(Node, col(Node.id) == col(Tally.node_id))
        .where(
            col(Tally.trajectory_id) == trajectory_id,
            col(Tally.kind) == "idea",
            col(Node.state) == "published",
            col(Node.may_show).is_(True),
            ~merged,
        )
        .order_by(share.desc(), case((people >= enough, people), else_=col(Node.number)).desc())
        .limit(most)
    )
