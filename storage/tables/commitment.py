"""A promise: of a resident or of the municipality, with a date."""

from datetime import date, datetime

from sqlmodel import Field, SQLModel

from storage.tables.columns import preset


class Commitment(SQLModel, table=True):
    """Belongs to a node of kind commitment, whose `text` or `title` says what is promised.

    `state`: conditional (waits for `needs` others to join), active, kept, broken, handed_over, released,
    lapsed. `name` is the first name that a resident wants shown, empty for "a neighbour"; the municipality's
    own have `municipal`. `asked_at` is when the last check-in went out. `moved` counts how
    often the date was changed.
    """

    node_id: int = Field(primary_key=True, foreign_key="node.id")
    municipal: bool = preset(False)
    name: str = preset("", max_length=40)
    due_on: date = Field(index=True)
    needs: int | None = None
    joined_by: date | None = None
    state: str = Field(default="active", max_length=12, index=True)
    moved: int = preset(0)
    asked_at: datetime | None = None
    settled_at: datetime | None = None
