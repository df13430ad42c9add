"""A link of the ledger: made by a person, with a reason."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON
from sqlmodel import Field, SQLModel


class Link(SQLModel, table=True):
    """From a source to what it was used in; without a target it says why the source was not used.

    `relation`: belongs_to, inspired, answers, merged_into, not_used. `reason` is language -> words.
    """

    id: int = Field(default=None, primary_key=True)
    trajectory_id: int = Field(foreign_key="trajectory.id")
    source_id: int = Field(foreign_key="node.id", index=True)
    target_id: int | None = Field(default=None, foreign_key="node.id", index=True)
    relation: str = Field(max_length=20)
    reason: dict[str, Any] = Field(sa_type=JSON)
    moderator_id: int | None = Field(default=None, foreign_key="moderator.id")
    created_at: datetime
