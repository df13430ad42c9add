"""One bot account at Telegram, whichever library makes its calls."""

from __future__ import annotations

import asyncio
import hmac
import json
import re
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal, Protocol, TypeAlias

import structlog

from bot.channels.channel import MediaGone, MediaTooLarge, Outcome, Receive, Received, Sent
from bot.channels.telegram import TELEGRAM, deep_link, keyboard, read_update
from bot.channels.telegram_fields import Fields, clean
from bot.channels.telegram_polling import Polling, Update
from bot.channels.telegram_refusal import BadToken, Refusal, outcome
from flows.capabilities import Capabilities
from flows.engine.talk import Document
from flows.inbound import Inbound
from flows.rendering import Button, Message

_log = structlog.get_logger()

_TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]+")

FIRST_PAUSE = 1.0
LONGEST_PAUSE = 30.0
CAPTION = 1024

Mode: TypeAlias = Literal["webhook", "polling", "mounted"]
Commands: TypeAlias = Mapping[str, Sequence[tuple[str, str]]]
"""By language, the commands of the menu with what each does; other languages get the first."""

NO_COMMANDS: Commands = MappingProxyType({})


@dataclass(frozen=True)
class RemoteFile:
    """A file at Telegram: its size in bytes, 0 when unknown, and the call that brings it."""

    size: int
    read: Callable[[], Awaitable[bytes]]


class Calls(Protocol):
    """The calls of the Bot API that we make; each raises Refusal when it is not done."""

    async def get_me(self) -> str:
        """The bot's username."""

    async def set_commands(self, commands: Sequence[tuple[str, str]], language: str) -> None:
        """The menu of private chats, in one language, or for all others when that is empty."""

    async def set_webhook(self, url: str, secret: str) -> None:
        """From now on updates come to this address."""

    async def delete_webhook(self) -> None:
        """From now on updates are fetched."""

    async def get_updates(self, offset: int) -> Sequence[object]:
        """The updates from this number on, as they came; waits a while when there is none."""

    async def send_message(self, address: str, text: str, rows: list[list[Button]]) -> str:
        """Send plain text with buttons, and give the message's id."""

    async def send_document(
        self, address: str, document: Document, caption: str, rows: list[list[Button]]
    ) -> str:
        """Send a file with a caption of 1024 characters at most and buttons, and give the message's id."""

    async def answer_press(self, press: str) -> None:
        """Let a pressed button come to rest."""

    async def find_file(self, remote: str) -> RemoteFile:
        """Where a file can be read."""

    async def disconnect(self) -> None:
        """Let go of connections; they come back with the next call."""


