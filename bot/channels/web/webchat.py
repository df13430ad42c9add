"""The web chat as a channel: an address is a cookie, sending is a row that open pages read."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Protocol
from weakref import WeakValueDictionary

import structlog
from starlette.requests import Request
from starlette.responses import Response

from bot.channels.channel import Beside, Outcome, Receive, Received, Retry, Sent
from bot.channels.web.entries import Own
from bot.channels.web.history import History
from bot.channels.web.limits import WEB
from bot.channels.web.refusing import Refused
from bot.channels.web.stream import Bells
from bot.channels.web.uploads import Uploads
from bot.channels.web.visitor import CHANNEL, Visitor, read_visitor, remember, visitor_of
from flows.inbound import Blocked, Event, Inbound
from flows.rendering import Message
from flows.wording import Wording
from storage.database import Database, is_unavailable
from storage.secrets import Secrets

UNFETCHED = timedelta(days=2)
"""How long an upload stays that nobody discards."""

SWEEP = 600.0
"""Seconds between two looks for what has to go."""

log = structlog.get_logger()


_SLUG = re.compile(r"[a-z0-9-]{1,80}")
_CODE = re.compile(r"[A-Za-z0-9_-]{1,64}")


@dataclass(frozen=True)
class Heading:
    """What stands above a chat: "Wijkteam Oost", "stap 3 van 9: ideeën", and whether it is a sample.

    `languages` are those of the trajectory, `language` the one of them that the page comes in.
    """

    title: str
    sub: str = ""
    sample: bool = False
    zone: str = "Europe/Amsterdam"
    language: str = "nl"
    languages: tuple[str, ...] = ()


class Trajectories(Protocol):
    """What the web chat has to know of the trajectories."""

    async def heading(self, slug: str, wished: Sequence[str]) -> Heading | None:
        """What stands above the chat of this trajectory, in the first of the `wished` languages that it has.

        None when there is no such trajectory.
        """

    async def slug_of(self, code: str) -> str | None:
        """The trajectory that the code of a network or connector leads to."""


def is_slug(words: str) -> bool:
    """Whether this may be the name of a trajectory in an address."""
    return _SLUG.fullmatch(words) is not None


def readable_code(words: str) -> str:
    """The code of a link, empty when it is not one."""
    return words if _CODE.fullmatch(words) else ""


class WebChat:
    """The channel "web". Its pages are in `chat_pages`."""

    name = CHANNEL
    capabilities = WEB

    def __init__(
        self,
        database: Database,
        secrets: Secrets,
        wording: Wording,
        clock: Callable[[], datetime],
        trajectories: Trajectories,
        *,
        base_url: str,
        data_dir: Path,
    ) -> None:
        """`clock` gives the present moment in UTC; `base_url` is where the pages are, without a slash."""
        self.secrets = secrets
        self.wording = wording
        self.clock = clock
        self._trajectories = trajectories
        self.base_url = base_url.rstrip("/")
        self.bells = Bells()
        self.uploads = Uploads(data_dir / "incoming", secrets)
        self.history = History(database, secrets, clock)
        self._receive: Receive | None = None
        self._last_order = 0
        self._left: set[str] = set()
        self._sweeping: asyncio.Task[None] | None = None
        self._turns: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    async def open(self, receive: Receive) -> None:
        """From now on, what visitors send is handed to `receive`."""
        self._receive = receive
        if self._sweeping is None:
            self._sweeping = asyncio.create_task(self._sweep(), name="sweeping")

    async def close(self) -> None:
        """End every stream; posts are refused from now on."""
        self._receive = None
        self.bells.close()
        if self._sweeping is not None:
            self._sweeping.cancel()
            await asyncio.wait([self._sweeping])
            self._sweeping = None

    def is_secure(self, scheme: str) -> bool:
        """Whether pages are reached over https, here (`scheme`) or at the proxy before us."""
        return "https" in (scheme, self.base_url.partition(":")[0])

    def link(self, code: str) -> str:
        """Where a network's link leads; without a code, the public page."""
        return f"{self.base_url}/c/{code}" if code else f"{self.base_url}/"

    async def heading(self, slug: str, wished: Sequence[str]) -> Heading | None:
        """What stands above this chat; None when there is no such trajectory, or cannot be one."""
        return await self._trajectories.heading(slug, wished) if is_slug(slug) else None

    async def slug_of(self, code: str) -> str | None:
        """The trajectory that a code leads to."""
        return await self._trajectories.slug_of(code) if readable_code(code) else None

    def visitor(self, request: Request) -> Visitor | None:
        """Who sent this request; None for who has no conversation on this device, or left it."""
        visitor = read_visitor(self.secrets, request)
        return None if visitor is None or visitor.lookup in self._left else visitor

    def remember(self, response: Response, visitor: Visitor, slug: str, scheme: str) -> None:
        """Let this device come back, unless somebody left it meanwhile."""
        if visitor.lookup not in self._left:
            remember(response, visitor, slug, secure=self.is_secure(scheme))

    async def leave(self, visitor: Visitor, slug: str, event_id: str) -> None:
        """The conversation is no longer to be opened from this device; its open pages go, and what was said.

        A request that was already on its way may not bring the cookie back. The cookie was the only key to
        the conversation, so from now on this chat can no more be reached than one that blocked us.
        """
        self._left.add(visitor.lookup)
        self.bells.leave(visitor.lookup)
        async with self._turn(visitor):
            inbound = self._inbound(visitor, slug, Blocked(), event_id, "")
            await self._hand_over(inbound, partial(self.history.forget, visitor))

    async def fetch(self, remote: str) -> bytes:
        """The bytes of an upload."""
        return await self.uploads.fetch(remote)

    async def discard(self, remote: str) -> None:
        """Erase an upload that was fetched."""
        await self.uploads.discard(remote)

    async def send(self, address: str, message: Message, key: str) -> Outcome:
        """Put the message in the conversation and wake its pages; the same key again has no effect."""
        visitor = visitor_of(self.secrets, address)
        try:
            number = await self.history.show(visitor, key, message)
        except Exception as problem:
            if is_unavailable(problem):
                return Retry(5.0)
            raise
        self.bells.ring(visitor.lookup)
        return Sent(str(number or ""))

    async def arrive(
        self,
        visitor: Visitor,
        slug: str,
        event: Event,
        event_id: str,
        *,
        language: str = "",
        own: Own | None = None,
    ) -> Received:
        """Hand over what the visitor sent; the turn that takes it keeps it in the conversation as well.

        `event_id` is the page's, the same when it sends once more; one visitor has one turn at a time.
        """
        async with self._turn(visitor):
            if visitor.lookup in self._left:
                raise Refused("webchat-no-visitor", 401)
            inbound = self._inbound(visitor, slug, event, event_id, language)
            outcome = await self._hand_over(
                inbound, partial(self.history.keep, visitor, inbound.event_id, own)
            )
        # Where nothing was answered nobody else rings.
        self.bells.ring(visitor.lookup)
        return outcome

    async def _sweep(self) -> None:
        while True:
            for sweep in (self._sweep_uploads, self.history.sweep):
                await _calmly(sweep)
            await asyncio.sleep(SWEEP)

    async def _sweep_uploads(self) -> None:
        await self.uploads.discard_before(self.clock() - UNFETCHED)

    def _turn(self, visitor: Visitor) -> asyncio.Lock:
        return self._turns.setdefault(visitor.lookup, asyncio.Lock())

    async def _hand_over(self, inbound: Inbound, beside: Beside) -> Received:
        if self._receive is None:
            return "again"
        try:
            return await self._receive(inbound, beside)
        except Exception as problem:
            if is_unavailable(problem):
                return "again"
            raise

    def _inbound(self, visitor: Visitor, slug: str, event: Event, event_id: str, language: str) -> Inbound:
        now = self.clock()
        event_id = f"{visitor.lookup[:12]}:{event_id}"
        self._last_order = max(self._last_order + 1, int(now.timestamp() * 1_000_000))
        return Inbound(
            channel=self.name,
            address=visitor.token,
            event_id=event_id,
            order=self._last_order,
            at=now,
            event=event,
            message_id=event_id,
            language=language,
            trajectory=slug,
        )


async def _calmly(sweep: Callable[[], Awaitable[None]]) -> None:
    """What fails is tried at the next look."""
    try:
        await sweep()
    except Exception as problem:
        log.warning("not swept", sweep=sweep.__name__, problem=type(problem).__name__)
