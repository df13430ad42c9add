"""The real votes of Polis conversations, through the chat: is every idea heard, every vote counted once?

All people of each, five cards a person; with all ideas there from the beginning, and as they really came.
"""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path
from typing import Any, Literal

from polis import FOLDER, HOUSING, LAND_BANK, POLICING, conversation
from replaying import Replay
from stage import Stage, let_go

from storage.database import Database
from storage.migrating import migrate

WAYS: tuple[Literal["at once", "as they came"], ...] = ("at once", "as they came")


def measure(_times: int) -> dict[str, Any]:
    """Once is enough: there is no chance in it."""
    if not FOLDER.is_dir():
        return {"not measured": f"there is no {FOLDER}; SAMENSPRAAK_POLIS_DATA says where it is"}
    return {
        f"{name}, ideas {way}": asyncio.run(_replay(name, way))
        for name in (POLICING, HOUSING, LAND_BANK)
        for way in WAYS
    }


async def _replay(name: str, way: Literal["at once", "as they came"]) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite+aiosqlite:///{Path(folder) / 'replay.db'}"
        database = Database(url)
        await migrate(database)
        await database.close()
        stage = Stage(url)
        await stage.set_up()
        report = await Replay(stage, conversation(name), ideas=way).run()
        await let_go(url)
    return report.dump()
