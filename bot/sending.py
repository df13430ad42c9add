"""What leaves: leased from the outbox, judged by the policy, paced, sent, and settled with its outcome.

Sends are at-least-once where a messenger cannot tell a resend: a process that dies between the messenger's
yes and the note of it sends that one row again.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import takewhile

import structlog

from bot.channels.channel import Blocked, Channel, NeedsTemplate, Outcome, Rejected, Retry, Sent
from bot.pacing import Pacer
from bot.passages import Passages
from flows import policy
from flows.deeds.remind_unfinished import is_overtaken
from flows.rendering import Button, Message
from storage import journal, outbox, participants
from storage.database import Database, is_unavailable
from storage.outbox import Waiting
from storage.secrets import Secrets, Unsealable

log = structlog.get_logger()

RANK = {"reply": 0, "answer": 1, "check_in": 2, "opening": 3, "nudge": 4, "broadcast": 5}
LONGEST_WAIT = 300.0
"""Seconds between two tries at the most."""

REMINDER = "nudge:"
"""What the keys of reminders of an unfinished conversation begin with; other nudges have their own."""

TRIES = 8
"""How often a message is tried over which we ourselves stumble."""

ELSEWHERE = timedelta(seconds=1)
"""How long to leave a chat alone to which another process is sending."""


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
        self._passages = Passages()
        self._sending: set[asyncio.Task[None]] = set()

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
                chats = await outbox.chats(connection, ids)
            await asyncio.gather(*(self._send_chat(number, newest) for number, newest in chats.items()))
        except Exception as problem:
            # The leases run out by themselves, and the rows are tried again.
            log.warning("rows left for a later try", problem=type(problem).__name__, rows=len(ids))

    async def _send_chat(self, address_id: int, newest: int) -> None:
        """Send what is due for a chat up to this row, so that nothing passes what was put in earlier."""
        async with self._passages.through(address_id):
            for row in await self._line(address_id, newest):
                if not await self._send_one(row):
                    return

    async def _line(self, address_id: int, newest: int) -> Sequence[Waiting]:
        """The rows to send now, leased by us; what must wait behind another row is put off."""
        now = self._clock()
        async with self._database.reading() as connection:
            waiting = await outbox.line(connection, address_id, newest)
        ready, until = _in_order(waiting, self._worker, now)
        short = {row.id for row in ready if self._runs_short(row)}
        if not short and until is None:
            return ready
        async with self._database.writing() as connection:
            ours = await outbox.take(connection, short, self._worker, now)
            ours |= {row.id for row in waiting if row.leased_by == self._worker}
            ready = list(takewhile(lambda row: row.id in ours, ready))
            behind = ours - {row.id for row in ready}
            await outbox.queue_up(connection, behind, until or now + ELSEWHERE)
        return [replace(row, leased_by=self._worker, leased_until=now + outbox.LEASE) for row in ready]

    def _runs_short(self, row: Waiting) -> bool:
        """Whether the lease is not ours, or would run out soon."""
        soon = self._clock() + outbox.LEASE / 2
        return row.leased_by != self._worker or row.leased_until is None or row.leased_until < soon

    async def _send_one(self, row: Waiting) -> bool:
        """Judge, send and settle one row; False when the rest of this chat must wait."""
        channel = self._channels.get(row.channel)
        if channel is None:
            return False
        try:
            outcome = await self._attempt(row, channel)
        except _Lost:
            return False
        except Exception as problem:
            if is_unavailable(problem):
                raise
            # A mistake of ours, and not the reason for this chat never to hear from us again.
            log.error("message not sent", channel=row.channel, problem=type(problem).__name__)
            outcome = Rejected("failed") if row.tries + 1 >= TRIES else Retry(1.0, reason="failed")
        return await self._note(row, channel, outcome)

    async def _attempt(self, row: Waiting, channel: Channel) -> Outcome | policy.Hold | policy.Drop:
        decision = await self._judge(row, channel)
        if not isinstance(decision, policy.Go):
            return decision
        if row.kind == "nudge" and await self._comes_too_late(row):
            return policy.Drop("expired")
        try:
            address = self._secrets.open(row.sealed_address).decode()
            message = Message.load(self._secrets.open_json(row.body))
        except Unsealable:
            return Rejected("unsealable")
        await self._pacer(channel).turn(address, RANK[row.kind])
        if self._runs_short(row):
            await self._hold_on(row)
        return await channel.send(address, message, row.key)

    async def _comes_too_late(self, row: Waiting) -> bool:
        """A nudge may have waited for a decent hour, and the person have come meanwhile."""
        if not row.key.startswith(REMINDER):
            return row.last_heard_at > row.created_at
        async with self._database.writing() as connection:
            return await is_overtaken(connection, row.address_id, row.created_at, tried=row.tries > 0)

    async def _hold_on(self, row: Waiting) -> None:
        """Its turn was long in coming: lease it for longer. Raises _Lost when it is not ours any more."""
        async with self._database.writing() as connection:
            if not await outbox.take(connection, [row.id], self._worker, self._clock()):
                raise _Lost

    async def _judge(self, row: Waiting, channel: Channel) -> policy.Decision:
        now = self._clock()
        pushes = 0
        if row.kind in ("nudge", "broadcast") and row.participant_id is not None:
            async with self._database.reading() as connection:
                pushes = await outbox.pushes_since(
                    connection, row.participant_id, now - policy.window(row.often)
                )
        known = policy.Waiting(
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
        return policy.decide(known, now)

    async def _note(
        self, row: Waiting, channel: Channel, outcome: Outcome | policy.Hold | policy.Drop
    ) -> bool:
        match outcome:
            case Sent(remote_id):
                await self._sent(row, remote_id)
            case Rejected(reason) | policy.Drop(reason):
                await self._drop(row, reason)
            case NeedsTemplate():
                await self._drop(row, "window")
            case policy.Hold(until, reason):
                async with self._database.writing() as connection:
                    await outbox.hold(connection, row.id, until, reason)
            case Blocked():
                await self._block(row)
                return False
            case Retry() as retry:
                await self._retry(row, channel, retry)
                return False
        return True

    async def _sent(self, row: Waiting, remote_id: str) -> None:
        numbered: Sequence[Button] = ()
        if row.kind != "reply":
            numbered = Message.load(self._secrets.open_json(row.body)).numbered
        async with self._database.writing() as connection:
            await outbox.settle(connection, row.id, "sent", self._clock(), remote_id=remote_id)
            if numbered:
                # Without buttons, what was just shown is asked for by its number.
                offered = [(button.payload, [button.label]) for button in numbered]
                await journal.offer(connection, self._secrets, row.address_id, offered)

    async def _drop(self, row: Waiting, reason: str) -> None:
        async with self._database.writing() as connection:
            await outbox.settle(connection, row.id, "dropped", self._clock(), reason=reason)

    async def _block(self, row: Waiting) -> None:
        now = self._clock()
        address = self._secrets.open(row.sealed_address).decode()
        async with self._database.writing() as connection:
            concerned = await participants.block(connection, self._secrets, row.channel, address, now)
            for address_id in concerned:
                await outbox.drop_for(connection, address_id, "blocked", now)

    async def _retry(self, row: Waiting, channel: Channel, retry: Retry) -> None:
        wait = min(max(retry.after, 0.05) * (1 if retry.account else 2 ** min(row.tries, 8)), LONGEST_WAIT)
        if retry.account:
            self._pacer(channel).pause(retry.after)
            wait = retry.after
        until = self._clock() + timedelta(seconds=wait)
        async with self._database.writing() as connection:
            await outbox.retry(connection, row, until, retry.reason)

    def _pacer(self, channel: Channel) -> Pacer:
        if channel.name not in self._pacers:
            self._pacers[channel.name] = Pacer(channel.capabilities)
        return self._pacers[channel.name]


class _Lost(Exception):
    """Another process took the row over, or it was settled meanwhile."""


def _in_order(
    waiting: Sequence[Waiting], worker: str, now: datetime
) -> tuple[list[Waiting], datetime | None]:
    """What of a chat may go now, oldest first; and, when a row may not be passed, until when to wait for it.

    A row that the policy holds may be passed, one that the messenger refused for now may not.
    """
    ready: list[Waiting] = []
    for row in waiting:
        if row.not_before > now:
            if row.tries:
                return ready, row.not_before
        elif row.leased_by != worker and row.leased_until is not None and row.leased_until >= now:
            return ready, now + ELSEWHERE
        else:
            ready.append(row)
    return ready, None
