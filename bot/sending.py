"""What leaves: leased from the outbox, judged by the policy, paced, sent, and settled with its outcome.

Sends are at-least-once where a messenger cannot tell a resend: a process that dies between the messenger's
yes and the note of it sends that one row again.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator, Callable, Mapping, MutableMapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog

from bot.channels.channel import Blocked, Channel, NeedsTemplate, Outcome, Rejected, Retry, Sent
from bot.pacing import Pacer
from flows import policy
from flows.rendering import Message
from storage import journal, outbox, participants
from storage.database import Database, is_unavailable
from storage.outbox import Leased
from storage.secrets import Secrets, Unsealable

log = structlog.get_logger()

RANK = {"reply": 0, "answer": 1, "check_in": 2, "nudge": 3, "broadcast": 4}
LONGEST_WAIT = 300.0
"""Seconds between two tries at the most."""


class Sender:
    """Sends for the channels that are open in this process."""

    def __init__(
        self,
        database: Database,
        secrets: Secrets,
        channels: Mapping[str, Channel],
        clock: Callable[[], datetime],
        worker: str,
    ) -> None:
        """`channels` may grow while running; rows of a channel that is not open here wait."""
        self._database = database
        self._secrets = secrets
        self._channels = channels
        self._clock = clock
        self._worker = worker
        self._pacers: dict[str, Pacer] = {}
        self._bell = asyncio.Event()
        self._chats: MutableMapping[int, _Turnstile] = defaultdict(_Turnstile)
        self._sending: set[asyncio.Task[None]] = set()
        self._resting: dict[int, datetime] = {}

    async def deliver(self, channel: str, rows: Sequence[int]) -> None:
        """Send rows that were leased for this process: at once, or in the background where it takes time."""
        if not rows:
            return
        task = asyncio.create_task(self._send_all(rows))
        self._sending.add(task)
        task.add_done_callback(self._sending.discard)
        known = self._channels.get(channel)
        if known is not None and known.capabilities.idempotent:
            await task

    def wake(self) -> None:
        """Something was put in the outbox: look now."""
        self._bell.set()

    async def run(self) -> None:
        """Send what is due, until cancelled. A database that is away is waited for."""
        while True:
            self._bell.clear()
            try:
                found = await self.send_due()
            except Exception as problem:
                if not is_unavailable(problem):
                    log.error("sending failed", problem=type(problem).__name__)
                found = 0
            if not found:
                await self._pause(1.0)

    async def send_due(self) -> int:
        """One round: lease what may go, send it, and tell how much there was."""
        if not self._channels:
            return 0
        async with self._database.writing() as connection:
            ids = await outbox.lease_due(
                connection, self._worker, self._clock(), channels=tuple(self._channels)
            )
        await self._send_all(ids)
        return len(ids)

    async def close(self) -> None:
        """Let what is being sent finish, for a moment; what is not stays in the outbox."""
        if not self._sending:
            return
        _, unfinished = await asyncio.wait(self._sending, timeout=3)
        for task in unfinished:
            task.cancel()
        await asyncio.gather(*unfinished, return_exceptions=True)

    async def _pause(self, seconds: float) -> None:
        try:
            async with asyncio.timeout(seconds):
                await self._bell.wait()
        except TimeoutError:
            return

    async def _send_all(self, ids: Sequence[int]) -> None:
        """Different chats at once; of one chat one after the other."""
        if not ids:
            return
        try:
            async with self._database.reading() as connection:
                rows = await outbox.read(connection, ids)
            chats: dict[int, list[Leased]] = defaultdict(list)
            for row in rows:
                chats[row.address_id].append(row)
            await asyncio.gather(*(self._send_chat(number, held) for number, held in chats.items()))
        except Exception as problem:
            # The leases run out by themselves, and the rows are tried again.
            log.warning("rows left for a later try", problem=type(problem).__name__, rows=len(ids))

    async def _send_chat(self, address_id: int, rows: Sequence[Leased]) -> None:
        async with self._passage(address_id):
            resting = self._resting.get(address_id)
            if resting is not None and resting > self._clock():
                await self._queue_up(rows, resting)
                return
            self._resting.pop(address_id, None)
            for row in rows:
                if not await self._send_one(row):
                    return

    async def _queue_up(self, rows: Sequence[Leased], until: datetime) -> None:
        """The messenger said not now about an earlier row of this chat: the later ones wait behind it."""
        async with self._database.writing() as connection:
            for row in rows:
                await outbox.hold(connection, row.id, until, "in_order")

    @asynccontextmanager
    async def _passage(self, address_id: int) -> AsyncIterator[None]:
        """One sender at a time for a chat; forgotten when nobody is there."""
        turnstile = self._chats[address_id]
        turnstile.waiting += 1
        try:
            async with turnstile.lock:
                yield
        finally:
            turnstile.waiting -= 1
            if not turnstile.waiting:
                self._chats.pop(address_id, None)

    async def _send_one(self, row: Leased) -> bool:
        """Judge, send and settle one row; False when the rest of this chat must wait."""
        channel = self._channels.get(row.channel)
        if channel is None:
            return False
        match await self._judge(row, channel):
            case policy.Hold(until, reason):
                async with self._database.writing() as connection:
                    await outbox.hold(connection, row.id, until, reason)
                return True
            case policy.Drop(reason):
                await self._settle(row, "dropped", reason=reason)
                return True
        try:
            address = self._secrets.open(row.sealed_address).decode()
            message = Message.load(self._secrets.open_json(row.body))
        except Unsealable:
            await self._settle(row, "dropped", reason="unsealable")
            return True
        await self._pacer(channel).turn(address, RANK[row.kind])
        outcome = await channel.send(address, message, row.key)
        if isinstance(outcome, Sent) and message.numbered and row.kind != "reply":
            await self._offer(row, message)
        return await self._note(row, channel, outcome)

    async def _offer(self, row: Leased, message: Message) -> None:
        """Without buttons, what was just shown is asked for by its number."""
        offered = [(button.payload, [button.label]) for button in message.numbered]
        async with self._database.writing() as connection:
            await journal.offer(connection, self._secrets, row.address_id, offered)

    async def _judge(self, row: Leased, channel: Channel) -> policy.Decision:
        now = self._clock()
        pushes = 0
        if row.kind in ("nudge", "broadcast") and row.participant_id is not None:
            async with self._database.reading() as connection:
                pushes = await outbox.pushes_since(
                    connection, row.participant_id, now - policy.window(row.often)
                )
        waiting = policy.Waiting(
            kind=row.kind,
            created_at=row.created_at,
            expires_at=row.expires_at,
            blocked_at=row.blocked_at,
            stopped_at=row.stopped_at,
            paused_until=row.paused_until,
            often=row.often,
            zone=row.zone,
            quiet_from=row.quiet_from,
            quiet_until=row.quiet_until,
            pushes_a_week=row.pushes_a_week,
            pushes_in_week=pushes,
            last_heard_at=row.last_heard_at,
            session_hours=channel.capabilities.session_hours,
            has_template=False,
            live=policy.is_talking(row.last_heard_at, now),
        )
        return policy.decide(waiting, now)

    async def _note(self, row: Leased, channel: Channel, outcome: Outcome) -> bool:
        match outcome:
            case Sent(remote_id):
                await self._settle(row, "sent", remote_id=remote_id)
            case Blocked():
                await self._block(row)
            case Rejected(reason):
                await self._settle(row, "dropped", reason=reason)
            case NeedsTemplate():
                await self._settle(row, "dropped", reason="window")
            case Retry() as retry:
                await self._retry(row, channel, retry)
                return False
        return True

    async def _settle(self, row: Leased, state: outbox.Final, reason: str = "", remote_id: str = "") -> None:
        async with self._database.writing() as connection:
            await outbox.settle(connection, row.id, state, self._clock(), reason=reason, remote_id=remote_id)

    async def _block(self, row: Leased) -> None:
        now = self._clock()
        address = self._secrets.open(row.sealed_address).decode()
        async with self._database.writing() as connection:
            concerned = await participants.block(connection, self._secrets, row.channel, address, now)
            for address_id in concerned:
                await outbox.drop_for(connection, address_id, "blocked", now)

    async def _retry(self, row: Leased, channel: Channel, retry: Retry) -> None:
        wait = min(max(retry.after, 0.05) * (1 if retry.account else 2 ** min(row.tries, 8)), LONGEST_WAIT)
        if retry.account:
            self._pacer(channel).pause(retry.after)
            wait = retry.after
        until = self._clock() + timedelta(seconds=wait)
        async with self._database.writing() as connection:
            await outbox.retry(connection, row, until, retry.reason)
        self._resting[row.address_id] = until

    def _pacer(self, channel: Channel) -> Pacer:
        if channel.name not in self._pacers:
            self._pacers[channel.name] = Pacer(channel.capabilities)
        return self._pacers[channel.name]


@dataclass
class _Turnstile:
    """Lets one sender at a time through to a chat."""

    lock: asyncio.Lock
    waiting: int = 0

    def __init__(self) -> None:
        self.lock = asyncio.Lock()
