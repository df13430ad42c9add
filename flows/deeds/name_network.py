"""A resident names a network that should take part."""

from __future__ import annotations

from sqlalchemy import insert, select
from sqlmodel import col

from flows.deeds.acting import Acting
from flows.deeds.contribute import Contributed, contribute
from flows.engine.readers import Told
from flows.engine.talk import deed
from storage.tables import NamedNetwork, Node


@deed("name_network")
async def name_network(
    acting: Acting, words: str, kind: str, size: str, knows: bool, may_show: bool
) -> Contributed:
    """Store it for the desk to invite; `may_show`: it may be told that somebody named it, never who."""
    given = await contribute(acting, "network", Told(words), may_show=may_show)
    node = select(col(Node.id)).where(
        col(Node.trajectory_id) == acting.resident.trajectory_id, col(Node.number) == given.number
    )
    node_id = (await acting.connection.execute(node)).scalar_one()
    await acting.connection.execute(
        insert(NamedNetwork).values(node_id=node_id, kind=kind, size=size, knows=knows)
    )
    return given
