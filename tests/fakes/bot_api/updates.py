"""Updates on their way to the bot: pushed to its webhook, or fetched by it."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from itertools import count
from typing import Any

from aiohttp import ClientError, ClientResponse, ClientSession, ClientTimeout

from fakes.bot_api.bell import Bell
from fakes.bot_api.refusals import Refused

Json = dict[str, Any]

FIRST_RETRY = 0.05
LONGEST_RETRY = 1.0

_ONLY_WHEN_ASKED_FOR = {"chat_member", "message_reaction", "message_reaction_count"}


@dataclass
class Webhook:
    """Where updates go; no address means that the bot fetches them."""

    url: str = ""
    secret: str | None = None
    last_error: str | None = None


@dataclass
class _Waiting:
    update: Json
    handed: bool = False


class Updates:
    """The queue of the one bot: in order, each again and again until the bot has taken it."""

    def __init__(self, bell: Bell, is_down: Callable[[], bool]) -> None:
        self.bell = bell
        self.webhook = Webhook()
        self.allowed: list[str] = []
        self.made: dict[int, Json] = {}
        self._is_down = is_down
        self._queue: list[_Waiting] = []
        self._ids = count(870_000_001)
        self._polls = 0

    def add(self, kind: str, content: Json) -> Json:
        """Make an update of this kind; one that the bot did not ask for is dropped."""
        update_id = next(self._ids)
        update = self.made[update_id] = {"update_id": update_id, kind: content}
        if kind in self.allowed if self.allowed else kind not in _ONLY_WHEN_ASKED_FOR:
            self.deliver(update)
        return update

    def deliver(self, update: Json) -> None:
        """Queue an update, also one that was taken before."""
        self._queue.append(_Waiting(update))
        self.bell.ring()

    def pending(self) -> int:
        """How many the bot has not taken yet."""
        return len(self._queue)

    def forget(self) -> None:
        """Drop what is pending."""
        self._queue.clear()
        self.bell.ring()

    async def poll(self, offset: int = 0, limit: int = 100, timeout_seconds: int = 0) -> list[Json]:
        """The answer to `getUpdates`; a newer poll or a webhook ends an older one."""
        self._polls += 1
        mine = self._polls
        self.bell.ring()
        self._confirm(offset)

        def ready() -> list[_Waiting] | None:
            if self.webhook.url:
                raise _conflict("can't use getUpdates method while webhook is active")
            if self._polls != mine:
                raise _conflict("terminated by other getUpdates request")
            return self._queue[:limit] or None

        try:
            batch = await self.bell.until(ready, timeout_seconds)
        except TimeoutError:
            return []
        for waiting in batch:
            waiting.handed = True
        return [waiting.update for waiting in batch]

    def _confirm(self, offset: int) -> None:
        """Only what was handed out can be confirmed, or redelivery would never reach a poll."""
        if offset < 0:
            self._queue = self._queue[offset:]
        self._queue = [
            waiting for waiting in self._queue if not waiting.handed or waiting.update["update_id"] >= offset
        ]
        self.bell.ring()

    async def push(self, answered: Callable[[ClientResponse], Awaitable[None]]) -> None:
        """Post updates to the webhook one by one for as long as the server runs."""
        pause = FIRST_RETRY
        async with ClientSession(timeout=ClientTimeout(total=60)) as http:
            while True:
                head = await self.bell.until(self._head, None)
                error = await self._post(http, head.update, answered)
                self.webhook.last_error = error or self.webhook.last_error
                if error is None:
                    self._queue = [waiting for waiting in self._queue if waiting is not head]
                    self.bell.ring()
                    pause = FIRST_RETRY
                else:
                    await asyncio.sleep(pause)
                    pause = min(2 * pause, LONGEST_RETRY)

    def _head(self) -> _Waiting | None:
        return self._queue[0] if self._queue and self.webhook.url and not self._is_down() else None

    async def _post(
        self,
        http: ClientSession,
        update: Json,
        answered: Callable[[ClientResponse], Awaitable[None]],
    ) -> str | None:
        """Why the webhook did not take it, or None when it did."""
        secret = self.webhook.secret
        headers = {} if secret is None else {"X-Telegram-Bot-Api-Secret-Token": secret}
        try:
            async with http.post(self.webhook.url, json=update, headers=headers) as response:
                if not response.ok:
                    return f"Wrong response from the webhook: {response.status} {response.reason}"
                await answered(response)
        except (ClientError, TimeoutError) as error:
            return f"Connection failed: {error}"
        return None


def _conflict(why: str) -> Refused:
    return Refused(409, f"Conflict: {why}")
