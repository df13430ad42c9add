"""Builds everything, in one place: settings in, a running program out."""

from __future__ import annotations

import asyncio
import os
import secrets as randomness
import socket
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

import structlog

from bot.channels.channel import Channel
from bot.channels.telegram import TELEGRAM
from bot.channels.terminal import Terminal
from bot.channels.web.limits import WEB
from bot.core import Core, links_of
from bot.fetching import Fetcher
from bot.key_mark import check_mark, lay_mark
from bot.loading import loading
from bot.receiving import Receiver
from bot.sending import Sender
from bot.settings import Settings, prepare_data_dir, read_settings, secret_of
from bot.ticks import Ticks
from flows.keywords import Keywords
from flows.scripts import SCRIPTS
from flows.turns import Turns
from flows.wording import Wording
from storage import outbox, participants, schema
from storage.database import Database
from storage.media_files import MediaFiles
from storage.reaching import reach
from storage.secrets import Secrets
from storage.sqlite_file import sole_use

if TYPE_CHECKING:
    from fastapi import FastAPI

    from bot.channels.telegram_account import TelegramAccount


log = structlog.get_logger()


def present() -> datetime:
    """The present moment, in UTC."""
    return datetime.now(UTC)


def build(settings: Settings, base_url: str, clock: Callable[[], datetime] = present) -> Core:
    """Put the parts together; nothing runs yet."""
    prepare_data_dir(settings.data_dir)
    database = Database(settings.database)
    secrets = Secrets(secret_of(settings))
    wording = Wording()
    worker = f"{os.getpid()}-{randomness.token_hex(4)}"
    channels: dict[str, Channel] = {}
    # Also of channels that are off: who came by one of them still gets an answer, which waits until it is on.
    capabilities = {"telegram": TELEGRAM, "terminal": Terminal.capabilities, "web": WEB}
    turns = Turns(SCRIPTS, secrets, wording, capabilities, worker, partial(links_of, channels))
    sender = Sender(database, secrets, channels, clock, worker)
    files = MediaFiles(settings.data_dir / "media", secrets)
    fetcher = Fetcher(database, secrets, turns, channels, files, clock, sender.wake, asyncio.Event())
    receiver = Receiver(database, turns, clock, sender.deliver, fetcher.ring)
    ticks = Ticks(database, turns, files, clock, sender.wake)
    return Core(
        settings=settings,
        database=database,
        secrets=secrets,
        wording=wording,
        base_url=base_url,
        clock=clock,
        channels=channels,
        capabilities=capabilities,
        turns=turns,
        sender=sender,
        files=files,
        fetcher=fetcher,
        receiver=receiver,
        ticks=ticks,
        keywords=Keywords(wording),
    )


@contextmanager
def alone(settings: Settings) -> Iterator[None]:
    """Inside the block this is the one process that receives and sends, where there can be but one.

    Raises Unusable when there is one already: the second would void the leases of the first.
    """
    prepare_data_dir(settings.data_dir)
    with sole_use(settings.database):
        yield


async def prepare(core: Core, *, alone: bool = True) -> None:
    """Bring an embedded database up to date; raises SchemaBehind for one that others may be using.

    Raises Unusable for one that cannot be opened, SchemaAhead for one of a newer version, and Unsealable when
    the data was written with another secret: people would not be recognised.
    `alone` says that this is the one process that sends: leases of an earlier one are void.
    """
    folder = core.settings.data_dir
    check_mark(folder, core.secrets)
    await reach(core.database)
    if core.database.kind == "sqlite":
        await schema.bring_up_to_date(core.database)
        if alone:
            async with core.database.writing() as connection:
                await outbox.release_all(connection)
    else:
        await schema.check(core.database)
    async with core.database.reading() as connection:
        await participants.check_secret(connection, core.secrets)
    lay_mark(folder, core.secrets)


@asynccontextmanager
async def working(
    settings: Settings, base_url: str, clock: Callable[[], datetime] = present
) -> AsyncIterator[Core]:
    """The core, sending and ticking inside the block, with no channel yet; enter `alone` before it."""
    core = build(settings, base_url, clock)
    try:
        await prepare(core)
        core.work()
        scheduler = core.ticks.start()
        try:
            yield core
        finally:
            scheduler.shutdown(wait=False)
            await _stop(core)
    finally:
        await core.database.close()


@asynccontextmanager
async def serving_all(settings: Settings, clock: Callable[[], datetime] = present) -> AsyncIterator[Core]:
    """Everything on one address: web chat, desk, public page, and the messengers that are switched on.

    The web answers at once; a messenger's library is loaded beside it. Raises WrongSetting for an address or
    a port that cannot be had, and what `prepare` raises.
    """
    from bot.serving import listen, serving

    async with AsyncExitStack() as stack:
        stack.enter_context(alone(settings))
        sock = stack.enter_context(listen(settings.host, settings.port))
        base_url = settings.base_url or _address(settings.host, sock)
        core = await stack.enter_async_context(working(settings, base_url, clock))
        await stack.enter_async_context(serving(await web(core), sock))
        await stack.enter_async_context(_messengers(core))
        yield core


