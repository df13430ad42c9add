"""A network that people already belong to, through which they are invited."""

from typing import Any

from sqlalchemy import JSON, UniqueConstraint
from sqlmodel import Field, SQLModel


class Network(SQLModel, table=True):
    """`token` is what an invitation link carries: [A-Za-z0-9_-], at most 40 characters, unguessable tail."""

    __table_args__ = (UniqueConstraint("trajectory_id", "code"),)

    id: int = Field(default=None, primary_key=True)
    trajectory_id: int = Field(foreign_key="trajectory.id")
    code: str = Field(max_length=30)
    kind: str = Field(max_length=20)
    name: dict[str, Any] = Field(sa_type=JSON)
    token: str = Field(unique=True, max_length=40)
