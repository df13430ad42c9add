"""What the ledger holds, and how one thing may live on in another."""

from __future__ import annotations

from itertools import pairwise
from typing import get_args

import pytest

from flows.ledger import CONTRIBUTIONS, RELATIONS, REPLACING, RESULTS, SOURCES, State, is_owed


@pytest.mark.parametrize("state", get_args(State))
def test_an_answer_is_owed_while_it_waits(state: State) -> None:
    """Only what waits for us is owed; what waits for the person is theirs."""
    assert is_owed(state) is (state == "waiting")


def test_what_may_come_of_what() -> None:
    """Every result has its sources, each source a kind that exists, with a relation that has a target."""
    assert set(SOURCES) == set(RESULTS)
    for sources in SOURCES.values():
        assert set(sources) <= {*CONTRIBUTIONS, *RESULTS}
        assert set(sources.values()) <= {*RELATIONS} - {"not_used", "split_into", "revised_as"}


def test_the_whole_way() -> None:
    """A story can come all the way to progress."""
    way = ("story", "theme", "idea", "scenario", "concept_part", "plan_part", "commitment", "update")
    assert all(source in SOURCES[result] for source, result in pairwise(way))


def test_only_an_idea_is_over_when_it_is_used() -> None:
    """Other sources go on being what they are."""
    over = {(kind, result) for result, by in SOURCES.items() for kind in by if by[kind] in REPLACING}
    assert over == {("idea", "idea")}
