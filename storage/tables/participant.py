"""A person who takes part in one trajectory."""

from datetime import datetime

from sqlmodel import Field, SQLModel


class Participant(SQLModel, table=True):
    """No name and no address: those who want to be known say so in a contribution.

    `key` is random and opaque; `role` is what the person says to be here as (lives, uses, works, other,
    unsaid); `often` is how often we may write (usual, less, never). `caught_up_at`: when they last
    heard where the trajectory stands. `looked_at`: when it was last considered whether to nudge them.
    """

    id: int = Field(default=None, primary_key=True)
    key: str = Field(unique=True, max_length=16)
    trajectory_id: int = Field(foreign_key="trajectory.id", index=True)
    network_id: int | None = Field(default=None, foreign_key="network.id", index=True)
    way_in_id: int | None = Field(default=None, foreign_key="wayin.id", index=True)
    language: str | None = Field(default=None, max_length=10)
    role: str | None = Field(default=None, max_length=10)
    zone: str | None = Field(default=None, max_length=40)
    often: str = Field(default="usual", max_length=10)
    consented_at: datetime | None = None
    paused_until: datetime | None = None
    stopped_at: datetime | None = None
    joined_at: datetime
    caught_up_at: datetime | None = None
    looked_at: datetime | None = Field(default=None, index=True)
    sample: bool = False
