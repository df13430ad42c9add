"""What a visitor said, in the transaction of the turn that took it; the whole program behind the chat."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import update
from sqlmodel import SQLModel, col
from structlog.testing import capture_logs
from world import World, world

from bot.channels.web.entries import Entry, Own
from bot.channels.web.history import UNAGREED
from bot.channels.web.visitor import Visitor, visitor_of
from bot.channels.web.webchat import WebChat
from bot.headings import Headings
from flows.engine.talk import Script, Talk
from flows.inbound import Event, Pressed, Started, Wrote
from flows.rendering import Message
from storage.tables import Address, FailedEvent, Outbox, WebMessage

SLUG = "parkrand"
STORY = "Elke ochtend ligt er glas bij de bankjes."
WELCOME = ("nederlands", "verder", "verder", "duidelijk", "ik woon hier")


@dataclass
class Resident:
    """Somebody at the page, with everything behind it real."""

    there: World
    chat: WebChat
    visitor: Visitor
    events: int = 0

    async def sends(self, event: Event, own: Own | None = None, event_id: str = "") -> str:
        self.events += 1
        event_id = event_id or f"event-{self.events:04}"
        return await self.chat.arrive(self.visitor, SLUG, event, event_id, language="nl", own=own)

    async def says(self, words: str, event_id: str = "") -> str:
        return await self.sends(Wrote(words), Own("words", words), event_id)

    async def begins(self, *, agrees: bool) -> None:
        await self.sends(Started())
        for words in WELCOME:
            assert await self.says(words) == "handled"
        if agrees:
            assert await self.says("ja") == "handled"

    async def page(self) -> list[str]:
        """What the page shows, what the visitor said after a sign."""
        entries = await self.chat.history.latest(self.visitor, 100)
        return [f"> {one.said.text}" if isinstance(one.said, Own) else one.said.text for one in entries]

    async def own(self) -> list[str]:
        """What the visitor said, as the page shows it."""
        return [line for line in await self.page() if line.startswith("> ")]


@asynccontextmanager
async def resident(url: str, folder: Path) -> AsyncIterator[Resident]:
    async with world(url, folder) as there:
        core = there.core
        headings = Headings(core.database, core.wording)
        chat = WebChat(
            core.database,
            core.secrets,
            core.wording,
            core.clock,
            headings,
            base_url="http://chat.test",
            data_dir=folder,
        )
        await core.add(chat)
        try:
            yield Resident(there, chat, visitor_of(core.secrets, "t" * 43))
        finally:
            await chat.close()


@pytest.fixture
async def ada(database_url: str, tmp_path: Path) -> AsyncIterator[Resident]:
    async with resident(database_url, tmp_path) as made:
        yield made


def dies_before_sending(ada: Resident) -> None:
    """From now on the process is gone as soon as a turn is committed."""

    async def never(_channel: str, _rows: Sequence[int]) -> None:
        return

    ada.there.core.receiver = replace(ada.there.core.receiver, deliver=never)


def breaks(ada: Resident) -> dict[str, Script]:
    """From now on every turn fails; returns the scripts that work."""

    async def broken(talk: Talk) -> None:
        raise RuntimeError("geheim")

    conversing = ada.there.core.turns._conversing
    working = dict(conversing._scripts)
    conversing._scripts = {name: Script(name, broken) for name in working}
    return working


async def rows(ada: Resident, table: type[SQLModel]) -> list[SQLModel]:
    return await ada.there.rows(table)


async def test_killed_between_turn_and_reply(ada: Resident) -> None:
    """What was said is committed with its turn, and stands above the reply that comes after a restart."""
    await ada.begins(agrees=True)
    dies_before_sending(ada)
    assert await ada.says(STORY) == "handled"
    assert (await ada.page())[-1] == f"> {STORY}"
    ada.there.wait(seconds=31)
    assert await ada.there.core.sender.send_due() == 1
    last, reply = (await ada.page())[-2:]
    assert (last, "Mogen anderen je verhaal lezen?" in reply) == (f"> {STORY}", True)


async def test_the_same_event_twice(ada: Resident) -> None:
    """One turn, one bubble."""
    await ada.begins(agrees=True)
    assert await ada.says(STORY, "the-same") == "handled"
    assert await ada.says(STORY, "the-same") == "duplicate"
    assert (await ada.own()).count(f"> {STORY}") == 1


async def test_a_turn_that_fails(ada: Resident) -> None:
    """Nothing is shown of it, so that it can be sent again; set aside, it stands above the apology."""
    await ada.begins(agrees=True)
    working = breaks(ada)
    assert [await ada.says(STORY, "poison") for _ in range(4)] == ["again"] * 4
    assert f"> {STORY}" not in await ada.page()
    assert await ada.says(STORY, "poison") == "set_aside"
    last, reply = (await ada.page())[-2:]
    assert (last, "Er ging iets mis bij ons" in reply) == (f"> {STORY}", True)
    ada.there.core.turns._conversing._scripts = working
    assert await ada.says("nog een verhaal over glas") == "handled"
    assert len(await rows(ada, FailedEvent)) == 1


async def test_before_consent(ada: Resident) -> None:
    """That something was said before consent is seen until the next turn, or fifteen minutes."""
    await ada.begins(agrees=False)
    assert await ada.own() == ["> "]
    ada.there.wait(minutes=14)
    await ada.chat.history.sweep()
    assert await ada.own() == ["> "]
    ada.there.now += UNAGREED
    await ada.chat.history.sweep()
    assert await ada.own() == []
    assert len(await ada.page()) == len(WELCOME) + 1


async def test_without_consent(ada: Resident) -> None:
    """Who says no is told that nothing is kept, and nothing is."""
    await ada.begins(agrees=False)
    await ada.says("mijn buurman heet Jan")
    await ada.says("nee")
    assert await ada.own() == ["> "]
    kept = [
        ada.there.core.secrets.open_json(row.body)
        for row in await rows(ada, WebMessage)
        if isinstance(row, WebMessage)
    ]
    assert not any(words in str(kept) for words in ("Jan", "'nee'"))
    ada.there.now += UNAGREED + timedelta(seconds=1)
    await ada.chat.history.sweep()
    assert await ada.own() == []
    assert "We bewaren niets van wat je schrijft." in (await ada.page())[-1]


async def test_from_consent_on(ada: Resident) -> None:
    """From the yes on the conversation is kept, and what was said before it is not."""
    await ada.begins(agrees=True)
    await ada.says(STORY)
    ada.there.now += UNAGREED + timedelta(seconds=1)
    await ada.chat.history.sweep()
    assert await ada.own() == ["> ja", f"> {STORY}"]


async def test_an_open_page_goes_on(ada: Resident) -> None:
    """A page whose last message was erased that way reads on; nothing has to be fetched anew."""
    await ada.begins(agrees=False)
    dies_before_sending(ada)
    await ada.says("hm")
    (*_, last) = await ada.chat.history.latest(ada.visitor)
    await ada.says("nog eens hm")
    fresh = await ada.chat.history.since(ada.visitor, last.id)
    assert [one.said for one in fresh or ()] == [Own("words")]


async def test_forgotten(ada: Resident) -> None:
    """With the wish to be forgotten everything that was said goes at once, and the rest with the address."""
    await ada.begins(agrees=True)
    for words in (STORY, "ja hoor", "vergeet mij"):
        await ada.says(words)
    await ada.sends(Pressed(payload_of(await ada.chat.history.latest(ada.visitor))), Own("pressed", "Ja"))
    assert await ada.own() == ["> Ja"]
    assert "Vanaf nu leest niemand je woorden meer." in (await ada.page())[-1]
    ada.there.wait(minutes=3)
    await ada.there.core.ticks.finish_forgetting()
    assert await rows(ada, WebMessage) == []


def payload_of(entries: Sequence[Entry]) -> str:
    """The first button of the last message."""
    said = entries[-1].said
    assert isinstance(said, Message)
    return said.buttons[0].payload


async def test_left_device(ada: Resident) -> None:
    """Nothing that was said stays, and the desk knows that this chat is no longer reached."""
    await ada.begins(agrees=True)
    await ada.says(STORY)
    async with ada.there.core.database.writing() as connection:
        await connection.execute(update(Outbox).values(state="due", body=b"", settled_at=None))
    await ada.chat.leave(ada.visitor, SLUG, "leaving")
    assert await rows(ada, WebMessage) == []
    (address,) = await rows(ada, Address)
    assert isinstance(address, Address)
    assert address.blocked_at is not None
    assert {row.state for row in await rows(ada, Outbox) if isinstance(row, Outbox)} == {"dropped"}


async def test_unreadable(ada: Resident) -> None:
    """A message that cannot be opened is left out, with one line in the log; the page shows the others."""
    await ada.begins(agrees=True)
    await ada.says(STORY)
    before = await ada.page()
    last = (await ada.chat.history.latest(ada.visitor))[-1]
    async with ada.there.core.database.writing() as connection:
        await connection.execute(
            update(WebMessage).where(col(WebMessage.id) == last.id).values(body=b"sealed with a lost secret")
        )
    with capture_logs() as logs:
        assert await ada.page() == before[:-1]
        assert await ada.chat.history.since(ada.visitor, last.id - 1) == []
    assert [(log["event"], log["problem"]) for log in logs] == [("message left out", "Unsealable")]
    assert "lost" not in repr(logs)
