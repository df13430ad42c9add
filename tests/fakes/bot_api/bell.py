"""Waiting for something to change."""

import asyncio
from collections.abc import Callable
from typing import TypeVar

Found = TypeVar("Found")


class Bell:
    """Wakes all who wait, each time that something changes."""

    def __init__(self) -> None:
        self._rung = asyncio.Event()

    def ring(self) -> None:
        """Something changed."""
        self._rung.set()
        self._rung = asyncio.Event()

    async def until(self, look: Callable[[], Found | None], within: float | None) -> Found:
        """What `look` finds, looking again at each ring; TimeoutError after `within` seconds."""
        async with asyncio.timeout(within):
            while (found := look()) is None:
                await self._rung.wait()
            return found
