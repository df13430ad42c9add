"""A network that a resident named: a contribution, until the desk makes it one to invite through."""

from sqlmodel import Field, SQLModel


class NamedNetwork(SQLModel, table=True):
    """What its node of kind network does not say. `kind` and `size` as in `flows.networks`.

    `knows`: whoever named it knows somebody there. `network_id` is set when it became a network.
    """

    node_id: int = Field(primary_key=True, foreign_key="node.id")
    kind: str = Field(max_length=20)
    size: str = Field(max_length=10)
    knows: bool = False
    network_id: int | None = Field(default=None, foreign_key="network.id", index=True)
