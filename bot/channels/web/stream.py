"""What the bot sends, live: a bell for each chat, and the server-sent events that it wakes.

The bell carries nothing. After each ring, and every few seconds in case another process wrote, the stream
reads what came after the last message it showed; so nothing can be missed or shown twice.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass

POLL = 5.0
"""Seconds between two looks when nobody rang."""

HEARTBEAT = 15.0
"""Seconds of silence after which a comment is sent, so that proxies keep the connection."""


class Bells:
    """Wakes the open pages of a chat, in this process."""

    def __init__(self) -> None:
        """Nobody is listening yet."""
        self._bells: dict[str, set[asyncio.Event]] = {}
        self._left: set[asyncio.Event] = set()
        self.closed = False

    def ring(self, lookup: str) -> None:
        """Something new stands in the chat."""
        for bell in self._bells.get(lookup, ()):
            bell.set()

    def leave(self, lookup: str) -> None:
        """The person left this device: its open pages have to go."""
        bells = self._bells.get(lookup, set())
        self._left |= bells
        self.ring(lookup)

    def has_left(self, bell: asyncio.Event) -> bool:
        """Whether the person left since this page began to listen."""
        return bell in self._left

    def listen(self, lookup: str) -> asyncio.Event:
        """A bell of one's own; give it back with `stop`."""
        bell = asyncio.Event()
        self._bells.setdefault(lookup, set()).add(bell)
        return bell

    def stop(self, lookup: str, bell: asyncio.Event) -> None:
        """No longer listen."""
        self._left.discard(bell)
        bells = self._bells.get(lookup, set())
        bells.discard(bell)
        if not bells:
            self._bells.pop(lookup, None)

    def close(self) -> None:
        """Wake everyone for the last time: the streams end."""
        self.closed = True
        for lookup in self._bells:
            self.ring(lookup)


@dataclass(frozen=True)
class Shown:
    """One message as the page shows it."""

    id: int
    html: str


Read = Callable[[int], Awaitable[list[Shown] | None]]
"""What came after a message id; None when that message itself is gone."""


async def events(bells: Bells, lookup: str, last_id: int, read: Read) -> AsyncIterator[str]:
    """The stream of one open page: its messages, and a sign when the page has to be fetched anew."""
    bell = bells.listen(lookup)
    loop = asyncio.get_running_loop()
    try:
        yield "retry: 2000\n\n"
        spoke = loop.time()
        while not bells.closed:
            if bells.has_left(bell):
                yield "event: gone\ndata: left\n\n"
                return
            bell.clear()
            fresh = await read(last_id)
            if fresh is None:
                yield "event: gone\ndata: forgotten\n\n"
                return
            for shown in fresh:
                yield event(shown)
                last_id, spoke = shown.id, loop.time()
            if loop.time() - spoke >= HEARTBEAT:
                yield ": still here\n\n"
                spoke = loop.time()
            await _rung(bell)
    finally:
        bells.stop(lookup, bell)


def event(shown: Shown) -> str:
    """One message in the form of a server-sent event."""
    lines = "".join(f"data: {line}\n" for line in shown.html.splitlines() if line.strip())
    return f"id: {shown.id}\n{lines}\n"


async def _rung(bell: asyncio.Event) -> None:
    try:
        await asyncio.wait_for(bell.wait(), POLL)
    except TimeoutError:
        return
