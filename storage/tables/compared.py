"""The stories that somebody laid side by side to say what they have in common."""

from sqlmodel import Field, SQLModel


class Compared(SQLModel, table=True):
    """One of the stories that a node of kind meaning is about, in the order they were read, from 0."""

    node_id: int = Field(primary_key=True, foreign_key="node.id")
    story_id: int = Field(primary_key=True, foreign_key="node.id", index=True)
    place: int
