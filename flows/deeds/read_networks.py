"""Through which networks people came, who is still missing, and what residents named."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, case, func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlmodel import col

from flows import networks
from storage.tables import NamedNetwork, Network, Node, Participant, Vote, WayIn


@dataclass(frozen=True)
class Came:
    """Numbers of people: who opened the chat, who take part (agreed), who gave or chose something."""

    joined: int = 0
    consented: int = 0
    active: int = 0


@dataclass(frozen=True)
class Poster:
    """A poster's own link, and who came by it; `label` is language -> words."""

    label: Mapping[str, str]
    token: str
    consented: int


@dataclass(frozen=True)
class Connectors:
    """How many connectors there are, and how many people take part through them all."""

    people: int = 0
    brought: int = 0


@dataclass(frozen=True)
class NetworkSeen:
    """One network with its numbers; the names of its columns as in the table."""

    id: int
    code: str
    kind: str
    name: Mapping[str, str]
    token: str
    estimate: int | None
    influence: int | None
    interest: int | None
    contact: str
    came: Came
    posters: Sequence[Poster]
    connectors: Connectors

    @property
    def is_missing(self) -> bool:
        """Whether hardly anybody of it takes part."""
        return networks.is_missing(self.came.consented, self.estimate)


@dataclass(frozen=True)
class NamedSeen:
    """A network that a resident named and the desk did not make one of yet."""

    node_id: int
    number: int
    words: str
    state: str
    may_show: bool
    kind: str
    size: str
    knows: bool


@dataclass(frozen=True)
class NetworksSeen:
    """All of a trajectory. `others` came by no network, `people` are all who take part."""

    networks: Sequence[NetworkSeen]
    named: Sequence[NamedSeen]
    others: Came

    @property
    def people(self) -> int:
        """The denominator of every share."""
        return self.others.consented + sum(one.came.consented for one in self.networks)

    @property
    def dominant(self) -> NetworkSeen | None:
        """The network that the others might be drowned by."""
        place = networks.dominant([one.came.consented for one in self.networks], self.people)
        return None if place is None else self.networks[place]


async def read_networks(connection: AsyncConnection, trajectory_id: int) -> NetworksSeen:
    """As things stand now, the network with most people first; for the desk, so nothing is veiled."""
    came = await _came(connection, trajectory_id)
    posters, connectors = await _ways(connection, trajectory_id)
    rows = await connection.execute(
        select(
            col(Network.id),
            col(Network.code),
            col(Network.kind),
            col(Network.name),
            col(Network.token),
            col(Network.estimate),
            col(Network.influence),
            col(Network.interest),
            col(Network.contact),
        )
        .where(col(Network.trajectory_id) == trajectory_id)
        .order_by(col(Network.id))
    )
    seen = [
        NetworkSeen(
            **row,
            came=came.get(row["id"], Came()),
            posters=posters.get(row["id"], ()),
            connectors=connectors.get(row["id"], Connectors()),
        )
        for row in rows.mappings()
    ]
    ordered = sorted(seen, key=lambda one: -one.came.consented)
    return NetworksSeen(ordered, await _named(connection, trajectory_id), came.get(None, Came()))


async def _came(connection: AsyncConnection, trajectory_id: int) -> dict[int | None, Came]:
    agreed = col(Participant.consented_at).is_not(None)
    gave = or_(
        select(col(Node.id)).where(col(Node.participant_id) == col(Participant.id)).exists(),
        select(col(Vote.id)).where(col(Vote.participant_id) == col(Participant.id)).exists(),
    )
    rows = await connection.execute(
        select(col(Participant.network_id), func.count(), _sum(agreed), _sum(agreed & gave))
        .where(col(Participant.trajectory_id) == trajectory_id)
        .group_by(col(Participant.network_id))
    )
    return {row[0]: Came(row[1], int(row[2]), int(row[3])) for row in rows}


def _sum(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.sum(case((condition, 1), else_=0))


async def _ways(
    connection: AsyncConnection, trajectory_id: int
) -> tuple[dict[int | None, list[Poster]], dict[int | None, Connectors]]:
    came = (
        select(func.count())
        .where(col(Participant.way_in_id) == col(WayIn.id), col(Participant.consented_at).is_not(None))
        .correlate(WayIn)
        .scalar_subquery()
    )
    rows = await connection.execute(
        select(col(WayIn.network_id), col(WayIn.kind), col(WayIn.label), col(WayIn.token), came.label("came"))
        .where(col(WayIn.trajectory_id) == trajectory_id)
        .order_by(col(WayIn.id))
    )
    posters: dict[int | None, list[Poster]] = defaultdict(list)
    connectors: dict[int | None, Connectors] = {}
    for row in rows:
        if row.kind == "poster":
            posters[row.network_id].append(Poster(row.label, row.token, row.came))
        else:
            before = connectors.get(row.network_id, Connectors())
            connectors[row.network_id] = Connectors(before.people + 1, before.brought + row.came)
    return posters, connectors


async def _named(connection: AsyncConnection, trajectory_id: int) -> list[NamedSeen]:
    rows: Any = await connection.execute(
        select(
            col(Node.id).label("node_id"),
            col(Node.number),
            col(Node.text).label("words"),
            col(Node.state),
            col(Node.may_show),
            col(NamedNetwork.kind),
            col(NamedNetwork.size),
            col(NamedNetwork.knows),
        )
        .join(NamedNetwork, col(NamedNetwork.node_id) == col(Node.id))
        .where(
            col(Node.trajectory_id) == trajectory_id,
            col(Node.state).in_(("waiting", "asked_back", "published")),
            col(NamedNetwork.network_id).is_(None),
        )
        .order_by(col(Node.id))
        .limit(200)
    )
    return [NamedSeen(**row) for row in rows.mappings()]
