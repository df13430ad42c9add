"""Something that everyone in a trajectory is told, planned in pages: the opening of a step, an update."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON
from sqlmodel import Field, SQLModel

from storage.tables.columns import preset


class Announcement(SQLModel, table=True):
    """`key` is unique ("step:choose:<moment>", "update:<node>"); `text` a text key with `arguments` as JSON.

    `reached` is the last participant that was planned for; done when `done_at` is set.
    """

    id: int = Field(default=None, primary_key=True)
    trajectory_id: int = Field(foreign_key="trajectory.id", index=True)
    key: str = Field(unique=True, max_length=60)
    text: str = Field(max_length=60)
    arguments: dict[str, Any] = Field(sa_type=JSON)
    created_at: datetime
    reached: int = preset(0)
    done_at: datetime | None = Field(default=None, index=True)
