"""Who works at the desk, how they sign in, and what they did."""

from datetime import datetime

from sqlmodel import Field, SQLModel


class Moderator(SQLModel, table=True):
    """`role`: moderator, organiser, admin. `name` is shown to colleagues, never to residents."""

    id: int = Field(default=None, primary_key=True)
    name: str = Field(max_length=80)
    role: str = Field(max_length=12)
    language: str = Field(default="nl", max_length=10)
    created_at: datetime
    ended_at: datetime | None = None
