"""Two participants turn out to be one person: everything of the second becomes the first's.

Votes and what was shown are counted in tallies, and are joined by `flows.deeds.join_people`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Any, Final, TypeAlias

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlmodel import SQLModel, col

from storage.tables import (
    Address,
    Attendance,
    Belonging,
    Commitment,
    Joining,
    LinkingCode,
    Media,
    Node,
    Notice,
    Nudge,
    Outbox,
    Participant,
    Ranking,
    WayIn,
)

MOVED: Final[tuple[type[SQLModel], ...]] = (Address, Node, Media, Nudge, Outbox, Ranking, WayIn)
"""A row more of the first does no harm; of rankings the last one counts."""

DROPPED: Final[tuple[type[SQLModel], ...]] = (Belonging, LinkingCode)
"""Found anew at the next computation, or void."""

Row: TypeAlias = Mapping[Any, Any]

OFTEN: Final = ("usual", "less", "never")
"""How often we may write, the strictest last."""


async def join(connection: AsyncConnection, keep: int, gone: int) -> None:
    """Give all of `gone` to `keep`, but for votes and exposures; `gone` itself stands empty then."""
    for moved in MOVED:
        theirs: Any = moved
        await connection.execute(
            update(theirs).where(col(theirs.participant_id) == gone).values(participant_id=keep)
        )
    for dropped in DROPPED:
        theirs = dropped
        await connection.execute(delete(theirs).where(col(theirs.participant_id) == gone))
    for table, (about, combine) in SHARED.items():
        await _share(connection, table, about, combine, keep, gone)
    await _leave_own(connection, keep, gone)
    await _settings(connection, keep, gone)


async def end(connection: AsyncConnection, gone: int) -> None:
    """Nothing is left of the second: the row goes as well, so that people are counted right."""
    await connection.execute(delete(Participant).where(col(Participant.id) == gone))


async def _share(
    connection: AsyncConnection,
    table: Any,
    about: str,
    combine: Callable[[Row, Row], Row],
    keep: int,
    gone: int,
) -> None:
    """Of one thing one row: where both have one, the two are combined."""
    rows = (
        (await connection.execute(select(table).where(col(table.participant_id).in_((keep, gone)))))
        .mappings()
        .all()
    )
    first = {row[about]: row for row in rows if row["participant_id"] == keep}
    for row in rows:
        if row["participant_id"] != gone:
            continue
        here = col(getattr(table, about)) == row[about]
        if (own := first.get(row[about])) is None:
            statement = update(table).where(here, col(table.participant_id) == gone)
            await connection.execute(statement.values(participant_id=keep))
            continue
        await connection.execute(delete(table).where(here, col(table.participant_id) == gone))
        statement = update(table).where(here, col(table.participant_id) == keep)
        await connection.execute(statement.values(dict(combine(own, row))))


def _attendances(one: Row, other: Row) -> Row:
    """What was said last; invited, reminded or there in one chat is so for the person."""
    last = max(one, other, key=lambda row: (row["answered_at"] is not None, row["answered_at"]))
    dates = ("invited_at", "reminded_at", "came_at")
    return {
        "answer": last["answer"],
        "answered_at": last["answered_at"],
        **{name: _earliest(one[name], other[name]) for name in dates},
    }


def _joinings(one: Row, other: Row) -> Row:
    """Who joins in one chat joins; of two the first channel's name and reach hold."""
    kept = one if one["left_at"] is None or other["left_at"] is not None else other
    return {
        "name": kept["name"],
        "share": kept["share"],
        "reach": kept["reach"],
        "left_at": kept["left_at"],
        "joined_at": min(one["joined_at"], other["joined_at"]),
    }


def _notices(one: Row, other: Row) -> Row:
    """Told in one chat is told."""
    return {
        "noted_at": min(one["noted_at"], other["noted_at"]),
        "told_at": _earliest(one["told_at"], other["told_at"]),
    }


SHARED: Final[Mapping[type[SQLModel], tuple[str, Callable[[Row, Row], Row]]]] = {
    Attendance: ("meeting_id", _attendances),
    Joining: ("node_id", _joinings),
    Notice: ("link_id", _notices),
}
"""Tables with one row a person for each thing: the column of the thing, and what two rows make together."""


def _earliest(one: datetime | None, other: datetime | None) -> datetime | None:
    return min((at for at in (one, other) if at is not None), default=None)


def _latest(one: datetime | None, other: datetime | None) -> datetime | None:
    return max((at for at in (one, other) if at is not None), default=None)


async def _leave_own(connection: AsyncConnection, keep: int, gone: int) -> None:
    """Nobody joins in a promise of their own, or is asked to take it over from themselves.

    Where it waits (or waited) for others, what the maker shares with them stands in such a row, and stays.
    """
    theirs = col(Commitment.offered_to) == gone
    await connection.execute(update(Commitment).where(theirs).values(offered_to=keep))
    own = select(col(Node.id)).where(col(Node.participant_id) == keep)
    await connection.execute(
        update(Commitment)
        .where(col(Commitment.offered_to) == keep, col(Commitment.node_id).in_(own))
        .values(offered_to=None, offered_at=None)
    )
    alone = select(col(Commitment.node_id)).where(
        col(Commitment.node_id).in_(own), col(Commitment.needs).is_(None)
    )
    await connection.execute(
        delete(Joining).where(col(Joining.participant_id) == keep, col(Joining.node_id).in_(alone))
    )


async def _way_in(connection: AsyncConnection, keep: int, ways: Iterable[int | None]) -> int | None:
    """The first by which they came; nobody comes in by a link of their own."""
    own = select(col(WayIn.id)).where(col(WayIn.participant_id) == keep)
    theirs = set((await connection.execute(own)).scalars())
    return next((way for way in ways if way is not None and way not in theirs), None)


async def _settings(connection: AsyncConnection, keep: int, gone: int) -> None:
    """What the first said holds, else what the second said; a stop or a pause of either holds for both."""
    query = select(Participant).where(col(Participant.id).in_((keep, gone)))
    rows = {row["id"]: row for row in (await connection.execute(query)).mappings()}
    one, other = rows[keep], rows[gone]
    said = ("language", "role", "zone", "network_id")
    await connection.execute(
        update(Participant)
        .where(col(Participant.id) == keep)
        .values(
            **{name: one[name] if one[name] is not None else other[name] for name in said},
            way_in_id=await _way_in(connection, keep, (one["way_in_id"], other["way_in_id"])),
            often=max(one["often"], other["often"], key=OFTEN.index),
            consented_at=_earliest(one["consented_at"], other["consented_at"]),
            paused_until=_latest(one["paused_until"], other["paused_until"]),
            stopped_at=_latest(one["stopped_at"], other["stopped_at"]),
            joined_at=min(one["joined_at"], other["joined_at"]),
            caught_up_at=_latest(one["caught_up_at"], other["caught_up_at"]),
        )
    )
