import asyncio
import re
from typing import Any

import pytest

from bot.channels.web import stream
from bot.channels.web.stream import Bells, Shown, events
from flows.rendering import Message


async def messages(world: Any, client: Any, meanwhile: Any, **headers: str) -> str:
    """Everything that the stream gave until the channel was closed."""
    reading = asyncio.create_task(client.get(f"/chat/{world.slug}/stream", headers=headers))
    await asyncio.sleep(0.1)
    await meanwhile()
    await asyncio.sleep(0.1)
    await world.chat.close()
    async with asyncio.timeout(1):
        return str((await reading).text)


async def test_live(world: Any) -> None:
    """What is sent while the page is open comes at once, drawn as the page draws it, with its day."""
    async with world.browser() as client:
        await world.begun(client)
        address = world.somebody.received[0].address
        given = await messages(
            world,
            client,
            lambda: world.chat.send(address, Message("Nieuws & meer"), "nudge:1"),
            **{"Last-Event-ID": "1"},
        )
    assert re.findall(r"^id: (\d+)$", given, re.MULTILINE) == ["2"]
    assert "Nieuws &amp; meer" in given
    assert 'data: <li class="day" data-day="2026-11-22">' in given
    assert all(line.startswith(("id: ", "data: ", "retry: ")) for line in given.splitlines() if line)


async def test_from_the_start(world: Any) -> None:
    """A page that shows nothing yet gets everything; one that goes on, what it missed."""
    async with world.browser() as client:
        await world.begun(client)
        await world.post(client, "say", text="Dag")
        given = await messages(world, client, lambda: asyncio.sleep(0), **{"Last-Event-ID": "nonsense"})
    assert re.findall(r"^id: (\d+)$", given, re.MULTILINE) == ["1", "2", "3"]


async def test_headers(world: Any) -> None:
    """A stream is not kept and not gathered by a proxy."""
    async with world.browser() as client:
        await world.begun(client)
        await world.chat.close()
        answer = await client.get(f"/chat/{world.slug}/stream")
    assert answer.headers["content-type"].startswith("text/event-stream")
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["x-accel-buffering"] == "no"


async def test_without_a_cookie(world: Any) -> None:
    """Who is nobody here is told that the conversation is gone."""
    async with world.browser() as client:
        answer = await client.get(f"/chat/{world.slug}/stream")
    assert answer.text == "event: gone\ndata: left\n\n"


async def test_forgotten(world: Any) -> None:
    """When what the page shows was erased, the page is told to go."""
    async with world.browser() as client:
        await world.begun(client)
        await world.erase()
        answer = await client.get(f"/chat/{world.slug}/stream?after=1")
    assert answer.text.endswith("event: gone\ndata: forgotten\n\n")


async def test_left(world: Any) -> None:
    """When somebody leaves the device, its other open pages go too."""
    async with world.browser() as client:
        fields = world.hidden(await world.begun(client), "say")
        given = await messages(
            world, client, lambda: client.post(f"/chat/{world.slug}/leave-device", data=fields)
        )
    assert given.endswith("event: gone\ndata: left\n\n")


async def test_another_process(world: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """What another process wrote is found by looking every few seconds; silence is filled with comments."""
    monkeypatch.setattr(stream, "POLL", 0.02)
    monkeypatch.setattr(stream, "HEARTBEAT", 0.05)
    bells, written = Bells(), [Shown(1, "<li>\n\neen</li>")]

    async def read(last_id: int) -> list[Shown]:
        return [shown for shown in written if shown.id > last_id]

    given: list[str] = []
    async for part in events(bells, "a", 0, read):
        given.append(part)
        if part.startswith(":") and len(written) == 1:
            written.append(Shown(2, "<li>twee</li>"))
        if part.startswith("id: 2"):
            bells.close()
    assert given[0] == "retry: 2000\n\n"
    assert given[1] == "id: 1\ndata: <li>\ndata: een</li>\n\n"
    assert ": still here\n\n" in given
    assert given[-1] == "id: 2\ndata: <li>twee</li>\n\n"


async def test_bells() -> None:
    """A ring wakes the pages of its own chat, and nobody is kept who stopped listening."""
    bells = Bells()
    one, other, elsewhere = bells.listen("a"), bells.listen("a"), bells.listen("b")
    bells.ring("a")
    bells.ring("nobody")
    assert (one.is_set(), other.is_set(), elsewhere.is_set()) == (True, True, False)
    for lookup, bell in (("a", one), ("a", other), ("b", elsewhere)):
        bells.stop(lookup, bell)
    bells.ring("a")
    bells.leave("a")
    assert not bells.has_left(one)
