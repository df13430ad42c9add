"""Who is due for a nudge, and why: state in, nudge or nothing out."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final, Literal, TypeAlias, get_args
from zoneinfo import ZoneInfo

from flows.counting import share

COUNTED_AT_ONCE = frozenset(("vote-cards",))
"""Scripts in which every answer counts at once: of these nothing is thrown away when they are left."""

Reason: TypeAlias = Literal["meeting", "commitment", "closing", "joined", "cards", "moved"]

REASONS: Final[tuple[Reason, ...]] = get_args(Reason)
"""In order of weight: of several reasons the first one is told."""

UNANSWERED: Final = 3
"""After so many nudges that brought nobody back there are no more, until the person comes by themselves."""

AFTER_A_VISIT: Final = timedelta(days=1)
"""Nobody is nudged about what they just did."""

QUIET_FOR: Final = timedelta(weeks=3)
"""So long without a word, and what somebody cares about moved: then that alone is a reason."""

COUNTS_AS_BACK: Final = timedelta(days=7)
"""Within this time after a nudge a visit counts as coming back, with a nudge or without one."""

FEW_CARDS: Final = 3
"""Fewer new cards than this are no reason to write to somebody."""

HELD_OUT: Final = 0.10
"""This share of those who are due gets none, so that it can be seen whether nudges help."""


@dataclass(frozen=True)
class Unfinished:
    """A conversation that stopped halfway; moments are aware, `zone` is the person's."""

    participant_id: int
    remind_at: datetime | None
    reminded_at: datetime | None
    expires_at: datetime | None
    stopped_at: datetime | None
    zone: str
    script: str = ""


@dataclass(frozen=True)
class Nudge:
    """One nudge; `key` is its outbox key: at most one a person a day, whatever the reason."""

    key: str
    text: str
    expires_at: datetime | None


@dataclass(frozen=True)
class Standing:
    """What is known of a participant who may be nudged; moments are aware, `zone` is the person's.

    `reasons` holds what there is to say now, by reason, with the number that goes along: new cards since the
    last visit, days until a step closes, people who joined through the person's link, ... `unanswered` counts
    the nudges since the person was last heard of. `last_written_at` is when something else than a nudge was
    last written to them of our own accord: an answer, news, a step, a question about a promise.
    """

    participant_id: int
    last_heard_at: datetime
    last_nudged_at: datetime | None
    unanswered: int
    often: str
    zone: str
    reasons: Mapping[Reason, int]
    last_written_at: datetime | None = None


@dataclass(frozen=True)
class Due:
    """This person is to be nudged for this reason; `held_out` ones are not, to measure the difference."""

    reason: Reason
    number: int
    key: str
    held_out: bool


@dataclass(frozen=True)
class Silent:
    """No nudge, and why not: nothing to say, just here, just written to, too soon, three unanswered."""

    why: Literal["nothing", "just_here", "just_written_to", "too_soon", "unanswered", "never"]


@dataclass(frozen=True)
class Effect:
    """Of the `sent` and the `held` how many came back within a week, and the difference between the shares.

    `low` and `high` (-1 to 1) bound the true difference by 95% chance: Newcombe's hybrid score interval,
    method 10 of R. G. Newcombe (1998), Statistics in Medicine 17: 873-890.
    """

    sent: int
    sent_back: int
    held: int
    held_back: int
    difference: float
    low: float
    high: float


def reminder(state: Unfinished, now: datetime) -> Nudge | None:
    """The one reminder of an unfinished conversation, never a second."""
    if state.remind_at is None or state.reminded_at is not None or state.stopped_at is not None:
        return None
    if now < state.remind_at or (state.expires_at is not None and now >= state.expires_at):
        return None
    day = local_day(now, state.zone)
    text = "nudge-unfinished-votes" if state.script in COUNTED_AT_ONCE else "nudge-unfinished"
    return Nudge(f"nudge:{state.participant_id}:{day.isoformat()}", text, state.expires_at)


def due(state: Standing, now: datetime, held_out: float = HELD_OUT) -> Due | Silent:
    """Whether this person is nudged now, and why (not).

    At most one a week, of whoever asked for less one in two; nothing within a day of a visit, or of something
    else that we wrote; nothing any more after three that brought no answer.
    """
    if state.often == "never":
        return Silent("never")
    reason = next((reason for reason in REASONS if _is_worth(state, reason, now)), None)
    if reason is None:
        return Silent("nothing")
    if state.unanswered >= UNANSWERED:
        return Silent("unanswered")
    if now - state.last_heard_at < AFTER_A_VISIT:
        return Silent("just_here")
    if state.last_written_at is not None and now - state.last_written_at < AFTER_A_VISIT:
        return Silent("just_written_to")
    if state.last_nudged_at is not None and now - state.last_nudged_at < between(state.often):
        return Silent("too_soon")
    key = f"nudged:{state.participant_id}:{local_day(now, state.zone).isoformat()}"
    return Due(reason, state.reasons[reason], key, _chance(key) < held_out)


def between(often: str) -> timedelta:
    """The time between two nudges of one person."""
    return timedelta(days=14 if often == "less" else 7)


def effect(sent: int, sent_back: int, held: int, held_back: int) -> Effect:
    """The measured difference that nudges make; without anybody on one side it can be anything."""
    if not sent or not held:
        return Effect(sent, sent_back, held, held_back, 0.0, -1.0, 1.0)
    with_one, without = share(sent_back, sent), share(held_back, held)
    first, second = sent_back / sent, held_back / held
    down = math.hypot(first - with_one.low, without.high - second)
    up = math.hypot(with_one.high - first, second - without.low)
    difference = first - second
    return Effect(sent, sent_back, held, held_back, difference, difference - down, difference + up)


def local_day(now: datetime, zone: str) -> date:
    """The date where the person is."""
    return now.astimezone(ZoneInfo(zone)).date()


def _is_worth(state: Standing, reason: Reason, now: datetime) -> bool:
    number = state.reasons.get(reason, 0)
    if reason == "cards":
        return number >= FEW_CARDS
    if reason == "moved":
        return number > 0 and now - state.last_heard_at >= QUIET_FOR
    return number > 0


def _chance(key: str) -> float:
    """A number from 0 to 1 that looks like chance, and is the same each time this is planned."""
    return int.from_bytes(hashlib.sha256(key.encode()).digest()[:6]) / 2**48
