"""Who is signed in at the desk."""

from datetime import datetime

from sqlmodel import Field, SQLModel


class DeskSession(SQLModel, table=True):
    """Only a hash of the cookie is kept."""

    token_hash: str = Field(primary_key=True, max_length=64)
    moderator_id: int = Field(foreign_key="moderator.id", index=True)
    created_at: datetime
    expires_at: datetime
    ended_at: datetime | None = None
