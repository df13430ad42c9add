"""Whether a messenger's library is being loaded: a thread does that, and nothing can break it off."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

_under_way: list[str] = []


@contextmanager
def loading(name: str) -> Iterator[None]:
    """Inside the block it is."""
    _under_way.append(name)
    try:
        yield
    finally:
        _under_way.remove(name)


def is_loading() -> bool:
    """Whether anything is."""
    return bool(_under_way)
