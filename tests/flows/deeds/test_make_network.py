"""The desk makes a network of what a resident named, and writes down what is known of it."""

from __future__ import annotations

import re
from typing import Any

import pytest
from residents import acting_as_resident, joined, rows
from stage import Stage

from flows.deeds.change_network import NetworkFacts, change_network
from flows.deeds.deciding import Refused
from flows.deeds.decline import decline
from flows.deeds.make_network import MadeNetwork, make_network
from flows.deeds.name_network import name_network
from flows.deeds.publish import publish
from storage.tables import Audit, NamedNetwork, Network, Node

CLUB = {"nl": "Voetbalclub De Linde", "en": "Football club De Linde"}


async def named(stage: Stage) -> int:
    """Someone names a club; the id of the contribution."""
    async with acting_as_resident(stage) as acting:
        given = await name_network.run(acting, "de voetbalclub", "sport", "hundreds", True, True)
    return await stage.node_id(given.number)


async def test_named(each_stage: Stage) -> None:
    """It waits for the desk like any contribution, with what was said of it beside it."""
    await joined(each_stage)
    node_id = await named(each_stage)
    (node,) = await rows(each_stage, Node)
    assert (node["kind"], node["text"], node["state"], node["may_show"]) == (
        "network",
        "de voetbalclub",
        "waiting",
        True,
    )
    assert [dict(row) for row in await rows(each_stage, NamedNetwork)] == [
        {"node_id": node_id, "kind": "sport", "size": "hundreds", "knows": True, "network_id": None}
    ]


async def test_made_of_what_was_named(each_stage: Stage) -> None:
    """It has a link of its own; whoever named it is told once, with that link; it cannot be made twice."""
    await joined(each_stage)
    node_id = await named(each_stage)
    async with each_stage.acting() as acting:
        made = await make_network(acting, 1, CLUB, "sport", 200, node_id=node_id, sentence="Goed idee!")
        again = await make_network(acting, 1, CLUB, "sport", 200, node_id=node_id)
    assert isinstance(made, MadeNetwork)
    assert again == Refused("network-made-already")
    network = (await rows(each_stage, Network))[-1]
    assert (network["code"], network["name"], network["estimate"]) == ("voetbalclub-de-linde", CLUB, 200)
    assert re.fullmatch(r"voetbalclub-de-linde-[a-z2-9]{8}", network["token"])
    (message,) = await each_stage.collect()
    assert "Goed idee!" in message.text
    assert f"https://t.me/proef?start={made.token}" in message.text
    assert made.told
    assert [row["act"] for row in await rows(each_stage, Audit)] == ["make_network", "publish"]


async def test_made_after_it_was_published(stage: Stage) -> None:
    """Whoever named it hears of it all the same."""
    await joined(stage)
    node_id = await named(stage)
    async with stage.acting() as acting:
        await publish(acting, node_id=node_id, sentence="Dank je.")
        made = await make_network(acting, 1, CLUB, "sport", node_id=node_id)
    assert isinstance(made, MadeNetwork)
    assert ["Dank je." in message.text for message in await stage.collect()] == [True, False]


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"name": {"nl": " "}}, "network-name"),
        ({"kind": "palace"}, "network-kind"),
        ({"estimate": -1}, "network-estimate"),
        ({"estimate": 10_000_001}, "network-estimate"),
        ({"node_id": 99}, "decide-gone"),
    ],
)
async def test_what_makes_no_network(stage: Stage, changes: dict[str, Any], why: str) -> None:
    """A sentence each, and nothing is made."""
    given: dict[str, Any] = {"name": CLUB, "kind": "sport", "estimate": None, **changes}
    async with stage.acting() as acting:
        assert await make_network(acting, 1, **given) == Refused(why)
    assert len(await rows(stage, Network)) == 1


async def test_what_was_declined(stage: Stage) -> None:
    """Nothing is made of it."""
    await joined(stage)
    node_id = await named(stage)
    async with stage.acting() as acting:
        await decline(acting, node_id=node_id, reason="personal")
        assert await make_network(acting, 1, CLUB, "sport", node_id=node_id) == Refused("decide-gone")


async def test_names_that_look_alike(stage: Stage) -> None:
    """Each gets a code of its own, short enough for a link, whatever alphabet the name is in."""
    names = ["De Linde", "de linde!", "É" * 80, "جمعية", "جمعية"]
    async with stage.acting() as acting:
        for name in names:
            assert isinstance(await make_network(acting, 1, {"nl": name}, "group"), MadeNetwork)
    made = (await rows(stage, Network))[1:]
    assert [row["code"] for row in made] == ["de-linde", "de-linde-2", "e" * 26, "netwerk", "netwerk-2"]
    assert all(re.fullmatch(r"[A-Za-z0-9_-]{1,40}", row["token"]) for row in made)


async def test_what_is_known_of_it(each_stage: Stage) -> None:
    """Kept whole; what is left empty is not known."""
    facts = NetworkFacts("work", 40, 5, 1, " Bel Mo, in de ochtend ")
    async with each_stage.acting() as acting:
        assert not isinstance(await change_network(acting, 1, 1, facts), Refused)
    (network,) = await rows(each_stage, Network)
    columns = ("kind", "estimate", "influence", "interest", "contact")
    assert [network[column] for column in columns] == ["work", 40, 5, 1, "Bel Mo, in de ochtend"]
    async with each_stage.acting() as acting:
        await change_network(acting, 1, 1, NetworkFacts("work"))
    assert (await rows(each_stage, Network))[0]["estimate"] is None


@pytest.mark.parametrize(
    ("facts", "why"),
    [
        (NetworkFacts("palace"), "network-kind"),
        (NetworkFacts("work", -5), "network-estimate"),
        (NetworkFacts("work", influence=6), "network-scale"),
        (NetworkFacts("work", interest=0), "network-scale"),
        (NetworkFacts("work", contact="x" * 501), "network-contact"),
    ],
)
async def test_what_cannot_be_known(stage: Stage, facts: NetworkFacts, why: str) -> None:
    """A sentence each, and nothing changes."""
    before = await rows(stage, Network)
    async with stage.acting() as acting:
        refused = await change_network(acting, 1, 1, facts)
        assert await change_network(acting, 2, 1, NetworkFacts("work")) == Refused("network-gone")
    assert isinstance(refused, Refused)
    assert refused.text == why
    assert await rows(stage, Network) == before
