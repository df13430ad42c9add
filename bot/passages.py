"""One at a time for each chat, and all chats at once."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field


class Passages:
    """Doors by number, each of which lets one through at a time, in the order in which they came."""

    def __init__(self) -> None:
        self._doors: dict[int, _Door] = {}

    @asynccontextmanager
    async def through(self, number: int) -> AsyncIterator[None]:
        """Wait for this door; it is shut to others inside the block, and forgotten when nobody is there."""
        door = self._doors.setdefault(number, _Door())
        door.here += 1
        try:
            async with door.lock:
                yield
        finally:
            door.here -= 1
            if not door.here:
                del self._doors[number]

    def __len__(self) -> int:
        """How many doors somebody is at."""
        return len(self._doors)


@dataclass
class _Door:
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    here: int = 0