class TelegramAccount:
    """A channel through one bot. Mounted, updates come by the bot's owner; else by webhook or polling.

    A webhook's secret has 1 to 256 of A-Z, a-z, 0-9, _ and -; ValueError without one.
    """

    def __init__(
        self,
        calls: Calls,
        mode: Mode = "mounted",
        webhook_url: str = "",
        secret_token: str = "",
        commands: Commands = NO_COMMANDS,
    ) -> None:
        if mode == "webhook" and not (webhook_url and secret_token):
            raise ValueError("A webhook needs an address and a secret.")
        self.username = ""
        self._calls = calls
        self._mode = mode
        self._webhook_url = webhook_url
        self._secret = secret_token
        self._commands = commands
        self._receive: Receive | None = None
        self._polling: asyncio.Task[None] | None = None

    @property
    def name(self) -> str:
        """The channel's published name."""
        return "telegram"

    @property
    def capabilities(self) -> Capabilities:
        """What Telegram can show and carry."""
        return TELEGRAM

    async def open(self, receive: Receive) -> None:
        """Begin to receive, waiting for as long as Telegram is away.

        BadToken when it does not know the bot, Refusal when it will not have the webhook or the commands.
        """
        if self._mode != "mounted":
            await _persist(self.introduce)
        self._receive = receive
        if self._mode == "webhook":
            await _persist(lambda: self._calls.set_webhook(self._webhook_url, self._secret))
        elif self._mode == "polling":
            await _persist(self._calls.delete_webhook)
            polling = Polling(self._calls.get_updates, self._read, self.take)
            self._polling = asyncio.create_task(polling.run())

    async def introduce(self) -> None:
        """Learn the bot's own name, and set its menu."""
        self.username = await self._calls.get_me()
        for number, (language, commands) in enumerate(self._commands.items()):
            if number == 0:
                await self._calls.set_commands(commands, "")
            await self._calls.set_commands(commands, language)

    async def close(self) -> None:
        """Stop receiving and let go of connections; a bot that we are mounted in goes on."""
        self._receive = None
        polling, self._polling = self._polling, None
        if polling is not None:
            polling.cancel()
            await asyncio.wait([polling])
        if self._mode != "mounted":
            await self._calls.disconnect()

    async def webhook(self, body: bytes, secret: str) -> int:
        """Take what was posted to the webhook; gives the HTTP status, once it is stored or refused."""
        if not self._knows(secret):
            _log.warning("telegram_webhook_refused", status=401)
            return 401
        if self._receive is None:
            return 503
        try:
            update = json.loads(body)
            inbound = self._read(update)
        except (ValueError, RecursionError):
            _log.warning("telegram_webhook_refused", status=400)
            return 400
        return 503 if await self.take(inbound, update) == "again" else 200

    async def take(self, inbound: Inbound | None, update: Update) -> Received:
        """Hand over what an update is to us, and let its button come to rest."""
        received = await self._hand_over(inbound) if inbound is not None else "handled"
        if received != "again":
            await self._answer_press(update)
        return received

    async def send(self, address: str, message: Message, key: str) -> Outcome:
        """Send one message; Telegram cannot tell a resend by its key."""
        text, rows = clean(message.text), keyboard(message)
        try:
            if message.document is not None:
                return Sent(await self._calls.send_document(address, message.document, text[:CAPTION], rows))
            return Sent(await self._calls.send_message(address, text, rows))
        except Refusal as refusal:
            return outcome(refusal)

    async def fetch(self, remote: str) -> bytes:
        """The bytes of a file that came in. Raises MediaGone, MediaTooLarge, or OSError to try again."""
        try:
            file = await self._calls.find_file(remote)
        except Refusal as refusal:
            raise _not_found(refusal) from None
        if file.size > TELEGRAM.upload:
            raise MediaTooLarge
        try:
            return await file.read()
        except Refusal as refusal:
            raise OSError(f"The file did not come ({refusal.status}).") from None

    async def discard(self, remote: str) -> None:
        """Telegram keeps what it keeps; there is no copy of ours."""

    def link(self, code: str) -> str:
        """The address that opens the chat with a code."""
        return deep_link(self.username, code)

    def _knows(self, secret: str) -> bool:
        given, own = (text.encode("utf-8", "replace") for text in (secret, self._secret))
        return self._secret != "" and hmac.compare_digest(given, own)

    def _read(self, update: object) -> Inbound | None:
        if not isinstance(update, Mapping):
            raise ValueError("not an update")
        return read_update(update, self.username)

    async def _hand_over(self, inbound: Inbound) -> Received:
        if self._receive is None:
            return "again"
        try:
            received = await self._receive(inbound)
        except Exception as error:
            # The kind alone: what an exception says may hold what a person said.
            _log.error("telegram_update_failed", update_id=inbound.order, error=type(error).__name__)
            return "again"
        kind = type(inbound.event).__name__
        _log.debug("telegram_update", update_id=inbound.order, kind=kind, received=received)
        return received

    async def _answer_press(self, update: Update) -> None:
        if "callback_query" not in update:
            return
        try:
            await self._calls.answer_press(Fields(update["callback_query"]).text("id"))
        except (Refusal, ValueError) as error:
            # Too late, mostly: Telegram forgets a press after some minutes, and so does the person.
            status = getattr(error, "status", 0)
            _log.info("telegram_press_not_answered", update_id=update["update_id"], status=status)


def check_token(token: str) -> None:
    """BadToken when this cannot be a bot's token."""
    if not _TOKEN.fullmatch(token):
        raise BadToken


async def _persist(call: Callable[[], Awaitable[None]]) -> None:
    """Make a call until it is done, or until it is clear that it never will be."""
    pause = FIRST_PAUSE
    while True:
        try:
            return await call()
        except Refusal as refusal:
            if refusal.status in (401, 404):
                raise BadToken from None
            if refusal.is_final:
                raise
            wait = refusal.after or pause
            _log.warning("telegram_not_reached", reason=refusal.description, wait=wait)
        await asyncio.sleep(wait)
        pause = min(2 * pause, LONGEST_PAUSE)


def _not_found(refusal: Refusal) -> Exception:
    if refusal.status != 400 or "temporarily" in refusal.description:
        return OSError(f"The file was not found ({refusal.status}).")
    return MediaTooLarge() if "too big" in refusal.description else MediaGone()
