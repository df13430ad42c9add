"""That a person is to hear of a link, and whether they did: once, whatever happens."""

from datetime import datetime

from sqlalchemy import Index, text
from sqlmodel import Field, SQLModel


class Notice(SQLModel, table=True):
    """One link for one person upstream of it. `told_at` is set with the message that tells it."""

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
    noted_at: datetime
    told_at: datetime | None = None
