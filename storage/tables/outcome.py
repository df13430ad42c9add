"""What was computed from votes and rankings: stored with its moment, so that a page only reads."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON
from sqlmodel import Field, SQLModel


class Outcome(SQLModel, table=True):
    """`kind`: ranking (every round), groups (opinion groups and what they agree on). The last one counts.

    `data` holds no participant: who is in which group stands in `Belonging`. That of groups has
    what `flows.opinion_groups` writes, names that a moderator gave included, and `until`: the last vote that
    was counted.
    """

    id: int = Field(default=None, primary_key=True)
    trajectory_id: int = Field(foreign_key="trajectory.id", index=True)
    kind: str = Field(max_length=20)
    at: datetime
    data: dict[str, Any] = Field(sa_type=JSON)
