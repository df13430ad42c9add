"""Where a person can be reached: one chat with one bot in one messenger."""

from datetime import datetime

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from storage.tables.columns import BIG, big_id, preset


class Address(SQLModel, table=True):
    """`lookup` is a keyed hash of the channel's own id, `sealed` the id itself, encrypted.

    One chat has a row for each trajectory it takes part in; the one last used is the one that is talking.
    Without a trajectory the person has not chosen one yet. After `forget_at` the row is erased.
    `link_tries`: how often a code of another channel was typed here of late, the last at `link_tried_at`.
    """

    __table_args__ = (UniqueConstraint("channel", "lookup", "trajectory_id"),)

    id: int = big_id()
    channel: str = Field(max_length=20)
    lookup: str = Field(max_length=40)
    sealed: bytes
    trajectory_id: int | None = Field(default=None, foreign_key="trajectory.id")
    participant_id: int | None = Field(default=None, foreign_key="participant.id", index=True)
    used_at: datetime
    blocked_at: datetime | None = None
    forget_at: datetime | None = None
    last_order: int = Field(default=0, sa_type=BIG)
    link_tries: int = preset(0)
    link_tried_at: datetime | None = None
