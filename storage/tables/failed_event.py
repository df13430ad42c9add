"""Events whose turn failed: tried again up to five times, then set aside for a person."""

from datetime import datetime

from sqlmodel import Field, SQLModel


class FailedEvent(SQLModel, table=True):
    """`payload` is encrypted; `error` is the type of the exception, never its text.

    `lookup` is the keyed hash of the address it came from, so that it is forgotten with its sender; None in
    what was noted before there was one.
    """

    channel: str = Field(primary_key=True, max_length=20)
    event_id: str = Field(primary_key=True, max_length=80)
    lookup: str | None = Field(default=None, max_length=32, index=True)
    payload: bytes
    tries: int = 1
    error: str = Field(max_length=120)
    first_at: datetime
    last_at: datetime
    set_aside_at: datetime | None = None
