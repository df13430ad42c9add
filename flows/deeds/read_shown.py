"""A story or an update that anyone may read, as it is now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, select
from sqlmodel import col

from flows.deeds.acting import Acting
from flows.deeds.card_words import told_by, words_of
from flows.engine.questions import Localized
from flows.engine.readers import Kind
from storage.tables import Node

ANSWERABLE = ("story", "update")
"""Kinds that residents answer to one another."""


@dataclass(frozen=True)
class Shown:
    """`told` says how it was told; words may be empty where that was not by text. `own`: by who reads it."""

    node_id: int
    kind: str
    number: int
    words: Localized
    told: Kind
    own: bool


@dataclass(frozen=True)
class NotShown:
    """It cannot be read or answered; `text` is the key of a sentence that says why.

    `number` is what it is about, where that can be answered instead.
    """

    text: str
    kind: str = ""
    number: int = 0


def may_be_read() -> ColumnElement[bool]:
    """The condition on a node: published, something newer may have come of it, and meant to be shown."""
    return col(Node.state).in_(("published", "replaced")) & col(Node.may_show).is_(True)


async def find_shown(acting: Acting, which: ColumnElement[bool]) -> list[Shown]:
    """Those that this condition finds in the trajectory of who is talking and that may be read, by number."""
    person = acting.resident
    rows: Any = await acting.connection.execute(
        select(
            col(Node.id),
            col(Node.kind),
            col(Node.number),
            col(Node.text),
            col(Node.language),
            col(Node.title),
            col(Node.body),
            told_by(),
            (col(Node.participant_id) == person.participant_id).label("own"),
        )
        .where(
            which,
            col(Node.trajectory_id) == person.trajectory_id,
            col(Node.kind).in_(ANSWERABLE),
            may_be_read(),
        )
        .order_by(col(Node.number))
    )
    return [
        Shown(
            node_id=row.id,
            kind=row.kind,
            number=row.number,
            words=words_of(row.text, row.language, row.title, row.body),
            told=row.told or "text",
            own=bool(row.own),
        )
        for row in rows
    ]


async def find_answerable(acting: Acting, number: int) -> Shown | NotShown:
    """What has this number, if it can be answered; else why not."""
    for shown in await find_shown(acting, col(Node.number) == number):
        return shown
    query = select(col(Node.kind), col(Node.state), col(Node.about_id)).where(
        col(Node.trajectory_id) == acting.resident.trajectory_id, col(Node.number) == number
    )
    row: Any = (await acting.connection.execute(query)).one_or_none()
    if row is None:
        return NotShown("reply-unknown")
    if row.kind == "reply":
        above = await find_shown(acting, col(Node.id) == row.about_id)
        return NotShown("reply-to-reply", *((above[0].kind, above[0].number) if above else ()))
    if row.kind not in ANSWERABLE:
        return NotShown("reply-kind")
    # Of what still has to be read nobody hears that it is there.
    return NotShown("reply-gone" if row.state in ("withdrawn", "declined") else "reply-unknown", row.kind)
