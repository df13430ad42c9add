"""Each nudge that was due: sent, or held out to see whether nudges help."""

from datetime import datetime

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from storage.tables.columns import preset


class Nudge(SQLModel, table=True):
    """`reason` as in `flows.nudges`; `due_back_at` is until when a visit counts as coming back.

    `held_out` people got nothing. `returned_at` is when the person was next heard of, whatever brought them.
    """

    __table_args__ = (Index("ix_nudge_participant", "participant_id", "at"),)

    id: int = Field(default=None, primary_key=True)
    trajectory_id: int = Field(foreign_key="trajectory.id", index=True)
    participant_id: int = Field(foreign_key="participant.id")
    reason: str = Field(max_length=20)
    held_out: bool = preset(False)
    at: datetime
    due_back_at: datetime
    returned_at: datetime | None = None
