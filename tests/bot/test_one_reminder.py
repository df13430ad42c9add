"""Who stops halfway gets one reminder at a decent hour, and never a second: whatever the clocks do."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete
from world import World, world

from flows.deeds.expire_unfinished import expire_unfinished
from flows.deeds.remind_unfinished import remind_unfinished
from storage import participants, trajectories
from storage.tables import Conversation, Outbox

NUDGE = "Je was begonnen, maar nog niet klaar."

# The clock goes forward or back in the days after, by half an hour on Lord Howe.
ZONES = {
    "Europe/Amsterdam": [datetime(2026, 10, 23, tzinfo=UTC), datetime(2027, 3, 26, tzinfo=UTC)],
    "America/New_York": [datetime(2026, 10, 30, tzinfo=UTC), datetime(2027, 3, 12, tzinfo=UTC)],
    "Australia/Lord_Howe": [datetime(2026, 10, 2, tzinfo=UTC), datetime(2027, 4, 2, tzinfo=UTC)],
    "Pacific/Kiritimati": [datetime(2026, 12, 30, tzinfo=UTC)],
    "America/Curacao": [datetime(2026, 2, 27, tzinfo=UTC)],
}
PAUSES = st.integers(240, 600).map(lambda minutes: timedelta(minutes=minutes))
SKEWS = st.integers(-10, 10).map(lambda minutes: timedelta(minutes=minutes))
WAITS = st.integers(1, 1200).map(lambda minutes: timedelta(minutes=minutes))
STEPS = st.lists(
    st.tuples(WAITS, st.sampled_from(["nothing", "nothing", "goes on", "looks around"])), max_size=5
)


@st.composite
def beginnings(draw: st.DrawFn) -> tuple[str, datetime]:
    """Where somebody lives, and when they begin."""
    zone = draw(st.sampled_from(sorted(ZONES)))
    return zone, draw(st.sampled_from(ZONES[zone])) + timedelta(minutes=draw(st.integers(0, 3 * 1440)))


@dataclass
class Resident:
    """What somebody did, and which reminders that may bring."""

    address: str
    at_question: int = 0
    reminded: int = 0
    moments: list[datetime] = field(default_factory=list)

    async def goes_on(self, there: World) -> None:
        """From nothing to the first question, the second, and the end."""
        words = ("verhaal", "Er ligt elke ochtend glas bij de bank.", "ja hoor")[self.at_question]
        self.at_question = (self.at_question + 1) % 3
        if self.at_question == 1:
            self.reminded = 0
        await there.says(words, self.address)

    def hears(self, now: datetime, reminders: int) -> None:
        """A reminder has to be about something, and the only one about it."""
        for _ in range(reminders):
            assert self.at_question, "reminded of nothing"
            self.reminded += 1
            assert self.reminded == 1, "reminded twice"
            self.moments.append(now)


def reminders(*workers: World) -> int:
    """How many came since the last time."""
    texts = [text for there in workers for text in there.channel.texts]
    for there in workers:
        there.channel.sent.clear()
    return sum(text.startswith(NUDGE) for text in texts)


async def somebody_else(there: World, zone: str) -> Resident:
    """Who was here before is gone; someone new has joined."""
    resident = Resident(f"resident {next(there.numbers)}")
    async with there.core.database.writing() as connection:
        for table in (Outbox, Conversation):
            await connection.execute(delete(table))
        found = await trajectories.by_slug(connection, "parkrand")
        assert found is not None
        chat = (connection, there.core.secrets, "standin", resident.address)
        await participants.join(*chat, found.id, None, there.now)
        person = await participants.find(*chat)
        assert person is not None
        known = {"language": "nl", "role": "lives", "consented_at": there.now, "zone": zone}
        await participants.change(connection, person.participant_id, **known)
    return resident


@pytest.fixture
async def workers(sqlite_url: str, tmp_path: Path) -> AsyncIterator[tuple[World, World]]:
    """Two processes that share a database, for one resident after another."""
    async with world(sqlite_url, tmp_path) as one, world(sqlite_url, tmp_path, fresh=False) as two:
        yield one, two


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(beginnings(), STEPS, SKEWS, PAUSES)
async def test_one_reminder(
    workers: tuple[World, World],
    beginning: tuple[str, datetime],
    steps: list[tuple[timedelta, str]],
    skew: timedelta,
    pause: timedelta,
) -> None:
    """Over clocks that differ, zones, summer and winter time, and whatever somebody does meanwhile."""
    zone, start = beginning
    one, two = workers
    one.now, two.now = start, start + skew
    resident = await somebody_else(one, zone)
    await resident.goes_on(one)
    for wait, act in steps:
        await ticks(workers, wait, resident)
        one.wait(seconds=1)
        if act == "goes on":
            await resident.goes_on(one)
        elif act == "looks around":
            await one.says("menu", resident.address)
        one.channel.sent.clear()
    for _ in range(round(timedelta(days=2) / pause + 1)):
        await ticks(workers, pause, resident)
    assert all(is_decent(moment, zone) for moment in resident.moments)
    # Whoever is halfway in the end was reminded of it, unless that week's one message is spent.
    assert not resident.at_question or resident.moments


async def ticks(workers: tuple[World, World], wait: timedelta, resident: Resident) -> None:
    """Time goes by for both workers, and both tick."""
    for there in workers:
        there.now += wait
        await there.core.ticks.handle(remind_unfinished)
        await there.core.ticks.handle(expire_unfinished)
        await there.core.sender.send_due()
        resident.hears(there.now, reminders(there))


def is_decent(moment: datetime, zone: str) -> bool:
    return time(9) <= moment.astimezone(ZoneInfo(zone)).time() < time(21)
