"""Promises as pages show them: what was promised by whom, where it stands, and how many stand where."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import datetime

from sqlalchemy import ColumnElement
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlmodel import col

from admin.here import Here
from admin.tongue import Said, Tongue
from flows.deeds.read_promises import seen
from flows.engine.questions import Localized, Phrase
from flows.nudges import local_day
from flows.promising import OPEN, Count, Promise, line
from storage import promises
from storage.promises import Stored
from storage.tables import Commitment, Node

SHOWN = 12
MOST_OPEN = 200
PAGE = 30


@dataclass(frozen=True)
class Shown:
    """One promise in words. `where`: by whom, by when, and how it stands.

    `offered`: it waits for the yes of the desk; `late`: its day is over, and nothing was said.
    """

    promise: Promise
    said: Said
    where: str
    late: bool = False
    offered: bool = False


async def read_public(connection: AsyncConnection, here: Here) -> list[Stored]:
    """Those on the public page, on both sides: the one with the newest day first."""
    return await promises.listed(
        connection,
        col(Node.trajectory_id) == here.id,
        promises.IS_PUBLIC,
        order=(col(Commitment.due_on).desc(), col(Node.id).desc()),
        most=SHOWN,
    )


async def read_open(connection: AsyncConnection, here: Here) -> list[Stored]:
    """Those that are still to be kept, the one whose day comes (or was) first in front."""
    return await promises.listed(
        connection,
        *_public(here),
        col(Commitment.state).in_(OPEN),
        order=(col(Commitment.due_on), col(Node.id)),
        most=MOST_OPEN,
    )


async def read_settled(
    connection: AsyncConnection, here: Here, before: int
) -> tuple[list[Stored], int | None]:
    """A page of the others, the newest first, from below this number on; and where the next page begins."""
    found = await promises.listed(
        connection,
        *_public(here),
        col(Commitment.state).not_in(OPEN),
        *((col(Node.number) < before,) if before else ()),
        order=(col(Node.number).desc(),),
        most=PAGE + 1,
    )
    return found[:PAGE], found[PAGE - 1].number if len(found) > PAGE else None


def shown(stored: Stored, here: Here, t: Tongue, now: datetime) -> Shown:
    """In the words of a page."""
    promise = seen(stored, now, here.zone)
    stage = line(promise, Localized(here.texts.get("municipality", {})))
    where = t.wording.label(t.language, stage.text if isinstance(stage.text, Phrase) else "")
    return Shown(
        promise,
        t.pick(promise.words, here.languages),
        where[:1].upper() + where[1:],
        late=promise.state == "active" and promise.due_on < local_day(now, here.zone),
        offered=promise.state == "active" and stored.offered_at is not None and stored.offered_to is None,
    )


def places(count: Count) -> list[tuple[str, int]]:
    """(place, how many) of the places where there are any, in a fixed order."""
    each = ((field.name, getattr(count, field.name)) for field in fields(count))
    return [(name, many) for name, many in each if many]


def _public(here: Here) -> tuple[ColumnElement[bool], ...]:
    return col(Node.trajectory_id) == here.id, promises.IS_PUBLIC
