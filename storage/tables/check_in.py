"""How a promise is going, as its owner says: only ever added to."""

from datetime import date, datetime

from sqlmodel import Field, SQLModel


class CheckIn(SQLModel, table=True):
    """`answer`: done, later, hand_over, release, broken. `due_on` is the new date after "later"."""

    id: int = Field(default=None, primary_key=True)
    node_id: int = Field(foreign_key="node.id", index=True)
    answer: str = Field(max_length=12)
    due_on: date | None = None
    moderator_id: int | None = Field(default=None, foreign_key="moderator.id")
    at: datetime
