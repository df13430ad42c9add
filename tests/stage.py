"""A stage for conversations: everything of a turn is real, and the world restarts between messages.

Between any two messages all that the program knows is what the database holds: every turn is taken by a
program that was made for it. Only the connections to the database are kept, until the test ends.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import select, update
from sqlmodel import col

from admin.signing_in import add_moderator
from bot.trajectory_files import check_file, read_file
from flows.capabilities import Capabilities
from flows.deeds.acting import Acting
from flows.deeds.found_trajectory import found_trajectory
from flows.engine.talk import Script
from flows.inbound import Event, Inbound, Pressed, Wrote
from flows.rendering import Button, Message
from flows.scripts import SCRIPTS
from flows.turns import Turns
from flows.wording import Wording
from storage import journal
from storage.database import Database
from storage.secrets import Secrets
from storage.tables import Address, Node, Outbox

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
"""Ten in the morning in Amsterdam."""

TRAJECTORY = Path(__file__).parent / "trajectory.toml"

CAPABILITIES: Mapping[str, Capabilities] = {
    "buttons": Capabilities(text_length=4000, buttons=20, button_label=60, journeys=True, documents=True),
    "words": Capabilities(text_length=4000),
}

WORDING = Wording()


def links(token: str) -> dict[str, str]:
    """Where a link leads, as if these two channels were on."""
    return {"telegram": f"https://t.me/proef?start={token}", "web": f"https://samen.test/c/{token}"}


_OPEN: dict[str, Database] = {}


def opened(url: str) -> Database:
    """The database of a test, opened once."""
    if url not in _OPEN:
        _OPEN[url] = Database(url)
    return _OPEN[url]


async def let_go(url: str) -> None:
    """The test is over: close its connections."""
    database = _OPEN.pop(url, None)
    if database is not None:
        await database.close()


@dataclass
class Stage:
    """One trajectory, people with one chat on each channel, a clock that is moved by hand.

    `who` is talking: "someone", until `turn_to` says somebody else.
    """

    url: str
    now: datetime = MONDAY
    scripts: Mapping[str, Script] = field(default_factory=lambda: dict(SCRIPTS))
    wording: Wording = WORDING
    secrets: Secrets = field(default_factory=lambda: Secrets("a secret of at least thirty-two characters"))
    moderator_id: int = 0
    trajectory_id: int = 1
    who: str = "someone"
    heard_by: dict[str, list[Message]] = field(default_factory=lambda: defaultdict(list))
    numbers: itertools.count[int] = field(default_factory=lambda: itertools.count(1))

    @asynccontextmanager
    async def acting(self) -> AsyncIterator[Acting]:
        """A transaction of someone at the desk."""
        async with opened(self.url).writing() as connection:
            acting = self._turns().acting(connection, self.now)
            yield replace(acting, moderator_id=self.moderator_id or None)

    async def set_up(self, path: Path = TRAJECTORY) -> int:
        """Lay in a trajectory and a moderator; returns the trajectory's id."""
        async with self.acting() as acting:
            self.moderator_id = await add_moderator(acting.connection, "Noor", "admin", self.now)
            new = check_file(path, read_file(path), self.now.date())
            self.trajectory_id = await found_trajectory(acting, new)
            return self.trajectory_id

    def turn_to(self, who: str) -> None:
        """From here on this person talks, in chats of their own."""
        self.who = who

    def address(self, channel: str = "buttons") -> str:
        """The chat of whoever is talking, on this channel."""
        return f"{self.who} on {channel}"

    def who_at(self, address: str) -> str:
        """Whose chat this is."""
        return address.rpartition(" on ")[0]

    @property
    def heard(self) -> list[Message]:
        """What whoever is talking has got so far."""
        return self.heard_by[self.who]

    async def event(self, event: Event, channel: str = "buttons", **changes: Any) -> list[Message]:
        """One event of this chat, after a restart; returns what the person gets."""
        return await self.take(self.inbound(event, channel, **changes))

    def inbound(self, event: Event, channel: str = "buttons", **changes: Any) -> Inbound:
        """An event of the chat of whoever is talking."""
        number = next(self.numbers)
        inbound = Inbound(
            channel=channel,
            address=self.address(channel),
            event_id=f"e{number}",
            order=number,
            at=self.now,
            event=event,
            message_id=f"m{number}",
            language="nl",
        )
        return replace(inbound, **changes)

    async def take(self, inbound: Inbound) -> list[Message]:
        """One turn."""
        await self.hear(inbound)
        return await self.collect()

    async def hear(self, inbound: Inbound) -> None:
        """One turn, whose replies are not delivered yet."""
        async with opened(self.url).writing() as connection:
            await self._turns().take(connection, inbound, self.now)

    async def says(self, text: str, channel: str = "buttons") -> list[Message]:
        """The person writes."""
        return await self.event(Wrote(text), channel)

    async def presses(self, label: str) -> list[Message]:
        """The person presses the newest button with this label."""
        return await self.event(Pressed(self.button(label).payload))

    async def press_option(self, option: str) -> list[Message]:
        """The person presses an option of the last message by its key, whatever its label says."""
        found = next(b for b in self.heard[-1].buttons if b.payload.endswith(f"|{option}"))
        return await self.event(Pressed(found.payload))

    def button(self, label: str, under: str = "") -> Button:
        """The newest button with this label, under a message that says this."""
        for message in reversed(self.heard):
            for button in message.buttons:
                if button.label == label and under in message.text:
                    return button
        raise AssertionError(f"nothing was shown with a button {label!r}")

    async def collect(self) -> list[Message]:
        """What left since the last time, in order; delivered by hand."""
        return [message for _, message in await self.deliver()]

    async def deliver(self) -> list[tuple[str, Message]]:
        """The same, each with the address that it went to."""
        async with self.acting() as acting:
            rows = await acting.connection.execute(
                select(
                    col(Outbox.id),
                    col(Outbox.kind),
                    col(Outbox.body),
                    col(Outbox.address_id),
                    col(Address.sealed),
                )
                .join(Address, col(Address.id) == col(Outbox.address_id))
                .where(col(Outbox.state) == "due", col(Outbox.remote_id) == "")
                .order_by(col(Outbox.id))
            )
            fresh = []
            for row in rows.all():
                message = Message.load(self.secrets.open_json(row.body or b""))
                fresh.append((self.secrets.open(row.sealed).decode(), message))
                if row.kind != "reply" and message.numbered:
                    # As `bot.sending` does: what was just shown is asked for by its number.
                    shown = [(button.payload, [button.label]) for button in message.numbered]
                    await journal.offer(acting.connection, self.secrets, row.address_id, shown)
                await acting.connection.execute(
                    update(Outbox)
                    .where(col(Outbox.id) == row.id)
                    .values(state="sent", body=None, settled_at=self.now)
                )
        for address, message in fresh:
            self.heard_by[self.who_at(address)].append(message)
        return fresh

    async def node_id(self, number: int) -> int:
        """The id of a contribution by its number."""
        async with self.acting() as acting:
            found = await acting.connection.execute(select(col(Node.id)).where(col(Node.number) == number))
            return found.scalar_one()

    def wait(self, **time: float) -> None:
        """Let time go by: hours=3, days=1."""
        self.now += timedelta(**time)

    def _turns(self) -> Turns:
        return Turns(self.scripts, self.secrets, self.wording, CAPABILITIES, "test", links)
