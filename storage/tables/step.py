"""Where a trajectory stands in the nine steps."""

from datetime import datetime

from sqlmodel import Field, SQLModel


class Step(SQLModel, table=True):
    """One of the nine steps of one trajectory; `code` as in `flows.steps`."""

    trajectory_id: int = Field(primary_key=True, foreign_key="trajectory.id")
    code: str = Field(primary_key=True, max_length=20)
    opens_at: datetime | None = None
    closes_at: datetime | None = None
    opened_at: datetime | None = None
    closed_at: datetime | None = None