async def web(core: Core) -> FastAPI:
    """The web application, with the web chat open."""
    from admin.app import desk, otherwise, public
    from admin.services import Services
    from bot.channels.web.chat_pages import chat_routes
    from bot.channels.web.webchat import WebChat
    from bot.headings import Headings
    from bot.serving import Serving, web_app

    chat = WebChat(
        core.database,
        core.secrets,
        core.wording,
        core.clock,
        Headings(core.database, core.wording),
        base_url=core.base_url,
        data_dir=core.settings.data_dir,
    )
    await core.add(chat)
    services = Services(
        database=core.database,
        secrets=core.secrets,
        wording=core.wording,
        capabilities=core.capabilities,
        channels=core.channels.keys(),
        clock=core.clock,
        wake=core.sender.wake,
        read_media=core.read_media,
        base_url=core.base_url,
        links=core.links,
    )
    return web_app(
        Serving(
            routers=(chat_routes(chat), desk(services), public(services)),
            otherwise=otherwise(services),
            telegram=lambda: getattr(core.channels.get("telegram"), "webhook", None),
            is_ready=lambda: _is_ready(core),
        )
    )


@asynccontextmanager
async def _messengers(core: Core) -> AsyncIterator[None]:
    """Those that are switched on, opened while the block goes on; after it every channel is closed."""
    opening = [asyncio.create_task(_open_telegram(core))] if core.settings.telegram_token else []
    try:
        yield
    finally:
        for task in opening:
            task.cancel()
        await asyncio.gather(*opening, return_exceptions=True)
        await _close_channels(core)


async def _open_telegram(core: Core) -> None:
    """Load the library in a thread (it takes seconds), then open the channel."""
    try:
        await core.add(await asyncio.to_thread(_telegram, core))
    except Exception as problem:
        # The other channels go on; `samenspraak check` says what is wrong with this one.
        log.error("telegram is off", problem=type(problem).__name__)


def _telegram(core: Core) -> TelegramAccount:
    settings = core.settings
    return _adapter(settings.telegram_library)(
        token=settings.telegram_token,
        api_url=settings.telegram_api_url,
        mode=settings.telegram_mode,
        webhook_url=f"{core.base_url}/telegram/webhook",
        secret_token=core.secrets.signature("telegram-webhook", settings.telegram_token),
        commands=_commands(core.wording),
    )


def _adapter(library: str) -> Callable[..., TelegramAccount]:
    """Only the library that is used is imported."""
    with loading(library):
        if library == "aiogram":
            from bot.channels.telegram_aiogram import TelegramAiogram

            return TelegramAiogram
        from bot.channels.telegram_ptb import TelegramPtb

        return TelegramPtb


def _commands(wording: Wording) -> dict[str, list[tuple[str, str]]]:
    """The messenger's own menu: by language, command and what it does."""
    return {
        language: [
            (wording.word(language, f"command-{name}"), wording.word(language, f"command-{name}-about"))
            for name in ("menu", "mine", "language", "stop")
        ]
        for language in wording.languages
    }


@asynccontextmanager
async def participation(settings: Settings | None = None) -> AsyncIterator[Core]:
    """Everything but a messenger of our own, to be mounted into a bot that exists.

    Desk, public page and web chat are served beside it on the address of the settings, so one process does
    all the sending.
    """
    chosen = settings or read_settings()
    async with serving_all(chosen.model_copy(update={"telegram_token": ""})) as core:
        yield core


async def open_links(core: Core, code: str) -> dict[str, str]:
    """The invitation links of every channel that is on, without receiving anything."""
    links = {"web": f"{core.base_url}/c/{code}"}
    if core.settings.telegram_token:
        channel = await asyncio.to_thread(_telegram, core)
        try:
            async with asyncio.timeout(10):
                await channel.introduce()
            links["telegram"] = channel.link(code)
        except Exception as problem:
            log.warning("telegram cannot be reached", problem=type(problem).__name__)
        finally:
            await channel.close()
    return links


async def _is_ready(core: Core) -> bool:
    try:
        await schema.revision_of(core.database)
    except Exception:
        return False
    return True


async def _close_channels(core: Core) -> None:
    for channel in core.channels.values():
        await channel.close()


async def _stop(core: Core) -> None:
    await core.sender.close()
    for task in core.tasks:
        task.cancel()
    await asyncio.gather(*core.tasks, return_exceptions=True)
    # What was still being sent may have opened a connection again.
    await _close_channels(core)


def _address(host: str, sock: socket.socket) -> str:
    shown = f"[{host}]" if ":" in host else host
    return f"http://{shown}:{sock.getsockname()[1]}"
