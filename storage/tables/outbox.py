"""Everything that leaves: one row, one unique key, one outcome."""

from datetime import datetime

from sqlalchemy import Index, text
from sqlmodel import Field, SQLModel

from storage.tables.columns import big_id, big_reference


class Outbox(SQLModel, table=True):
    """`kind`: reply, answer, check_in, opening, nudge, broadcast. `state`: due, sent, dropped.

    `body` is an encrypted message, erased once it was sent or dropped. `reason` says why a row is held or
    was dropped. Whoever sends takes the lease first.
    """

    __table_args__ = (
        Index(
            "ix_outbox_due",
            "not_before",
            sqlite_where=text("state = 'due'"),
            postgresql_where=text("state = 'due'"),
        ),
        Index("ix_outbox_address", "address_id", "id"),
    )

    id: int = big_id()
    key: str = Field(unique=True, max_length=100)
    kind: str = Field(max_length=10)
    state: str = Field(default="due", max_length=10)
    address_id: int = big_reference("address.id")
    participant_id: int | None = Field(default=None, foreign_key="participant.id", index=True)
    body: bytes | None = None
    created_at: datetime
    not_before: datetime
    expires_at: datetime | None = None
    leased_until: datetime | None = None
    leased_by: str = Field(default="", max_length=40)
    tries: int = 0
    settled_at: datetime | None = None
    reason: str = Field(default="", max_length=40)
    remote_id: str = Field(default="", max_length=80)
