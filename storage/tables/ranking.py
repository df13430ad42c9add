"""In which order a person likes the scenarios: appended, the last one of a person counts."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON
from sqlmodel import Field, SQLModel

from storage.tables.columns import big_id


class Ranking(SQLModel, table=True):
    """`choices`: node ids, the dearest first; scenarios that were left out are not in it."""

    id: int = big_id()
    trajectory_id: int = Field(foreign_key="trajectory.id", index=True)
    participant_id: int = Field(foreign_key="participant.id", index=True)
    choices: list[Any] = Field(sa_type=JSON)
    channel: str = Field(max_length=20)
    at: datetime
