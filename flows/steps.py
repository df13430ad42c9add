"""Four phases and the nine steps of co-creation, as data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Phase = Literal["preparation", "co_creation", "elaboration", "implementation"]

PHASES: tuple[Phase, ...] = ("preparation", "co_creation", "elaboration", "implementation")


@dataclass(frozen=True)
class Step:
    """One of the nine. `allows` names the scripts that a resident can begin while it is open."""

    code: str
    number: int
    allows: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The text key of its name."""
        return f"step-{self.code}"


STEPS: tuple[Step, ...] = (
    Step("networks", 1),
    Step("activate", 2, ("story",)),
    Step("exchange", 3, ("story", "idea")),
    Step("choose", 4, ("story",)),
    Step("refine", 5, ("story",)),
    Step("realise", 6, ("story",)),
    Step("present", 7, ("story",)),
    Step("commit", 8, ("story",)),
    Step("stay", 9, ("story",)),
)

BY_CODE: Mapping[str, Step] = {step.code: step for step in STEPS}


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


def open_steps(standings: tuple[Standing, ...]) -> tuple[Step, ...]:
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


def allowed(standings: tuple[Standing, ...]) -> frozenset[str]:
    """The scripts that the open steps allow."""
    return frozenset(script for step in open_steps(standings) for script in step.allows)
