"""What stands in the conversations: sealed, put in once, read in order, forgotten in time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, replace
from datetime import datetime, timedelta

import structlog
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.channels.web.entries import Entry, Own
from bot.channels.web.visitor import Visitor
from flows.rendering import Message
from storage import web_messages
from storage.database import Database, is_unavailable
from storage.secrets import Secrets, Unsealable

HISTORY = 150
"""How many messages a page shows before somebody asks for earlier ones."""

UNAGREED = timedelta(minutes=15)
"""How long a page shows that somebody wrote who has not agreed that we keep it: while it is read.

Of what they wrote no word is kept. Each turn of theirs erases the bubble before: there is one at most.
"""

_AGREED, _UNAGREED = "own", "unagreed"
"""What the keys of a visitor's own messages begin with."""

log = structlog.get_logger()


class History:
    """Both sides of every conversation."""

    def __init__(self, database: Database, secrets: Secrets, clock: Callable[[], datetime]) -> None:
        """`clock` gives the present moment in UTC."""
        self._database = database
        self._secrets = secrets
        self._clock = clock
        self._unreadable: set[int] = set()

    async def show(self, visitor: Visitor, key: str, message: Message) -> int | None:
        """Put in what the program says; None when it stands there already under this key."""
        async with self._database.writing() as connection:
            return await self._put(connection, visitor, key, message)

    async def keep(
        self, visitor: Visitor, event_id: str, own: Own | None, connection: AsyncConnection, agreed: bool
    ) -> None:
        """Put in what the visitor said, as part of the turn that takes it.

        Committed with the turn, it stands above the replies, and is there if and only if the turn was taken.
        Who has not agreed, or no longer does, is promised that we keep nothing of what they write: then it
        is put in without the words. What stands on a button is ours. See UNAGREED.
        """
        if not agreed:
            await web_messages.forget_own(connection, visitor.lookups)
            own = replace(own, text="") if own and own.kind == "words" else own
        if own:
            await self._put(connection, visitor, f"{_AGREED if agreed else _UNAGREED}:{event_id}", own)

    async def forget(self, visitor: Visitor, connection: AsyncConnection, _agreed: bool) -> None:
        """Erase both sides of one conversation."""
        await web_messages.forget(connection, visitor.lookups)

    async def latest(self, visitor: Visitor, limit: int = HISTORY) -> list[Entry]:
        """The last messages of the conversation, oldest first."""
        async with self._database.reading() as connection:
            return self._opened(await web_messages.latest(connection, visitor.lookups, limit))

    async def one(self, visitor: Visitor, number: int) -> Entry | None:
        """One message of this visitor's own conversation; None when it is not theirs, or gone."""
        async with self._database.reading() as connection:
            kept = await web_messages.one(connection, visitor.lookups, number)
        return self._entry(kept) if kept is not None else None

    async def since(self, visitor: Visitor, last_id: int) -> list[Entry] | None:
        """What came after a message; None when all up to it is gone. Nothing while the database is away."""
        try:
            async with self._database.reading() as connection:
                kept = await web_messages.after(connection, visitor.lookups, last_id)
        except Exception as problem:
            if is_unavailable(problem):
                return []
            raise
        return None if kept is None else self._opened(kept)

    async def sweep(self) -> None:
        """Erase what was not agreed to and has been read by now."""
        async with self._database.reading() as connection:
            ids = await web_messages.passed(connection, f"{_UNAGREED}:", self._clock() - UNAGREED)
        if ids:
            async with self._database.writing() as connection:
                await web_messages.erase(connection, ids)

    async def _put(
        self, connection: AsyncConnection, visitor: Visitor, key: str, said: Message | Own
    ) -> int | None:
        return await web_messages.put(
            connection,
            key=key,
            lookup=visitor.lookup,
            own=isinstance(said, Own),
            body=self._secrets.seal_json(asdict(said)),
            at=self._clock(),
        )

    def _opened(self, kept: Sequence[web_messages.Kept]) -> list[Entry]:
        return [entry for one in kept if (entry := self._entry(one)) is not None]

    def _entry(self, kept: web_messages.Kept) -> Entry | None:
        """The message, or None for one that cannot be opened: the rest of the conversation still can."""
        try:
            body = self._secrets.open_json(kept.body)
            return Entry(kept.id, kept.at, Own(**body) if kept.own else Message.load(body))
        except (Unsealable, ValueError, TypeError, KeyError) as problem:
            # Open pages look every few seconds: one line is enough.
            if kept.id not in self._unreadable:
                self._unreadable.add(kept.id)
                log.error("message left out", id=kept.id, problem=type(problem).__name__)
            return None
