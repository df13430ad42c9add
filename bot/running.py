"""The commands that keep running: demo, serve, chat; and migrate."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Awaitable, Callable

from rich.console import Console

from bot.core import Core
from bot.finding import find_trajectory
from bot.settings import Settings, prepare_data_dir
from storage import schema, trajectories
from storage.database import Database
from storage.reaching import reach

Until = Callable[[], Awaitable[None]]


async def demonstrate(settings: Settings, console: Console, until: Until) -> None:
    """Samples, links, and everything running."""
    from bot.demo import lay_in_samples, make_sample_files, sign_in_link
    from bot.wiring import serving_all

    async with serving_all(settings) as core:
        fresh = await lay_in_samples(core)
        await _print_links(core, console, await sign_in_link(core), fresh=fresh)
        core.tasks.append(asyncio.create_task(make_sample_files(core), name="making sample files"))
        await until()


async def serve_all(settings: Settings, console: Console, until: Until) -> None:
    """Everything running on what is there."""
    from bot.wiring import serving_all

    async with serving_all(settings) as core:
        console.print(f"Samenspraak answers at {core.base_url}/")
        await until()


async def talk(settings: Settings, slug: str) -> None:
    """The conversations in this terminal, until /quit or the end of the input; raises NotThere."""
    from bot.channels.terminal import Terminal
    from bot.wiring import alone, working

    with alone(settings):
        async with working(settings, settings.address) as core:
            if slug:
                async with core.database.reading() as connection:
                    await find_trajectory(connection, slug)
            terminal = Terminal(Console(highlight=False), sys.stdin, slug)
            await core.add(terminal)
            await terminal.talk()


async def migrate_database(settings: Settings, console: Console) -> None:
    """Bring the schema up to date."""
    prepare_data_dir(settings.data_dir)
    database = Database(settings.database)
    try:
        await reach(database)
        before = await schema.revision_of(database)
        await schema.bring_up_to_date(database)
    finally:
        await database.close()
    if before == schema.newest():
        console.print("The database is up to date.")
    else:
        console.print(f"The database went from {before or 'nothing'} to {schema.newest()}.")


async def _print_links(core: Core, console: Console, desk: str, *, fresh: bool) -> None:
    if fresh:
        console.print("Three sample trajectories were laid in.")
    async with core.database.reading() as connection:
        listed = await trajectories.every(connection)
    console.print(f"\nPublic pages  {core.base_url}/")
    for one in listed:
        console.print(f"Web chat      {core.base_url}/chat/{one.slug}")
    console.print(f"Desk          {desk}   (once, within 15 minutes)")
    console.print("\nCtrl-C stops.")
