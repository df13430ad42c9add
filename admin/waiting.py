"""What waits at the desk: how much, how late, and which is next. Paged by number, never by offset."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any, Literal
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Select, case, func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlmodel import col

from flows.ledger import CONTRIBUTIONS
from storage.tables import Media, Node, Participant
from storage.threads import was_given

STATES = ("waiting", "late", "asked_back", "published", "declined", "withdrawn", "replaced")

FORGOTTEN = (col(Node.state) == "withdrawn") & col(Node.participant_id).is_(None) & was_given()
"""Its author had it erased: what is left is a number, and what was decided."""

PAGE = 20
BEFORE = 4
_HIGHEST = 2**31 - 1


@dataclass(frozen=True)
class Sieve:
    """Which contributions to show, as the address of the page says it."""

    kind: str = ""
    state: str = "waiting"
    language: str = ""
    after: int = 0

    @classmethod
    def read(cls, asked: Mapping[str, str]) -> Sieve:
        """From an address; what makes no sense is left out."""
        kind, state, after = asked.get("kind", ""), asked.get("state", ""), asked.get("after", "")
        language = asked.get("language", "")
        return cls(
            kind=kind if kind in CONTRIBUTIONS else "",
            state=state if state in STATES else "waiting",
            language=language if language.isascii() and len(language) <= 10 else "",
            after=whole(after) or 0,
        )

    @property
    def newest_first(self) -> bool:
        """What is owed goes oldest first; what was handled is looked up from the newest back."""
        return self.state not in ("waiting", "late", "asked_back")

    def query(self, **others: str | int) -> str:
        """The part of an address after the question mark, with it; empty when nothing is chosen.

        `others` are put in, over what this one says; what is empty, nought or "waiting" is left out.
        """
        asked: dict[str, str | int] = {**asdict(self), **others}
        if asked["state"] == "waiting":
            del asked["state"]
        written = urlencode({name: value for name, value in asked.items() if value})
        return f"?{written}" if written else ""


@dataclass(frozen=True)
class Counts:
    """How much waits, how much of it is late, and how long answers took of late."""

    by_kind: Mapping[str, int]
    late: int
    took: timedelta | None = None

    @property
    def waiting(self) -> int:
        """All kinds together."""
        return sum(self.by_kind.values())


@dataclass(frozen=True)
class Due:
    """When an answer is owed: already `late` (by how much), `today`, or `later`."""

    state: Literal["late", "today", "later"]
    late: timedelta = timedelta(0)


@dataclass(frozen=True)
class Entry:
    """One line of the list. `seconds` is the length of a voice message."""

    id: int
    number: int
    kind: str
    state: str
    excerpt: str
    language: str
    channel: str
    role: str
    forgotten: bool
    due: Due
    voice: bool = False
    seconds: int | None = None
    photo: bool = False


def whole(words: str) -> int | None:
    """A number as an address carries it, None for anything else or too large for one."""
    number = int(words) if words.isascii() and words.isdigit() and len(words) <= 10 else None
    return number if number is not None and number <= _HIGHEST else None


def due(due_at: datetime | None, now: datetime, zone: str) -> Due:
    """How urgent it is, by the calendar of the trajectory."""
    if due_at is None:
        return Due("later")
    if due_at < now:
        return Due("late", now - due_at)
    here = ZoneInfo(zone)
    return Due("today" if due_at.astimezone(here).date() == now.astimezone(here).date() else "later")


async def count(connection: AsyncConnection, trajectory_id: int, now: datetime) -> Counts:
    """What waits, and how long the last two hundred answers took on average."""
    waiting = await connection.execute(
        select(col(Node.kind), func.count(), _sum(col(Node.due_at) < now))
        .where(
            col(Node.trajectory_id) == trajectory_id,
            col(Node.state) == "waiting",
            col(Node.kind).in_(CONTRIBUTIONS),
        )
        .group_by(col(Node.kind))
    )
    rows = waiting.all()
    answered = await connection.execute(
        select(col(Node.created_at), col(Node.decided_at))
        .where(
            col(Node.trajectory_id) == trajectory_id,
            col(Node.state).in_(("published", "declined", "replaced")),
            col(Node.decided_at).is_not(None),
            col(Node.kind).in_(CONTRIBUTIONS),
        )
        .order_by(col(Node.number).desc())
        .limit(200)
    )
    took = [decided_at - created_at for created_at, decided_at in answered if decided_at]
    average = sum(took, timedelta(0)) / len(took) if took else None
    return Counts({row[0]: row[1] for row in rows}, sum(row[2] for row in rows), average)


async def listed(
    connection: AsyncConnection, trajectory_id: int, sieve: Sieve, now: datetime, zone: str, around: int = 0
) -> tuple[list[Entry], bool]:
    """One page of the list and whether there is more. `around` puts that number in sight."""
    query = _matching(_entries(), trajectory_id, sieve, now)
    if around:
        first = await _a_few_before(connection, trajectory_id, sieve, now, around)
        query = query.where(_on_or_past(sieve, first))
    elif sieve.after:
        query = query.where(_past(sieve, sieve.after))
    rows = (await connection.execute(_ordered(query, sieve).limit(PAGE + 1))).mappings().all()
    files = await _files(connection, [row["id"] for row in rows[:PAGE]])
    return [_entry(row, files.get(row["id"], ()), now, zone) for row in rows[:PAGE]], len(rows) > PAGE


async def next_number(
    connection: AsyncConnection, trajectory_id: int, sieve: Sieve, now: datetime, number: int
) -> int | None:
    """The one that comes after this number, else the first of all; None when nothing is left."""
    query = (
        _matching(select(col(Node.number)), trajectory_id, sieve, now)
        .where(col(Node.number) != number)
        .order_by(case((_past(sieve, number), 0), else_=1))
    )
    found: int | None = (await connection.execute(_ordered(query, sieve).limit(1))).scalar_one_or_none()
    return found


async def _a_few_before(
    connection: AsyncConnection, trajectory_id: int, sieve: Sieve, now: datetime, number: int
) -> int:
    """The number at which a page begins that shows a few before this one."""
    before = col(Node.number) > number if sieve.newest_first else col(Node.number) < number
    backwards = col(Node.number).asc() if sieve.newest_first else col(Node.number).desc()
    query = _matching(select(col(Node.number)), trajectory_id, sieve, now).where(before)
    numbers = (await connection.execute(query.order_by(backwards).limit(BEFORE))).scalars().all()
    return numbers[-1] if numbers else number


def _past(sieve: Sieve, number: int) -> ColumnElement[bool]:
    return col(Node.number) < number if sieve.newest_first else col(Node.number) > number


def _on_or_past(sieve: Sieve, number: int) -> ColumnElement[bool]:
    return or_(col(Node.number) == number, _past(sieve, number))


def _ordered(query: Select[*tuple[Any, ...]], sieve: Sieve) -> Select[*tuple[Any, ...]]:
    return query.order_by(col(Node.number).desc() if sieve.newest_first else col(Node.number))


def _matching(
    query: Select[*tuple[Any, ...]], trajectory_id: int, sieve: Sieve, now: datetime
) -> Select[*tuple[Any, ...]]:
    is_late = sieve.state == "late"
    query = query.where(
        col(Node.trajectory_id) == trajectory_id,
        col(Node.state) == ("waiting" if is_late else sieve.state),
        *((col(Node.due_at) < now,) if is_late else ()),
        col(Node.kind) == sieve.kind if sieve.kind else col(Node.kind).in_(CONTRIBUTIONS),
    )
    return query.where(col(Node.language) == sieve.language) if sieve.language else query


def _entries() -> Select[*tuple[Any, ...]]:
    return select(
        col(Node.id),
        col(Node.number),
        col(Node.kind),
        col(Node.state),
        func.substr(col(Node.text), 1, 140).label("excerpt"),
        col(Node.language),
        col(Node.channel),
        func.coalesce(col(Participant.role), "unsaid").label("role"),
        FORGOTTEN.label("forgotten"),
        col(Node.due_at),
    ).outerjoin(Participant, col(Participant.id) == col(Node.participant_id))


async def _files(connection: AsyncConnection, node_ids: Sequence[int]) -> Mapping[int | None, Sequence[Any]]:
    """What was sent along with these contributions: (kind, seconds), by contribution."""
    rows = await connection.execute(
        select(col(Media.node_id), col(Media.kind), col(Media.seconds)).where(
            col(Media.node_id).in_(node_ids)
        )
    )
    files: dict[int | None, list[Any]] = {}
    for node_id, kind, seconds in rows:
        files.setdefault(node_id, []).append((kind, seconds))
    return files


def _entry(row: Mapping[Any, Any], files: Sequence[Any], now: datetime, zone: str) -> Entry:
    values = dict(row)
    due_at = values.pop("due_at")
    voices = [seconds for kind, seconds in files if kind == "voice"]
    return Entry(
        **values,
        due=due(due_at, now, zone) if values["state"] == "waiting" else Due("later"),
        voice=bool(voices),
        seconds=voices[0] if voices else None,
        photo=any(kind == "photo" for kind, _ in files),
    )


def _sum(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)
