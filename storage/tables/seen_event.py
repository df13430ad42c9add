"""Which events of the messengers were handled, so that a redelivery has no second effect."""

from datetime import datetime

from sqlmodel import Field, SQLModel


class SeenEvent(SQLModel, table=True):
    """No text of the event is kept."""

    channel: str = Field(primary_key=True, max_length=20)
    event_id: str = Field(primary_key=True, max_length=80)
    at: datetime = Field(index=True)
