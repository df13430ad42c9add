"""When a card was shown to whom: appended, never changed but for the mark that it was counted."""

from datetime import datetime

from sqlalchemy import Index, text
from sqlmodel import Field, SQLModel

from storage.tables.columns import big_id, preset


class Exposure(SQLModel, table=True):
    """One card shown once to one person. `folded`: it is in the `Tally` of its node."""

    __table_args__ = (
        Index("ix_exposure_participant", "participant_id", "node_id", unique=True),
        Index(
            "ix_exposure_unfolded",
            "node_id",
            sqlite_where=text("NOT folded"),
            postgresql_where=text("NOT folded"),
        ),
    )

    id: int = big_id()
    node_id: int = Field(foreign_key="node.id")
    participant_id: int = Field(foreign_key="participant.id")
    channel: str = Field(max_length=20)
    at: datetime
    folded: bool = preset(False)
