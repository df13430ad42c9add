"""Mistakes of ours in the log."""

import pytest

from flows.mistakes import place
from flows.rendering import Message


def fails() -> None:
    raise RuntimeError("what a resident said")


def test_place() -> None:
    """File and line, and nothing of the words."""
    with pytest.raises(RuntimeError) as raised:
        fails()
    assert place(raised.value) == f"test_mistakes.py:{fails.__code__.co_firstlineno + 1}"


def test_in_a_library() -> None:
    """Where a library complains, our own line that called it says more."""

    class Stored(dict[str, object]):
        def __getitem__(self, name: str) -> object:
            raise LookupError(name)

    with pytest.raises(LookupError) as raised:
        Message.load(Stored())
    assert place(raised.value).startswith("rendering.py:")


def test_never_raised() -> None:
    """It has no place."""
    assert place(RuntimeError("nowhere")) == ""
