"""The short commands: trajectories, steps, invitations, who works at the desk."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlmodel import col

from admin import waiting
from admin.sessions import ROLES
from admin.signing_in import add_moderator, make_link
from bot.core import Core
from bot.finding import NotThere, find_trajectory
from bot.settings import Settings
from bot.trajectory_files import check_file, read_file
from bot.wiring import build, open_links, prepare
from flows.deeds.acting import Acting
from flows.deeds.close_step import Closed, close_step
from flows.deeds.deciding import Refused, write_audit
from flows.deeds.found_trajectory import found_trajectory
from flows.deeds.open_step import Opened, Undone, open_step, undo_opening
from flows.deeds.open_way_in import LONGEST_LABEL, open_poster
from storage import moderators, trajectories
from storage.tables import Network, Step

ACTS = ("open", "close", "undo")
OVERRIDE = "With --override you say why it closes all the same; that goes on record."


async def new_trajectory(settings: Settings, console: Console, path: Path) -> None:
    """Check the file, then store it whole."""
    async with opened_core(settings) as core, core.database.writing() as connection:
        new = check_file(path, read_file(path), core.clock().date())
        await found_trajectory(core.turns.acting(connection, core.clock()), new)
        console.print(f"Laid in: {new.slug}, with {len(new.networks)} networks.")
        console.print(f"People can tell stories after: samenspraak trajectory step {new.slug} exchange open")


async def list_trajectories(settings: Settings, console: Console) -> None:
    """A table of all; overdue is how many contributions should have had an answer by now."""
    async with opened_core(settings) as core, core.database.reading() as connection:
        listed = await trajectories.every(connection)
        if not listed:
            console.print("There are no trajectories yet. Make one: samenspraak trajectory new FILE.toml")
            return
        table = Table("slug", "title", "open steps", "overdue", "")
        for one in listed:
            steps = ", ".join(await _open_steps(connection, one.id)) or "none"
            title = Text(next(iter(one.title.values()), ""))
            late = (await waiting.count(connection, one.id, core.clock())).late
            table.add_row(one.slug, title, steps, str(late), "sample" if one.sample else "")
        console.print(table)


async def change_step(
    settings: Settings, console: Console, slug: str, step: str, act: str, override: str = ""
) -> bool:
    """Open or close one step now, or take an opening back; False when it was refused, and why is printed.

    Raises NotThere for another act.
    """
    if act not in ACTS:
        raise NotThere(f"There is no act {act}; a step can {', '.join(ACTS)}.")
    async with opened_core(settings) as core, core.database.writing() as connection:
        found = await find_trajectory(connection, slug)
        acting = core.turns.acting(connection, core.clock())
        done: Opened | Closed | Undone | Refused
        if act == "open":
            done = await open_step(acting, found.id, step)
        elif act == "undo":
            done = await undo_opening(acting, found.id, step)
        else:
            done = await close_step(acting, found.id, step, override)
        match done:
            case Refused(text, arguments):
                said = core.wording.word("en", text, arguments)
                hint = f"\n{OVERRIDE}" if text == "step-holds" else ""
                console.print(f"{slug}: {said}{hint}", markup=False)
                return False
            case Opened():
                console.print(f"{slug}: step {step} is open. Everyone is told in a minute; until then: undo.")
            case Closed(left=left):
                waiting = f", with {left} contributions that still wait" if left else ""
                console.print(f"{slug}: step {step} is closed{waiting}.")
            case Undone():
                console.print(f"{slug}: step {step} is as it was. Nobody was told.")
    return True


async def print_links(
    settings: Settings, console: Console, slug: str, network: str, poster: str = ""
) -> None:
    """One line a channel: of a network, or of one of its posters, which is made when there is none yet."""
    async with opened_core(settings) as core:
        async with core.database.writing() as connection:
            acting = core.turns.acting(connection, core.clock())
            token = await _token(acting, slug, network, poster)
        for name, link in (await open_links(core, token)).items():
            console.print(f"{name:10}{link}")


async def _token(acting: Acting, slug: str, network: str, poster: str) -> str:
    found = await find_trajectory(acting.connection, slug)
    rows = await acting.connection.execute(
        select(col(Network.code), col(Network.id), col(Network.token)).where(
            col(Network.trajectory_id) == found.id
        )
    )
    there = {row.code: row for row in rows}
    if network not in there:
        raise NotThere(f"{slug} has no network {network}; it has {', '.join(sorted(there))}.")
    if not poster:
        return str(there[network].token)
    opened = await open_poster(acting, found.id, there[network].id, poster)
    if isinstance(opened, Refused):
        raise NotThere(f"The label of a poster has 1 to {LONGEST_LABEL} characters.")
    return opened.token


async def add_to_desk(settings: Settings, console: Console, name: str, role: str) -> None:
    """A fresh one-time link, for somebody new or somebody known; raises NotThere."""
    if role not in ROLES:
        raise NotThere(f"There is no role {role}; the roles are {', '.join(ROLES)}.")
    if not 0 < len(name.strip()) <= 80:
        raise NotThere("A name at the desk has 1 to 80 characters.")
    async with opened_core(settings) as core, core.database.writing() as connection:
        moderator_id = await moderators.named(connection, name)
        if moderator_id is None:
            moderator_id = await add_moderator(connection, name, role, core.clock())
            await write_audit(core.turns.acting(connection, core.clock()), "add_moderator", detail=role)
        token = await make_link(connection, moderator_id, core.clock())
        console.print(f"{core.base_url}/desk/in/{token}", markup=False)
        console.print("This link works once, within 15 minutes.")


@asynccontextmanager
async def opened_core(settings: Settings) -> AsyncIterator[Core]:
    """The program for one command, beside one that may be serving."""
    core = build(settings, settings.address)
    try:
        await prepare(core, alone=False)
        yield core
    finally:
        await core.database.close()


async def _open_steps(connection: AsyncConnection, trajectory_id: int) -> list[str]:
    rows = await connection.execute(
        select(col(Step.code)).where(
            col(Step.trajectory_id) == trajectory_id,
            col(Step.opened_at).is_not(None),
            col(Step.closed_at).is_(None),
        )
    )
    return list(rows.scalars())
