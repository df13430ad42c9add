"""A promise: of a resident or of the municipality, with a date."""

from datetime import date, datetime

from sqlmodel import Field, SQLModel

from storage.tables.columns import preset


class Commitment(SQLModel, table=True):
    """Belongs to a node of kind commitment, whose `text` or `title` says what is promised.

    `state` as in `flows.promising`: conditional (waits for `needs` others to join until `joined_by`), active,
    kept, broken, handed_over, released, lapsed. `name` is the first name that a resident wants shown, empty
    for "a neighbour"; the municipality's own have `municipal`. `asked` counts the check-ins that went out for
    `due_on`, the last at `asked_at`. `moved` counts how often the date was changed. Since `offered_at` it
    waits for the yes of the participant `offered_to`, or of the desk when that is None.
    """

    node_id: int = Field(primary_key=True, foreign_key="node.id")
    municipal: bool = preset(False)
    name: str = preset("", max_length=40)
    due_on: date = Field(index=True)
    needs: int | None = None
    joined_by: date | None = None
    state: str = Field(default="active", max_length=12, index=True)
    moved: int = preset(0)
    asked: int = preset(0)
    asked_at: datetime | None = None
    offered_to: int | None = Field(default=None, foreign_key="participant.id", index=True)
    offered_at: datetime | None = None
    settled_at: datetime | None = None
