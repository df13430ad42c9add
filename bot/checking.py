"""What is misconfigured, a sentence each."""

from __future__ import annotations

from collections.abc import AsyncIterator

from rich.console import Console

from bot.core import Core
from bot.settings import Settings
from bot.wiring import build, open_links
from storage import migrating, participants, seen_events, trajectories
from storage.database import is_unavailable
from storage.secrets import Unsealable


async def check_all(settings: Settings, console: Console) -> bool:
    """Print what is wrong; True when nothing is."""
    core = build(settings, settings.base_url or f"http://{settings.host}:{settings.port}")
    try:
        complaints = [said async for said in _complaints(core)]
    finally:
        await core.database.close()
    for said in complaints:
        console.print(f"- {said}", markup=False)
    if not complaints:
        console.print("Everything is in order.")
    return not complaints


async def _complaints(core: Core) -> AsyncIterator[str]:
    settings = core.settings
    if settings.telegram_mode == "webhook" and settings.telegram_token:
        if not settings.base_url.startswith("https://"):
            yield "SAMENSPRAAK_BASE_URL must begin with https:// for Telegram's webhook."
    elif settings.base_url.startswith("http://") and settings.host not in ("127.0.0.1", "localhost", "::1"):
        yield "SAMENSPRAAK_BASE_URL is http, so what people write travels unencrypted; use https."
    try:
        revision = await migrating.revision_of(core.database)
    except Exception as problem:
        if not is_unavailable(problem):
            raise
        yield f"SAMENSPRAAK_DATABASE_URL: the database cannot be reached ({type(problem).__name__})."
        return
    if revision != migrating.newest():
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
        yield f"{aside} messages failed five times and wait for a person; see the desk, under sending."
    if settings.telegram_token:
        async for said in _telegram(core):
            yield said


async def _telegram(core: Core) -> AsyncIterator[str]:
    links = await open_links(core, "x")
    if "telegram" not in links:
        yield "SAMENSPRAAK_TELEGRAM_TOKEN: Telegram does not know this bot, or cannot be reached."
