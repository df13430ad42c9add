"""One event, one transaction: duplicates, failures, and a database that is away."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError
from world import World, world

from flows.engine.talk import Script, Talk
from flows.inbound import Wrote
from storage import erasure, participants
from storage.tables import FailedEvent, Node, SeenEvent


@pytest.fixture
async def there(database_url: str, tmp_path: Path) -> AsyncIterator[World]:
    async with world(database_url, tmp_path) as made:
        yield made


def breaks(there: World) -> None:
    """From now on every turn fails."""

    async def broken(talk: Talk) -> None:
        raise RuntimeError("these words of a resident must not be logged: geheim")

    scripts = there.core.turns._conversing._scripts
    there.core.turns._conversing._scripts = {name: Script(name, broken) for name in scripts}


async def test_duplicate(there: World) -> None:
    """The same event twice has one effect and one answer."""
    inbound = there.inbound(Wrote("hallo"))
    assert await there.core.receive(inbound) == "handled"
    assert await there.core.receive(inbound) == "duplicate"
    await there.core.sender.close()
    assert len(there.channel.sent) == 1


async def test_failing_turn_is_set_aside(there: World, capsys: pytest.CaptureFixture[str]) -> None:
    """A turn that always fails is tried five times, then a person is told and everyone else goes on."""
    await there.joins()
    working = there.core.turns._conversing._scripts
    breaks(there)
    poisoned = there.inbound(Wrote("mijn geheim verhaal over de buren"))
    assert [await there.core.receive(poisoned) for _ in range(5)] == ["again"] * 4 + ["set_aside"]
    assert await there.core.receive(poisoned) == "duplicate"
    there.core.turns._conversing._scripts = working
    await there.core.sender.close()
    assert "Er ging iets mis bij ons" in there.channel.texts[-1]
    (row,) = await there.rows(FailedEvent)
    assert isinstance(row, FailedEvent)
    assert row.tries == 5
    assert row.set_aside_at is not None
    assert row.error == "RuntimeError"
    assert b"geheim" not in row.payload
    assert "geheim" not in "".join(capsys.readouterr())
    await there.joins("bo")
    assert "Vertel eens" in there.channel.texts[-1]


async def test_failure_leaves_nothing_half_done(there: World) -> None:
    """A turn that failed once and then succeeds has had one effect."""
    await there.joins()
    await there.says("Er ligt elke dag glas bij de bank.")
    working = there.core.turns._conversing._scripts
    breaks(there)
    inbound = there.inbound(Wrote("ja hoor"))
    assert await there.core.receive(inbound) == "again"
    assert await there.rows(Node) == []
    (failed,) = await there.rows(FailedEvent)
    assert isinstance(failed, FailedEvent)
    assert there.core.secrets.open(failed.payload)
    there.core.turns._conversing._scripts = working
    assert await there.core.receive(inbound) == "handled"
    assert len(await there.rows(Node)) == 1
    assert await there.rows(FailedEvent) == []


async def test_failures_of_who_is_forgotten(there: World) -> None:
    """What was said and could not be taken is erased with the person who said it; that of others stays."""
    for who in ("ada", "bo"):
        await there.joins(who)
    working = there.core.turns._conversing._scripts
    breaks(there)
    for who in ("ada", "bo"):
        assert await there.core.receive(there.inbound(Wrote("over mijn buren"), who)) == "again"
    there.core.turns._conversing._scripts = working
    async with there.core.database.writing() as connection:
        ada = await participants.find(connection, there.core.secrets, "standin", "ada")
        assert ada is not None
        await erasure.forget(connection, ada.participant_id, there.now)
    (left,) = await there.rows(FailedEvent)
    assert isinstance(left, FailedEvent)
    assert left.lookup == there.core.secrets.lookup("standin", "bo")


async def test_database_away(there: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """While the database is away the messenger has to try again, and nothing counts as a failure."""

    async def away(*_: object) -> None:
        raise OperationalError("select", {}, OSError("gone"))

    take = there.core.turns.take
    monkeypatch.setattr(there.core.turns, "take", away)
    inbound = there.inbound(Wrote("hallo"))
    for _ in range(7):
        assert await there.core.receive(inbound) == "again"
    monkeypatch.setattr(there.core.turns, "take", take)
    assert await there.core.receive(inbound) == "handled"
    assert await there.rows(FailedEvent) == []
    assert len(await there.rows(SeenEvent)) == 1


async def test_redelivered_after_crash_before_sending(there: World) -> None:
    """A reply that was committed but not sent goes out after a restart, once its lease has run out."""
    inbound = there.inbound(Wrote("hallo"))
    async with there.core.database.writing() as connection:
        await there.core.turns.take(connection, inbound, there.now)
    assert there.channel.sent == []
    assert await there.core.sender.send_due() == 0
    there.wait(seconds=31)
    assert await there.core.sender.send_due() == 1
    assert await there.core.receive(replace(inbound, order=99)) == "duplicate"
    assert len(there.channel.sent) == 1
