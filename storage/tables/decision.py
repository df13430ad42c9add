"""What a moderator decided about a contribution, and the sentence that went with it."""

from datetime import datetime

from sqlmodel import Field, SQLModel


class Decision(SQLModel, table=True):
    """`act`: publish, decline, ask_back. An undone decision keeps its row."""

    id: int = Field(default=None, primary_key=True)
    node_id: int = Field(foreign_key="node.id", index=True)
    act: str = Field(max_length=12)
    reason: str = Field(default="", max_length=30)
    sentence: str = ""
    moderator_id: int | None = Field(default=None, foreign_key="moderator.id")
    at: datetime
    undone_at: datetime | None = None
