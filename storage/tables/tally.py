"""How often a node was shown and answered: folded from exposures and votes in small batches."""

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from storage.tables.columns import preset


class Tally(SQLModel, table=True):
    """One row for each node that can be voted on; what was not folded yet is missing for a moment.

    `agree`, `disagree` and `passed` count people (the last vote of each). `is_open`: it may be
    shown as a card. `spot` is random, fixed when the row is made: from where a person begins among equals.
    """

    __table_args__ = (Index("ix_tally_choice", "trajectory_id", "kind", "is_open", "shown", "spot"),)

    node_id: int = Field(primary_key=True, foreign_key="node.id")
    trajectory_id: int = Field(foreign_key="trajectory.id")
    kind: str = Field(max_length=20)
    is_open: bool = preset(True)
    spot: int = preset(0)
    shown: int = preset(0)
    agree: int = preset(0)
    disagree: int = preset(0)
    passed: int = preset(0)
