"""What leaves: order, outcomes, the policy's word, and the reason that stays on the row."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from world import World, world

from bot.channels.channel import Blocked, NeedsTemplate, Rejected, Retry
from flows.deeds.publish import publish
from storage.tables import Address, Node, Outbox


@pytest.fixture
async def there(database_url: str, tmp_path: Path) -> AsyncIterator[World]:
    async with world(database_url, tmp_path) as made:
        await made.joins()
        await made.tells("Bij de ingang ligt elke maandag een berg karton.")
        made.channel.sent.clear()
        yield made


async def publishes(there: World, sentence: str = "Dank je.") -> None:
    (node,) = await there.rows(Node)
    assert isinstance(node, Node)
    async with there.core.database.writing() as connection:
        acting = there.core.turns.acting(connection, there.now)
        await publish(acting, node_id=node.id, sentence=sentence)


async def last_row(there: World) -> Outbox:
    rows = [row for row in await there.rows(Outbox) if isinstance(row, Outbox)]
    return max(rows, key=lambda row: row.id)


async def test_sent(there: World) -> None:
    """What was sent keeps no body, and the messenger's own id."""
    await publishes(there)
    assert await there.core.sender.send_due() == 1
    row = await last_row(there)
    assert (row.state, row.body, row.remote_id) == ("sent", None, "remote-1")
    assert await there.core.sender.send_due() == 0


async def test_retry_keeps_order(there: World) -> None:
    """After a no for now, a later message of the same chat does not pass the earlier one."""
    there.channel.outcomes.append(Retry(5))
    await publishes(there, "Eerst dit.")
    await there.core.sender.send_due()
    await there.says("menu")
    await there.core.sender.send_due()
    there.wait(seconds=40)
    while await there.core.sender.send_due():
        pass
    last_lines = [text.splitlines()[-1] for text in there.channel.texts]
    assert last_lines == ["Eerst dit.", "Eerst dit.", "Wat wil je doen?"]


async def test_blocked(there: World) -> None:
    """A chat that blocked us gets nothing more, and every row that waited says why."""
    there.channel.outcomes.append(Blocked())
    await publishes(there)
    await there.core.sender.send_due()
    assert (await last_row(there)).reason == "blocked"
    (address,) = await there.rows(Address)
    assert isinstance(address, Address)
    assert address.blocked_at is not None


@pytest.mark.parametrize(
    ("outcome", "reason"), [(Rejected("telegram_400"), "telegram_400"), (NeedsTemplate(), "window")]
)
async def test_never(there: World, outcome: Rejected | NeedsTemplate, reason: str) -> None:
    """What the messenger will never take is dropped with its reason, and its body is erased."""
    there.channel.outcomes.append(outcome)
    await publishes(there)
    await there.core.sender.send_due()
    row = await last_row(there)
    assert (row.state, row.reason, row.body) == ("dropped", reason, None)


async def test_quiet_hours(there: World) -> None:
    """An answer at night waits for a decent hour, with the reason on the row."""
    there.wait(hours=13)
    await publishes(there)
    await there.core.sender.send_due()
    assert there.channel.sent == []
    row = await last_row(there)
    assert row.reason == "quiet_hours"
    assert row.not_before > there.now
    there.now = row.not_before + timedelta(seconds=1)
    await there.core.sender.send_due()
    assert len(there.channel.sent) == 1


async def test_answer_within_moments(there: World) -> None:
    """Who is talking right now hears at once, at any hour."""
    there.wait(hours=13)
    await there.says("menu")
    await publishes(there)
    await there.core.sender.send_due()
    assert "Nieuws over jouw verhaal" in there.channel.texts[-1]


async def test_failing_channel_leaves_rows(there: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """An adapter that raises loses nothing: the lease runs out and the row goes later."""

    async def breaks(*_: object) -> None:
        raise RuntimeError("a mistake in an adapter")

    with monkeypatch.context() as broken:
        broken.setattr(there.channel, "send", breaks)
        await publishes(there)
        await there.core.sender.send_due()
    assert (await last_row(there)).state == "due"
    there.wait(seconds=31)
    await there.core.sender.send_due()
    assert (await last_row(there)).state == "sent"
