"""How often one address may try to sign in."""

from __future__ import annotations

from collections import deque
from datetime import datetime, timedelta

LIMIT = 10
WITHIN = timedelta(minutes=5)
MOST_ADDRESSES = 10_000


class Attempts:
    """Counts in memory: a restart forgets, and a link has 256 random bits, so this only keeps noise out."""

    def __init__(self) -> None:
        self._tried: dict[str, deque[datetime]] = {}

    def wait(self, address: str, now: datetime) -> timedelta | None:
        """Note one attempt; how long to wait when there were too many, else None."""
        tried = self._tried.setdefault(address, deque(maxlen=LIMIT))
        if len(tried) == LIMIT and now - tried[0] < WITHIN:
            return WITHIN - (now - tried[0])
        tried.append(now)
        while len(self._tried) > MOST_ADDRESSES:
            del self._tried[next(iter(self._tried))]
        return None
