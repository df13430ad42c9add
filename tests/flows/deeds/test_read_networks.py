"""Through which networks people came, for the desk and for everyone."""

from __future__ import annotations

from datetime import datetime

from residents import acting_as_resident, joined, told
from sqlalchemy import insert
from stage import Stage

from flows.deeds.make_network import make_network
from flows.deeds.name_network import name_network
from flows.deeds.open_way_in import open_poster
from flows.deeds.publish import publish
from flows.deeds.read_networks import Came, Connectors, read_networks
from flows.deeds.read_so_far import SoFar, networks_so_far
from storage import ways_in
from storage.secrets import random_code
from storage.tables import Participant


async def people(
    stage: Stage, count: int, network_id: int | None, agreed: datetime | None, way: int | None = None
) -> None:
    """So many came by this network."""
    async with stage.acting() as acting:
        await acting.connection.execute(
            insert(Participant),
            [
                {
                    "key": random_code(12),
                    "trajectory_id": 1,
                    "network_id": network_id,
                    "way_in_id": way,
                    "often": "usual",
                    "consented_at": agreed,
                    "joined_at": stage.now,
                    "sample": False,
                }
                for _ in range(count)
            ],
        )


async def test_for_the_desk(each_stage: Stage) -> None:
    """Who opened the chat, who takes part, who gave something; by posters and connectors as well."""
    stage = each_stage
    async with stage.acting() as acting:
        await make_network(acting, 1, {"nl": "De club"}, "sport", 100)
        await open_poster(acting, 1, 2, "Kantine")
        await ways_in.open_way(
            acting.connection,
            trajectory_id=1,
            network_id=2,
            participant_id=7,
            kind="connector",
            label={},
            now=stage.now,
        )
    await joined(stage)
    await told(stage)
    await people(stage, 3, 2, stage.now)
    await people(stage, 2, 2, None, way=1)
    await people(stage, 4, 2, stage.now, way=2)
    await people(stage, 1, 2, stage.now, way=1)
    async with stage.acting() as acting:
        seen = await read_networks(acting.connection, 1)
    club, dogs = seen.networks
    assert (club.came, dogs.came, seen.others) == (Came(10, 8, 0), Came(), Came(1, 1, 1))
    assert [(poster.label, poster.consented) for poster in club.posters] == [({"nl": "Kantine"}, 1)]
    assert club.connectors == Connectors(1, 4)
    assert (seen.people, seen.dominant) == (9, None)
    assert (club.is_missing, dogs.is_missing) == (True, True)
    await people(stage, 1, None, stage.now)
    async with stage.acting() as acting:
        seen = await read_networks(acting.connection, 1)
    assert seen.dominant is not None
    assert seen.dominant.code == "de-club"


async def test_for_everyone(each_stage: Stage) -> None:
    """Small numbers are veiled; who was named and may be told of is missing until there is a network."""
    stage = each_stage
    await joined(stage)
    async with stage.acting() as acting:
        await make_network(acting, 1, {"nl": "De club", "en": "The club"}, "sport")
    await people(stage, 6, 1, stage.now)
    await people(stage, 3, 2, stage.now)
    async with acting_as_resident(stage) as acting:
        open_one = await name_network.run(acting, "de moskee", "faith", "hundreds", False, True)
        await name_network.run(acting, "de kroeg", "place", "few", True, False)
    node_id = await stage.node_id(open_one.number)
    async with acting_as_resident(stage) as acting:
        for number in (node_id, node_id + 1):
            await publish(acting, node_id=number, sentence="")
        seen = await networks_so_far.run(acting)
    lines = "– Via De hondenclub: 6\n– Via De club: minder dan 5"
    assert seen == SoFar(10, lines, "– de moskee")
    async with acting_as_resident(stage) as acting:
        await make_network(acting, 1, {"nl": "De moskee"}, "faith", node_id=node_id)
        assert (await networks_so_far.run(acting)).missing == "– De moskee"
