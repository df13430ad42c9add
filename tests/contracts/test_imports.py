"""A messenger's library takes seconds and megabytes: it is loaded when its channel is on, and not before."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

LIBRARIES = ("aiogram", "telegram", "pywa", "nio")

WEB_ONLY = """
import asyncio
from pathlib import Path
from bot.settings import Settings
from bot.wiring import web, working

async def main():
    async with working(Settings(data_dir=Path("data"), telegram_token=""), "http://chat.test") as core:
        await web(core)
        await core.channels["web"].close()

asyncio.run(main())
"""

WITH_TELEGRAM = """
import asyncio
from pathlib import Path
from bot.settings import Settings
from bot.wiring import serving_all

async def main():
    nobody = "http://127.0.0.1:9"
    settings = Settings(data_dir=Path("data"), host="127.0.0.1", port=0, telegram_token="1:TEST",
                        telegram_api_url=nobody, telegram_library={library!r})
    async with serving_all(settings) as core:
        while "telegram" not in core.channels:
            await asyncio.sleep(0.05)

asyncio.run(main())
"""


def loaded_by(code: str, folder: Path) -> set[str]:
    """Which messengers' libraries a fresh interpreter has loaded after this."""
    told = f"import sys\nprint('loaded:', *sorted({set(LIBRARIES)!r} & set(sys.modules)))"
    # Without its folder on the path, so that what is installed is what is imported.
    command = [sys.executable, "-P", "-c", f"{code}\n{told}"]
    ran = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=120)
    assert ran.returncode == 0, ran.stderr
    return set(ran.stdout.splitlines()[-1].split()[1:])


def test_importing(tmp_path: Path) -> None:
    """Importing the program, and what all channels share, loads no messenger's library."""
    modules = "bot.cli, bot.wiring, bot.serving, bot.channels.terminal, bot.channels.telegram_account"
    assert loaded_by(f"import {modules}", tmp_path) == set()


def test_web_only(tmp_path: Path) -> None:
    """A program with the web chat alone loads no messenger's library."""
    assert loaded_by(WEB_ONLY, tmp_path) == set()


@pytest.mark.parametrize(
    ("library", "package"), [("aiogram", "aiogram"), ("python-telegram-bot", "telegram")]
)
def test_one_of_two(library: str, package: str, tmp_path: Path) -> None:
    """With Telegram on, only the library that was chosen is loaded."""
    assert loaded_by(WITH_TELEGRAM.format(library=library), tmp_path) == {package}
