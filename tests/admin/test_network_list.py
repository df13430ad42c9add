"""The room of the networks."""

import re

import pytest

from storage.tables import Audit, NamedNetwork, Network, Outbox, Participant, WayIn

ROOM = "/desk/oost/networks"


async def named(world, words: str = "de moskee") -> int:
    """A resident named a network; the id of the contribution."""
    node_id, _ = await world.give(words, kind="network")
    await world.insert(NamedNetwork, node_id=node_id, kind="faith", size="tens", knows=True)
    return node_id


async def test_through_whom_people_came(world):
    """Shares with their denominator, links per channel, who weighs heavily and who is missing; no names."""
    await world.sign_in("Noor", "moderator")
    other = await world.insert(
        Network,
        trajectory_id=world.trajectory_id,
        code="x",
        kind="sport",
        name={"nl": "De club"},
        token="t-x",
    )
    way = await world.insert(
        WayIn,
        trajectory_id=world.trajectory_id,
        network_id=other,
        kind="poster",
        label={"nl": "Kantine <1>"},
        token="p-1",
        created_at=world.now,
    )
    for _ in range(9):
        await world.person()
    await world.person(network_id=other, way_in_id=way)
    page = (await world.client.get(ROOM)).text
    plain = " ".join(re.sub(r"<[^>]+>", " ", page).split())
    assert "9 van 10 mensen die meedoen (90%)" in plain
    assert "Buurthuis De Brug weegt zwaar: 9 van de 10 mensen" in plain
    assert "1 van 10 mensen die meedoen (10%)" in plain
    assert "Poster “Kantine &lt;1&gt;”: 1 mens" in plain
    for token in ("token-oost", "t-x", "p-1"):
        assert f'href="http://desk.test/c/{token}"' in page
    assert "<form" not in page.partition("<main")[2].partition("</main>")[0]
    await world.change(Network, other, estimate=200)
    assert "nog weinig of niemand" in (await world.client.get(ROOM)).text


async def test_a_network_of_what_was_named(world):
    """It stands, with its link; whoever named it is told at once."""
    await world.sign_in("Noor", "organiser")
    node_id = await named(world)
    queue = (await world.client.get("/desk/oost/queue")).text
    assert f"{ROOM}#named-{node_id}" in queue
    page = (await world.client.get(ROOM)).text
    assert f'id="named-{node_id}"' in page
    assert "de moskee" in page
    assert "de noemer kent daar iemand" in page
    form = {"name-nl": "Moskee De Brug", "kind": "faith", "estimate": "1.200", "node": str(node_id)}
    answer = await world.submit(ROOM, form)
    assert answer.status_code == 303
    (made,) = await world.all(Network, code="moskee-de-brug")
    assert (made.name, made.estimate) == ({"nl": "Moskee De Brug"}, 1200)
    assert (await world.all(NamedNetwork))[0].network_id == made.id
    assert len(await world.all(Outbox)) == world.woken == 1
    page = (await world.client.get(answer.headers["location"])).text
    assert "Het netwerk is er" in page
    assert "Genoemd door bewoners" not in page
    again = await world.submit(ROOM, form)
    assert again.status_code == 422
    assert "Hiervan is al een netwerk gemaakt." in again.text


async def test_what_is_known(world):
    """It can be written down and emptied; what makes no sense is said with all that was typed."""
    await world.sign_in("Noor", "organiser")
    path = f"{ROOM}/{world.network_id}/facts"
    facts = {"kind": "work", "estimate": "40", "influence": "5", "interest": "", "contact": "dinsdag"}
    assert (await world.submit(path, facts)).status_code == 303
    (network,) = await world.all(Network)
    assert (network.kind, network.estimate, network.influence, network.interest, network.contact) == (
        "work",
        40,
        5,
        None,
        "dinsdag",
    )
    for wrong in ({"estimate": "veel"}, {"influence": "9"}, {"kind": ""}, {"contact": "x" * 501}):
        page = await world.submit(path, {**facts, **wrong})
        assert page.status_code == 422
        assert next(iter(wrong.values())) in page.text
    assert await world.all(Network) == [network]
    assert [row.act for row in await world.all(Audit)][-1] == "change_network"


async def test_a_poster(world):
    """A link of its own, with its label on the page; without a label there is none."""
    await world.sign_in("Noor", "organiser")
    path = f"{ROOM}/{world.network_id}/poster"
    assert (await world.submit(path, {"label": " "})).status_code == 422
    answer = await world.submit(path, {"label": "Bibliotheek"})
    page = (await world.client.get(answer.headers["location"])).text
    (way,) = await world.all(WayIn)
    assert "Poster “Bibliotheek”: 0 mensen" in page
    assert f"/c/{way.token}" in page


@pytest.mark.parametrize("path", [ROOM, f"{ROOM}/1/facts", f"{ROOM}/1/poster"])
async def test_changes_are_for_organisers(world, path):
    """A moderator sees the room and changes nothing in it."""
    await world.sign_in("Noor", "moderator")
    assert (await world.client.get(ROOM)).status_code == 200
    assert (await world.submit(path, {"label": "x", "kind": "work"})).status_code == 403
    assert await world.all(WayIn) == []
    assert await world.all(Participant) == []


async def test_networks_of_another_trajectory(world):
    """They are not there."""
    await world.sign_in("Noor", "organiser")
    await world.found("west")
    other = (await world.all(Network, token="token-west"))[0].id
    for act, fields in (("facts", {"kind": "work"}), ("poster", {"label": "x"})):
        page = await world.submit(f"{ROOM}/{other}/{act}", fields)
        assert "Dit netwerk is er niet." in page.text
    assert (await world.client.get("/desk/nowhere/networks")).status_code == 404
