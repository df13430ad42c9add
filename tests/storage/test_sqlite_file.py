"""The file of a SQLite database: whether it can be used, and that one process alone sends from it."""

from __future__ import annotations

import errno
import fcntl
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from storage.database import Unusable
from storage.sqlite_file import check_file, sole_use

HOLD = """
import sys, time
from storage.sqlite_file import sole_use
with sole_use(sys.argv[1]):
    print("held", flush=True)
    time.sleep(60)
"""


def url(path: Path | str) -> str:
    return f"sqlite+aiosqlite:///{path}"


def test_a_file_that_can_be_used(sqlite_url: str, tmp_path: Path) -> None:
    """A database is fine, and so is a place where none is yet."""
    check_file(tmp_path / "samenspraak.db")
    check_file(tmp_path / "new.db")


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("nowhere/x.db", "the folder {folder}/nowhere does not exist."),
        ("words.db", "{folder}/words.db is no SQLite database."),
        ("words.db/x.db", "the folder {folder}/words.db does not exist."),
        ("folder", "{folder}/folder cannot be opened (unable to open database file)."),
    ],
)
def test_a_file_that_cannot(tmp_path: Path, path: str, said: str) -> None:
    """Each in one sentence."""
    (tmp_path / "words.db").write_text("These are no tables.\n" * 100)
    (tmp_path / "folder").mkdir()
    with pytest.raises(Unusable) as raised:
        check_file(tmp_path / path)
    assert str(raised.value) == said.format(folder=tmp_path)


def test_a_damaged_file(sqlite_url: str, tmp_path: Path) -> None:
    """A file that begins like a database and goes on otherwise is refused before anything is written."""
    path = tmp_path / "samenspraak.db"
    path.write_bytes(path.read_bytes()[:100] + bytes(4096))
    with pytest.raises(Unusable, match=r"samenspraak\.db (cannot be opened|is no SQLite database)"):
        check_file(path)


def test_a_file_that_is_not_ours(sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What can be read and not written is of no use."""
    path = tmp_path / "samenspraak.db"
    # Root may write anywhere, and tests may run as root.
    monkeypatch.setattr(os, "access", lambda found, mode: not (found == path and mode == os.W_OK))
    with pytest.raises(Unusable, match="cannot be written"):
        check_file(path)


def test_one_at_a_time(sqlite_url: str, tmp_path: Path) -> None:
    """While one holds the file another is told by whom; afterwards it can be had again."""
    with sole_use(sqlite_url):
        with (
            pytest.raises(Unusable, match=rf"process {os.getpid()} uses this data already"),
            sole_use(sqlite_url),
        ):
            pass
        (tmp_path / "another way").symlink_to(tmp_path / "samenspraak.db")
        with pytest.raises(Unusable, match="already"), sole_use(url(tmp_path / "another way")):
            pass
        with sole_use(url(tmp_path / "other.db")):
            pass
    with sole_use(sqlite_url):
        pass


def test_postgresql_is_shared() -> None:
    """There any number may send."""
    address = "postgresql+asyncpg://me:secret@nowhere/x"
    with sole_use(address), sole_use(address):
        pass


def test_who_died_lets_go(sqlite_url: str) -> None:
    """A process that was killed holds nothing back."""
    process = subprocess.Popen([sys.executable, "-c", HOLD, sqlite_url], stdout=subprocess.PIPE)
    assert process.stdout is not None
    try:
        assert process.stdout.readline() == b"held\n"
        with pytest.raises(Unusable, match=rf"process {process.pid} uses"), sole_use(sqlite_url):
            pass
    finally:
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()
    with sole_use(sqlite_url):
        pass


def test_a_disk_without_locks(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing can be held nobody serves: two would do so at once one day."""

    def refuse(*_: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(fcntl, "flock", refuse)
    with pytest.raises(Unusable, match="cannot be locked"), sole_use(sqlite_url):
        pass


def test_a_place_that_cannot_be_held(tmp_path: Path) -> None:
    """Without a folder there is nothing to hold, and that is what is said."""
    with (
        pytest.raises(Unusable, match=r"the folder .* does not exist"),
        sole_use(url(tmp_path / "no" / "x.db")),
    ):
        pass
