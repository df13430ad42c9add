"""The running program without its pages: which events of another's bot are ours, files, links."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import insert
from standin import StandIn
from world import World, world

from bot.channels.channel import Outcome
from flows.inbound import Edited, Event, InGroup, Pressed, Started, Unreadable, Uploaded, Wrote
from flows.payloads import Choice, Command
from flows.rendering import Message
from storage.tables import Media, Network


@pytest.fixture
async def there(sqlite_url: str, tmp_path: Path) -> AsyncIterator[World]:
    async with world(sqlite_url, tmp_path) as made:
        yield made


class WithoutAddress(StandIn):
    """A channel that nobody can be invited to."""

    def link(self, code: str) -> str:
        return ""


class Ringing(StandIn):
    """A channel that can be waited for."""

    def __init__(self) -> None:
        super().__init__()
        self.rang = asyncio.Event()

    async def send(self, address: str, message: Message, key: str) -> Outcome:
        self.rang.set()
        return await super().send(address, message, key)


async def is_ours(there: World, event: Event, address: str = "ada") -> bool:
    return await there.core.concerns(there.inbound(event, address))


async def test_who_has_nothing_with_us(there: World) -> None:
    """What somebody says to another's bot stays there, also in words that we would know."""
    events: list[Event] = [
        Wrote("hallo"),
        Wrote("menu"),
        Wrote("/menu"),
        Wrote("/start"),
        Started(),
        Started("x"),
    ]
    events += [
        Pressed("host:7"),
        Pressed(""),
        InGroup(),
        Edited("hallo"),
        Uploaded("f", "photo"),
        Unreadable(),
    ]
    assert [event for event in events if await is_ours(there, event)] == []


async def test_our_links_and_buttons(there: World) -> None:
    """The code of a network and every button that we made are ours, whoever uses them."""
    (network,) = await there.rows(Network)
    assert isinstance(network, Network)
    events: list[Event] = [Started(network.token), Pressed(Choice(1, "story", "yes").encode())]
    events.append(Pressed(Command("menu", "").encode()))
    assert all([await is_ours(there, event) for event in events])
    assert not await is_ours(there, InGroup("https://t.me/host"))


async def test_while_somebody_talks_with_us(there: World) -> None:
    """While a conversation of ours is open its words and files are ours, but not the host's own commands."""
    await there.says("hallo")
    ours: list[Event] = [
        Wrote("nederlands"),
        Wrote("/menu"),
        Wrote("/stop"),
        Uploaded("f", "photo"),
        Edited("x"),
    ]
    assert [event for event in ours if not await is_ours(there, event)] == []
    theirs: list[Event] = [Wrote("/hello"), Wrote("/opening_hours"), InGroup()]
    assert [event for event in theirs if await is_ours(there, event)] == []
    assert not await is_ours(there, Wrote("nederlands"), "bo")
    await there.says("stop")
    assert not await is_ours(there, Wrote("nederlands"))


async def test_read_media(there: World) -> None:
    """Only a file that was made anew can be seen; one that is gone from the disk is not there."""
    there.core.files.write("abcdefgh", b"a photo")
    async with there.core.database.writing() as connection:
        for key, state in (("abcdefgh", "ready"), ("ijklmnop", "ready"), ("qrstuvwx", "noted")):
            await connection.execute(
                insert(Media).values(
                    key=key,
                    channel="standin",
                    kind="photo",
                    state=state,
                    reason="",
                    mime="image/jpeg",
                    size=7,
                    tries=0,
                    created_at=there.now,
                )
            )
    assert await there.core.read_media("abcdefgh") == (b"a photo", "image/jpeg")
    for key in ("ijklmnop", "qrstuvwx", "yzyzyzyz", "../secret.key", ""):
        with pytest.raises(LookupError):
            await there.core.read_media(key)


async def test_links(there: World) -> None:
    """Each channel that is on has a link; one that has no address has none."""
    there.core.attach(WithoutAddress("terminal"))
    assert there.core.links("n1") == {"standin": "https://standin.example/n1"}


async def test_a_channel_that_is_added(there: World) -> None:
    """A channel that is added receives, and what waited for it leaves at once."""
    await there.says("hallo")
    late = StandIn("late")
    await there.core.add(late)
    assert late.receive is not None
    assert await late.receive(there.inbound(Wrote("hallo"), channel="late")) == "handled"
    await there.core.sender.close()
    assert len(late.sent) == 1


async def test_work(there: World) -> None:
    """What is put to work goes on until it is cancelled, and sends what is due."""
    async with there.core.database.writing() as connection:
        await there.core.turns.take(connection, there.inbound(Wrote("hallo")), there.now)
    there.wait(seconds=31)
    ringing = Ringing()
    there.core.attach(ringing)
    there.core.work()
    async with asyncio.timeout(10):
        await ringing.rang.wait()
    assert [task.get_name() for task in there.core.tasks] == ["sending", "fetching"]
    for task in there.core.tasks:
        assert not task.done()
        task.cancel()
    await asyncio.gather(*there.core.tasks, return_exceptions=True)


async def test_an_invitation_leads_here(there: World) -> None:
    """What a resident hands on carries the links of the channels that are on."""
    await there.joins()
    await there.says("uitnodigen")
    found = [text for text in there.channel.texts if "https://standin.example/c-" in text]
    assert len(found) == 1
    link = found[0].partition("https://standin.example/")[2].split()[0]
    assert await there.core.concerns(there.inbound(Started(link), "bea"))
