"""The file of a SQLite database: whether it can be used, and that one process alone sends from it."""

from __future__ import annotations

import fcntl
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from storage.database import Unusable, sqlite_path


def check_file(path: Path) -> None:
    """Raise Unusable when this is no file of SQLite's, and none can be made there."""
    if not path.parent.is_dir():
        raise Unusable(f"the folder {path.parent} does not exist.")
    try:
        # Before anything else opens it: a thread would stay behind where SQLite refuses later.
        with closing(sqlite3.connect(path, timeout=15)) as connection:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.Error as problem:
        if problem.sqlite_errorcode == sqlite3.SQLITE_NOTADB:
            raise Unusable(f"{path} is no SQLite database.") from problem
        raise Unusable(f"{path} cannot be opened ({problem}).") from problem
    if not os.access(path, os.W_OK) or not os.access(path.parent, os.W_OK):
        raise Unusable(f"{path} and its folder cannot be written.")


@contextmanager
def sole_use(url: str) -> Iterator[None]:
    """Inside the block this process is the one that receives and sends; raises Unusable when another is.

    A process that dies lets go, however it dies. PostgreSQL is not held: any number may use it.
    """
    path = sqlite_path(url)
    if path is None:
        yield
        return
    check_file(path)
    whole = path.resolve()
    # Not the database itself, which SQLite locks in its own way. It stays: all have to hold the same file.
    held = os.open(whole.with_name(f"{whole.name}.lock"), os.O_RDWR | os.O_CREAT, 0o600)
    try:
        _hold(held)
        yield
    finally:
        os.close(held)


def _hold(held: int) -> None:
    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as problem:
        holder = os.pread(held, 20, 0).decode().partition("\n")[0]
        raise Unusable(
            f"process {holder} uses this data already, and with SQLite only one can; stop that one first."
        ) from problem
    except OSError as problem:
        raise Unusable(f"files in its folder cannot be locked ({problem.strerror}).") from problem
    os.pwrite(held, f"{os.getpid()}\n".encode(), 0)
