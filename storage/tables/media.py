"""Voice messages and photos: first a reference, fetched and re-encoded after the turn."""

from datetime import datetime

from sqlmodel import Field, SQLModel


class Media(SQLModel, table=True):
    """`remote` is the messenger's own file id, encrypted. `state`: noted, ready, refused, erase.

    A file is `ready` once it was re-encoded (pixel limit, metadata removed) and stands encrypted in the media
    folder under its key. `reason` is the text key that tells the resident why it was refused. What is to be
    erased belongs to nobody any more, and goes with the next tick.
    """

    key: str = Field(primary_key=True, max_length=24)
    participant_id: int | None = Field(default=None, foreign_key="participant.id", index=True)
    node_id: int | None = Field(default=None, foreign_key="node.id", index=True)
    channel: str = Field(max_length=20)
    kind: str = Field(max_length=10)
    remote: bytes | None = None
    state: str = Field(default="noted", max_length=10, index=True)
    reason: str = Field(default="", max_length=40)
    mime: str = Field(default="", max_length=40)
    size: int = 0
    seconds: int | None = None
    width: int | None = None
    height: int | None = None
    tries: int = 0
    retry_at: datetime | None = None
    created_at: datetime
