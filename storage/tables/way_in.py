"""A link by which people come in, beside that of a network: a connector's own, a poster's."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON
from sqlmodel import Field, SQLModel


class WayIn(SQLModel, table=True):
    """`kind`: connector, poster. `token` as in `Network`.

    `participant_id` is the connector, until they are forgotten.
    """

    id: int = Field(default=None, primary_key=True)
    trajectory_id: int = Field(foreign_key="trajectory.id", index=True)
    network_id: int | None = Field(default=None, foreign_key="network.id", index=True)
    participant_id: int | None = Field(default=None, index=True)
    kind: str = Field(max_length=10)
    label: dict[str, Any] = Field(sa_type=JSON)
    token: str = Field(unique=True, max_length=40)
    created_at: datetime
