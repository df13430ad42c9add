"""From an event of a messenger to a committed turn, or to an honest failure.

What is received is committed before the messenger hears that we have it. A turn that fails is tried again
when the messenger delivers the event again; the fifth time it is set aside for a person.
"""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

import structlog

from bot.channels.channel import Beside, Received
from flows.deeds.acting import Acting
from flows.deeds.post_message import post_message
from flows.engine.talk import Say
from flows.inbound import Inbound
from flows.mistakes import place
from flows.phrasing import Phrasing
from flows.turns import Turns
from storage import participants, seen_events
from storage.database import Database, is_unavailable

log = structlog.get_logger()

TRIES = 5


@dataclass(frozen=True)
class Receiver:
    """Takes events. `deliver` sends rows that this process leased, `fetch` wakes who fetches files."""

    database: Database
    turns: Turns
    clock: Callable[[], datetime]
    deliver: Callable[[str, Sequence[int]], Awaitable[None]]
    fetch: Callable[[], None]

    async def receive(self, inbound: Inbound, beside: Beside | None = None) -> Received:
        """One event, one transaction, what its channel keeps included. Never raises for what was sent."""
        now = self.clock()
        try:
            async with self.database.writing() as connection:
                taken = await self.turns.take(connection, inbound, now)
                if not taken.duplicate:
                    await seen_events.forget_failure(connection, inbound.channel, inbound.event_id)
                if beside and not taken.duplicate:
                    await beside(connection, taken.agreed)
        except Exception as problem:
            return await self._failed(inbound, beside, problem)
        if taken.duplicate:
            return "duplicate"
        self.fetch()
        await self.deliver(inbound.channel, taken.rows)
        return "handled"

    async def _failed(self, inbound: Inbound, beside: Beside | None, problem: Exception) -> Received:
        """Note that the turn failed. Only the type of the problem is logged: its words may be personal."""
        kind = type(problem).__name__
        if is_unavailable(problem):
            log.warning("database away, event refused", channel=inbound.channel, problem=kind)
            return "again"
        log.error("turn failed", channel=inbound.channel, problem=kind, at=place(problem))
        try:
            return await self._note_failure(inbound, beside, kind)
        except Exception as second:
            log.error("failure could not be noted", channel=inbound.channel, problem=type(second).__name__)
            return "again"

    async def _note_failure(self, inbound: Inbound, beside: Beside | None, kind: str) -> Received:
        now = self.clock()
        sealed = self.turns.secrets.seal(json.dumps(asdict(inbound), default=str))
        lookup = self.turns.secrets.lookup(inbound.channel, inbound.address)
        async with self.database.writing() as connection:
            tries = await seen_events.record_failure(
                connection, inbound.channel, inbound.event_id, sealed, kind, now, lookup
            )
            if tries < TRIES:
                return "again"
            await seen_events.set_aside(connection, inbound.channel, inbound.event_id, now)
            await seen_events.record(connection, inbound.channel, inbound.event_id, now)
            rows = await self._apologize(self.turns.acting(connection, now), inbound, beside)
        await self.deliver(inbound.channel, rows)
        return "set_aside"

    async def _apologize(self, acting: Acting, inbound: Inbound, beside: Beside | None) -> list[int]:
        """A kind sentence to who wrote; nothing when we do not know them yet."""
        person = await participants.find(
            acting.connection, acting.secrets, inbound.channel, inbound.address, hint=inbound.language
        )
        if beside:
            await beside(acting.connection, person is not None and person.consented_at is not None)
        if person is None:
            return []
        return await post_message(
            acting,
            Phrasing(acting.wording, person.language).spoken(Say("turn-set-aside")),
            key=f"turn:{inbound.channel}:{inbound.event_id}",
            kind="reply",
            address_id=person.address_id,
            channel=inbound.channel,
            participant_id=person.participant_id,
            leased_by=self.turns.worker,
        )
