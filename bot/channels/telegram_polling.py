"""Fetching updates, so that each is taken once, in order within its chat, and none holds up other chats."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any, TypeAlias, TypeGuard

import structlog

from bot.channels.channel import Received
from flows.inbound import Inbound

_log = structlog.get_logger()

FIRST_PAUSE = 1.0
LONGEST_PAUSE = 30.0
PAUSE_BEFORE_AGAIN = 1.0

Update: TypeAlias = Mapping[str, Any]


class Polling:
    """One account's updates; a number is confirmed to Telegram only when all up to it were taken.

    `fetch` gives the updates from a number on, `read` says what one is to us (ValueError: nothing at all),
    `take` what became of it.
    """

    def __init__(
        self,
        fetch: Callable[[int], Awaitable[Sequence[object]]],
        read: Callable[[object], Inbound | None],
        take: Callable[[Inbound | None, Update], Awaitable[Received]],
    ) -> None:
        self._fetch = fetch
        self._read = read
        self._take = take
        self._offset = 0
        self._taken: set[int] = set()

    async def run(self) -> None:
        """Go on until cancelled."""
        pause = FIRST_PAUSE
        while True:
            try:
                all_taken = await self._all_taken(await self._fetch(self._offset))
            except Exception as error:
                # Whatever it was: a loop that ends would leave everybody without an answer.
                wait = getattr(error, "after", 0.0) or pause
                kind, status = type(error).__name__, getattr(error, "status", 0)
                _log.warning("telegram_updates_not_fetched", error=kind, status=status, wait=wait)
                await asyncio.sleep(wait)
                pause = min(2 * pause, LONGEST_PAUSE)
                continue
            pause = FIRST_PAUSE
            if not all_taken:
                await asyncio.sleep(PAUSE_BEFORE_AGAIN)

    async def _all_taken(self, batch: Sequence[object]) -> bool:
        numbered = [update for update in batch if _is_numbered(update)]
        waiting: set[str] = set()
        for update in numbered:
            if update["update_id"] not in self._taken:
                await self._take_one(update, waiting)
        self._confirm([update["update_id"] for update in numbered])
        return not waiting and len(numbered) == len(batch)

    async def _take_one(self, update: Update, waiting: set[str]) -> None:
        number = update["update_id"]
        try:
            inbound = self._read(update)
        except ValueError:
            _log.warning("telegram_update_not_read", update_id=number)
            inbound = None
        # What a chat says next comes after what it said before, also when that has to be tried again.
        if inbound is not None and inbound.address in waiting:
            return
        if await self._take(inbound, update) != "again":
            self._taken.add(number)
        elif inbound is not None:
            waiting.add(inbound.address)

    def _confirm(self, numbers: list[int]) -> None:
        left = [number for number in numbers if number not in self._taken]
        if numbers:
            self._offset = min(left) if left else max(numbers) + 1
        self._taken = {number for number in self._taken if number > self._offset}


def _is_numbered(update: object) -> TypeGuard[Update]:
    return isinstance(update, Mapping) and isinstance(update.get("update_id"), int)
