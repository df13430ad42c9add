"""Telegram through aiogram: as a channel of our own, or mounted into a bot that exists."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Literal

from aiogram import Bot, Router
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import (
    AiogramError,
    ClientDecodeError,
    TelegramBadRequest,
    TelegramConflictError,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramUnauthorizedError,
)
from aiogram.methods import TelegramMethod
from aiogram.types import (
    BotCommand,
    BotCommandScopeAllPrivateChats,
    BufferedInputFile,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    TelegramObject,
    Update,
)
from aiohttp import ClientError

from bot.channels.channel import Participation
from bot.channels.telegram import ALLOWED_UPDATES
from bot.channels.telegram_account import NO_COMMANDS, Commands, RemoteFile, TelegramAccount, check_token
from bot.channels.telegram_guest import Guest
from bot.channels.telegram_refusal import Refusal
from flows.engine.talk import Document
from flows.rendering import Button

CALL_SECONDS = 15
POLL_SECONDS = 25
DOWNLOAD_SECONDS = 60

_STATUS: tuple[tuple[type[AiogramError], int], ...] = (
    (TelegramBadRequest, 400),
    (TelegramMigrateToChat, 400),
    (TelegramUnauthorizedError, 401),
    (TelegramForbiddenError, 403),
    (TelegramNotFound, 404),
    (TelegramConflictError, 409),
    (TelegramRetryAfter, 429),
)


class TelegramAiogram(TelegramAccount):
    """A bot of our own. BadToken when the token cannot be one."""

    def __init__(
        self,
        token: str,
        api_url: str = "https://api.telegram.org",
        mode: Literal["webhook", "polling"] = "polling",
        webhook_url: str = "",
        secret_token: str = "",
        commands: Commands = NO_COMMANDS,
    ) -> None:
        check_token(token)
        server = TelegramAPIServer.from_base(api_url)
        bot = Bot(token, session=AiohttpSession(api=server, timeout=CALL_SECONDS))
        super().__init__(AiogramCalls(bot), mode, webhook_url, secret_token, commands)


class AiogramCalls:
    """The calls of a bot, ours or a host's."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot

    async def get_me(self) -> str:
        """The bot's username."""
        with _refusals():
            return (await self._bot.get_me()).username or ""

    async def set_commands(self, commands: Sequence[tuple[str, str]], language: str) -> None:
        """Set the menu of private chats."""
        menu = [BotCommand(command=command, description=description) for command, description in commands]
        scope = BotCommandScopeAllPrivateChats()
        with _refusals():
            await self._bot.set_my_commands(menu, scope, language_code=language or None)

    async def set_webhook(self, url: str, secret: str) -> None:
        """Have updates posted."""
        with _refusals():
            await self._bot.set_webhook(url, secret_token=secret, allowed_updates=list(ALLOWED_UPDATES))

    async def delete_webhook(self) -> None:
        """Fetch updates."""
        with _refusals():
            await self._bot.delete_webhook()

    async def get_updates(self, offset: int) -> Sequence[object]:
        """Fetch updates as they are: one that aiogram cannot parse would hold up all others for ever."""
        fetching = _GetUpdates(offset=offset, timeout=POLL_SECONDS, allowed_updates=list(ALLOWED_UPDATES))
        with _refusals():
            return await self._bot(fetching, request_timeout=POLL_SECONDS + CALL_SECONDS)

    async def send_message(self, address: str, text: str, rows: list[list[Button]]) -> str:
        """Send plain text, also through a host's bot that formats its own."""
        with _refusals():
            try:
                sent = await self._bot.send_message(
                    address,
                    text,
                    parse_mode=None,
                    link_preview_options=LinkPreviewOptions(is_disabled=True),
                    reply_markup=_markup(rows),
                    request_timeout=CALL_SECONDS,
                )
            except ClientDecodeError as error:
                # It was sent, and what came back is newer than the library: again would be twice.
                if isinstance(error.data, dict) and error.data.get("ok") is True:
                    return ""
                raise
        return str(sent.message_id)

    async def send_document(
        self, address: str, document: Document, caption: str, rows: list[list[Button]]
    ) -> str:
        """Send a file that we made."""
        file = BufferedInputFile(document.text.encode(), document.name)
        with _refusals():
            sent = await self._bot.send_document(
                address,
                file,
                caption=caption or None,
                parse_mode=None,
                reply_markup=_markup(rows),
                request_timeout=DOWNLOAD_SECONDS,
            )
        return str(sent.message_id)

    async def answer_press(self, press: str) -> None:
        """Let a button come to rest."""
        with _refusals():
            await self._bot.answer_callback_query(press, request_timeout=CALL_SECONDS)

    async def find_file(self, remote: str) -> RemoteFile:
        """Find a file; it can be read for an hour."""
        with _refusals():
            file = await self._bot.get_file(remote, request_timeout=CALL_SECONDS)

        async def read() -> bytes:
            with _refusals():
                content = await self._bot.download_file(file.file_path or "", timeout=DOWNLOAD_SECONDS)
            return content.read() if content else b""

        return RemoteFile(file.file_size or 0, read)

    async def disconnect(self) -> None:
        """Close the session."""
        await self._bot.session.close()


def participation_router(participation: Participation) -> Router:
    """A router that takes what is ours, for one `dispatcher.include_router`; include it before the host's."""
    guest = Guest(participation)

    async def settle(bot: Bot | None = None) -> None:
        if bot is not None:
            await guest.settle(AiogramCalls(bot))

    async def ours(event: TelegramObject, event_update: Update, bot: Bot) -> bool:
        update = event_update.model_dump(by_alias=True, exclude_none=True, warnings=False)
        return await guest.offer(update, AiogramCalls(bot))

    async def done(event: TelegramObject) -> None:
        """Nothing: what is ours was taken while the router asked whether it is."""

    router = Router(name="samenspraak")
    router.startup.register(settle)
    for kind in ALLOWED_UPDATES:
        router.observers[kind].register(done, ours)
    return router


class _GetUpdates(TelegramMethod[list[Any]]):
    __returning__ = list[Any]
    __api_method__ = "getUpdates"

    offset: int
    timeout: int
    allowed_updates: list[str]


def _markup(rows: list[list[Button]]) -> InlineKeyboardMarkup | None:
    made = [
        [InlineKeyboardButton(text=button.label, callback_data=button.payload) for button in row]
        for row in rows
    ]
    return InlineKeyboardMarkup(inline_keyboard=made) if made else None


@contextmanager
def _refusals() -> Iterator[None]:
    """Whatever goes wrong as a Refusal; without its cause, which may name the token or hold an update."""
    try:
        yield
    except (AiogramError, ClientError, OSError) as error:
        status = next((status for kind, status in _STATUS if isinstance(error, kind)), 0)
        after = float(error.retry_after) if isinstance(error, TelegramRetryAfter) else 0.0
        raise Refusal(status, getattr(error, "message", ""), after) from None
