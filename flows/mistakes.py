"""What may stand in a log about a mistake of ours: its kind and its place, never its words."""

from __future__ import annotations

from itertools import chain
from traceback import walk_tb
from types import FrameType

_OURS = frozenset(("admin", "bot", "flows", "storage"))


def place(problem: BaseException) -> str:
    """Where it went wrong: the last file and line of our own on the way there, "" when it was never raised.

    The words of an exception may be somebody's own, so they are not part of it.
    """
    way = list(walk_tb(problem.__traceback__))
    ours = (step for step in reversed(way) if _is_ours(step[0]))
    for frame, line in chain(ours, reversed(way)):
        return f"{frame.f_code.co_filename.rpartition('/')[2]}:{line}"
    return ""


def _is_ours(frame: FrameType) -> bool:
    return str(frame.f_globals.get("__name__", "")).partition(".")[0] in _OURS
