"""How often somebody may try."""

from datetime import UTC, datetime, timedelta

import pytest

from flows import attempts
from flows.attempts import Attempts

START = datetime(2026, 11, 22, tzinfo=UTC)


def five_minutes() -> Attempts:
    return Attempts(10, timedelta(minutes=5))


def test_ten_tries_are_let_through() -> None:
    """The eleventh waits until the first is five minutes old."""
    tried = five_minutes()
    for second in range(10):
        assert tried.wait("a", START + timedelta(seconds=second)) is None
    assert tried.wait("a", START + timedelta(seconds=60)) == timedelta(minutes=4)
    assert tried.wait("a", START + timedelta(minutes=5)) is None


def test_nobody_waits_for_another() -> None:
    """Somebody else still gets in."""
    tried = five_minutes()
    for _ in range(11):
        tried.wait("a", START)
    assert tried.wait("a", START) is not None
    assert tried.wait("b", START) is None


def test_memory_stays_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """A flood of people pushes out the oldest."""
    monkeypatch.setattr(attempts, "MOST_REMEMBERED", 3)
    tried = five_minutes()
    for number in range(50):
        tried.wait(str(number), START)
    assert len(tried._tried) == 3
