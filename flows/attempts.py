"""How often somebody may try something."""

from __future__ import annotations

from collections import deque
from datetime import datetime, timedelta

MOST_REMEMBERED = 10_000


class Attempts:
    """Counts in memory: a restart forgets, so this only keeps noise out."""

    def __init__(self, limit: int, within: timedelta) -> None:
        """`limit` attempts are let through in any stretch of time that is as long as `within`."""
        self._limit = limit
        self._within = within
        self._tried: dict[str, deque[datetime]] = {}

    def wait(self, who: str, now: datetime) -> timedelta | None:
        """Note one attempt; how long to wait when there were too many, else None."""
        tried = self._tried.setdefault(who, deque(maxlen=self._limit))
        if len(tried) == self._limit and now - tried[0] < self._within:
            return self._within - (now - tried[0])
        tried.append(now)
        while len(self._tried) > MOST_REMEMBERED:
            del self._tried[next(iter(self._tried))]
        return None
