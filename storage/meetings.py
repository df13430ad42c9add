"""Meetings, as everything that is said about them needs them; and who comes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Select, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlmodel import col

from storage.database import insert_ignoring
from storage.tables import Attendance, Meeting, Trajectory

COLUMNS = (
    col(Meeting.id),
    col(Meeting.kind),
    col(Meeting.title),
    col(Meeting.place),
    col(Meeting.access),
    col(Meeting.starts_at),
    col(Meeting.ends_at),
    col(Meeting.door_code),
    col(Meeting.cancelled_at),
    col(Trajectory.zone),
)


@dataclass(frozen=True)
class Gathering:
    """A meeting; `title`, `place` and `access` are language -> words, `zone` is where it is held."""

    id: int
    kind: str
    title: Mapping[str, str]
    place: Mapping[str, str]
    access: Mapping[str, str]
    starts_at: datetime
    ends_at: datetime
    door_code: str
    cancelled_at: datetime | None
    zone: str

    @property
    def begins(self) -> datetime:
        """On the clock where it is held."""
        return self.starts_at.astimezone(ZoneInfo(self.zone))


def meetings(*more: Any) -> Select[Any]:
    """A query for meetings, with more columns after those of `Gathering`."""
    return select(*COLUMNS, *more).join(Trajectory, col(Trajectory.id) == col(Meeting.trajectory_id))


def gathering(row: Any) -> Gathering:
    """One row of such a query."""
    return Gathering(*row[: len(COLUMNS)])


async def note(connection: AsyncConnection, meeting_id: int, participant_id: int, **values: object) -> None:
    """Set columns of an attendance: answer, answered_at, came_at; whoever was not invited is welcome too."""
    theirs = {"meeting_id": meeting_id, "participant_id": participant_id}
    await connection.execute(insert_ignoring(connection, Attendance).values(**theirs))
    await connection.execute(
        update(Attendance)
        .where(col(Attendance.meeting_id) == meeting_id, col(Attendance.participant_id) == participant_id)
        .values(values)
    )
