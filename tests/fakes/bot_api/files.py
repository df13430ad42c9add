"""Files that were sent in either direction."""

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from fakes.bot_api.limits import DOWNLOAD
from fakes.bot_api.refusals import bad_request

Json = dict[str, Any]

_FOLDERS = {"photo": "photos", "voice": "voice", "document": "documents"}


@dataclass(frozen=True)
class Stored:
    """A file, and the path under which it can be fetched once `getFile` gave it away."""

    file_id: str
    kind: str
    data: bytes
    path: str

    @property
    def about(self) -> Json:
        """What all of Telegram's kinds of file tell."""
        return {
            "file_id": self.file_id,
            "file_unique_id": self.file_id.removeprefix("file-"),
            "file_size": len(self.data),
        }


class Files:
    """Every file by its id."""

    def __init__(self) -> None:
        self._files: dict[str, Stored] = {}
        self._given: dict[str, Stored] = {}

    def keep(self, kind: str, data: bytes, name: str) -> Stored:
        """Keep a photo, voice or document that someone sent."""
        number = len(self._files) + 1
        path = f"{_FOLDERS[kind]}/file_{number}{PurePosixPath(name).suffix}"
        stored = Stored(f"file-{kind}-{number}", kind, data, path)
        self._files[stored.file_id] = stored
        return stored

    def find(self, file_id: str) -> Stored | None:
        """The file with this id, if there is one."""
        return self._files.get(file_id)

    def give(self, file_id: str) -> Json:
        """The answer to `getFile`: from now on its path can be fetched."""
        stored = self.find(file_id)
        if stored is None:
            raise bad_request("invalid file_id")
        if len(stored.data) > DOWNLOAD:
            raise bad_request("file is too big")
        self._given[stored.path] = stored
        return {**stored.about, "file_path": stored.path}

    def fetch(self, path: str) -> bytes | None:
        """What lies at a path that was given away."""
        stored = self._given.get(path)
        return None if stored is None else stored.data


def shown(stored: Stored, **more: Any) -> Json:
    """A file as a message shows it; `more` is what its kind adds, such as a voice's duration."""
    if stored.kind == "photo":
        small = {**stored.about, "width": 90, "height": 67}
        return {"photo": [small, {**stored.about, "width": 1280, "height": 960}]}
    return {stored.kind: {**stored.about, **more}}
