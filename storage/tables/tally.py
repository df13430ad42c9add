"""How often a node was shown and answered: folded from exposures and votes in small batches."""

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from storage.tables.columns import preset


class Tally(SQLModel, table=True):
    """One row for each node that can be voted on; what was not folded yet is missing for a moment.

    `agree`, `disagree` and `passed` count people (the last vote of each). `is_open`: it may be
    shown as a card. `rank` and `spot` as in `flows.exposure`: how soon it is to be shown (follows from the
    counts), and where it lies among those that are as soon.
    """

    __table_args__ = (Index("ix_tally_choice", "trajectory_id", "kind", "is_open", "rank", "spot"),)

    node_id: int = Field(primary_key=True, foreign_key="node.id")
    trajectory_id: int = Field(foreign_key="trajectory.id")
    kind: str = Field(max_length=20)
    is_open: bool = preset(True)
    rank: int = preset(0)
    spot: int = preset(0)
    shown: int = preset(0)
    agree: int = preset(0)
    disagree: int = preset(0)
    passed: int = preset(0)
