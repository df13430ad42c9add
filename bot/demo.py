"""The samples that `samenspraak demo` lays in, once."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy.ext.asyncio import AsyncConnection

from admin.signing_in import add_moderator, make_link
from bot.core import Core
from bot.sample_content import SampleContent
from bot.trajectory_files import check_file, read_file
from flows.deeds.found_trajectory import found_trajectory
from storage import moderators, trajectories

SAMPLES = Path(__file__).parent / "samples"
FILES = ("wijkteam.toml", "park.toml")
MODERATOR = "Noor (voorbeeld)"


async def lay_in_samples(core: Core) -> bool:
    """Both trajectories with everything people gave, unless there are trajectories already."""
    async with core.database.writing() as connection:
        if await trajectories.every(connection):
            return False
        moderator_id = await add_moderator(connection, MODERATOR, "admin", core.clock())
        for name in FILES:
            await _lay_in(core, connection, SAMPLES / name, moderator_id)
    return True


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
