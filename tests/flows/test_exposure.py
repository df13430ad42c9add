"""Which card next."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.exposure import (
    FLOOR,
    LAP,
    PATIENCE,
    Candidate,
    in_order,
    needs_answers,
    rank,
    spot,
    start,
    uncertainty,
)

PEOPLE = st.integers(0, 400)


def choose(candidates, person):
    """The first of them."""
    return in_order(candidates, person)[0]


def test_the_least_heard_goes_first():
    """Below the floor only how often an idea was shown counts."""
    split = Candidate(1, shown=6, agree=3, disagree=3)
    agreed = Candidate(2, shown=5, agree=5)
    assert choose([split, agreed], 7) == agreed


def test_an_idea_below_its_floor_goes_before_every_other():
    """However uncertain the others are."""
    late = Candidate(1, shown=9, agree=9)
    split = Candidate(2, shown=10, agree=5, disagree=5)
    assert choose([split, late], 7) == late


def test_the_floor_is_in_answers_and_a_pass_is_one():
    """Ten that saw it and said nothing are no hearing; ten that passed are."""
    unanswered = rank(shown=10, agree=4, disagree=4, passed=1)
    passed = rank(shown=10, agree=4, disagree=4, passed=2)
    assert unanswered < 1000 <= passed
    assert (needs_answers(4, 4, 1), needs_answers(4, 4, 2), needs_answers(9, 9, 9)) == (1, 0, 0)


def test_an_idea_that_nobody_answers_does_not_stay_in_front():
    """After three times its floor it had its hearing."""
    assert rank(PATIENCE * FLOOR - 1, 0, 0, 0) < 1000 <= rank(PATIENCE * FLOOR, 0, 0, 0)


def test_above_the_floor_the_most_uncertain_goes_first():
    """Of as many answers, those that are split."""
    agreed = Candidate(1, shown=12, agree=12)
    split = Candidate(2, shown=12, agree=6, disagree=6)
    assert choose([agreed, split], 7) == split


def test_nobody_runs_ahead_by_more_than_a_lap():
    """An uncertain idea waits until the others have caught up."""
    ahead = Candidate(1, shown=round(FLOOR * LAP), agree=7, disagree=7)
    behind = Candidate(2, shown=round(FLOOR * LAP) - 1, agree=13)
    assert choose([ahead, behind], 7) == behind


def test_answers_that_came_otherwise_count_as_heard():
    """An idea with thirty votes on paper is not shown before one that nobody saw."""
    assert rank(0, 20, 10, 0) > rank(3, 1, 1, 1)


CANDIDATES = st.lists(
    st.builds(Candidate, st.integers(1, 99), PEOPLE, PEOPLE, PEOPLE, PEOPLE),
    unique_by=lambda one: one.node_id,
)


@given(CANDIDATES, st.integers(1))
def test_the_choice_depends_on_nothing_but_what_is_known(candidates, person):
    """Not on the order in which candidates are read, nor on chance."""
    ordered = in_order(candidates, person)
    assert in_order(reversed(candidates), person) == ordered
    assert len(ordered) == len(candidates)


def test_equals_are_spread_over_people():
    """Of ten new ideas a hundred people each see one first, and every idea is somebody's first."""
    first = Counter(choose([Candidate(idea) for idea in range(10)], person).node_id for person in range(100))
    assert len(first) == 10
    assert max(first.values()) < 30


def test_what_is_not_counted_yet_is_shown_already():
    """People who come at once do not all get the same card."""
    shown = Counter()
    for person in range(40):
        candidates = [Candidate(idea, pending=shown[idea]) for idea in range(20)]
        shown[choose(candidates, person).node_id] += 1
    assert set(shown.values()) == {2}


def test_a_crowd_at_once_spreads_above_the_floor_too():
    """What is on its way makes an idea less uncertain."""
    shown = Counter()
    for person in range(60):
        candidates = [Candidate(idea, 10, 5, 5, pending=shown[idea]) for idea in range(20)]
        shown[choose(candidates, person).node_id] += 1
    assert max(shown.values()) - min(shown.values()) <= 2


@given(PEOPLE, PEOPLE)
def test_uncertainty_falls_with_every_answer(agree, disagree):
    """By Laplace: before the first answer 0.29, and never more."""
    known = uncertainty(agree, disagree)
    assert 0 < known <= uncertainty(0, 0)
    assert uncertainty(agree, disagree, pending=1) < known


def test_uncertainty_is_that_of_the_beta_distribution():
    """Beta(4, 2): 4 * 2 / (6² * 7)."""
    assert uncertainty(3, 1) == pytest.approx((4 * 2 / (6**2 * 7)) ** 0.5)


@given(st.lists(st.tuples(PEOPLE, PEOPLE, PEOPLE, PEOPLE), min_size=1))
def test_ranks_fit_in_a_column(tallies):
    """Also of the strangest tally."""
    assert all(0 <= rank(*tally) < 2**31 for tally in tallies)


@given(st.integers(1), st.integers(1))
def test_places_on_the_circle_stay_the_same(node, person):
    """So that a replay looks through the same window."""
    assert 0 <= spot(node) == spot(node) < 2**31
    assert 0 <= start(person) == start(person) < 2**31
