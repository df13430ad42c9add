"""Voice messages and photos on disk, encrypted, readable by the owner alone."""

from __future__ import annotations

import os
import re
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import Final

from storage.secrets import Secrets

_KEY: Final = re.compile("[a-z0-9]{8,40}")
_LEFTOVER_AGE: Final = 3600.0


class MediaFiles:
    """One folder of encrypted files, each under its key: 8 to 40 characters of a-z and 0-9.

    A key of another form raises ValueError. All calls wait for the disk.
    """

    def __init__(self, folder: Path, secrets: Secrets) -> None:
        """The folder is made when it is missing, and closed to everybody but its owner."""
        self._folder = folder
        self._secrets = secrets
        folder.mkdir(parents=True, exist_ok=True)
        folder.chmod(0o700)
        self._remove_leftovers()

    def write(self, key: str, data: bytes) -> None:
        """Keep the data under this key, in place of what stood there. It stands whole or not at all."""
        target = self._path(key)
        part = self.stage(data)
        try:
            self._move(part, target)
        finally:
            self.discard(part)

    def stage(self, data: bytes) -> Path:
        """Bring the data to the disk, as nobody's yet: `keep` it under a key, and `discard` in any case."""
        sealed = self._secrets.seal(data)
        descriptor, name = tempfile.mkstemp(prefix=".", suffix=".part", dir=self._folder)
        part = Path(name)
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(sealed)
                file.flush()
                os.fsync(file.fileno())
        except BaseException:
            self.discard(part)
            raise
        return part

    def keep(self, key: str, part: Path) -> None:
        """What was staged stands under this key from now on, in place of what stood there. Quick."""
        self._move(part, self._path(key))

    def discard(self, part: Path) -> None:
        """What was staged and not kept is gone."""
        part.unlink(missing_ok=True)

    def read(self, key: str) -> bytes:
        """The data under this key; raises LookupError when there is none, and Unsealable."""
        try:
            sealed = self._path(key).read_bytes()
        except FileNotFoundError as problem:
            raise LookupError(f"no media file {key}") from problem
        return self._secrets.open(sealed)

    def remove(self, key: str) -> None:
        """Forget what stands under this key, if anything does."""
        self._path(key).unlink(missing_ok=True)
        self._sync()

    def _move(self, part: Path, target: Path) -> None:
        part.replace(target)
        self._sync()

    def _path(self, key: str) -> Path:
        if not _KEY.fullmatch(key):
            raise ValueError("a media key has 8 to 40 characters of a-z and 0-9")
        return self._folder / key

    def _sync(self) -> None:
        """A new name and a removed one outlive a power cut only once the folder itself is on the disk."""
        folder = os.open(self._folder, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)

    def _remove_leftovers(self) -> None:
        """What a killed process was writing; what is young may be another process at work."""
        for part in self._folder.glob(".*.part"):
            with suppress(FileNotFoundError):  # another process may be tidying up as well
                if part.stat().st_mtime < time.time() - _LEFTOVER_AGE:
                    part.unlink()
