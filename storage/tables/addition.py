"""What a person added to a contribution when a moderator asked back."""

from datetime import datetime

from sqlmodel import Field, SQLModel


class Addition(SQLModel, table=True):
    """One answer to one question of a moderator."""

    id: int = Field(default=None, primary_key=True)
    node_id: int = Field(foreign_key="node.id", index=True)
    text: str
    at: datetime
