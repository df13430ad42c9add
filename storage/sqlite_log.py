"""SQLite's write-ahead log, in which what was erased can be read until it is written over."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

PATIENCE = 0.5
"""Seconds to wait for who reads or writes; meanwhile nobody else can write."""


def empty_log(path: Path) -> bool:
    """Bring everything into the database's own file and the log down to nothing; False when it was in use."""
    with closing(sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)) as connection:
        (busy, _, _) = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return not busy
