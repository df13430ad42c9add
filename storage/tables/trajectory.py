"""A trajectory: one thing that a municipality and its residents make together."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON
from sqlmodel import Field, SQLModel

from storage.tables.columns import preset


class Trajectory(SQLModel, table=True):
    """`texts` is field -> language -> words (title, goal, result, frames, room, who_decides, ...).

    Who was not heard of for `retain_months` is let go of; what they gave stays.
    """

    id: int = Field(default=None, primary_key=True)
    slug: str = Field(unique=True, max_length=60)
    sample: bool = False
    languages: list[str] = Field(sa_type=JSON)
    zone: str = "Europe/Amsterdam"
    texts: dict[str, Any] = Field(sa_type=JSON)
    quiet_from: str = "21:00"
    quiet_until: str = "09:00"
    pushes_a_week: int = 1
    answer_days: int = 5
    remind_after_hours: int = 20
    expire_after_days: int = 7
    retain_months: int = preset(24)
    decided_on: date | None = None
    next_number: int = 1
    created_at: datetime
