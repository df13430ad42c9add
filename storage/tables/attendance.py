"""Who was invited to a meeting, what they said, and whether they came."""

from datetime import datetime

from sqlmodel import Field, SQLModel


class Attendance(SQLModel, table=True):
    """`answer`: come, maybe, not; None while nothing was said."""

    meeting_id: int = Field(primary_key=True, foreign_key="meeting.id")
    participant_id: int = Field(primary_key=True, foreign_key="participant.id", index=True)
    answer: str | None = Field(default=None, max_length=6)
    answered_at: datetime | None = None
    invited_at: datetime | None = None
    reminded_at: datetime | None = None
    came_at: datetime | None = None
