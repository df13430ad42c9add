"""How a promise went, step by step: only ever added to."""

from datetime import date, datetime

from sqlmodel import Field, SQLModel


class CheckIn(SQLModel, table=True):
    """What moved it on: done, later, hand_over, release, broken, or by itself: met (enough joined), lapsed.

    `due_on` is the new date after "later". `moderator_id` is set where someone at the desk noted it.
    """

    id: int = Field(default=None, primary_key=True)
    node_id: int = Field(foreign_key="node.id", index=True)
    answer: str = Field(max_length=12)
    due_on: date | None = None
    moderator_id: int | None = Field(default=None, foreign_key="moderator.id")
    at: datetime
