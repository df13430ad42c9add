"""A code by which a person joins a second channel to the first."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from storage.tables.columns import preset


class LinkingCode(SQLModel, table=True):
    """Only a hash of the code is kept.

    `asked_by` is the address that typed it and waits for a yes on the first channel.
    """

    code_hash: str = Field(primary_key=True, max_length=64)
    participant_id: int = Field(foreign_key="participant.id", index=True)
    expires_at: datetime
    tries: int = preset(0)
    asked_by: int | None = Field(default=None, index=True)
    used_at: datetime | None = None
