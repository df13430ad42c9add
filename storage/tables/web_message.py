"""What a web chat shows: both sides of the conversation, encrypted, kept for a limited time."""

from datetime import datetime

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from storage.tables.columns import big_id


class WebMessage(SQLModel, table=True):
    """`key` is the outbox key or the resident's own event, so that showing twice has no effect."""

    # An id is never given twice, also not after an erasure: open pages go on after the last one they saw.
    __table_args__ = (Index("ix_web_message_lookup", "lookup", "id"), {"sqlite_autoincrement": True})

    id: int = big_id()
    key: str = Field(unique=True, max_length=100)
    lookup: str = Field(max_length=40)
    own: bool = False
    body: bytes
    at: datetime = Field(index=True)
