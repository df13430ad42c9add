"""Who is due for a nudge, and why; the one reminder of an unfinished conversation."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from flows.nudges import (
    REASONS,
    Due,
    Nudge,
    Silent,
    Standing,
    Unfinished,
    due,
    effect,
    local_day,
    reminder,
)
from flows.wording import Wording

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
DUE = Unfinished(
    participant_id=7,
    remind_at=NOW - timedelta(hours=1),
    reminded_at=None,
    expires_at=NOW + timedelta(days=6),
    stopped_at=None,
    zone="Europe/Amsterdam",
)
SECOND = timedelta(seconds=1)


def test_due() -> None:
    """Who stopped halfway is reminded, until the conversation is let go."""
    assert reminder(DUE, NOW) == Nudge("nudge:7:2026-11-23", "nudge-unfinished", DUE.expires_at)
    assert Wording().has("nudge-unfinished")


def test_of_votes_nothing_is_thrown_away() -> None:
    """Each counts at once, so the reminder does not say otherwise."""
    nudge = reminder(replace(DUE, script="vote-cards"), NOW)
    assert nudge == Nudge("nudge:7:2026-11-23", "nudge-unfinished-votes", DUE.expires_at)
    assert Wording().has("nudge-unfinished-votes")


@pytest.mark.parametrize(
    ("state", "is_due"),
    [
        (replace(DUE, remind_at=NOW), True),
        (replace(DUE, remind_at=NOW + SECOND), False),
        (replace(DUE, remind_at=None), False),
        (replace(DUE, reminded_at=NOW - timedelta(days=3)), False),
        (replace(DUE, stopped_at=NOW - SECOND), False),
        (replace(DUE, expires_at=None), True),
        (replace(DUE, expires_at=NOW), False),
        (replace(DUE, expires_at=NOW + SECOND), True),
    ],
)
def test_when(state: Unfinished, is_due: bool) -> None:
    """Not before its time, not after, never twice, and not to who wants nothing."""
    assert (reminder(state, NOW) is not None) is is_due


@pytest.mark.parametrize(
    ("moment", "zone", "day"),
    [
        (datetime(2026, 11, 23, 22, 59, tzinfo=UTC), "Europe/Amsterdam", date(2026, 11, 23)),
        (datetime(2026, 11, 23, 23, 0, tzinfo=UTC), "Europe/Amsterdam", date(2026, 11, 24)),
        (datetime(2026, 7, 1, 21, 59, tzinfo=UTC), "Europe/Amsterdam", date(2026, 7, 1)),
        (datetime(2026, 7, 1, 22, 0, tzinfo=UTC), "Europe/Amsterdam", date(2026, 7, 2)),
        # The clock goes forward at one in the night of 29 March, and back on 25 October.
        (datetime(2026, 3, 28, 23, 0, tzinfo=UTC), "Europe/Amsterdam", date(2026, 3, 29)),
        (datetime(2026, 3, 29, 22, 0, tzinfo=UTC), "Europe/Amsterdam", date(2026, 3, 30)),
        (datetime(2026, 10, 24, 22, 0, tzinfo=UTC), "Europe/Amsterdam", date(2026, 10, 25)),
        (datetime(2026, 10, 25, 22, 30, tzinfo=UTC), "Europe/Amsterdam", date(2026, 10, 25)),
        (datetime(2026, 10, 25, 23, 0, tzinfo=UTC), "Europe/Amsterdam", date(2026, 10, 26)),
        (datetime(2026, 11, 23, 3, 59, tzinfo=UTC), "America/Curacao", date(2026, 11, 22)),
        (datetime(2026, 11, 23, 12, 0, tzinfo=UTC), "Pacific/Kiritimati", date(2026, 11, 24)),
    ],
)
def test_the_day_is_the_persons_own(moment: datetime, zone: str, day: date) -> None:
    """The date is that of the person's own clock, in summer and in winter."""
    assert local_day(moment, zone) == day
    found = reminder(replace(DUE, zone=zone, remind_at=moment, expires_at=None), moment)
    assert found is not None
    assert found.key == f"nudge:7:{day.isoformat()}"


