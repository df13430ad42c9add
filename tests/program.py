"""The program as its users run it: a process of its own that can be killed and started again."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import sys
from dataclasses import dataclass, field
from pathlib import Path

import httpx


def free_port() -> int:
    """A port that nobody listens on right now."""
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        return int(sock.getsockname()[1])


@dataclass
class Program:
    """`samenspraak` in one data folder, on one port; settings by name without the prefix."""

    data_dir: Path
    settings: dict[str, str] = field(default_factory=dict)
    port: int = field(default_factory=free_port)
    process: asyncio.subprocess.Process | None = None

    @property
    def url(self) -> str:
        """Where it answers."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def environment(self) -> dict[str, str]:
        """The environment it runs in."""
        own = {"DATA_DIR": str(self.data_dir), "PORT": str(self.port), **self.settings}
        kept = {name: value for name, value in os.environ.items() if not name.startswith("SAMENSPRAAK_")}
        return {**kept, **{f"SAMENSPRAAK_{name}": value for name, value in own.items()}}

    async def run(self, *arguments: str) -> str:
        """A short command; its output. Raises AssertionError when it fails."""
        process = await self._launch(*arguments)
        out, _ = await process.communicate()
        assert process.returncode == 0, out.decode()
        return out.decode()

    async def start(self, command: str = "serve", seconds: float = 60) -> None:
        """Start it, and wait until the web answers."""
        self.process = await self._launch(command)
        async with asyncio.timeout(seconds), httpx.AsyncClient() as client:
            while True:
                assert self.process.returncode is None, "it stopped by itself"
                try:
                    if (await client.get(f"{self.url}/ready")).status_code == 200:
                        return
                except httpx.TransportError:
                    await asyncio.sleep(0.1)

    async def kill(self) -> None:
        """The process dies at once, without a goodbye."""
        await self._end(signal.SIGKILL)

    async def stop(self) -> None:
        """A polite end."""
        await self._end(signal.SIGTERM)

    async def _end(self, how: signal.Signals) -> None:
        if self.process is not None and self.process.returncode is None:
            self.process.send_signal(how)
            await self.process.wait()
        self.process = None

    async def _launch(self, *arguments: str) -> asyncio.subprocess.Process:
        executable = Path(sys.executable).with_name("samenspraak")
        return await asyncio.create_subprocess_exec(
            str(executable),
            *arguments,
            env=self.environment,
            stdout=asyncio.subprocess.PIPE if arguments[0] not in ("serve", "demo") else None,
            stderr=asyncio.subprocess.STDOUT if arguments[0] not in ("serve", "demo") else None,
        )
