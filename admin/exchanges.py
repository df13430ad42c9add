"""What residents say to one another, as anyone may read it: replies, what is recognised, and news."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlmodel import col

from flows.counting import ENOUGH
from storage.tables import Node, Tally

SHOWN: Final = 3
"""So many replies stand under one story; of more there is a number."""

MOST: Final = 200
NEWS: Final = 5


@dataclass(frozen=True)
class Reply:
    """What somebody replied; without words it was spoken or a photo."""

    text: str
    language: str


@dataclass(frozen=True)
class Replies:
    """The newest under one story or update, the oldest of those first, and how many there are before them."""

    shown: Sequence[Reply]
    before: int


@dataclass(frozen=True)
class News:
    """An update; title and body are language -> words."""

    id: int
    number: int
    title: Mapping[str, str]
    body: Mapping[str, str]
    at: datetime


NONE: Final = Replies((), 0)


async def read_replies(connection: AsyncConnection, node_ids: Sequence[int]) -> Mapping[int, Replies]:
    """Those that were published, by what they are about."""
    rows = await connection.execute(
        select(col(Node.about_id), col(Node.text), col(Node.language))
        .where(
            col(Node.about_id).in_(node_ids),
            col(Node.kind) == "reply",
            col(Node.state).in_(("published", "replaced")),
            col(Node.may_show).is_(True),
        )
        .order_by(col(Node.number).desc())
        .limit(MOST)
    )
    found: dict[int, list[Reply]] = defaultdict(list)
    for about_id, text, language in rows:
        found[about_id or 0].append(Reply(text, language))
    return {
        about_id: Replies(replies[:SHOWN][::-1], max(0, len(replies) - SHOWN))
        for about_id, replies in found.items()
    }


async def read_recognised(
    connection: AsyncConnection, story_ids: Sequence[int]
) -> Mapping[int, tuple[int, int]]:
    """Of each story that enough people read: how many recognise it, of how many."""
    people = col(Tally.agree) + col(Tally.disagree) + col(Tally.passed)
    rows: Any = await connection.execute(
        select(col(Tally.node_id), col(Tally.agree), people).where(
            col(Tally.node_id).in_(story_ids), people >= ENOUGH
        )
    )
    return {node_id: (agree, read_by) for node_id, agree, read_by in rows}


async def read_news(connection: AsyncConnection, trajectory_id: int) -> list[News]:
    """The newest few."""
    rows: Any = await connection.execute(
        select(col(Node.id), col(Node.number), col(Node.title), col(Node.body), col(Node.created_at))
        .where(
            col(Node.trajectory_id) == trajectory_id,
            col(Node.kind) == "update",
            col(Node.state) == "published",
            col(Node.may_show).is_(True),
        )
        .order_by(col(Node.number).desc())
        .limit(NEWS)
    )
    return [News(row.id, row.number, row.title or {}, row.body or {}, row.created_at) for row in rows]
