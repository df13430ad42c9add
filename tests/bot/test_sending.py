"""What leaves: order, outcomes, the policy's word, and the reason that stays on the row."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
import structlog
from world import World, world

from bot.channels.channel import Blocked, NeedsTemplate, Outcome, Rejected, Retry, Sent
from bot.sending import TRIES
from flows.deeds.publish import publish
from flows.rendering import Message
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


FIRST = "Dit is het begin. " * 180
LAST = "En dit is het eind."
"""Together more than the stand-in shows in one message."""


def last_lines(there: World) -> list[str]:
    return [text.splitlines()[-1].strip()[-len(LAST) :] for text in there.channel.texts]


MENU = "Wat wil je doen?"


async def test_nothing_passes_between_two_parts(there: World) -> None:
    """A reply that comes when half of a long answer is gone goes after the other half."""
    await publishes(there, FIRST * 2 + LAST)
    assert await there.core.sender.send_due() == 1
    assert len(there.channel.sent) == 1
    await there.says("menu")
    assert last_lines(there)[1:] == [LAST, MENU]
    assert await there.core.sender.send_due() == 0


@pytest.mark.parametrize("after", [0, 1, 4.9])
async def test_a_part_that_fails_for_now(there: World, after: float) -> None:
    """When the second part fails for now, a reply waits for it, however long nobody looks."""
    there.channel.outcomes += [Sent(), Retry(5)]
    await publishes(there, FIRST * 2 + LAST)
    for _ in range(2):
        await there.core.sender.send_due()
    there.wait(seconds=after)
    await there.says("menu")
    assert last_lines(there)[1:] == [LAST]
    assert (await last_row(there)).reason == "in_order"
    there.wait(seconds=5 - after)
    while await there.core.sender.send_due():
        pass
    assert last_lines(there)[1:] == [LAST, LAST, MENU]


async def test_a_part_that_failed_goes_with_the_reply(there: World) -> None:
    """A reply that comes before anybody looked again takes the part along that is due by now."""
    there.channel.outcomes += [Sent(), Retry(5)]
    await publishes(there, FIRST * 2 + LAST)
    for _ in range(2):
        await there.core.sender.send_due()
    there.wait(seconds=6)
    await there.says("menu")
    assert last_lines(there)[1:] == [LAST, LAST, MENU]


async def test_after_a_restart(there: World, tmp_path: Path) -> None:
    """A process that was not there when a part failed keeps the order too."""
    there.channel.outcomes += [Sent(), Retry(5)]
    await publishes(there, FIRST * 2 + LAST)
    for _ in range(2):
        await there.core.sender.send_due()
    url = there.core.database.url.render_as_string(hide_password=False)
    async with world(url, tmp_path, fresh=False) as other:
        other.now, other.numbers = there.now, there.numbers
        await other.says("menu")
        assert other.channel.sent == []
        other.wait(seconds=5)
        while await other.core.sender.send_due():
            pass
        assert last_lines(other) == [LAST, MENU]


async def test_another_process_is_sending(
    there: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What another process is sending to the same chat is not passed, and not sent twice."""
    url = there.core.database.url.render_as_string(hide_password=False)
    async with world(url, tmp_path, fresh=False) as other:
        other.now, other.numbers = there.now, there.numbers
        await publishes(there)
        send = there.channel.send

        async def slowly(address: str, message: Message, key: str) -> Outcome:
            await other.says("menu")
            assert other.channel.sent == []
            return await send(address, message, key)

        monkeypatch.setattr(there.channel, "send", slowly)
        await there.core.sender.send_due()
        assert len(there.channel.sent) == 1
        assert await other.core.sender.send_due() == 0
        other.wait(seconds=1)
        assert await other.core.sender.send_due() == 1
        assert other.channel.texts[0].endswith(MENU)


async def test_what_is_held_lets_replies_pass(there: World) -> None:
    """An answer that waits for a decent hour holds up no reply, and neither does one that fell silent."""
    there.channel.outcomes.append(Retry(5))
    await publishes(there)
    await there.core.sender.send_due()
    there.wait(hours=13)
    await there.core.sender.send_due()
    assert (await last_row(there)).reason == "quiet_hours"
    there.channel.sent.clear()
    await there.says("menu")
    assert last_lines(there) == [MENU]


async def test_a_lease_that_ran_out_while_waiting(
    there: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who had to wait too long for a turn does not send what another process took over."""
    url = there.core.database.url.render_as_string(hide_password=False)
    async with world(url, tmp_path, fresh=False) as other:
        await publishes(there)

        async def slowly(*_: object) -> None:
            there.wait(seconds=31)
            other.now = there.now
            assert await other.core.sender.send_due() == 1

        monkeypatch.setattr(there.core.sender._pacer(there.channel), "turn", slowly)
        await there.core.sender.send_due()
        assert (len(there.channel.sent), len(other.channel.sent)) == (0, 1)
    assert (await last_row(there)).state == "sent"


async def test_a_mistake_in_an_adapter(there: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """An adapter that raises loses nothing: the message is tried again, and the log does not hold it."""

    async def breaks(*_: object) -> None:
        raise RuntimeError("a mistake in an adapter")

    with monkeypatch.context() as broken, structlog.testing.capture_logs() as logs:
        broken.setattr(there.channel, "send", breaks)
        await publishes(there)
        await there.core.sender.send_due()
    assert [line["problem"] for line in logs] == ["RuntimeError"]
    row = await last_row(there)
    assert (row.state, row.reason, row.tries) == ("due", "failed", 1)
    there.wait(seconds=1)
    await there.core.sender.send_due()
    assert (await last_row(there)).state == "sent"


async def test_a_message_that_always_breaks(there: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is dropped after the eighth time, and the chat goes on."""
    send = there.channel.send

    async def breaks(address: str, message: Message, key: str) -> Outcome:
        if key.startswith("answer:"):
            raise RuntimeError("a mistake in an adapter")
        return await send(address, message, key)

    monkeypatch.setattr(there.channel, "send", breaks)
    await publishes(there)
    answer = await last_row(there)
    await there.says("menu")
    for _ in range(TRIES):
        await there.core.sender.send_due()
        there.wait(minutes=3)
    await there.core.sender.send_due()
    dropped = next(row for row in await there.rows(Outbox) if isinstance(row, Outbox) and row.id == answer.id)
    assert (dropped.state, dropped.reason, dropped.body) == ("dropped", "failed", None)
    assert last_lines(there) == [MENU]
