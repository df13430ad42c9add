"""Where a conversation stands: at most one script open, one beneath it."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from storage.tables.columns import BIG


class Conversation(SQLModel, table=True):
    """`journal` and `beneath` are encrypted; `run` counts scripts begun here, so old buttons are known.
    `offered` are the actions last shown, encrypted; `expired` names a script that was let go unfinished.
    """

    address_id: int = Field(primary_key=True, foreign_key="address.id", sa_type=BIG)
    script: str | None = Field(default=None, max_length=30)
    run: int = 0
    journal: bytes | None = None
    beneath: bytes | None = None
    tries: int = 0
    offered: bytes | None = None
    expired: str | None = Field(default=None, max_length=30)
    open_question: str | None = Field(default=None, max_length=60)
    updated_at: datetime
    reminded_at: datetime | None = None
    remind_at: datetime | None = Field(default=None, index=True)
    expires_at: datetime | None = Field(default=None, index=True)
