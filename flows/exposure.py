"""Which card next: every idea gets a fair hearing, and then the most uncertain one goes first.

Until an idea has its floor of answers (agree, disagree and pass together), the least heard goes first. After
that ideas go round in laps: nobody is shown much more often than another, and within a lap the idea of which
we are least certain what people think goes first. Where two are alike, a hash of person and idea decides, so
that the same history gives the same cards.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b
from typing import Final

FLOOR: Final = 10
"""So many answers every idea gets before any idea is favoured."""

PATIENCE: Final = 3
"""An idea that was shown so many times its floor has had its hearing, answered or not."""

LAP: Final = 1.4
"""Between its floor and the next lap an idea may be shown so many times as often as another.

With shares that differ by at most this factor the Gini coefficient of exposure is at most
(sqrt(1.4) - 1) / (sqrt(1.4) + 1) = 0.084, whatever people think of the ideas.
"""

WINDOW: Final = 12
"""So many candidates are looked at: enough for people who come at once to get different cards."""

_ABOVE_THE_FLOOR: Final = 1000
_A_LAP: Final = 100
_CERTAIN: Final = 50
_SPOTS: Final = 2**31


@dataclass(frozen=True)
class Candidate:
    """An idea that may be shown, with its tally; `pending`: how often it was shown since that was folded."""

    node_id: int
    shown: int = 0
    agree: int = 0
    disagree: int = 0
    passed: int = 0
    pending: int = 0

    @property
    def rank(self) -> int:
        """The lower, the sooner."""
        return rank(self.shown, self.agree, self.disagree, self.passed, self.pending)


def rank(shown: int, agree: int, disagree: int, passed: int, pending: int = 0, floor: int = FLOOR) -> int:
    """How soon an idea is to be shown: the lower, the sooner.

    Votes that came in otherwise (on paper, before cards were counted) count as having been heard too.
    """
    answers = agree + disagree + passed
    heard = max(shown, answers) + pending
    if answers < floor and heard < PATIENCE * floor:
        return heard
    lap = max(0, int(math.log(max(heard, 1) / floor, LAP)))
    return _ABOVE_THE_FLOOR + _A_LAP * lap + _CERTAIN - round(100 * uncertainty(agree, disagree, pending))


def uncertainty(agree: int, disagree: int, pending: int = 0) -> float:
    """How little we know of the share that agrees: the standard deviation of its posterior, 0 to 0.29.

    By Laplace's rule of succession: beginning with every share equally likely, the share after `agree` and
    `disagree` is Beta(agree + 1, disagree + 1). Answers that are on their way count as more of the same.
    """
    share = (agree + 1) / (agree + disagree + 2)
    return math.sqrt(share * (1 - share) / (agree + disagree + max(pending, 0) + 3))


def needs_answers(agree: int, disagree: int, passed: int, floor: int = FLOOR) -> int:
    """How many answers an idea is still short of its floor."""
    return max(0, floor - agree - disagree - passed)


def in_order(candidates: Iterable[Candidate], participant_id: int) -> list[Candidate]:
    """In which order this person is to be shown what they did not see yet."""
    return sorted(
        candidates,
        key=lambda candidate: (candidate.rank, _hash(participant_id, candidate.node_id), candidate.node_id),
    )


def spot(node_id: int) -> int:
    """Where an idea lies on the circle from which windows are cut: 0 to 2^31 - 1."""
    return _hash("idea", node_id) % _SPOTS


def start(participant_id: int) -> int:
    """From where on the circle a person looks, so that not everyone looks through the same window."""
    return _hash("person", participant_id) % _SPOTS


def _hash(*parts: int | str) -> int:
    words = ":".join(map(str, parts))
    return int.from_bytes(blake2b(words.encode(), digest_size=8).digest(), "big")
