"""How often one address may try."""

from datetime import UTC, datetime, timedelta

from admin import attempts
from admin.attempts import Attempts

START = datetime(2026, 11, 22, tzinfo=UTC)


def test_ten_tries_are_let_through():
    """The eleventh waits until the first is five minutes old."""
    tried = Attempts()
    for second in range(10):
        assert tried.wait("a", START + timedelta(seconds=second)) is None
    assert tried.wait("a", START + timedelta(seconds=60)) == timedelta(minutes=4)
    assert tried.wait("a", START + timedelta(minutes=5)) is None


def test_addresses_do_not_wait_for_each_other():
    """Another address still gets in."""
    tried = Attempts()
    for _ in range(11):
        tried.wait("a", START)
    assert tried.wait("a", START) is not None
    assert tried.wait("b", START) is None


def test_memory_stays_bounded(monkeypatch):
    """A flood of addresses pushes out the oldest."""
    monkeypatch.setattr(attempts, "MOST_ADDRESSES", 3)
    tried = Attempts()
    for number in range(50):
        tried.wait(str(number), START)
    assert len(tried._tried) == 3
