"""Which opinion group a person was found in, at the last computation."""

from sqlmodel import Field, SQLModel


class Belonging(SQLModel, table=True):
    """`number` is that of the group in the outcome: from 0, the largest first when it was first found.

    `x` and `y` are the person's place in the picture.
    """

    participant_id: int = Field(primary_key=True, foreign_key="participant.id")
    outcome_id: int = Field(foreign_key="outcome.id", index=True)
    number: int
    x: float
    y: float
