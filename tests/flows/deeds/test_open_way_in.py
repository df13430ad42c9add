"""A link of one's own, and that of a poster."""

from __future__ import annotations

import re

import pytest
from residents import acting_as_resident, joined, rows
from stage import Stage

from flows.deeds.deciding import Refused
from flows.deeds.open_way_in import Opened, open_poster, open_way_in
from flows.deeds.read_invitation import Invitation, read_invitation
from flows.inbound import Started
from storage.tables import Audit, Network, Participant, WayIn

SHAPE = re.compile(r"[A-Za-z0-9_-]{10,40}")


async def test_one_link_a_person(each_stage: Stage) -> None:
    """Asked for again it is the same link; nothing in it says whose it is."""
    await joined(each_stage)
    async with acting_as_resident(each_stage) as acting:
        first = await open_way_in.run(acting)
        assert await open_way_in.run(acting) == first
        seen = await read_invitation.run(acting)
    assert SHAPE.fullmatch(first)
    (way,) = await rows(each_stage, WayIn)
    assert (way["kind"], way["label"], way["participant_id"]) == ("connector", {}, 1)
    assert seen == Invitation(
        f"In Telegram: https://t.me/proef?start={first}\nZonder app: https://samen.test/c/{first}", 0
    )


async def test_who_came_by_it(each_stage: Stage) -> None:
    """They count for the connector's own network once they agreed, and the connector sees a number."""
    await each_stage.event(Started((await rows(each_stage, Network))[0]["token"]))
    async with acting_as_resident(each_stage) as acting:
        token = await open_way_in.run(acting)
    for who in ("Ada", "Bea"):
        each_stage.turn_to(who)
        await each_stage.event(Started(token))
        await each_stage.event(Started(token))
    for words in ("nederlands", "verder", "verder", "duidelijk", "ik woon hier", "ja"):
        await each_stage.says(words)
    each_stage.turn_to("someone")
    # Whoever follows their own link came in before.
    await each_stage.event(Started(token))
    async with acting_as_resident(each_stage) as acting:
        assert (await read_invitation.run(acting)).came == 1
    people = await rows(each_stage, Participant)
    assert [(one["network_id"], one["way_in_id"]) for one in people] == [(1, None), (1, 1), (1, 1)]


async def test_a_poster(each_stage: Stage) -> None:
    """Its link brings people in through its network; the same label is the same link."""
    async with each_stage.acting() as acting:
        first = await open_poster(acting, 1, 1, " Bibliotheek ")
        again = await open_poster(acting, 1, 1, "Bibliotheek")
        other = await open_poster(acting, 1, 1, "Station")
    assert isinstance(first, Opened)
    assert isinstance(other, Opened)
    assert first == again != other
    await each_stage.event(Started(first.token))
    (person,) = await rows(each_stage, Participant)
    assert (person["network_id"], person["way_in_id"]) == (1, 1)
    assert [row["act"] for row in await rows(each_stage, Audit)] == ["open_poster", "open_poster"]


@pytest.mark.parametrize("label", ["", " \n ", "x" * 61])
async def test_a_poster_without_a_name(stage: Stage, label: str) -> None:
    """It is not made, and neither is one of a network that is not there."""
    async with stage.acting() as acting:
        assert await open_poster(acting, 1, 1, label) == Refused("network-label", {"most": "60"})
        assert await open_poster(acting, 1, 99, "Station") == Refused("network-gone")
    assert await rows(stage, WayIn) == []
