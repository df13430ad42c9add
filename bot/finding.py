"""What is named on the command line, found by its name."""

from __future__ import annotations

from sqlalchemy.ext.asyncio import AsyncConnection

from storage import trajectories
from storage.trajectories import Listed


class NotThere(Exception):
    """What was named does not exist; the message says so, and what does."""


async def find_trajectory(connection: AsyncConnection, slug: str) -> Listed:
    """The trajectory with this slug; raises NotThere."""
    listed = await trajectories.every(connection)
    for one in listed:
        if one.slug == slug:
            return one
    *most, last = [one.slug for one in listed] or ["none yet"]
    there = f"are {', '.join(most)} and {last}" if most else f"is {last}"
    raise NotThere(f"There is no trajectory {slug}; there {there}.")
