"""The pace of an account: never too fast, hardly ever too slow, and replies first."""

import asyncio
import random
from collections.abc import Iterable
from heapq import heappop, heappush
from itertools import count

import pytest
from fakes.bot_api.pace import Pace
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.pacing import JITTER, Pacer
from flows.capabilities import Capabilities

TELEGRAM = Capabilities(text_length=4096, per_second=30.0, per_chat=1.0, chat_burst=3)
REPLY, ANSWER, NUDGE, BROADCAST = 0, 1, 3, 4

Sent = tuple[float, str, int]
Wish = tuple[float, str, int]


class Clock:
    """Time that stands still while anybody is busy, and jumps to the next who sleeps."""

    def __init__(self) -> None:
        self.now = 1_000_000.0
        self.sleeps = 0
        self._numbers = count()
        self._sleeping: list[tuple[float, int, asyncio.Future[None]]] = []

    def __call__(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.sleeps += 1
        woken = asyncio.get_running_loop().create_future()
        heappush(self._sleeping, (self.now + seconds, next(self._numbers), woken))
        await woken

    async def run(self, until: float = float("inf")) -> None:
        """Go on until nobody sleeps any more, or until this many seconds after the start."""
        await settle()
        while self._sleeping and self._sleeping[0][0] <= 1_000_000.0 + until:
            moment, _, woken = heappop(self._sleeping)
            if not woken.done():
                self.now = max(self.now, moment)
                woken.set_result(None)
                await settle()


async def settle() -> None:
    for _ in range(8):
        await asyncio.sleep(0)


class Office:
    """Those who want to send, and what went out when: (seconds since the start, chat, rank)."""

    def __init__(self, capabilities: Capabilities = TELEGRAM) -> None:
        self.clock = Clock()
        self.pacer = Pacer(capabilities, self.clock, self.clock.sleep)
        self.sent: list[Sent] = []
        self.tasks: list[asyncio.Task[None]] = []

    def wish(self, chat: str, rank: int, after: float = 0.0) -> asyncio.Task[None]:
        self.tasks.append(asyncio.create_task(self._send(chat, rank, after)))
        return self.tasks[-1]

    async def _send(self, chat: str, rank: int, after: float) -> None:
        if after:
            await self.clock.sleep(after)
        await self.pacer.turn(chat, rank)
        self.sent.append((self.clock.now - 1_000_000.0, chat, rank))

    def moments(self, chat: str) -> list[float]:
        return [moment for moment, name, _ in self.sent if name == chat]


async def played(wishes: Iterable[Wish], capabilities: Capabilities = TELEGRAM) -> Office:
    office = Office(capabilities)
    for after, chat, rank in wishes:
        office.wish(chat, rank, after)
    await office.clock.run()
    assert all(task.done() for task in office.tasks)
    return office


def most_in(moments: list[float], seconds: float) -> int:
    """The most that went in any stretch of time of this length."""
    return max(sum(first <= moment < first + seconds for moment in moments) for first in moments)


WISHES = st.lists(
    st.tuples(
        st.sampled_from([0.0, 0.5, 1.0]) | st.floats(0, 5),
        st.sampled_from("abc") | st.integers(0, 60).map(str),
        st.sampled_from([REPLY, ANSWER, NUDGE, BROADCAST]),
    ),
    min_size=1,
    max_size=150,
)


@settings(max_examples=60, deadline=None)
@given(WISHES)
async def test_never_too_fast(wishes: list[Wish]) -> None:
    """In no second do more than thirty messages go, or more than three to one chat; all go in the end."""
    office = await played(wishes)
    assert most_in([moment for moment, _, _ in office.sent], 1.0) <= 30
    for chat in {chat for _, chat, _ in office.sent}:
        moments = office.moments(chat)
        assert most_in(moments, 1.0) <= 3
        assert all(later - first >= at - 2 for first in moments[:1] for at, later in enumerate(moments))
    assert sorted((chat, rank) for _, chat, rank in office.sent) == sorted(wish[1:] for wish in wishes)


@settings(max_examples=60, deadline=None)
@given(WISHES)
async def test_never_too_slow(wishes: list[Wish]) -> None:
    """The last message goes about when the limits allow it."""
    office = await played(wishes)
    most_to_one = max(len(office.moments(chat)) for _, chat, _ in office.sent)
    limit = 1.05 * max(len(wishes) / 30, most_to_one - 2)
    assert office.sent[-1][0] <= max(after for after, _, _ in wishes) + limit + 1.1


@settings(max_examples=40, deadline=None)
@given(
    st.integers(1, 40),
    st.floats(0.3, 90),
    st.floats(0.05, 5),
    st.integers(1, 5),
    st.integers(1, 6),
    st.booleans(),
)
async def test_any_limits(
    size: int, per_second: float, per_chat: float, burst: int, chats: int, reply: bool
) -> None:
    """The limits hold whatever they are."""
    limits = Capabilities(text_length=1, per_second=per_second, per_chat=per_chat, chat_burst=burst)
    office = await played(((0.0, str(at % chats), 0 if reply else 4) for at in range(size)), limits)
    moments = [moment for moment, _, _ in office.sent]
    assert most_in(moments, max(1.0, 1 / per_second)) <= max(1, per_second)
    for chat in map(str, range(min(chats, size))):
        own = office.moments(chat)
        assert all(own[at] - own[0] >= (at - burst + 1) / per_chat - 1e-6 for at in range(len(own)))


async def test_near_full_use() -> None:
    """A broadcast to many uses at least nine tenths of what the messenger takes."""
    office = await played((0.0, str(chat), BROADCAST) for chat in range(900))
    assert 30 <= office.sent[-1][0] <= 900 / 30 / 0.9


async def test_burst_of_replies() -> None:
    """Thirty replies go at once."""
    office = await played((0.0, str(chat), REPLY) for chat in range(31))
    assert [moment for moment, _, _ in office.sent[:30]] == [0.0] * 30
    assert office.sent[30][0] == pytest.approx(1.05)


async def test_one_chat() -> None:
    """To one chat three go at once, then about one a second; after some rest three again."""
    office = await played((0.0, "a", REPLY) for _ in range(5))
    assert office.moments("a") == pytest.approx([0, 0, 0, 1.05, 2.1])
    office.sent.clear()
    for _ in range(4):
        office.wish("a", REPLY, after=10)
    await office.clock.run()
    moments = office.moments("a")
    assert moments[0] == moments[1] == moments[2] < moments[3] - 1


async def test_replies_pass() -> None:
    """A reply passes a broadcast that is under way, and hardly waits."""
    wishes = [*((0.0, str(chat), BROADCAST) for chat in range(300)), (3.0, "person", REPLY)]
    office = await played(wishes)
    assert office.moments("person")[0] - 3.0 < 0.05


async def test_ranks() -> None:
    """Of those who wait the lowest rank goes first, and in a rank who came first."""
    office = await played(
        [
            *((0.0, str(chat), REPLY) for chat in range(30)),
            *((0.5, f"{rank}{at}", rank) for at in range(3) for rank in (BROADCAST, NUDGE, REPLY, ANSWER)),
        ]
    )
    waited = [chat for _, chat, _ in office.sent[30:]]
    assert waited == [f"{rank}{at}" for rank in (REPLY, ANSWER, NUDGE, BROADCAST) for at in range(3)]


async def test_ranks_in_one_chat() -> None:
    """In one chat, too, a reply passes what waits."""
    office = await played([*((0.0, "a", BROADCAST) for _ in range(6)), (1.0, "a", REPLY)])
    assert [rank for _, _, rank in office.sent].index(REPLY) == 3


async def test_slow_chat() -> None:
    """Those who write to other chats do not wait for a chat that takes no more."""
    office = await played(
        [*((0.0, "slow", REPLY) for _ in range(40)), *((0.0, str(at), ANSWER) for at in range(20))]
    )
    assert max(moment for moment, chat, _ in office.sent if chat != "slow") < 1


async def test_pause() -> None:
    """After a 429 nothing goes for as long as it said, replies included; then all goes on."""
    office = Office()
    for at in range(60):
        office.wish(str(at), BROADCAST)
    await office.clock.run(until=0.5)
    before = len(office.sent)
    paused_at = office.clock.now - 1_000_000.0
    office.pacer.pause(7)
    office.pacer.pause(2)
    office.wish("person", REPLY, after=0.1)
    await office.clock.run()
    assert 0 < before < 60
    assert office.sent[before][0] >= paused_at + 7
    assert office.sent[before][2] == REPLY
    assert len(office.sent) == 61


async def test_pause_when_idle() -> None:
    """Who comes during a pause waits for its end."""
    office = Office()
    office.pacer.pause(7)
    office.wish("a", REPLY)
    await office.clock.run()
    assert office.moments("a") == [7]


async def test_cancelled() -> None:
    """Who gives up takes no place, and leaves nobody waiting."""
    office = Office()
    mine = [office.wish("a", REPLY) for _ in range(6)]
    await office.clock.run(until=0.5)
    mine[3].cancel()
    mine[4].cancel()
    await office.clock.run()
    assert office.moments("a") == pytest.approx([0, 0, 0, 1.05])
    assert mine[5].done()


async def test_no_polling() -> None:
    """It wakes about once a message, and never when nobody waits."""
    office = await played((0.0, str(at % 50), BROADCAST) for at in range(150))
    assert office.clock.sleeps <= 150 + 50 + 10
    before = office.clock.sleeps
    office.clock.now += 3600
    await settle()
    assert office.clock.sleeps == before


async def test_forgets() -> None:
    """Chats that were not written to for a while are forgotten."""
    pacer = Pacer(
        Capabilities(text_length=1, per_second=float("inf"), per_chat=1.0), clock := Clock(), clock.sleep
    )
    for chat in range(20_000):
        clock.now += 0.01
        await pacer.turn(str(chat), REPLY)
    assert pacer.remembered < 1000


async def test_without_limits() -> None:
    """A channel without limits is not held up."""
    free = Capabilities(text_length=1, per_second=float("inf"), per_chat=float("inf"), chat_burst=1)
    office = await played(((0.0, "a", BROADCAST) for _ in range(500)), free)
    assert office.sent[-1][0] == 0


async def test_against_the_messenger(monkeypatch: pytest.MonkeyPatch) -> None:
    """A messenger that counts for itself refuses nothing, though no two messages travel equally fast."""
    clock, chance = Clock(), random.Random(7)
    monkeypatch.setattr("time.perf_counter", clock)
    pacer, pace = Pacer(TELEGRAM, clock, clock.sleep), Pace(per_chat=3, overall=30)

    async def send(chat: int, rank: int) -> None:
        await pacer.turn(str(chat), rank)
        await clock.sleep(chance.uniform(0, JITTER))
        pace.step(chat)

    sending = asyncio.gather(*(send(chance.randrange(100), chance.randrange(5)) for _ in range(900)))
    await clock.run()
    await sending
