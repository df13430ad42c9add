import asyncio
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlmodel import col

from bot.channels.channel import MediaGone, Retry, Sent
from bot.channels.web import webchat
from bot.channels.web.entries import Own
from bot.channels.web.visitor import visitor_of
from bot.channels.web.webchat import UNFETCHED
from flows.inbound import Wrote
from flows.rendering import Button, Dot, Message
from storage.tables import WebMessage

TOKEN = "t" * 43


async def words(world: Any) -> list[str]:
    visitor = visitor_of(world.secrets, TOKEN)
    return [entry.said.text for entry in await world.chat.history.latest(visitor)]


async def say(world: Any, text_said: str, event_id: str) -> str:
    visitor = visitor_of(world.secrets, TOKEN)
    own = Own("words", text_said)
    return str(await world.chat.arrive(visitor, world.slug, Wrote(text_said), event_id, own=own))


async def test_sent(world: Any) -> None:
    """A message that was sent stands in the conversation, whole."""
    message = Message("Kijk", (Button("Ja", "1x|a|"),), "journey", (Dot("Nu", "Omdat"),), "en", rows=True)
    assert isinstance(await world.chat.send(TOKEN, message, "turn:1"), Sent)
    (entry,) = await world.chat.history.latest(visitor_of(world.secrets, TOKEN))
    assert entry.said == message


async def test_sent_twice(world: Any) -> None:
    """Sending under the same key twice shows once, and succeeds twice."""
    for _ in range(2):
        assert isinstance(await world.chat.send(TOKEN, Message("Dag"), "turn:1"), Sent)
    assert await words(world) == ["Dag"]


async def test_encrypted(world: Any) -> None:
    """Neither words nor tokens stand in the table."""
    await say(world, "Ik bel drie keer", "event-0001")
    async with world.database.reading() as connection:
        rows = (await connection.execute(select(WebMessage.__table__))).all()
    assert len(rows) == 2
    assert "drie keer" not in str(rows)
    assert TOKEN not in str(rows)


async def test_order(world: Any) -> None:
    """What one says stands above the answer to it, though the answer is sent first."""
    await say(world, "een", "event-0001")
    await say(world, "twee", "event-0002")
    assert await words(world) == ["een", "Je zei: een", "twee", "Je zei: twee"]


async def test_inbound(world: Any) -> None:
    """What comes in is bound to its visitor and its trajectory, and rises in order."""
    await say(world, "een", "event-0001")
    await say(world, "twee", "event-0002")
    first, second = world.somebody.received
    visitor = visitor_of(world.secrets, TOKEN)
    assert (first.channel, first.address, first.trajectory) == ("web", TOKEN, world.slug)
    assert first.event_id == f"{visitor.lookup[:12]}:event-0001"
    assert second.order > first.order


async def test_order_of_a_stopped_clock(world: Any) -> None:
    """The order rises even when the clock does not."""
    world.chat.clock = lambda: world.clock.at
    await say(world, "een", "event-0001")
    await say(world, "twee", "event-0002")
    first, second = world.somebody.received
    assert second.order > first.order


async def test_duplicate(world: Any) -> None:
    """The same event twice has one effect and one bubble."""
    assert await say(world, "een", "event-0001") == "handled"
    assert await say(world, "een", "event-0001") == "duplicate"
    assert await words(world) == ["een", "Je zei: een"]


async def test_again(world: Any) -> None:
    """What could not be handled is not shown; sent once more, it is."""
    world.somebody.outcome = "again"
    assert await say(world, "een", "event-0001") == "again"
    assert await words(world) == []
    world.somebody.outcome = "handled"
    assert await say(world, "een", "event-0001") == "handled"
    assert await words(world) == ["een", "Je zei: een"]


async def test_not_open(world: Any) -> None:
    """Before it is open and after it was closed, nothing is taken."""
    await world.chat.close()
    assert await say(world, "een", "event-0001") == "again"
    await world.chat.close()


async def test_one_turn_at_a_time(world: Any) -> None:
    """Two posts of one visitor follow each other, and neither bubble is lost."""
    await asyncio.gather(say(world, "een", "event-0001"), say(world, "twee", "event-0002"))
    assert await words(world) == ["een", "Je zei: een", "twee", "Je zei: twee"]


async def test_failing_turn(world: Any) -> None:
    """What goes wrong in a turn is not hidden, and shows nothing."""

    async def fail(_inbound: object, _beside: object) -> str:
        raise LookupError("a mistake")

    await world.chat.open(fail)
    with pytest.raises(LookupError):
        await say(world, "een", "event-0001")
    assert await words(world) == []


async def test_database_away(world: Any) -> None:
    """Without its table nothing is sent or taken, and both can be tried again."""
    await world.break_table()
    assert await world.chat.send(TOKEN, Message("Dag"), "turn:1") == Retry(5.0)
    assert await say(world, "een", "event-0001") == "again"
    assert await world.chat.history.since(visitor_of(world.secrets, TOKEN), 0) == []


async def test_link(world: Any) -> None:
    """The code of a network has a link of its own; without one, the first page."""
    assert world.chat.link("buurthuis7") == f"{world.origin}/c/buurthuis7"
    assert world.chat.link("") == f"{world.origin}/"


async def test_uploads(world: Any) -> None:
    """A file is there until it is discarded."""
    remote = await world.chat.uploads.keep(b"a photo")
    assert await world.chat.fetch(remote) == b"a photo"
    await world.chat.discard(remote)
    with pytest.raises(MediaGone):
        await world.chat.fetch(remote)


async def test_unfetched_uploads(world: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """What nobody discarded for days is erased while the channel is open."""
    monkeypatch.setattr(webchat, "SWEEP", 0.01)
    await world.chat.close()
    remote = await world.chat.uploads.keep(b"a photo")
    await world.chat.open(world.somebody)
    await asyncio.sleep(0.1)
    assert await world.chat.fetch(remote) == b"a photo"
    world.clock.at += UNFETCHED + timedelta(days=3650)
    await asyncio.sleep(0.1)
    with pytest.raises(MediaGone):
        await world.chat.fetch(remote)


async def test_sweeping_goes_on(world: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that refuses once does not end it."""
    monkeypatch.setattr(webchat, "SWEEP", 0.01)
    await world.chat.close()
    tries = 0
    again = asyncio.Event()

    async def refuse(_at: object) -> None:
        nonlocal tries
        tries += 1
        if tries > 1:
            again.set()
        raise OSError

    monkeypatch.setattr(world.chat.uploads, "discard_before", refuse)
    await world.chat.open(world.somebody)
    async with asyncio.timeout(20):
        await again.wait()


async def test_kept_in_order_of_id(world: Any) -> None:
    """The ids of a conversation rise."""
    for number in range(3):
        await world.chat.send(TOKEN, Message(str(number)), f"turn:{number}")
    async with world.database.reading() as connection:
        ids = (await connection.execute(select(col(WebMessage.id)))).scalars().all()
    assert list(ids) == sorted(ids)
