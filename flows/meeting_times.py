"""When something about a meeting is said: pure, the clock comes in as an argument."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

DOORS_OPEN = timedelta(hours=1)
"""So long before it begins, people may say that they are there."""

DOORS_CLOSE = timedelta(hours=3)
"""And so long after it ends."""


def is_tomorrow(starts_at: datetime, now: datetime, zone: str) -> bool:
    """Whether it begins on the day after today, where it is held."""
    there = ZoneInfo(zone)
    return starts_at.astimezone(there).date() - now.astimezone(there).date() == timedelta(days=1)


def is_going_on(starts_at: datetime, ends_at: datetime, now: datetime) -> bool:
    """Whether people may come in at the door."""
    return starts_at - DOORS_OPEN <= now <= ends_at + DOORS_CLOSE
