"""Files that visitors send: encrypted on disk under a random name until the program has fetched them."""

from __future__ import annotations

import asyncio
import os
import re
from datetime import datetime
from pathlib import Path

from bot.channels.channel import MediaGone
from storage.secrets import Secrets, Unsealable, random_token

_NAME = re.compile(r"[A-Za-z0-9_-]{43}")


class Uploads:
    """A folder that only the program's own user can read."""

    def __init__(self, folder: Path, secrets: Secrets) -> None:
        """`folder` is made when the first file comes."""
        self._folder = folder
        self._secrets = secrets

    async def keep(self, data: bytes) -> str:
        """Store a file and return the name to fetch it by. Raises OSError when the disk refuses."""
        return await asyncio.to_thread(self._write, data)

    async def fetch(self, remote: str) -> bytes:
        """The file's bytes. Raises MediaGone, or OSError to try again."""
        return await asyncio.to_thread(self._read, remote)

    async def discard(self, remote: str) -> None:
        """Erase the file, if it is there."""
        if _NAME.fullmatch(remote):
            await asyncio.to_thread((self._folder / remote).unlink, missing_ok=True)

    async def discard_before(self, at: datetime) -> None:
        """Retention: erase what nobody fetched since that moment."""
        await asyncio.to_thread(self._sweep, at.timestamp())

    def _write(self, data: bytes) -> str:
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        remote = random_token()
        descriptor = os.open(self._folder / remote, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(self._secrets.seal(data))
            file.flush()
            # The turn that refers to this file is committed next: it may not outlive the file in a power cut.
            os.fsync(file.fileno())
        return remote

    def _read(self, remote: str) -> bytes:
        if not _NAME.fullmatch(remote):
            raise MediaGone(MediaGone.__doc__)
        try:
            return self._secrets.open((self._folder / remote).read_bytes())
        except (FileNotFoundError, Unsealable) as problem:
            raise MediaGone(MediaGone.__doc__) from problem

    def _sweep(self, before: float) -> None:
        if not self._folder.is_dir():
            return
        for file in self._folder.iterdir():
            if file.stat().st_mtime < before:
                file.unlink(missing_ok=True)
