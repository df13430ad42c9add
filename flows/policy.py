"""When a message may leave: one table of rules, the first that stands decides.

A hold looks ahead to a decent hour and not to the other rules: when it ends, the policy is asked again.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Final, Literal, TypeAlias, get_args
from zoneinfo import ZoneInfo

Kind: TypeAlias = Literal["reply", "answer", "check_in", "opening", "nudge", "broadcast"]

Reason: TypeAlias = Literal[
    "blocked", "expired", "stopped", "paused", "opted_out", "budget", "quiet_hours", "window"
]
"""Why a message is held or was dropped; the desk says it in words, under the text key `reason-<reason>`."""

REASONS: Final[tuple[Reason, ...]] = get_args(Reason)


@dataclass(frozen=True)
class Waiting:
    """One message that waits to be sent, and what is known of the person it is for.

    Moments are aware. `zone` is an IANA name; `quiet_from` and `quiet_until` are read on the clock there
    ("21:00"), may lie on either side of midnight, and when equal there are no quiet hours. `pushes_in_week`
    counts the openings, nudges and broadcasts sent since `window(often)` ago. `session_hours` is how long
    after `last_heard_at` the messenger carries free text (None: always); with a template it carries that.
    `live`: the person is talking right now, see `is_talking`.
    """

    kind: Kind
    created_at: datetime
    expires_at: datetime | None
    blocked_at: datetime | None
    stopped_at: datetime | None
    paused_until: datetime | None
    often: str
    zone: str
    quiet_from: str
    quiet_until: str
    pushes_a_week: int
    pushes_in_week: int
    last_heard_at: datetime
    session_hours: int | None
    has_template: bool
    live: bool


@dataclass(frozen=True)
class Go:
    """It may leave now."""


@dataclass(frozen=True)
class Hold:
    """Not now. `until` is in the future, in UTC, and at a decent hour for this person."""

    until: datetime
    reason: Reason


@dataclass(frozen=True)
class Drop:
    """Never. What an answer would have told stands in the person's own overview all the same."""

    reason: Reason


Decision: TypeAlias = Go | Hold | Drop


def decide(row: Waiting, now: datetime) -> Decision:
    """Whether this message may leave now.

    Raises ValueError or ZoneInfoNotFoundError on hours or a zone that do not exist.
    """
    for rule in RULES:
        if row.kind in rule.drops | rule.holds and rule.stands(row, now):
            if row.kind in rule.drops:
                return Drop(rule.reason)
            return Hold(_decent_moment(row, max(now, row.paused_until or now)), rule.reason)
    return Go()


def window(often: str) -> timedelta:
    """The time over which pushes are counted: who asked for less gets in two weeks what others get in one."""
    return timedelta(days=14 if often == "less" else 7)


def is_talking(last_heard_at: datetime, now: datetime) -> bool:
    """Whether the person wrote so shortly ago that an answer will not disturb them."""
    return now - last_heard_at <= timedelta(minutes=15)


def in_quiet_hours(row: Waiting, moment: datetime) -> bool:
    """Whether it is quiet at this moment where the person lives."""
    return is_quiet(moment.astimezone(ZoneInfo(row.zone)).time(), row.quiet_from, row.quiet_until)


def is_quiet(wall: time, quiet_from: str, quiet_until: str) -> bool:
    """Whether it is quiet at this time on the clock, see `Waiting`."""
    begin, end = time.fromisoformat(quiet_from), time.fromisoformat(quiet_until)
    if begin <= end:
        return begin <= wall < end
    return wall >= begin or wall < end


def _decent_moment(row: Waiting, earliest: datetime) -> datetime:
    if not in_quiet_hours(row, earliest):
        return earliest.astimezone(UTC)
    today = earliest.astimezone(ZoneInfo(row.zone)).date()
    ends = [_on_the_wall(row, today + timedelta(days=days), fold) for days in range(3) for fold in (0, 1)]
    return min(end for end in ends if end > earliest and not in_quiet_hours(row, end))


def _on_the_wall(row: Waiting, day: date, fold: int) -> datetime:
    """The end of quiet hours; where the clock is put back it may come twice on one day (`fold`)."""
    end = time.fromisoformat(row.quiet_until).replace(fold=fold)
    return datetime.combine(day, end, ZoneInfo(row.zone)).astimezone(UTC)


@dataclass(frozen=True)
class _Rule:
    reason: Reason
    stands: Callable[[Waiting, datetime], bool]
    drops: frozenset[Kind] = frozenset()
    holds: frozenset[Kind] = frozenset()


def _blocked(row: Waiting, _now: datetime) -> bool:
    return row.blocked_at is not None


def _expired(row: Waiting, now: datetime) -> bool:
    return row.expires_at is not None and row.expires_at <= now


def _stopped(row: Waiting, _now: datetime) -> bool:
    return row.stopped_at is not None


def _paused(row: Waiting, now: datetime) -> bool:
    return row.paused_until is not None and now < row.paused_until


def _opted_out(row: Waiting, _now: datetime) -> bool:
    return row.often == "never"


def _budget_spent(row: Waiting, _now: datetime) -> bool:
    return row.pushes_in_week >= row.pushes_a_week


def _disturbs(row: Waiting, now: datetime) -> bool:
    return in_quiet_hours(row, now) and not (row.kind == "answer" and row.live)


def _window_closed(row: Waiting, now: datetime) -> bool:
    if row.session_hours is None or row.has_template:
        return False
    return now >= row.last_heard_at + timedelta(hours=row.session_hours)


_REPLIES: Final = frozenset[Kind](("reply",))
_PROMISED: Final = frozenset[Kind](("answer", "check_in"))
_OPENINGS: Final = frozenset[Kind](("opening",))
_PUSHES: Final = frozenset[Kind](("nudge", "broadcast"))
_UNASKED: Final = _PROMISED | _OPENINGS | _PUSHES

RULES: Final = (
    _Rule("blocked", _blocked, drops=_REPLIES | _UNASKED),
    _Rule("expired", _expired, drops=_OPENINGS | _PUSHES),
    # Stop means stop, also for what was promised: that is kept, for whoever comes back to look.
    _Rule("stopped", _stopped, drops=_UNASKED),
    _Rule("paused", _paused, holds=_PROMISED | _OPENINGS, drops=_PUSHES),
    _Rule("opted_out", _opted_out, drops=_OPENINGS | _PUSHES),
    # An opening gives back what the last step brought, which is promised to everyone: the budget does not
    # drop it. It does spend from the budget, so that whoever got one is not nudged on top of it.
    _Rule("budget", _budget_spent, drops=_PUSHES),
    # Before the window, because by the end of the night the person may have opened it again.
    _Rule("quiet_hours", _disturbs, holds=_UNASKED),
    _Rule("window", _window_closed, drops=_UNASKED),
)
