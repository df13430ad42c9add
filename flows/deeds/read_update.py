"""News of the trajectory, and what a resident can do with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from sqlalchemy import ColumnElement, func, select
from sqlmodel import col

from flows.counting import VALUES
from flows.deeds.acting import Acting
from flows.deeds.give_reply import number_in
from flows.deeds.naming import named, thing
from flows.deeds.read_shown import NotShown, may_be_read
from flows.engine.questions import Localized, Phrase
from flows.engine.talk import Action, query
from flows.journeys import Thing
from flows.nudges import local_day
from storage.tables import Link, Node

NAMED: Final = 3
"""So many of the things that it is about are named."""


@dataclass(frozen=True)
class UpdateSeen:
    """One update; `day` is where the resident lives, `older` the number of the one before it, 0 if none."""

    node_id: int
    number: int
    title: Localized
    body: Localized
    day: date
    about: Sequence[Thing]
    replies: int
    older: int


def ways_on(node_id: int, number: int) -> tuple[Action, ...]:
    """What can be done with an update: buttons that go on working."""
    reactions = (Action("vote", Phrase(f"update-{option}"), f"{node_id}.{option}") for option in VALUES)
    return (
        *reactions,
        Action("reply", Phrase("action-reply"), str(number)),
        Action("mine", Phrase("action-mine")),
    )


@query("update")
async def read_update(acting: Acting, words: str) -> UpdateSeen | NotShown:
    """The one whose number is in these words; without any words the newest."""
    number = number_in(words)
    found = await _newest(acting, col(Node.number) == number if words else col(Node.number) > 0)
    if found is not None:
        return await _seen(acting, found)
    if not words:
        return NotShown("update-none")
    query = select(col(Node.state)).where(
        col(Node.trajectory_id) == acting.resident.trajectory_id,
        col(Node.number) == number,
        col(Node.kind) == "update",
    )
    known = (await acting.connection.execute(query)).first() is not None
    return NotShown("update-gone" if known else "reply-unknown")


async def _newest(acting: Acting, which: ColumnElement[bool]) -> Any:
    newest = (
        select(col(Node.id), col(Node.number), col(Node.title), col(Node.body), col(Node.created_at))
        .where(
            col(Node.trajectory_id) == acting.resident.trajectory_id,
            col(Node.kind) == "update",
            may_be_read(),
            which,
        )
        .order_by(col(Node.number).desc())
        .limit(1)
    )
    return (await acting.connection.execute(newest)).one_or_none()


async def _seen(acting: Acting, found: Any) -> UpdateSeen:
    older = await _newest(acting, col(Node.number) < found.number)
    replies = select(func.count()).where(
        col(Node.about_id) == found.id, col(Node.kind) == "reply", may_be_read()
    )
    return UpdateSeen(
        node_id=found.id,
        number=found.number,
        title=Localized(found.title),
        body=Localized(found.body or {}),
        day=local_day(found.created_at, acting.resident.zone),
        about=await _about(acting, found.id),
        replies=(await acting.connection.execute(replies)).scalar_one(),
        older=older.number if older is not None else 0,
    )


async def _about(acting: Acting, node_id: int) -> Sequence[Thing]:
    rows = await acting.connection.execute(
        select(*named(Node, "source"))
        .join(Link, col(Link.source_id) == col(Node.id))
        .where(col(Link.target_id) == node_id)
        .order_by(col(Link.id))
        .limit(NAMED)
    )
    return [thing(row, "source") for row in rows.mappings()]
