"""A resident at a keyboard, who reads what stands on the screen."""

from __future__ import annotations

import asyncio
import io
import os
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import groupby
from pathlib import Path
from typing import Self

from rich.console import Console

from bot.channels.terminal import ADDRESS, Terminal
from bot.core import Core
from rigs.rig import SLUG, Heard, Kind, Rig

_NAMES: dict[Kind, str] = {"voice": "verhaal.wav", "photo": "foto.png", "paper": "brief.pdf"}


class TerminalRig(Rig):
    """The lines go through a pipe, as they do from another program."""

    channel = "terminal"
    capabilities = Terminal.capabilities
    address = ADDRESS

    def __init__(self, core: Core, folder: Path) -> None:
        self.core = core
        self._folder = folder
        self._screen = io.StringIO()
        reading, writing = os.pipe()
        self._lines = os.fdopen(reading, encoding="utf-8")
        self._keyboard = os.fdopen(writing, "wb", buffering=0)
        self._talking: asyncio.Task[None] | None = None

    @classmethod
    @asynccontextmanager
    async def opened(cls, core: Core, folder: Path) -> AsyncIterator[Self]:
        rig = cls(core, folder)
        terminal = rig._terminal("")
        await core.add(terminal)
        try:
            yield rig
        finally:
            rig._keyboard.close()
            if rig._talking is not None:
                await rig._talking
            rig._lines.close()
            await terminal.close()

    @property
    def heard(self) -> list[Heard]:
        """What the bot says stands a little in, with an empty line before; numbered lines are choices."""
        said: list[Heard] = []
        for is_said, block in groupby(self._screen.getvalue().splitlines(), lambda line: line[:2] == "  "):
            lines = [line.strip() for line in block]
            choices = [re.sub(r"\d+\. ", "", line) for line in lines if re.match(r"\d+\. ", line)]
            if is_said and len(choices) == len(lines) and said:
                said[-1] = Heard(said[-1].text, tuple(choices))
            elif is_said:
                said.append(Heard(" ".join(" ".join(lines).split())))
        return said

    async def arrives(self) -> None:
        """Whoever sits at the keyboard is there."""

    async def opens(self, code: str = "") -> None:
        terminal = self._terminal(code)
        await self.core.add(terminal)
        self._talking = asyncio.create_task(terminal.talk())
        await self.hears("")

    async def writes(self, text: str) -> None:
        if self._talking is None:
            await self.opens()
        self._keyboard.write(f"{text}\n".encode("utf-8", "surrogatepass"))

    async def sends(self, kind: Kind, data: bytes) -> None:
        path = self._folder / _NAMES[kind]
        path.write_bytes(data)
        await self.writes(f"/{'voice' if kind == 'voice' else 'photo'} {path}")

    async def saves(self, ending: str) -> bytes:
        *_, newest = self._folder.glob(f"*{ending}")
        return newest.read_bytes()

    def _terminal(self, code: str) -> Terminal:
        console = Console(file=self._screen, width=10_000, force_terminal=False)
        return Terminal(console, self._lines, SLUG, code=code, wording=self.core.wording, folder=self._folder)
