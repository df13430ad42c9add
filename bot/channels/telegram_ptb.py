"""Telegram through python-telegram-bot: as a channel of our own, or mounted into a bot that exists."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from typing import Any, Literal

from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeAllPrivateChats,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    Update,
)
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    EndPointNotFound,
    Forbidden,
    InvalidToken,
    RetryAfter,
    TelegramError,
)
from telegram.ext import ApplicationHandlerStop, BaseHandler, CallbackContext, TypeHandler

from bot.channels.aiohttp_request import AiohttpRequest, SlowDown
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

_STATUS: tuple[tuple[type[TelegramError], int], ...] = (
    (BadRequest, 400),
    (ChatMigrated, 400),
    (InvalidToken, 401),
    (Forbidden, 403),
    (EndPointNotFound, 404),
    (Conflict, 409),
    (RetryAfter, 429),
    (SlowDown, 429),
)


class TelegramPtb(TelegramAccount):
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
        server = api_url.rstrip("/")
        request = AiohttpRequest(CALL_SECONDS)
        bot = Bot(
            token,
            base_url=f"{server}/bot",
            base_file_url=f"{server}/file/bot",
            request=request,
            get_updates_request=request,
        )
        super().__init__(PtbCalls(bot), mode, webhook_url, secret_token, commands)


class PtbCalls:
    """The calls of a bot, ours or a host's."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot

    async def get_me(self) -> str:
        """The bot's username."""
        with _refusals():
            return (await self._bot.get_me()).username or ""

    async def set_commands(self, commands: Sequence[tuple[str, str]], language: str) -> None:
        """Set the menu of private chats."""
        menu = [BotCommand(command, description) for command, description in commands]
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
        """Fetch updates as they are: one that the library cannot parse would hold up all others for ever."""
        fetching = {"offset": offset, "timeout": POLL_SECONDS, "allowed_updates": list(ALLOWED_UPDATES)}
        with _refusals():
            # Bot.get_updates parses, and under its own name the library insists on it; methods of the
            # Bot API are the same in any case of letters.
            fetched: list[object] = await self._bot.do_api_request(
                "getupdates", fetching, read_timeout=POLL_SECONDS + CALL_SECONDS
            )
        return fetched

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
                )
            except (KeyError, TypeError, ValueError):
                # It was sent, and what came back is newer than the library: again would be twice.
                return ""
        return str(sent.message_id)

    async def send_document(
        self, address: str, document: Document, caption: str, rows: list[list[Button]]
    ) -> str:
        """Send a file that we made."""
        with _refusals():
            sent = await self._bot.send_document(
                address,
                document.text.encode(),
                caption=caption or None,
                filename=document.name,
                parse_mode=None,
                reply_markup=_markup(rows),
                read_timeout=DOWNLOAD_SECONDS,
            )
        return str(sent.message_id)

    async def answer_press(self, press: str) -> None:
        """Let a button come to rest."""
        with _refusals():
            await self._bot.answer_callback_query(press)

    async def find_file(self, remote: str) -> RemoteFile:
        """Find a file; it can be read for an hour."""
        with _refusals():
            file = await self._bot.get_file(remote)

        async def read() -> bytes:
            with _refusals():
                return bytes(await file.download_as_bytearray(read_timeout=DOWNLOAD_SECONDS))

        return RemoteFile(file.file_size or 0, read)

    async def disconnect(self) -> None:
        """Close the session."""
        await self._bot.request.shutdown()


def participation_handlers(participation: Participation) -> list[BaseHandler[Any, Any, Any]]:
    """Handlers that take what is ours, for `application.add_handlers(..., group=-1)`."""
    guest = Guest(participation)

    async def take(update: Update, context: CallbackContext[Any, Any, Any, Any]) -> None:
        if await guest.offer(update.to_dict(), PtbCalls(context.bot)):
            raise ApplicationHandlerStop

    return [TypeHandler(Update, take)]


async def attach_participation(participation: Participation, bot: Bot) -> None:
    """Let what leaves go through the host's bot at once, not only from the first update on."""
    await Guest(participation).settle(PtbCalls(bot))


def _markup(rows: list[list[Button]]) -> InlineKeyboardMarkup | None:
    made = [
        [InlineKeyboardButton(button.label, callback_data=button.payload) for button in row] for row in rows
    ]
    return InlineKeyboardMarkup(made) if made else None


@contextmanager
def _refusals() -> Iterator[None]:
    """Whatever goes wrong as a Refusal; without its cause, which may name the token or hold an update."""
    try:
        yield
    except TelegramError as error:
        status = next((status for kind, status in _STATUS if isinstance(error, kind)), 0)
        raise Refusal(status, error.message, _wait(error)) from None


def _wait(error: TelegramError) -> float:
    if isinstance(error, SlowDown):
        return error.seconds
    if isinstance(error, RetryAfter):
        after = error.retry_after
        return after.total_seconds() if isinstance(after, timedelta) else float(after)
    return 0.0
