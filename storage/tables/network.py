"""A network that people already belong to, through which they are invited."""

from typing import Any

from sqlalchemy import JSON, UniqueConstraint
from sqlmodel import Field, SQLModel

from storage.tables.columns import preset


class Network(SQLModel, table=True):
    """`token` is what an invitation link carries: [A-Za-z0-9_-], at most 40 characters, unguessable tail.

    `kind` as in `flows.networks`.
    `estimate` is how many people it reaches; `influence` and `interest` go from 1 (little) to 5 (much);
    `contact` says how its people are reached by those at the desk.
    """

    __table_args__ = (UniqueConstraint("trajectory_id", "code"),)

    id: int = Field(default=None, primary_key=True)
    trajectory_id: int = Field(foreign_key="trajectory.id")
    code: str = Field(max_length=30)
    kind: str = Field(max_length=20)
    name: dict[str, Any] = Field(sa_type=JSON)
    token: str = Field(unique=True, max_length=40)
    estimate: int | None = None
    influence: int | None = None
    interest: int | None = None
    contact: str = preset("")
