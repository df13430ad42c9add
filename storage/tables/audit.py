"""Every act at the desk, one line each, only ever added to."""

from datetime import datetime

from sqlmodel import Field, SQLModel


class Audit(SQLModel, table=True):
    """Names contributions, never participants. `act` as published: sign_in, publish, decline, undo, ..."""

    id: int = Field(default=None, primary_key=True)
    at: datetime
    moderator_id: int | None = Field(default=None, foreign_key="moderator.id")
    act: str = Field(max_length=30)
    node_id: int | None = Field(default=None, foreign_key="node.id", index=True)
    detail: str = Field(default="", max_length=200)
