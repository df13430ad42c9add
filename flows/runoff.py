"""Ranked choice: whose scenario has the widest support, round by round (instant-runoff voting).

In each round every person counts for the scenario that they like best of those still in the race. One with
half of the people or more has it; else the one with the fewest falls out, and its people move on.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from pyrankvote import Ballot, Candidate, helpers, instant_runoff_voting

OUT: Final = "Rejected"


@dataclass(frozen=True)
class Round:
    """`votes` of each scenario in the race, who fell `out`, and of how many people none is left (`rest`)."""

    votes: Mapping[int, int]
    out: Sequence[int]
    rest: int


@dataclass(frozen=True)
class Runoff:
    """`people` who chose, every round, and who won. With several winners they are level."""

    people: int = 0
    rounds: Sequence[Round] = ()
    winners: Sequence[int] = ()


def run_off(choices: Iterable[Sequence[int]], scenarios: Collection[int]) -> Runoff:
    """Count the choices (node ids, the dearest first) among the scenarios that still stand.

    What was chosen twice or no longer stands is passed over. Where only a lot could decide, there is no
    winner but several that are level.
    """
    ballots = [kept for choice in choices if (kept := _kept(choice, scenarios))]
    if not ballots:
        return Runoff()
    one, other = (_counted(ballots, sorted(scenarios), side) for side in (0, -1))
    winners = sorted({*_winners(one), *_winners(other)})
    return Runoff(len(ballots), tuple(_rounds(one)), tuple(winners))


def _kept(choice: Sequence[int], scenarios: Collection[int]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(one for one in choice if one in scenarios))


@dataclass(frozen=True)
class _Lot:
    """A lot that always falls on the same side: both sides are tried, and what differs is level."""

    side: int

    def choice(self, of: Sequence[Any]) -> Any:
        return of[self.side]


def _counted(ballots: Sequence[Sequence[int]], scenarios: Sequence[int], side: int) -> Any:
    candidates = {one: Candidate(str(one)) for one in scenarios}
    cast = [Ballot([candidates[one] for one in ballot]) for ballot in ballots]
    # The library draws lots where two are alike in every place; a recount must give the same.
    helpers.random = _Lot(side)
    return instant_runoff_voting(list(candidates.values()), cast)


def _winners(counted: Any) -> list[int]:
    return [int(candidate.name) for candidate in counted.get_winners()]


def _rounds(counted: Any) -> Iterable[Round]:
    gone: set[int] = set()
    for one in counted.rounds:
        rows = [(int(row.candidate.name), row) for row in one.candidate_results]
        votes = {name: round(row.number_of_votes) for name, row in rows if name not in gone}
        out = [name for name, row in rows if row.status == OUT and name not in gone]
        gone.update(out)
        yield Round(votes, tuple(out), round(one.number_of_blank_votes))
