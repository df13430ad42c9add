"""What was promised, as the resident who is talking may see it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, exists, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlmodel import col

from flows.deeds.acting import Acting
from flows.deeds.join_promise import why_not
from flows.deeds.tell_members import fellows
from flows.engine.talk import query
from flows.nudges import local_day
from flows.promising import (
    MOST_ASKED,
    MOST_OTHERS,
    OPEN,
    PATIENCE,
    Answer,
    Fellow,
    Promise,
    Standing,
    Tally,
    is_overdue,
    is_silent,
    tally,
)
from storage import promises
from storage.promises import Stored
from storage.tables import CheckIn, Commitment, Joining, Node

SHOWN = 5
CHOICE = 8
MINE = 20


@dataclass(frozen=True)
class Promised:
    """`newest` are the last that were made, on either side; `joinable` those that this person can join.

    `others` is how many people take part beside this one, as far as a promise can count on them; `today` the
    date where the person is.
    """

    newest: tuple[Promise, ...]
    joinable: tuple[Promise, ...]
    tally: Tally
    others: int
    today: date


@dataclass(frozen=True)
class MyPromise:
    """A promise one made or joins, with what happened to it: (step, new day after "later")."""

    promise: Promise
    steps: tuple[tuple[Answer, date | None], ...]


@query("promised")
async def read_promised(acting: Acting) -> Promised:
    """Of the trajectory that the resident takes part in."""
    person = acting.resident
    public = (col(Node.trajectory_id) == person.trajectory_id, promises.IS_PUBLIC)
    newest = await _listed(acting, *public, most=SHOWN)
    joinable = await promises.listed(
        acting.connection,
        *public,
        col(Commitment.municipal).is_(False),
        col(Commitment.state).in_(OPEN),
        or_(col(Node.participant_id).is_(None), col(Node.participant_id) != person.participant_id),
        ~_joins(person.participant_id),
        order=(col(Commitment.due_on), col(Node.id)),
        most=2 * CHOICE,
    )
    can_join = [one for one in joinable if why_not(acting, one) is None]
    others = await promises.others(acting.connection, person.trajectory_id, person.participant_id)
    return Promised(
        newest=tuple(newest),
        joinable=tuple(_seen(acting, one, joins=False) for one in can_join[:CHOICE]),
        tally=await read_tally(acting.connection, person.trajectory_id, acting.now),
        others=min(others, MOST_OTHERS),
        today=local_day(acting.now, person.zone),
    )


@query("promise")
async def read_promise(acting: Acting, node_id: int) -> Promise | None:
    """One promise that is public, or one's own; None when there is no such promise here."""
    person = acting.resident
    found = await promises.at(acting.connection, node_id)
    if found is None or found.trajectory_id != person.trajectory_id or found.node_state != "published":
        return None
    joined = await promises.members(acting.connection, node_id)
    return _seen(acting, found, joins=any(one.participant_id == person.participant_id for one in joined))


@query("promises")
async def read_promises(acting: Acting) -> list[MyPromise]:
    """The resident's own promises and those they join, the open ones first, by their day."""
    person = acting.resident
    own = col(Node.participant_id) == person.participant_id
    found = await promises.listed(
        acting.connection,
        col(Node.trajectory_id) == person.trajectory_id,
        promises.IS_PUBLIC,
        or_(own, _joins(person.participant_id)),
        order=(col(Commitment.settled_at).is_not(None), col(Commitment.due_on), col(Node.id)),
        most=MINE,
    )
    steps = await _steps(acting, [one.node_id for one in found])
    return [
        MyPromise(
            _seen(acting, one, joins=one.participant_id != person.participant_id),
            steps.get(one.node_id, ()),
        )
        for one in found
    ]


@query("offered_promise")
async def read_offered(acting: Acting, node_id: int) -> Promise | None:
    """The promise that this person was asked to take over; None when nobody asks that any more."""
    found = await promises.at(acting.connection, node_id)
    if found is None or found.offered_to != acting.resident.participant_id or found.state != "active":
        return None
    return _seen(acting, found, joins=True)


@query("fellows")
async def read_fellows(acting: Acting, node_id: int) -> list[Fellow] | None:
    """Who does it together with the resident; None for who takes no part, and while it waits for others."""
    person = acting.resident
    found = await promises.at(acting.connection, node_id)
    if found is None or found.node_state != "published" or found.state == "conditional":
        return None
    joined = await promises.members(acting.connection, node_id)
    takes_part = {found.participant_id, *(one.participant_id for one in joined)}
    if person.participant_id not in takes_part:
        return None
    return await fellows(acting, found, person.participant_id)


@query("successors")
async def read_successors(acting: Acting, node_id: int) -> list[tuple[str, str]]:
    """Who could take the resident's promise over: (the key they have here, first name or nothing)."""
    joined = await promises.members(acting.connection, node_id)
    mine = acting.resident.participant_id
    return [(one.key, one.name) for one in joined if one.participant_id != mine][:CHOICE]


async def read_tally(connection: AsyncConnection, trajectory_id: int, now: datetime) -> Tally:
    """How many promises stand where, on either side."""
    since = now - PATIENCE
    counted = await promises.counted(connection, trajectory_id, MOST_ASKED, since, since.date())
    return tally(
        (Standing(municipal, state, moved, silent), many) for municipal, state, moved, silent, many in counted
    )


async def _listed(acting: Acting, *where: ColumnElement[bool], most: int) -> list[Promise]:
    found = await promises.listed(acting.connection, *where, order=(col(Node.id).desc(),), most=most)
    return [_seen(acting, one, joins=False) for one in found]


async def _steps(acting: Acting, ids: list[int]) -> Mapping[int, tuple[Any, ...]]:
    rows = await acting.connection.execute(
        select(col(CheckIn.node_id), col(CheckIn.answer), col(CheckIn.due_on))
        .where(col(CheckIn.node_id).in_(ids))
        .order_by(col(CheckIn.id))
    )
    found: dict[int, tuple[Any, ...]] = {}
    for row in rows:
        found[row.node_id] = (*found.get(row.node_id, ()), (row.answer, row.due_on))
    return found


def _joins(participant_id: int) -> ColumnElement[bool]:
    return exists().where(
        col(Joining.node_id) == col(Node.id),
        col(Joining.participant_id) == participant_id,
        col(Joining.left_at).is_(None),
    )


def seen(stored: Stored, now: datetime, zone: str) -> Promise:
    """A promise as anyone may see it, at this moment in this zone."""
    today = local_day(now, zone)
    asked = is_silent(stored.state, stored.asked, stored.asked_at, now)
    return Promise(
        node_id=stored.node_id,
        number=stored.number,
        words=stored.words,
        name=stored.name,
        municipal=stored.municipal,
        state=stored.state,
        due_on=stored.due_on,
        needs=stored.needs,
        joined_by=stored.joined_by,
        joined=stored.joined,
        moved=stored.moved,
        silent=asked or (stored.municipal and is_overdue(stored.state, stored.due_on, today)),
        past=stored.due_on <= today,
    )


def _seen(acting: Acting, stored: Stored, *, joins: bool) -> Promise:
    person = acting.resident
    own = stored.participant_id == person.participant_id
    return replace(seen(stored, acting.now, person.zone), own=own, joins=joins and not own)
