"""A meeting: where people see each other."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON
from sqlmodel import Field, SQLModel


class Meeting(SQLModel, table=True):
    """`kind`: open, dialogue (tellers of stories and those who work there), presentation (of the plan).

    `title`, `place` and `access` (stairs, parking, interpreter) are language -> words. `door_code` is what
    people type or show at the door.
    """

    id: int = Field(default=None, primary_key=True)
    trajectory_id: int = Field(foreign_key="trajectory.id", index=True)
    kind: str = Field(max_length=12)
    title: dict[str, Any] = Field(sa_type=JSON)
    place: dict[str, Any] = Field(sa_type=JSON)
    access: dict[str, Any] = Field(sa_type=JSON)
    starts_at: datetime = Field(index=True)
    ends_at: datetime
    door_code: str = Field(unique=True, max_length=12)
    created_at: datetime
    cancelled_at: datetime | None = None
