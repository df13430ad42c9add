"""Media files: sealed, whole, and nobody else's."""

import os
import stat
from pathlib import Path

import pytest

from storage.media_files import MediaFiles
from storage.secrets import Secrets, Unsealable

KEY = "k7mp2wq9xz"
OLD, NEW = "o" * 32, "n" * 32


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data" / "media"


@pytest.fixture
def files(folder: Path) -> MediaFiles:
    return MediaFiles(folder, Secrets(OLD))


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("data", [b"", b"\x00\xff", os.urandom(1_000_000)], ids=["none", "some", "much"])
def test_reads_what_was_written(files: MediaFiles, data: bytes) -> None:
    """What was written is read again."""
    files.write(KEY, data)
    assert files.read(KEY) == data


def test_replaces(files: MediaFiles, folder: Path) -> None:
    """A second write under the same key takes the place of the first, and nothing else stays behind."""
    files.write(KEY, b"first")
    files.write(KEY, b"second")
    assert files.read(KEY) == b"second"
    assert names(folder) == [KEY]


def test_sealed(files: MediaFiles, folder: Path) -> None:
    """Nothing of the data can be read on the disk."""
    files.write(KEY, b"the voice of a resident" * 100)
    assert b"resident" not in (folder / KEY).read_bytes()


def test_owner_alone(files: MediaFiles, folder: Path) -> None:
    """Only the owner may open the folder and the files, whatever the process's own mask says."""
    before = os.umask(0)
    try:
        MediaFiles(folder / "deeper", Secrets(OLD)).write(KEY, b"voice")
        files.write(KEY, b"voice")
    finally:
        os.umask(before)
    assert mode(folder) == mode(folder / "deeper") == 0o700
    assert mode(folder / KEY) == mode(folder / "deeper" / KEY) == 0o600


def test_closes_an_open_folder(folder: Path) -> None:
    """A folder that others could look into is closed to them."""
    folder.mkdir(parents=True)
    folder.chmod(0o755)
    MediaFiles(folder, Secrets(OLD))
    assert mode(folder) == 0o700


def test_missing(files: MediaFiles) -> None:
    """Reading what is not there is a LookupError."""
    with pytest.raises(LookupError):
        files.read(KEY)


def test_remove(files: MediaFiles, folder: Path) -> None:
    """What was removed is gone from the disk; removing it again does no harm."""
    files.write(KEY, b"voice")
    files.remove(KEY)
    files.remove(KEY)
    assert names(folder) == []


@pytest.mark.parametrize(
    "key",
    [
        "",
        "a" * 7,
        "a" * 41,
        "A" * 10,
        "../../etc/passwd",
        "a/bcdefgh",
        "abcdefg.",
        "abcdefgh\n",
        "abcdefg\0",
        "é" * 8,
    ],
)
def test_strange_keys(files: MediaFiles, folder: Path, key: str) -> None:
    """A key that is none never becomes a path."""
    for attempt in (lambda: files.write(key, b""), lambda: files.read(key), lambda: files.remove(key)):
        with pytest.raises(ValueError, match="8 to 40"):
            attempt()
    assert names(folder) == []


@pytest.mark.parametrize("key", ["a" * 8, "9" * 40])
def test_longest_and_shortest_key(files: MediaFiles, key: str) -> None:
    """Keys may have 8 to 40 characters."""
    files.write(key, b"voice")
    assert files.read(key) == b"voice"


def test_new_secret(files: MediaFiles, folder: Path) -> None:
    """A replaced secret opens what the old one sealed; another secret does not."""
    files.write(KEY, b"voice")
    assert MediaFiles(folder, Secrets(f"{NEW},{OLD}")).read(KEY) == b"voice"
    with pytest.raises(Unsealable):
        MediaFiles(folder, Secrets(NEW)).read(KEY)


def test_failed_write(files: MediaFiles, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the disk fails the old data stands, and nothing half-written."""
    files.write(KEY, b"first")

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        files.write(KEY, b"second")
    assert files.read(KEY) == b"first"
    assert names(folder) == [KEY]


def test_leftovers(folder: Path) -> None:
    """What a process left half-written when it was killed goes; what may still be written stays."""
    folder.mkdir(parents=True)
    old, young = folder / f".{KEY}.1.part", folder / f".{KEY}.2.part"
    for part in (old, young):
        part.write_bytes(b"half")
    os.utime(old, (0, 0))
    MediaFiles(folder, Secrets(OLD))
    assert names(folder) == [young.name]