SOMEBODY = Standing(
    participant_id=7,
    last_heard_at=NOW - timedelta(days=10),
    last_nudged_at=None,
    unanswered=0,
    often="usual",
    zone="Europe/Amsterdam",
    reasons={"cards": 4},
)


def test_due_for_a_nudge() -> None:
    """Something new, and nothing against it."""
    assert due(SOMEBODY, NOW, 0.0) == Due("cards", 4, "nudged:7:2026-11-23", held_out=False)
    assert due(SOMEBODY, NOW, 1.0) == Due("cards", 4, "nudged:7:2026-11-23", held_out=True)


@pytest.mark.parametrize(
    ("state", "why"),
    [
        (replace(SOMEBODY, reasons={}), "nothing"),
        (replace(SOMEBODY, reasons={"cards": 2}), "nothing"),
        (replace(SOMEBODY, reasons={"moved": 1}), "nothing"),
        (replace(SOMEBODY, often="never"), "never"),
        (replace(SOMEBODY, unanswered=3), "unanswered"),
        (replace(SOMEBODY, last_heard_at=NOW - timedelta(hours=23)), "just_here"),
        (replace(SOMEBODY, last_written_at=NOW - timedelta(hours=23)), "just_written_to"),
        (replace(SOMEBODY, last_nudged_at=NOW - timedelta(days=7) + SECOND), "too_soon"),
        (replace(SOMEBODY, last_nudged_at=NOW - timedelta(days=8), often="less"), "too_soon"),
    ],
)
def test_no_nudge(state: Standing, why: str) -> None:
    """Each rule by itself is enough to leave somebody alone, and is named."""
    assert due(state, NOW, 0.0) == Silent(why)


@pytest.mark.parametrize(
    "state",
    [
        replace(SOMEBODY, unanswered=2),
        replace(SOMEBODY, last_heard_at=NOW - timedelta(days=1)),
        replace(SOMEBODY, last_nudged_at=NOW - timedelta(days=7)),
        replace(SOMEBODY, last_nudged_at=NOW - timedelta(days=14), often="less"),
        replace(SOMEBODY, reasons={"moved": 1}, last_heard_at=NOW - timedelta(weeks=3)),
    ],
)
def test_just_on_the_right_side(state: Standing) -> None:
    """Where a rule no longer holds there is a nudge."""
    assert isinstance(due(state, NOW, 0.0), Due)


def test_the_weightiest_reason() -> None:
    """Of several reasons one is told, in a fixed order; each has its words."""
    wording = Wording()
    left = dict.fromkeys(REASONS, 5)
    for reason in REASONS:
        quiet = replace(SOMEBODY, reasons=dict(left), last_heard_at=NOW - timedelta(weeks=4))
        found = due(quiet, NOW, 0.0)
        assert isinstance(found, Due)
        assert found.reason == reason
        assert wording.has(f"nudge-{reason}")
        del left[reason]


def test_hold_out_is_a_share_and_stays_the_same() -> None:
    """About one in ten, by nothing but the key: planning anew gives the same people nothing."""
    found = [due(replace(SOMEBODY, participant_id=number), NOW) for number in range(4000)]
    again = [due(replace(SOMEBODY, participant_id=number), NOW) for number in range(4000)]
    assert found == again
    held = sum(isinstance(one, Due) and one.held_out for one in found)
    assert 330 < held < 470


def test_effect_with_its_interval() -> None:
    """Newcombe's own example (1998, table II, a): 56 of 70 against 48 of 80."""
    found = effect(70, 56, 80, 48)
    assert found.difference == pytest.approx(0.2)
    assert (round(found.low, 4), round(found.high, 4)) == (0.0524, 0.3339)
    nobody = effect(10, 5, 0, 0)
    assert (nobody.difference, nobody.low, nobody.high) == (0.0, -1.0, 1.0)
