"""The samples that `samenspraak demo` lays in, once."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import structlog
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlmodel import col

from admin.signing_in import add_moderator, make_link
from bot.core import Core
from bot.reencoding import Reencoded, reencode
from bot.sample_content import SampleContent
from bot.sample_drawings import drawing
from bot.sample_tones import tones
from bot.trajectory_files import check_file, read_file
from flows.deeds.found_trajectory import found_trajectory
from storage import moderators, trajectories
from storage.tables import Media, Node, Trajectory

log = structlog.get_logger()

SAMPLES = Path(__file__).parent / "samples"
FILES = ("wijkteam.toml", "park.toml", "werk.toml")
MODERATOR = "Noor (voorbeeld)"


async def lay_in_samples(core: Core) -> bool:
    """All trajectories with everything people gave, unless there are trajectories already."""
    async with core.database.writing() as connection:
        if await trajectories.every(connection):
            return False
        moderator_id = await add_moderator(connection, MODERATOR, "admin", core.clock())
        for name in FILES:
            await _lay_in(core, connection, SAMPLES / name, moderator_id)
    return True


async def make_sample_files(core: Core) -> None:
    """The voice messages and photos of the samples that are still to come: some seconds of work, beside."""
    try:
        for key, kind, about in await _files_to_come(core):
            await core.fetcher.store(key, await _made(kind, about))
    except Exception as problem:
        # The rest of the demonstration is none the worse for it, and the next start tries again.
        log.error("sample files not made", problem=type(problem).__name__)


async def _files_to_come(core: Core) -> list[tuple[str, str, Mapping[str, Any]]]:
    """(media key, kind, the story in its sample file), what waits at the desk first."""
    stories = {
        (content["slug"], story["number"]): story
        for content in (read_file(SAMPLES / name) for name in FILES)
        for story in content["story"]
    }
    async with core.database.reading() as connection:
        noted = await connection.execute(
            select(col(Media.key), col(Media.kind), col(Trajectory.slug), col(Node.number))
            .join(Node, col(Node.id) == col(Media.node_id))
            .join(Trajectory, col(Trajectory.id) == col(Node.trajectory_id))
            .where(col(Media.state) == "noted", col(Media.remote).is_(None), col(Node.sample))
            .order_by(col(Node.state).desc(), col(Node.number))
        )
        return [(key, kind, stories[slug, number]) for key, kind, slug, number in noted]


async def _made(kind: str, about: Mapping[str, Any]) -> Reencoded:
    if kind == "photo":
        return await asyncio.to_thread(reencode, await drawing(about["photo"]), "photo")
    return await asyncio.to_thread(reencode, tones(about["number"]), "voice")


async def sign_in_link(core: Core) -> str:
    """A fresh one-time link to the desk for the moderator of the samples."""
    async with core.database.writing() as connection:
        moderator_id = await moderators.first(connection)
        if moderator_id is None:
            moderator_id = await add_moderator(connection, MODERATOR, "admin", core.clock())
        token = await make_link(connection, moderator_id, core.clock())
    return f"{core.base_url}/desk/in/{token}"


async def _lay_in(core: Core, connection: AsyncConnection, path: Path, moderator_id: int) -> None:
    content = read_file(path)
    now = core.clock()
    new = check_file(path, content, now.date())
    acting = core.turns.acting(connection, now)
    trajectory_id = await found_trajectory(acting, new)
    sample = SampleContent(acting, trajectory_id, content, new.languages, new.answer_days, moderator_id)
    await sample.lay_in()
