"""What can be woven at the desk: what was published, found by kind, words and use, a page at a time."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, String, cast, exists, func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlmodel import col

from admin.waiting import whole
from flows.ledger import RESULTS, SOURCES
from storage.tables import Link, Node

PAGE: Final = 20

MOST: Final = 20
"""So many at once: each has fields of its own in the form. More can be added afterwards."""

EXCERPT: Final = 300

KINDS: Final = tuple(dict.fromkeys(kind for sources in SOURCES.values() for kind in sources))
"""What results can be made of."""

MADE_HERE: Final = tuple(kind for kind in RESULTS if kind not in ("commitment", "update"))
"""Promises and news have rooms of their own."""


@dataclass(frozen=True)
class Sieve:
    """Which things to show, and which were chosen, as the address of the page says it."""

    kind: str = ""
    words: str = ""
    unused: bool = False
    after: int = 0
    picked: tuple[int, ...] = ()

    @classmethod
    def read(cls, asked: Mapping[str, str]) -> Sieve:
        """From an address; what makes no sense is left out."""
        return cls(
            kind=asked.get("kind", "") if asked.get("kind", "") in KINDS else "",
            words=asked.get("words", "").strip()[:100],
            unused=asked.get("unused") == "yes",
            after=whole(asked.get("after", "")) or 0,
            picked=picked(asked),
        )


@dataclass(frozen=True)
class Thing:
    """Something that was published. `words`: language -> what it says or is called; `used` in so many."""

    id: int
    number: int
    kind: str
    state: str
    words: Mapping[str, str]
    body: Mapping[str, str]
    used: int
    aside: bool

    @property
    def usable(self) -> bool:
        """Whether something can be made of it."""
        return self.state == "published"


@dataclass(frozen=True)
class Done:
    """What was just woven, and until when it can be taken back."""

    number: int
    kind: str
    at: datetime


def picked(asked: Mapping[str, str]) -> tuple[int, ...]:
    """The numbers that were chosen: those of the fields named pick-<number>."""
    names = (name.removeprefix("pick-") for name in asked if name.startswith("pick-"))
    return tuple(sorted({number for name in names if (number := whole(name))}))


async def listed(connection: AsyncConnection, trajectory_id: int, sieve: Sieve) -> tuple[list[Thing], bool]:
    """One page, the newest first, and whether there is more."""
    chosen = [
        col(Node.state) == "published",
        col(Node.kind) == sieve.kind if sieve.kind else col(Node.kind).in_(KINDS),
    ]
    if sieve.after:
        chosen.append(col(Node.number) < sieve.after)
    if sieve.words:
        chosen.append(_says(sieve.words))
    if sieve.unused:
        chosen.append(~exists().where(col(Link.source_id) == col(Node.id)))
    things = await _things(connection, trajectory_id, chosen, PAGE + 1)
    return things[:PAGE], len(things) > PAGE


async def numbered(
    connection: AsyncConnection, trajectory_id: int, numbers: Collection[int]
) -> Sequence[Thing]:
    """Those with these numbers, whatever their state, in the order of their numbers."""
    which = [col(Node.number).in_(numbers), col(Node.kind).in_(KINDS)]
    return (await _things(connection, trajectory_id, which, MOST))[::-1]


async def results(connection: AsyncConnection, trajectory_id: int) -> list[Thing]:
    """What more can be added to, the newest first."""
    which = [col(Node.state) == "published", col(Node.kind).in_(MADE_HERE)]
    return await _things(connection, trajectory_id, which, 100)


async def read_done(connection: AsyncConnection, trajectory_id: int, number: int) -> Done | None:
    """What was done last to the thing with this number."""
    last = select(func.max(col(Link.created_at))).where(
        (col(Link.target_id) == col(Node.id)) | (col(Link.source_id) == col(Node.id))
    )
    query = select(
        col(Node.number), col(Node.kind), func.coalesce(last.scalar_subquery(), col(Node.created_at))
    ).where(
        col(Node.trajectory_id) == trajectory_id, col(Node.number) == number, col(Node.state) != "withdrawn"
    )
    row = (await connection.execute(query)).one_or_none()
    return Done(*row) if row else None


async def _things(
    connection: AsyncConnection, trajectory_id: int, which: Sequence[ColumnElement[bool]], most: int
) -> list[Thing]:
    links = select(func.count()).where(col(Link.source_id) == col(Node.id))
    used = links.where(col(Link.target_id).is_not(None)).correlate(Node).scalar_subquery()
    aside = links.where(col(Link.target_id).is_(None)).correlate(Node).scalar_subquery()
    rows: Any = await connection.execute(
        select(
            col(Node.id),
            col(Node.number),
            col(Node.kind),
            col(Node.state),
            col(Node.title),
            col(Node.language),
            func.substr(col(Node.text), 1, EXCERPT),
            col(Node.body),
            used,
            aside,
        )
        .where(col(Node.trajectory_id) == trajectory_id, *which)
        .order_by(col(Node.number).desc())
        .limit(most)
    )
    return [_thing(*row) for row in rows]


def _thing(
    node_id: int,
    number: int,
    kind: str,
    state: str,
    title: Mapping[str, str] | None,
    language: str,
    text: str,
    body: Mapping[str, str] | None,
    used: int,
    aside: int,
) -> Thing:
    return Thing(node_id, number, kind, state, title or {language: text}, body or {}, used, bool(aside))


def _says(words: str) -> ColumnElement[bool]:
    """The text or the title has these words; a number finds what has it."""
    # A title is JSON, in which letters with an accent are written as numbers.
    in_title = cast(col(Node.title), String).icontains(json.dumps(words)[1:-1], autoescape=True)
    found = or_(col(Node.text).icontains(words, autoescape=True), in_title)
    number = whole(words)
    return found if number is None else or_(found, col(Node.number) == number)
