"""A mark in the data folder by which a wrong secret key is known before anybody took part."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.settings import WrongSetting, place
from storage.secrets import Secrets

NAME = "secret.mark"

OTHER_KEY = (
    "SAMENSPRAAK_SECRET_KEY: this data was written with another key; put that one back, or set both, the new"
    " one first."
)


def check_mark(folder: Path, secrets: Secrets) -> None:
    """Raises Unsealable when the mark was made with another secret, WrongSetting when it cannot be read."""
    path = folder / NAME
    with _using(path):
        sealed = path.read_bytes() if path.exists() else None
    if sealed is not None:
        secrets.open(sealed)


def lay_mark(folder: Path, secrets: Secrets) -> None:
    """Make the mark, unless it is there: a newer key that is put before the old one can open it too."""
    path = folder / NAME
    with _using(path):
        if not path.exists():
            place(path, secrets.seal("").decode())


@contextmanager
def _using(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as problem:
        raise WrongSetting(f"SAMENSPRAAK_DATA_DIR: {path} cannot be used ({problem.strerror}).") from problem
