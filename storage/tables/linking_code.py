"""A code by which a person joins a second channel to the first."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from storage.tables.columns import BIG, preset


class LinkingCode(SQLModel, table=True):
    """`handle` is the beginning of the code, by which it is found; of the whole only a keyed hash is kept.

    So a wrong guess counts against the one code that it could have been: `tries`. `address_id` is the chat
    that it was made for, the first channel; `asked_by` the chat that typed it and waits for a yes there.
    """

    handle: str = Field(primary_key=True, max_length=4)
    code_hash: str = Field(max_length=32)
    participant_id: int = Field(foreign_key="participant.id", index=True)
    address_id: int = Field(sa_type=BIG)
    expires_at: datetime
    tries: int = preset(0)
    asked_by: int | None = Field(default=None, sa_type=BIG)
    used_at: datetime | None = None
