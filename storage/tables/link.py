"""A link of the ledger: made by a person, with a reason."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON
from sqlmodel import Field, SQLModel


class Link(SQLModel, table=True):
    """From a source to what it was used in; without a target it says why the source was not used.

    `relation` as in `flows.ledger.RELATIONS`. `reason` is language -> words. `spread_at`: when
    everyone upstream was noted to hear of it.
    """

    id: int = Field(default=None, primary_key=True)
    trajectory_id: int = Field(foreign_key="trajectory.id")
    source_id: int = Field(foreign_key="node.id", index=True)
    target_id: int | None = Field(default=None, foreign_key="node.id", index=True)
    relation: str = Field(max_length=20)
    reason: dict[str, Any] = Field(sa_type=JSON)
    moderator_id: int | None = Field(default=None, foreign_key="moderator.id")
    created_at: datetime
    spread_at: datetime | None = Field(default=None, index=True)
