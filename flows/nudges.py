"""Who is due for a nudge, and why: state in, nudge or nothing out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

COUNTED_AT_ONCE = frozenset(("vote-cards",))
"""Scripts in which every answer counts at once: of these nothing is thrown away when they are left."""


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


def reminder(state: Unfinished, now: datetime) -> Nudge | None:
    """The one reminder of an unfinished conversation, never a second."""
    if state.remind_at is None or state.reminded_at is not None or state.stopped_at is not None:
        return None
    if now < state.remind_at or (state.expires_at is not None and now >= state.expires_at):
        return None
    day = local_day(now, state.zone)
    text = "nudge-unfinished-votes" if state.script in COUNTED_AT_ONCE else "nudge-unfinished"
    return Nudge(f"nudge:{state.participant_id}:{day.isoformat()}", text, state.expires_at)


def local_day(now: datetime, zone: str) -> date:
    """The date where the person is."""
    return now.astimezone(ZoneInfo(zone)).date()
