"""When the next message of an account may go, so that its messenger has no reason to refuse it."""

from __future__ import annotations

import asyncio
import math
import time
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from heapq import heappop, heappush
from itertools import count
from typing import Final

from flows.capabilities import Capabilities

JITTER: Final = 0.05
"""On their way two messages may come this many seconds closer to one another."""

_FEW_CHATS: Final = 100
_ROUNDING: Final = 1e-6


class Pacer:
    """The turns of one account, in one event loop.

    No more than `per_second` messages leave in any one second; to one chat `chat_burst` at once and then
    `per_chat` a second. Of those who wait, the lowest rank goes first, then who came first; whoever waits for
    a slow chat lets others pass. Rank 0 is a person who waits for a reply: as many go at once as the
    messenger takes. All others are spread over the second, so that a reply finds a gap at any moment.
    """

    def __init__(
        self,
        capabilities: Capabilities,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._clock = clock
        self._sleep = sleep
        self._account = _Account(capabilities.per_second)
        self._chats = _Chats(capabilities.per_chat, capabilities.chat_burst)
        self._ready: list[_Turn] = []
        self._numbers = count()
        self._alarm: asyncio.Task[None] | None = None
        self._alarm_at = math.inf

    async def turn(self, chat: str, rank: int) -> None:
        """Wait until one message to this chat may go. Who is cancelled meanwhile takes no place."""
        mine = _Turn(rank, next(self._numbers), chat, asyncio.get_running_loop().create_future())
        heappush(self._ready, mine)
        self._go_on()
        await mine.given

    def pause(self, seconds: float) -> None:
        """The messenger asked for silence: nothing goes for so long."""
        self._account.paused_until = max(self._account.paused_until, self._clock() + seconds)

    @property
    def remembered(self) -> int:
        """How many chats it keeps in mind: those of the last few seconds."""
        return len(self._chats)

    def _go_on(self) -> None:
        """Give every turn that may go now, and set the alarm for the next."""
        now = self._clock()
        for turn in self._chats.free(now):
            heappush(self._ready, turn)
        while self._ready:
            first = self._ready[0]
            if first.given.done():
                heappop(self._ready)
            elif not self._chats.may_go(first.chat, now):
                self._chats.park(heappop(self._ready))
            elif self._account.free_at(first.rank) > now:
                break
            else:
                heappop(self._ready).given.set_result(None)
                self._account.went(first.rank, now)
                self._chats.went(first.chat, now)
        self._set_alarm(now, self._next())

    def _next(self) -> float:
        """When something may change; infinity when nobody waits."""
        account = self._account.free_at(self._ready[0].rank) if self._ready else math.inf
        return min(account, max(self._chats.next_free, self._account.free_at(0)))

    def _set_alarm(self, now: float, moment: float) -> None:
        if self._alarm and moment < math.inf and moment >= self._alarm_at:
            return  # it rings in time, and is set anew then
        if self._alarm:
            self._alarm.cancel()
            self._alarm = None
        self._alarm_at = moment
        if moment < math.inf:
            self._alarm = asyncio.create_task(self._ring(moment - now))

    async def _ring(self, seconds: float) -> None:
        await self._sleep(seconds)
        self._alarm = None
        self._go_on()


@dataclass(order=True, slots=True)
class _Turn:
    rank: int
    number: int
    chat: str = field(compare=False)
    given: asyncio.Future[None] = field(compare=False)


class _Account:
    """All messages together."""

    def __init__(self, per_second: float) -> None:
        self.paused_until = -math.inf
        self._most = math.inf if math.isinf(per_second) else max(1, math.floor(per_second))
        self._over = max(1.0, self._most / per_second) + JITTER if self._most < math.inf else 0.0
        self._gap = self._over / self._most
        self._sent: deque[float] = deque()
        self._next_push = -math.inf

    def free_at(self, rank: int) -> float:
        """When a message of this rank may go, if the clock says a moment that is past: now."""
        window = self._sent[0] + self._over if len(self._sent) >= self._most else -math.inf
        return max(self.paused_until, window, self._next_push if rank else -math.inf)

    def went(self, rank: int, now: float) -> None:
        if self._most < math.inf:
            self._sent.append(now)
        if len(self._sent) > self._most:
            self._sent.popleft()
        if rank:
            # A timer that rings late may be made up for, but a quiet hour may not.
            self._next_push = max(self._next_push, now - JITTER) + self._gap


@dataclass(slots=True)
class _Chat:
    """`full_at` is when its whole burst may go again; `parked` wait until one message may."""

    full_at: float = -math.inf
    parked: list[_Turn] = field(default_factory=list)


class _Chats:
    """Each chat by itself. Only those that were written to a moment ago, or wait, are remembered."""

    def __init__(self, per_chat: float, burst: int) -> None:
        self._gap = 1 / per_chat + JITTER if per_chat < math.inf else 0.0
        self._slack = (burst - 1) * self._gap + _ROUNDING
        self._chats: dict[str, _Chat] = {}
        self._slow: list[tuple[float, str]] = []
        self._enough = _FEW_CHATS

    def __len__(self) -> int:
        return len(self._chats)

    @property
    def next_free(self) -> float:
        """When the first chat that somebody waits for is free; infinity when nobody does."""
        return self._slow[0][0] if self._slow else math.inf

    def may_go(self, name: str, now: float) -> bool:
        chat = self._chats.get(name)
        return chat is None or chat.full_at - self._slack <= now

    def went(self, name: str, now: float) -> None:
        chat = self._chats.setdefault(name, _Chat())
        chat.full_at = max(chat.full_at, now) + self._gap
        if len(self._chats) > self._enough:
            self._forget(now)

    def park(self, turn: _Turn) -> None:
        """Only of a chat that may not go now."""
        chat = self._chats[turn.chat]
        if not chat.parked:
            heappush(self._slow, (chat.full_at - self._slack, turn.chat))
        chat.parked.append(turn)

    def free(self, now: float) -> list[_Turn]:
        """Who waited for a chat that is free now; they wait no more."""
        freed: list[_Turn] = []
        while self._slow and self._slow[0][0] <= now:
            chat = self._chats[heappop(self._slow)[1]]
            freed += chat.parked
            chat.parked = []
        return freed

    def _forget(self, now: float) -> None:
        self._chats = {name: chat for name, chat in self._chats.items() if chat.parked or chat.full_at > now}
        self._enough = max(_FEW_CHATS, 2 * len(self._chats))
