"""Four phases and the nine steps of co-creation, as data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Final, Literal
from zoneinfo import ZoneInfo

Phase = Literal["preparation", "co_creation", "elaboration", "implementation"]

PHASES: tuple[Phase, ...] = ("preparation", "co_creation", "elaboration", "implementation")


@dataclass(frozen=True)
class Step:
    """One of the nine.

    `allows` names the scripts that a resident can begin while it is open, in the order the menu shows them;
    `asks` is the one that people are invited to when it opens. `yields` are the kinds of contributions and
    results (`flows.ledger`) that it brings: it does not close while contributions of those kinds that were
    given in it wait for an answer. `weighs` is the kind that people answer on cards in it.
    """

    number: int
    code: str
    phase: Phase
    allows: tuple[str, ...] = ()
    asks: str = ""
    yields: tuple[str, ...] = ()
    weighs: str = ""

    @property
    def text(self) -> str:
        """The text key of its name."""
        return f"step-{self.code}"


STEPS: Final[tuple[Step, ...]] = (
    Step(
        1,
        "networks",
        "co_creation",
        allows=("connector",),
        asks="connector",
        yields=("network",),
    ),
    Step(
        2,
        "activate",
        "co_creation",
        allows=("first-tap", "story"),
        asks="first-tap",
        yields=("story",),
        weighs="tap",
    ),
    Step(
        3,
        "exchange",
        "co_creation",
        allows=("story", "idea", "reading", "meaning"),
        asks="story",
        yields=("story", "idea", "meaning", "reply", "theme"),
        weighs="story",
    ),
    Step(
        4,
        "choose",
        "co_creation",
        allows=("vote-cards", "scenarios", "story"),
        asks="vote-cards",
        yields=("story", "scenario"),
        weighs="idea",
    ),
    Step(
        5,
        "refine",
        "co_creation",
        allows=("concept", "story"),
        asks="concept",
        yields=("story", "proposal", "concept_part"),
        weighs="concept_part",
    ),
    Step(
        6,
        "realise",
        "co_creation",
        allows=("realisation", "story"),
        asks="realisation",
        yields=("story", "need", "obstacle", "offer"),
    ),
    Step(
        7,
        "present",
        "co_creation",
        allows=("plan-cards", "story"),
        asks="plan-cards",
        yields=("story", "dot", "plan_part"),
        weighs="plan_part",
    ),
    Step(
        8,
        "commit",
        "co_creation",
        allows=("commitment", "story"),
        asks="commitment",
        yields=("story", "commitment"),
    ),
    # Also what implementation is made of: milestones, updates, how each promise goes.
    Step(
        9,
        "stay",
        "implementation",
        allows=("commitment", "news", "reading", "story"),
        asks="story",
        yields=("story", "commitment", "reply", "milestone", "update"),
    ),
)

STORY: Final = "story"
"""What can be told in any step."""

BY_CODE: Final[Mapping[str, Step]] = {step.code: step for step in STEPS}

NEXT_ROUND: Final = "stay"
"""A story that is told in this step is the beginning of a new round."""

FREE: Final = frozenset(("news",))
"""Scripts that only show something: a step that allows one has it in its menu, and it is always there."""

BOUND: Final = frozenset(script for step in STEPS for script in step.allows) - FREE
"""The scripts that can be begun only while a step allows them; every other one is always there."""


@dataclass(frozen=True)
class Standing:
    """When a step was opened and closed; neither means it still has to come."""

    code: str
    opened_at: datetime | None = None
    closed_at: datetime | None = None

    @property
    def is_open(self) -> bool:
        """Open now."""
        return self.opened_at is not None and self.closed_at is None


def open_steps(standings: Iterable[Standing]) -> tuple[Step, ...]:
    """The steps that are open, in their own order."""
    codes = {standing.code for standing in standings if standing.is_open}
    return tuple(step for step in STEPS if step.code in codes)


def current(standings: tuple[Standing, ...]) -> Step | None:
    """Where the trajectory stands: the furthest open step, else the furthest that was ever opened."""
    opened = open_steps(standings)
    if opened:
        return opened[-1]
    past = {standing.code for standing in standings if standing.opened_at}
    return next((step for step in reversed(STEPS) if step.code in past), None)


def past(standings: tuple[Standing, ...]) -> tuple[Step, ...]:
    """The steps that the trajectory went through before where it stands now."""
    now = current(standings)
    opened = {standing.code for standing in standings if standing.opened_at}
    still = {step.code for step in open_steps(standings)}
    return tuple(
        step for step in STEPS if now and step.code in opened and (step != now or now.code not in still)
    )


def missed(steps: Iterable[Step]) -> tuple[Step, ...]:
    """Of these the steps that somebody may be sorry to have missed: from the sharing of ideas on."""
    return tuple(step for step in steps if step.number >= BY_CODE["exchange"].number)


def is_late(standings: tuple[Standing, ...]) -> bool:
    """Whether who joins now missed something."""
    return bool(missed(past(standings)))


def fixed(standings: tuple[Standing, ...]) -> tuple[Step, ...]:
    """The closed steps in which something could be done that no open step allows any more."""
    now = {*allowed(standings), STORY}
    still = open_steps(standings)
    return tuple(step for step in past(standings) if step not in still and not set(step.allows) <= now)


def settled_in(standings: tuple[Standing, ...], script: str) -> Step | None:
    """The last step that allowed this script, now that no open one does; stories are never over."""
    if script in (*allowed(standings), STORY):
        return None
    return next((step for step in reversed(fixed(standings)) if script in step.allows), None)


def last_opened(standings: Iterable[Standing], apart_from: str) -> Step | None:
    """The step that was opened last of the others; the furthest of several opened at once."""
    others = [
        (standing.opened_at, BY_CODE[standing.code].number, standing.code)
        for standing in standings
        if standing.opened_at is not None and standing.code in BY_CODE and standing.code != apart_from
    ]
    return BY_CODE[max(others)[2]] if others else None


def allowed(standings: Iterable[Standing]) -> tuple[str, ...]:
    """The scripts that the open steps allow: those of the furthest step first, each once."""
    furthest_first = reversed(open_steps(standings))
    return tuple(dict.fromkeys(script for step in furthest_first for script in step.allows))


def asked(standings: Iterable[Standing]) -> str:
    """The script that people are invited to now; empty when no open step asks anything."""
    return next((step.asks for step in reversed(open_steps(standings)) if step.asks), "")


def given_in(standings: Iterable[Standing], kind: str) -> Step | None:
    """The step that a contribution of this kind belongs to now: the furthest open one that it is asked in."""
    return next((step for step in reversed(open_steps(standings)) if kind in step.yields), None)


OPENS: Final = time(9)
"""On the wall where the trajectory is: people hear of it at a decent hour."""


def opening(day: date, zone: str) -> datetime:
    """When a step opens that is planned for this day, in UTC; `zone` is an IANA name."""
    return datetime.combine(day, OPENS, ZoneInfo(zone)).astimezone(UTC)


def closing(day: date, zone: str) -> datetime:
    """When a step closes whose last day this is: as the day ends, in UTC."""
    return datetime.combine(day + timedelta(days=1), time(), ZoneInfo(zone)).astimezone(UTC)


def last_day(closes_at: datetime, zone: str) -> date:
    """The last day of a step that closes at this moment."""
    return (closes_at.astimezone(ZoneInfo(zone)) - timedelta(microseconds=1)).date()
