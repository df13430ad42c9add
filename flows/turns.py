"""One message, one turn: from what came in to what goes out, inside one transaction."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncConnection

from flows import offers
from flows.arriving import Arrived, arrive
from flows.capabilities import Capabilities
from flows.conversing import Conversing
from flows.deeds.acting import Acting, Links, no_links
from flows.deeds.post_message import post_message
from flows.engine.questions import Phrase
from flows.engine.talk import Action, Ask, Say, Script
from flows.hearing.events import Hearing
from flows.hearing.moves import Move
from flows.inbound import Blocked, Inbound, InGroup, Unblocked, Wrote
from flows.keywords import Keywords
from flows.phrasing import Phrasing
from flows.rendering import Message
from flows.wording import Wording
from storage import journal, outbox, participants, seen_events
from storage.journal import Talking
from storage.secrets import Secrets


@dataclass(frozen=True)
class Taken:
    """What a turn left: the outbox rows to send now; `duplicate` when the event was handled before.

    `agreed`: the person agrees, as it stands after the turn, that their words are kept.
    """

    rows: tuple[int, ...] = ()
    duplicate: bool = False
    agreed: bool = False


class Turns:
    """Takes turns; `worker` is the name under which this process leases its replies."""

    def __init__(
        self,
        scripts: Mapping[str, Script],
        secrets: Secrets,
        wording: Wording,
        capabilities: Mapping[str, Capabilities],
        worker: str,
        links: Links = no_links,
    ) -> None:
        """`capabilities` is by channel name; a channel may be added while running. `links` as in `Acting`."""
        self._conversing = Conversing(scripts)
        self._hearing = Hearing(self._conversing, wording)
        self._keywords = Keywords(wording)
        self.secrets = secrets
        self._wording = wording
        self._capabilities = capabilities
        self.worker = worker
        self._links = links

    async def take(self, connection: AsyncConnection, inbound: Inbound, now: datetime) -> Taken:
        """Record the event, or stop as a duplicate; then the whole turn. Raises what goes wrong."""
        if not await seen_events.record(connection, inbound.channel, inbound.event_id, now):
            return Taken(duplicate=True)
        acting = self.acting(connection, now)
        match inbound.event:
            case Blocked():
                await self._block(acting, inbound)
                return Taken()
            case Unblocked():
                await participants.block(connection, self.secrets, inbound.channel, inbound.address, None)
                return Taken()
            case InGroup(link):
                return await self._greet_group(acting, inbound, link)
        arrived = await arrive(acting, inbound)
        if not isinstance(arrived, Arrived):
            return await self._answer_at_the_door(acting, inbound, arrived.say)
        acting = replace(acting, person=arrived.person)
        overtaken = inbound.is_overtaken(arrived.person.last_order, arrived.person.used_at)
        order = arrived.person.last_order if overtaken else inbound.order
        await participants.heard(connection, arrived.person.address_id, order, now)
        return await self._talk(acting, inbound, arrived)

    def acting(self, connection: AsyncConnection, now: datetime) -> Acting:
        """What deeds of this process act with, for nobody in particular yet."""
        return Acting(connection, now, self.secrets, self._wording, self._capabilities, links=self._links)

    async def _talk(self, acting: Acting, inbound: Inbound, arrived: Arrived) -> Taken:
        talking = await journal.read(acting.connection, acting.secrets, arrived.person.address_id)
        move = await self._hearing.hear(acting, talking, inbound, came_in=arrived.came_in)
        acting = move.acting or acting
        played = await self._conversing.play(acting, move.talking, move.fresh)
        said = (*move.said, *played.said)
        ask = None if move.silent else played.ask
        if ask is not None and _merely_looked(move, played.talking, said):
            said = (*said[:-1], _with_way_back(said[-1]))
            ask = None
        offered = offers.shown(said, acting.wording, played.acting.resident.language, ask)
        kept = played.talking if move.silent else replace(played.talking, offered=offered)
        await self._keep(played.acting, kept, played.ask)
        rows = await self._reply(played.acting, inbound, said, ask, played.talking, above=move.above)
        return Taken(tuple(rows), agreed=played.acting.resident.consented_at is not None)

    async def _keep(self, acting: Acting, talking: Talking, ask: Ask | None) -> None:
        person = acting.resident
        remind_at = expires_at = None
        if ask is not None:
            talking = replace(talking, open_question=ask.name)
            expires_at = acting.now + timedelta(days=person.expire_after_days)
            if talking.reminded_at is None:
                remind_at = acting.now + timedelta(hours=person.remind_after_hours)
        await journal.write(
            acting.connection,
            acting.secrets,
            talking,
            now=acting.now,
            remind_at=remind_at,
            expires_at=expires_at,
        )

    async def _reply(
        self,
        acting: Acting,
        inbound: Inbound,
        said: tuple[Say, ...],
        ask: Ask | None,
        talking: Talking,
        *,
        above: bool,
    ) -> list[int]:
        person = acting.resident
        run = talking.top.run if talking.top else 0
        messages = Phrasing(acting.wording, person.language).messages(said, ask, run, above=above)
        return await self._post(acting, inbound, messages, person.address_id, person.participant_id)

    async def _post(
        self,
        acting: Acting,
        inbound: Inbound,
        messages: tuple[Message, ...],
        address_id: int,
        participant_id: int | None,
    ) -> list[int]:
        rows: list[int] = []
        for number, message in enumerate(messages):
            rows += await post_message(
                acting,
                message,
                key=f"turn:{inbound.channel}:{inbound.event_id}" + (f".{number}" if number else ""),
                kind="reply",
                address_id=address_id,
                channel=inbound.channel,
                participant_id=participant_id,
                leased_by=self.worker,
            )
        return rows

    async def _block(self, acting: Acting, inbound: Inbound) -> None:
        addresses = await participants.block(
            acting.connection, self.secrets, inbound.channel, inbound.address, acting.now
        )
        for address_id in addresses:
            await outbox.drop_for(acting.connection, address_id, "blocked", acting.now)

    async def _greet_group(self, acting: Acting, inbound: Inbound, link: str) -> Taken:
        """One sentence a group, ever; of who spoke nothing is kept."""
        group = self.secrets.lookup(inbound.channel, inbound.address)
        if not await seen_events.record(acting.connection, inbound.channel, f"group:{group}", acting.now):
            return Taken()
        return await self._answer_at_the_door(acting, inbound, Say("turn-group", {"link": link}))

    def _asked_language(self, inbound: Inbound) -> str:
        """The language that words at the door ask for, "" when they ask for none."""
        command = self._keywords.find(inbound.event.text) if isinstance(inbound.event, Wrote) else None
        return command.argument if command is not None and command.action == "language" else ""

    async def _answer_at_the_door(self, acting: Acting, inbound: Inbound, say: Say) -> Taken:
        address_id = await participants.bare_address(
            acting.connection, self.secrets, inbound.channel, inbound.address, acting.now
        )
        language = self._wording.spoken(self._asked_language(inbound) or inbound.language)
        messages = Phrasing(self._wording, language).messages([say], None, 0)
        return Taken(tuple(await self._post(acting, inbound, messages, address_id, None)))


def _merely_looked(move: Move, talking: Talking, said: tuple[Say, ...]) -> bool:
    """A script that only shows something came over an open question, and offers where to go from here."""
    return move.over is not None and bool(said and said[-1].actions) and talking.top == move.over


def _with_way_back(say: Say) -> Say:
    return replace(say, actions=(Action("resume", Phrase("action-resume")), *say.actions))
