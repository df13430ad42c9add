"""From votes to results that say of how many people they speak."""

from __future__ import annotations

import math
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final, Generic, TypeVar

ENOUGH: Final = 5
"""Below this many people no shares are shown: they would say more about a person than about an idea."""

AGREE: Final = 1
PASS: Final = 0
DISAGREE: Final = -1

VALUES: Final[Mapping[str, int]] = {"agree": AGREE, "disagree": DISAGREE, "pass": PASS}
"""Option of a card to the value of a vote."""

Group = TypeVar("Group", bound=Hashable)


@dataclass(frozen=True)
class Share:
    """`part` of the `of` people, and the interval (0 to 1) in which the true share lies by 95% chance.

    The interval is about chance alone: it says nothing of people who did not come.
    """

    part: int
    of: int
    low: float
    high: float

    @property
    def percent(self) -> int:
        """In whole percents; 0 of nobody."""
        return round(100 * self.part / self.of) if self.of else 0


@dataclass(frozen=True)
class Counts:
    """What people said of one thing: each person once, by their last vote."""

    agree: int = 0
    disagree: int = 0
    passed: int = 0

    @property
    def people(self) -> int:
        """Everyone who answered; a pass is an answer."""
        return self.agree + self.disagree + self.passed

    @property
    def enough(self) -> bool:
        """Whether shares may be shown."""
        return self.people >= ENOUGH

    @property
    def support(self) -> Share:
        """Who agrees (supports, recognises), of everyone who answered."""
        return share(self.agree, self.people)

    def __add__(self, other: Counts) -> Counts:
        """Two groups together."""
        return Counts(self.agree + other.agree, self.disagree + other.disagree, self.passed + other.passed)

    def __sub__(self, other: Counts) -> Counts:
        """Everyone but those; never below nobody."""
        return Counts(
            max(0, self.agree - other.agree),
            max(0, self.disagree - other.disagree),
            max(0, self.passed - other.passed),
        )


NOBODY: Final = Counts()


def share(part: int, of: int) -> Share:
    """A share with Wilson's score interval at 95%.

    E. B. Wilson (1927), Probable inference, the law of succession, and statistical inference, JASA 22:
    (p + z²/2n ± z √(p(1-p)/n + z²/4n²)) / (1 + z²/n). It holds for few people and for shares near 0 and 1,
    where the usual p ± z √(p(1-p)/n) does not. Of nobody the interval is everything.
    """
    if of <= 0:
        return Share(0, 0, 0.0, 1.0)
    z = 1.959963984540054
    p = part / of
    middle = p + z * z / (2 * of)
    reach = z * math.sqrt(p * (1 - p) / of + z * z / (4 * of * of))
    whole = 1 + z * z / of
    low, high = (middle - reach) / whole, (middle + reach) / whole
    return Share(part, of, 0.0 if part == 0 else low, 1.0 if part == of else high)


def tallied(values: Iterable[int]) -> Counts:
    """The votes of as many people."""
    votes = list(values)
    return Counts(votes.count(AGREE), votes.count(DISAGREE), votes.count(PASS))


@dataclass(frozen=True)
class Apart(Generic[Group]):
    """A result for each group that is large enough to show; `rest` is everyone else, if they may be shown."""

    groups: Mapping[Group, Counts] = field(default_factory=dict)
    rest: Counts = NOBODY


def apart(counts: Mapping[Group, Counts]) -> Apart[Group]:
    """Show each group of enough people; those of fewer people together.

    Where those together are too few as well, the smallest group that could be shown joins them: else the
    total would give them away.
    """
    shown = {group: of for group, of in counts.items() if of.enough}
    rest = sum((of for of in counts.values() if not of.enough), NOBODY)
    while rest.people and not rest.enough and shown:
        smallest = min(shown, key=lambda group: (shown[group].people, str(group)))
        rest += shown.pop(smallest)
    return Apart(shown, rest if rest.enough else NOBODY)
