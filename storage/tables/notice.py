"""That a person is to hear of a link, and whether they did: once, whatever happens."""

from datetime import datetime

from sqlalchemy import Index, text
from sqlmodel import Field, SQLModel

from storage.tables.columns import preset


class Notice(SQLModel, table=True):
    """One link for one person. `own`: they gave something upstream of it; else they voted on its source.

    `told_at` is set with the message that tells it.
    """

    __table_args__ = (
        Index(
            "ix_notice_untold",
            "participant_id",
            sqlite_where=text("told_at IS NULL"),
            postgresql_where=text("told_at IS NULL"),
        ),
    )

    participant_id: int = Field(primary_key=True, foreign_key="participant.id")
    link_id: int = Field(primary_key=True, foreign_key="link.id")
    own: bool = preset(True)
    noted_at: datetime
    told_at: datetime | None = None
