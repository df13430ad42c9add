"""The reasons a moderator can choose from when declining; editable at the desk."""

from typing import Any

from sqlalchemy import JSON
from sqlmodel import Field, SQLModel


class DeclineReason(SQLModel, table=True):
    """`label` is for the moderator, `sentence` the kind words that go to the resident; both by language."""

    trajectory_id: int = Field(primary_key=True, foreign_key="trajectory.id")
    key: str = Field(primary_key=True, max_length=30)
    label: dict[str, Any] = Field(sa_type=JSON)
    sentence: dict[str, Any] = Field(sa_type=JSON)
    position: int = 0
