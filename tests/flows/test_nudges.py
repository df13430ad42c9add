"""The one reminder of an unfinished conversation."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from flows.nudges import Nudge, Unfinished, local_day, reminder
from flows.wording import Wording

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
DUE = Unfinished(
    participant_id=7,
    remind_at=NOW - timedelta(hours=1),
    reminded_at=None,
    expires_at=NOW + timedelta(days=6),
    stopped_at=None,
    zone="Europe/Amsterdam",
)
SECOND = timedelta(seconds=1)


def test_due() -> None:
    """Who stopped halfway is reminded, until the conversation is let go."""
    assert reminder(DUE, NOW) == Nudge("nudge:7:2026-11-23", "nudge-unfinished", DUE.expires_at)
    assert Wording().has("nudge-unfinished")


def test_of_votes_nothing_is_thrown_away() -> None:
    """Each counts at once, so the reminder does not say otherwise."""
    nudge = reminder(replace(DUE, script="vote-cards"), NOW)
    assert nudge == Nudge("nudge:7:2026-11-23", "nudge-unfinished-votes", DUE.expires_at)
    assert Wording().has("nudge-unfinished-votes")


@pytest.mark.parametrize(
    ("state", "is_due"),
    [
        (replace(DUE, remind_at=NOW), True),
        (replace(DUE, remind_at=NOW + SECOND), False),
        (replace(DUE, remind_at=None), False),
        (replace(DUE, reminded_at=NOW - timedelta(days=3)), False),
        (replace(DUE, stopped_at=NOW - SECOND), False),
        (replace(DUE, expires_at=None), True),
        (replace(DUE, expires_at=NOW), False),
        (replace(DUE, expires_at=NOW + SECOND), True),
    ],
)
def test_when(state: Unfinished, is_due: bool) -> None:
    """Not before its time, not after, never twice, and not to who wants nothing."""
    assert (reminder(state, NOW) is not None) is is_due


@pytest.mark.parametrize(
    ("moment", "zone", "day"),
    [
        (datetime(2026, 11, 23, 22, 59, tzinfo=UTC), "Europe/Amsterdam", date(2026, 11, 23)),
        (datetime(2026, 11, 23, 23, 0, tzinfo=UTC), "Europe/Amsterdam", date(2026, 11, 24)),
        (datetime(2026, 7, 1, 21, 59, tzinfo=UTC), "Europe/Amsterdam", date(2026, 7, 1)),
        (datetime(2026, 7, 1, 22, 0, tzinfo=UTC), "Europe/Amsterdam", date(2026, 7, 2)),
        # The clock goes forward at one in the night of 29 March, and back on 25 October.
        (datetime(2026, 3, 28, 23, 0, tzinfo=UTC), "Europe/Amsterdam", date(2026, 3, 29)),
        (datetime(2026, 3, 29, 22, 0, tzinfo=UTC), "Europe/Amsterdam", date(2026, 3, 30)),
        (datetime(2026, 10, 24, 22, 0, tzinfo=UTC), "Europe/Amsterdam", date(2026, 10, 25)),
        (datetime(2026, 10, 25, 22, 30, tzinfo=UTC), "Europe/Amsterdam", date(2026, 10, 25)),
        (datetime(2026, 10, 25, 23, 0, tzinfo=UTC), "Europe/Amsterdam", date(2026, 10, 26)),
        (datetime(2026, 11, 23, 3, 59, tzinfo=UTC), "America/Curacao", date(2026, 11, 22)),
        (datetime(2026, 11, 23, 12, 0, tzinfo=UTC), "Pacific/Kiritimati", date(2026, 11, 24)),
    ],
)
def test_the_day_is_the_persons_own(moment: datetime, zone: str, day: date) -> None:
    """The date is that of the person's own clock, in summer and in winter."""
    assert local_day(moment, zone) == day
    found = reminder(replace(DUE, zone=zone, remind_at=moment, expires_at=None), moment)
    assert found is not None
    assert found.key == f"nudge:7:{day.isoformat()}"
