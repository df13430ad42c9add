"""What came of what people said, as far as it may be shown: threads, themes, and what was not used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from operator import attrgetter
from typing import Any

from sqlalchemy import ColumnElement, Select, exists, func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import aliased
from sqlmodel import col

from flows.ledger import CONTRIBUTIONS
from storage.tables import Link, Node
from storage.threads import count_sources

EXCERPT = 280
MOST_LINKS = 500
LONGEST = 4
MOST_THEMES = 200
SHOWN_THEMES = 30


@dataclass(frozen=True)
class Bead:
    """One thing on a thread. `words` and `reason` (why it follows from the one before): language -> words."""

    id: int
    kind: str
    number: int
    words: Mapping[str, str]
    relation: str = ""
    reason: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Strand:
    """One link between two things that may both be shown."""

    source: Bead
    target: Bead


@dataclass(frozen=True)
class Theme:
    """What several stories have in common: `stories` that stand, and others that were `withdrawn`.

    `because` says why the municipality added it itself.
    """

    id: int
    title: Mapping[str, str]
    stories: int
    withdrawn: int
    because: Mapping[str, str]


@dataclass(frozen=True)
class NotUsed:
    """Something that was said, and why it was not used."""

    kind: str
    number: int
    text: str
    language: str
    reason: Mapping[str, str]


async def read_strands(connection: AsyncConnection, trajectory_id: int) -> list[Strand]:
    """The links between what may be shown, the newest first."""
    source, target = aliased(Node), aliased(Node)
    rows: Any = await connection.execute(
        select(col(Link.relation), col(Link.reason), *_bead_columns(source), *_bead_columns(target))
        .join(source, col(source.id) == col(Link.source_id))
        .join(target, col(target.id) == col(Link.target_id))
        .where(col(Link.trajectory_id) == trajectory_id, _shown(source), _shown(target))
        .order_by(col(Link.id).desc())
        .limit(MOST_LINKS)
    )
    return [
        Strand(_bead(*row[2:8]), replace(_bead(*row[8:14]), relation=row[0], reason=row[1])) for row in rows
    ]


async def read_themes(connection: AsyncConnection, trajectory_id: int) -> list[Theme]:
    """The published themes, those with most stories first."""
    rows: Any = await connection.execute(
        select(col(Node.id), col(Node.title), col(Node.because))
        .where(
            col(Node.trajectory_id) == trajectory_id,
            col(Node.kind) == "theme",
            col(Node.state) == "published",
        )
        .order_by(col(Node.number))
        .limit(MOST_THEMES)
    )
    themes = rows.all()
    counts = await count_sources(connection, [row.id for row in themes], "story")
    found = [
        Theme(row.id, row.title, counts[row.id].standing, counts[row.id].withdrawn, row.because or {})
        for row in themes
    ]
    return sorted(found, key=attrgetter("stories"), reverse=True)[:SHOWN_THEMES]


async def read_not_used(connection: AsyncConnection, trajectory_id: int) -> list[NotUsed]:
    """What was not used and why, the newest first."""
    rows: Any = await connection.execute(
        select(
            col(Node.kind),
            col(Node.number),
            func.substr(col(Node.text), 1, EXCERPT),
            col(Node.language),
            col(Link.reason),
        )
        .join(Link, col(Link.source_id) == col(Node.id))
        .where(col(Link.trajectory_id) == trajectory_id, col(Link.relation) == "not_used", _shown(Node))
        .order_by(col(Link.id).desc())
        .limit(12)
    )
    return [NotUsed(*row) for row in rows]


async def read_stories(connection: AsyncConnection, trajectory_id: int, most: int) -> Sequence[Any]:
    """The newest published stories in words: id, number, text, language, created_at.

    What was not used is shown with its reason instead.
    """
    query: Select[*tuple[Any, ...]] = (
        select(col(Node.id), col(Node.number), col(Node.text), col(Node.language), col(Node.created_at))
        .where(
            col(Node.trajectory_id) == trajectory_id,
            col(Node.kind) == "story",
            col(Node.text) != "",
            _shown(Node),
            ~exists().where(col(Link.source_id) == col(Node.id), col(Link.relation) == "not_used"),
        )
        .order_by(col(Node.number).desc())
        .limit(most)
    )
    return (await connection.execute(query)).all()


def longest_threads(strands: Sequence[Strand], most: int, language: str) -> list[list[Bead]]:
    """The longest ways from a story onwards, first those told in this language, no two by the same way."""
    onwards: dict[int, list[Bead]] = {}
    for strand in strands:
        onwards.setdefault(strand.source.id, []).append(strand.target)
    stories = {strand.source.id: strand.source for strand in strands if strand.source.kind == "story"}
    threads = [_follow(story, onwards) for story in stories.values()]
    threads.sort(key=lambda thread: (len(thread), language in thread[0].words), reverse=True)
    chosen: dict[int, list[Bead]] = {}
    for thread in threads:
        chosen.setdefault(thread[1].id, thread)
    return list(chosen.values())[:most]


def _follow(bead: Bead, onwards: Mapping[int, Sequence[Bead]], left: int = LONGEST) -> list[Bead]:
    """The longest way on, a few beads at most, so that a circle comes to an end too."""
    if left == 1:
        return [bead]
    ways = (_follow(target, onwards, left - 1) for target in onwards.get(bead.id, ()))
    return [bead, *max(ways, key=len, default=[])]


def _shown(node: Any) -> ColumnElement[bool]:
    """Published (something newer may have come of it), and for what a person gave: with their leave."""
    return col(node.state).in_(("published", "replaced")) & or_(
        col(node.may_show).is_(True), col(node.kind).not_in(CONTRIBUTIONS)
    )


def _bead_columns(node: Any) -> tuple[Any, ...]:
    text = func.substr(col(node.text), 1, EXCERPT)
    return col(node.id), col(node.kind), col(node.number), col(node.language), text, col(node.title)


def _bead(
    node_id: int, kind: str, number: int, language: str, text: str, title: Mapping[str, str] | None
) -> Bead:
    return Bead(node_id, kind, number, title or {language: text})
