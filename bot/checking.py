"""What is misconfigured, and what there is to know, a sentence each."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import urlsplit

from rich.console import Console
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core import Core
from bot.key_mark import OTHER_KEY, check_mark
from bot.settings import Settings
from bot.wiring import build, open_links
from storage import participants, schema, seen_events, trajectories
from storage.database import Database, Unusable
from storage.reaching import reach
from storage.schema import SchemaAhead, SchemaBehind
from storage.secrets import Unsealable


@dataclass(frozen=True)
class Note:
    """Something to know that is not wrong."""

    words: str


NOTHING_YET = Note(
    "There is nothing here yet: samenspraak demo shows what it can be, samenspraak trajectory new FILE.toml"
    " lays in your own."
)
EARLIER = Note("The database is of an earlier version; the next start brings it up to date by itself.")


async def check_all(settings: Settings, console: Console) -> bool:
    """Print what is wrong, and what there is to know; True when nothing is wrong."""
    found = [*_about_addresses(settings), *await _about_the_rest(settings)]
    complaints = [said for said in found if isinstance(said, str)]
    for complaint in complaints:
        console.print(f"- {complaint}", markup=False)
    if not complaints:
        console.print("Everything is in order.")
    for said in found:
        if isinstance(said, Note):
            console.print(said.words, markup=False)
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


async def _about_the_rest(settings: Settings) -> list[str | Note]:
    try:
        core = build(settings, settings.address)
    except Unusable as problem:
        return [f"{settings.database_setting}: {problem}"]
    try:
        found = await _about_the_data(core)
        if OTHER_KEY not in found and not _mark_fits(core):
            found.insert(0, OTHER_KEY)
        return [*found, *[said async for said in _about_telegram(core)]]
    finally:
        await core.database.close()


def _mark_fits(core: Core) -> bool:
    try:
        check_mark(core.settings.data_dir, core.secrets)
    except Unsealable:
        return False
    return True


async def _about_the_data(core: Core) -> list[str | Note]:
    try:
        await reach(core.database)
        await schema.check(core.database)
    except (Unusable, SchemaAhead) as problem:
        return [f"{core.settings.database_setting}: {problem}"]
    except SchemaBehind:
        return [await _behind(core.database)]
    async with core.database.reading() as connection:
        return [said async for said in _about_what_is_there(core, connection)]


async def _behind(database: Database) -> str | Note:
    """What has to be done about a schema that is not the newest: SQLite's is seen to by any start."""
    found = await schema.revision_of(database)
    if database.kind == "sqlite":
        return EARLIER if found else NOTHING_YET
    what = "The database is not up to date" if found else "There is nothing in the database yet"
    return f"{what}: run samenspraak migrate."


async def _about_what_is_there(core: Core, connection: AsyncConnection) -> AsyncIterator[str | Note]:
    try:
        await participants.check_secret(connection, core.secrets)
    except Unsealable:
        yield OTHER_KEY
    if not await trajectories.every(connection):
        yield NOTHING_YET
    elif not await trajectories.under_way(connection):
        yield "No trajectory has an open step: nobody can take part."
    aside = await seen_events.count_set_aside(connection)
    if aside:
        failed = "1 message failed five times and waits"
        if aside > 1:
            failed = f"{aside} messages failed five times and wait"
        yield f"{failed} for a person; see the desk, under sending."


async def _about_telegram(core: Core) -> AsyncIterator[str]:
    if core.settings.telegram_token and "telegram" not in await open_links(core, "x"):
        yield "SAMENSPRAAK_TELEGRAM_TOKEN: Telegram does not know this bot, or cannot be reached."


def _is_here(host: str) -> bool:
    """Whether only this machine can reach it."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
