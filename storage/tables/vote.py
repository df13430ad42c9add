"""Votes on ideas: appended, the last one of a person counts."""

from datetime import datetime

from sqlalchemy import Index, text
from sqlmodel import Field, SQLModel

from storage.tables.columns import big_id, preset


class Vote(SQLModel, table=True):
    """`value`: 1 agree (recognise, good, support), -1 disagree (change this, a dot on the i), 0 pass.

    `was` is the person's vote before this one. `folded`: it is in the `Tally` of its node.
    """

    __table_args__ = (
        Index("ix_vote_node", "node_id", "participant_id"),
        Index("ix_vote_unfolded", "id", sqlite_where=text("NOT folded"), postgresql_where=text("NOT folded")),
    )

    id: int = big_id()
    node_id: int = Field(foreign_key="node.id")
    participant_id: int = Field(foreign_key="participant.id", index=True)
    value: int
    was: int | None = None
    folded: bool = preset(False)
    channel: str = Field(max_length=20)
    at: datetime
