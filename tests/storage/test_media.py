"""Files that people sent: what becomes of them, and when they go."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import insert, select, update
from sqlmodel import col

from storage import media
from storage.database import Database
from storage.tables import Conversation, Media, Node

DAY = timedelta(days=1)


async def note(database: Database, key: str, now: datetime, **values: Any) -> None:
    async with database.writing() as connection:
        row = {"state": "noted", "participant_id": 1, "channel": "telegram", "remote": b"x", **values}
        await connection.execute(
            insert(Media).values(key=key, kind="voice", reason="", tries=0, created_at=now, **row)
        )


async def node(database: Database, now: datetime) -> int:
    async with database.writing() as connection:
        made = await connection.execute(
            insert(Node)
            .values(
                trajectory_id=1, kind="story", number=1, channel="web", text="", language="nl",
                may_show=True, state="waiting", created_at=now, sample=False,
            )
            .returning(col(Node.id))
        )  # fmt: skip
        return made.scalar_one()


async def talks(database: Database, now: datetime, script: str | None, chat: int = 1) -> None:
    async with database.writing() as connection:
        await connection.execute(
            insert(Conversation).values(address_id=chat, script=script, run=1, tries=0, updated_at=now)
        )


async def table(database: Database) -> dict[str, dict[str, Any]]:
    async with database.reading() as connection:
        return {row["key"]: dict(row) for row in (await connection.execute(select(Media))).mappings()}


async def settle(database: Database, key: str, how: str) -> bool:
    async with database.writing() as connection:
        if how == "refused":
            return await media.refuse(connection, key, "media-damaged")
        about = {"mime": "audio/mpeg", "size": 9, "seconds": 2, "width": None, "height": None}
        return await media.ready(connection, key, **about)


@pytest.mark.parametrize("first", ["ready", "refused"])
@pytest.mark.parametrize("second", ["ready", "refused"])
async def test_settled_once(chats: Database, now: datetime, first: str, second: str) -> None:
    """Whoever comes second hears so, and changes nothing."""
    await note(chats, "abcdefgh", now)
    assert await settle(chats, "abcdefgh", first)
    before = await table(chats)
    assert not await settle(chats, "abcdefgh", second)
    async with chats.writing() as connection:
        await media.later(connection, "abcdefgh", 3, now)
    assert await table(chats) == before
    assert before["abcdefgh"]["state"] == first
    assert not await settle(chats, "no-such-key", second)


async def test_let_go(chats: Database, now: datetime) -> None:
    """What became part of no contribution is to be erased, and belongs to nobody; the rest stays."""
    number = await node(chats, now)
    await note(chats, "half-told", now)
    await note(chats, "told", now, node_id=number)
    await note(chats, "other", now)
    async with chats.writing() as connection:
        await media.let_go(connection, [])
        await media.let_go(connection, {"half-told", "told", "no-such-key"})
    found = await table(chats)
    assert {key: row["state"] for key, row in found.items()} == {
        "half-told": "erase",
        "told": "noted",
        "other": "noted",
    }
    assert (found["half-told"]["participant_id"], found["half-told"]["remote"]) == (None, None)
    assert not await settle(chats, "half-told", "ready")


async def test_abandoned(chats: Database, now: datetime) -> None:
    """What is old and part of nothing goes, unless its sender still has a conversation open."""
    number = await node(chats, now)
    await note(chats, "of nobody", now, participant_id=None)
    await note(chats, "talking", now, participant_id=1)
    await note(chats, "talked", now, participant_id=2)
    await note(chats, "silent", now, participant_id=3)
    await note(chats, "told", now, participant_id=3, node_id=number)
    await note(chats, "young", now + 2 * DAY, participant_id=3)
    await talks(chats, now, "story", chat=1)
    await talks(chats, now, None, chat=2)
    async with chats.writing() as connection:
        await media.abandon(connection, now + DAY)
    erased = {key for key, row in (await table(chats)).items() if row["state"] == "erase"}
    assert erased == {"of nobody", "talked", "silent"}
    async with chats.writing() as connection:
        await connection.execute(update(Conversation).values(script=None))
        await media.abandon(connection, now + DAY)
    assert (await table(chats))["talking"]["state"] == "erase"


async def test_seen_when_ready(chats: Database, now: datetime) -> None:
    """Only what was made anew has a type and may be seen."""
    await note(chats, "abcdefgh", now, mime="audio/ogg")
    async with chats.reading() as connection:
        assert await media.mime_of(connection, "abcdefgh") is None
    await settle(chats, "abcdefgh", "ready")
    async with chats.reading() as connection:
        assert await media.mime_of(connection, "abcdefgh") == "audio/mpeg"
        assert await media.mime_of(connection, "no-such-key") is None
