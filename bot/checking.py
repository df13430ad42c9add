"""What is misconfigured, a sentence each."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from ipaddress import ip_address
from urllib.parse import urlsplit

from rich.console import Console

from bot.core import Core
from bot.settings import Settings
from bot.wiring import build, open_links
from storage import participants, schema, seen_events, trajectories
from storage.database import Unusable
from storage.reaching import reach
from storage.schema import SchemaAhead, SchemaBehind
from storage.secrets import Unsealable


async def check_all(settings: Settings, console: Console) -> bool:
    """Print what is wrong; True when nothing is."""
    complaints = [*_about_addresses(settings), *[said async for said in _about_the_rest(settings)]]
    for said in complaints:
        console.print(f"- {said}", markup=False)
    if not complaints:
        console.print("Everything is in order.")
    return not complaints


def _about_addresses(settings: Settings) -> Iterator[str]:
    url = settings.base_url
    if settings.telegram_mode == "webhook" and settings.telegram_token:
        if not url.startswith("https://"):
            yield "SAMENSPRAAK_BASE_URL must begin with https:// for Telegram's webhook."
    elif not url and not _is_here(settings.host):
        yield (
            "SAMENSPRAAK_BASE_URL is not set, though SAMENSPRAAK_HOST is open to others: set it to the https"
            " address that people use."
        )
    elif url.startswith("http://") and not _is_here(urlsplit(url).hostname or ""):
        yield "SAMENSPRAAK_BASE_URL is http, so what people write travels unencrypted; use https."


async def _about_the_rest(settings: Settings) -> AsyncIterator[str]:
    try:
        core = build(settings, settings.address)
    except Unusable as problem:
        yield f"{settings.database_setting}: {problem}"
        return
    try:
        async for said in _about_the_data(core):
            yield said
    finally:
        await core.database.close()


async def _about_the_data(core: Core) -> AsyncIterator[str]:
    try:
        await reach(core.database)
        await schema.check(core.database)
    except (Unusable, SchemaAhead) as problem:
        yield f"{core.settings.database_setting}: {problem}"
        return
    except SchemaBehind:
        yield "The database is not up to date: run samenspraak migrate."
        return
    async with core.database.reading() as connection:
        try:
            await participants.check_secret(connection, core.secrets)
        except Unsealable:
            yield "SAMENSPRAAK_SECRET_KEY: this data was written with another key."
        if not await trajectories.under_way(connection):
            yield "No trajectory has an open step: nobody can take part."
        aside = await seen_events.count_set_aside(connection)
    if aside:
        failed = "1 message failed five times and waits"
        if aside > 1:
            failed = f"{aside} messages failed five times and wait"
        yield f"{failed} for a person; see the desk, under sending."
    if core.settings.telegram_token and "telegram" not in await open_links(core, "x"):
        yield "SAMENSPRAAK_TELEGRAM_TOKEN: Telegram does not know this bot, or cannot be reached."


def _is_here(host: str) -> bool:
    """Whether only this machine can reach it."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
