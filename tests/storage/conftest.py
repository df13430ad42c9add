"""A database with a few chats in it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from sqlalchemy import insert
from sqlmodel import col

from storage.database import Database
from storage.secrets import Secrets
from storage.tables import Address, Participant, Trajectory

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
CHATS = 4


@pytest.fixture
def now() -> datetime:
    """A Monday, ten in the morning in Amsterdam."""
    return NOW


@pytest.fixture
def secrets() -> Secrets:
    """What everything is sealed with."""
    return Secrets("a secret of at least thirty-two characters")


@pytest.fixture
async def chats(database: Database, secrets: Secrets) -> Database:
    """A trajectory, and people 1 to 4 with a chat each: 1 to 3 on telegram, 4 on web."""
    async with database.writing() as connection:
        await connection.execute(
            insert(Trajectory).values(
                slug="park",
                languages=["nl"],
                texts={},
                zone="Europe/Amsterdam",
                quiet_from="22:00",
                created_at=NOW,
            )
        )
        for number in range(1, CHATS + 1):
            participant = await connection.execute(
                insert(Participant)
                .values(key=f"key-{number}", trajectory_id=1, often="less", joined_at=NOW)
                .returning(col(Participant.id))
            )
            channel = "web" if number == CHATS else "telegram"
            await connection.execute(
                insert(Address).values(
                    channel=channel,
                    lookup=secrets.lookup(channel, f"chat {number}"),
                    sealed=secrets.seal(f"chat {number}"),
                    trajectory_id=1,
                    participant_id=participant.scalar_one(),
                    used_at=NOW,
                    last_order=0,
                )
            )
    return database
