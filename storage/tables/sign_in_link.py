"""One-time links to the desk."""

from datetime import datetime

from sqlmodel import Field, SQLModel


class SignInLink(SQLModel, table=True):
    """Only a hash of the token is kept. A link counts once and for fifteen minutes."""

    token_hash: str = Field(primary_key=True, max_length=64)
    moderator_id: int = Field(foreign_key="moderator.id")
    expires_at: datetime
    used_at: datetime | None = None
