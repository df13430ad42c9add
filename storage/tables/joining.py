"""Who joins in a promise of somebody else."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from storage.tables.columns import preset


class Joining(SQLModel, table=True):
    """`name` is a first name for the others who join, and for nobody else; empty for "a neighbour".

    `share`: nothing, reach, or meet (at a meeting). `reach` is how the others may reach this person,
    encrypted, in their own words. Who makes a promise that waits for others has a row too, not counted.
    """

    node_id: int = Field(primary_key=True, foreign_key="node.id")
    participant_id: int = Field(primary_key=True, foreign_key="participant.id", index=True)
    name: str = preset("", max_length=40)
    share: str = preset("nothing", max_length=8)
    reach: bytes | None = None
    joined_at: datetime
    left_at: datetime | None = None
