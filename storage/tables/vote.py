"""Votes on ideas: appended, the last one of a person counts."""

from datetime import datetime

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from storage.tables.columns import big_id


class Vote(SQLModel, table=True):
    """`value`: 1 agree, -1 disagree, 0 pass."""

    __table_args__ = (Index("ix_vote_node", "node_id", "participant_id"),)

    id: int = big_id()
    node_id: int = Field(foreign_key="node.id")
    participant_id: int = Field(foreign_key="participant.id", index=True)
    value: int
    channel: str = Field(max_length=20)
    at: datetime
