"""Which events were handled, and which keep failing."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlmodel import SQLModel

from storage import seen_events
from storage.database import Database
from storage.tables import FailedEvent, SeenEvent

DAY = timedelta(days=1)


async def record(database: Database, event_id: str, at: datetime, channel: str = "telegram") -> bool:
    async with database.writing() as connection:
        return await seen_events.record(connection, channel, event_id, at)


async def fail(database: Database, event_id: str, at: datetime, error: str = "ValueError") -> int:
    async with database.writing() as connection:
        return await seen_events.record_failure(connection, "telegram", event_id, b"sealed", error, at)


async def rows(database: Database, table: type[SQLModel]) -> list[Mapping[str, Any]]:
    async with database.reading() as connection:
        return [dict(row) for row in (await connection.execute(select(table))).mappings()]


async def test_once(database: Database, now: datetime) -> None:
    """An event is new once; in another channel the same number is another event."""
    assert await record(database, "1", now) is True
    assert await record(database, "1", now + DAY) is False
    assert await record(database, "1", now, "web") is True
    assert await record(database, "2", now) is True


async def test_only_what_is_needed(database: Database, now: datetime) -> None:
    """Of an event nothing is kept but where it came from, its number and when."""
    await record(database, "1", now)
    assert await rows(database, SeenEvent) == [{"channel": "telegram", "event_id": "1", "at": now}]


async def test_two_at_once(database_url: str, database: Database, now: datetime) -> None:
    """A redelivery that comes while the first is handled waits for it, and is none of ours."""
    other = Database(database_url)
    try:
        found = await asyncio.gather(record(database, "1", now), record(other, "1", now))
    finally:
        await other.close()
    assert sorted(found) == [False, True]


async def test_a_turn_that_was_rolled_back_is_not_remembered(database: Database, now: datetime) -> None:
    """What failed may come again."""
    try:
        async with database.writing() as connection:
            assert await seen_events.record(connection, "telegram", "1", now)
            raise ZeroDivisionError
    except ZeroDivisionError:
        assert await record(database, "1", now) is True


async def test_failures_are_counted(database: Database, now: datetime) -> None:
    """Each try counts one up, and the last error is kept; the payload is that of the first."""
    assert [await fail(database, "1", now + number * DAY, f"Error{number}") for number in range(3)] == [
        1,
        2,
        3,
    ]
    assert await fail(database, "2", now) == 1
    first, _ = sorted(await rows(database, FailedEvent), key=lambda row: str(row["event_id"]))
    assert (first["tries"], first["error"], first["payload"]) == (3, "Error2", b"sealed")
    assert (first["first_at"], first["last_at"], first["set_aside_at"]) == (now, now + 2 * DAY, None)


async def test_set_aside(database: Database, now: datetime) -> None:
    """What is set aside waits for a person, and is counted."""
    for event_id in ("1", "2"):
        await fail(database, event_id, now)
    async with database.writing() as connection:
        assert await seen_events.count_set_aside(connection) == 0
        await seen_events.set_aside(connection, "telegram", "1", now)
        assert await seen_events.count_set_aside(connection) == 1


async def test_a_later_try_succeeded(database: Database, now: datetime) -> None:
    """Then nothing of the failure is kept."""
    await fail(database, "1", now)
    async with database.writing() as connection:
        await seen_events.forget_failure(connection, "telegram", "1")
        await seen_events.forget_failure(connection, "telegram", "never failed")
    assert await rows(database, FailedEvent) == []


async def test_kept_for_some_days(database: Database, now: datetime) -> None:
    """What is older than that is forgotten, failures by their last try; a greeted group never is."""
    for days in (0, 1, 2):
        await record(database, str(days), now + days * DAY)
        await fail(database, str(days), now + days * DAY)
    await record(database, "group:1", now - 400 * DAY)
    await fail(database, "0", now + 3 * DAY)
    async with database.writing() as connection:
        await seen_events.forget_before(connection, now + DAY)
    assert {row["event_id"] for row in await rows(database, SeenEvent)} == {"1", "2", "group:1"}
    assert {row["event_id"] for row in await rows(database, FailedEvent)} == {"0", "1", "2"}
    async with database.writing() as connection:
        await seen_events.forget_before(connection, now + 2 * DAY)
    assert {row["event_id"] for row in await rows(database, FailedEvent)} == {"0", "2"}
