"""Results that say of how many people they speak."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.counting import ENOUGH, NOBODY, Counts, apart, share, tallied

SMALL = st.integers(0, 12)
COUNTS = st.builds(Counts, SMALL, SMALL, SMALL)


@pytest.mark.parametrize(
    ("part", "of", "low", "high"),
    [(8, 10, 0.4902, 0.9433), (1, 10, 0.0179, 0.4042), (50, 100, 0.4038, 0.5962), (0, 10, 0.0, 0.2775)],
)
def test_the_interval_is_wilsons(part, of, low, high):
    """As tables of the score interval give it."""
    found = share(part, of)
    assert (found.low, found.high) == (pytest.approx(low, abs=1e-4), pytest.approx(high, abs=1e-4))


@given(st.integers(0, 500), st.integers(1, 500))
def test_the_share_lies_in_its_interval(part, more):
    """And the interval within nothing and everyone."""
    of = part + more
    found = share(part, of)
    assert 0 <= found.low <= part / of <= found.high <= 1


def test_of_nobody_nothing_is_known():
    """The interval is everything."""
    nobody = share(0, 0)
    assert (nobody.of, nobody.percent, nobody.low, nobody.high) == (0, 0, 0.0, 1.0)


def test_more_people_make_the_interval_narrower():
    """Eight of ten says less than eighty of a hundred."""
    few, many = share(8, 10), share(80, 100)
    assert few.low < many.low < many.high < few.high


def test_a_pass_is_an_answer():
    """It stands in the denominator of what is agreed with."""
    counts = tallied([1, 1, 0, -1])
    assert counts == Counts(2, 1, 1)
    assert (counts.support.part, counts.support.of, counts.support.percent) == (2, 4, 50)


def test_others_are_everyone_but_oneself():
    """And never fewer than nobody."""
    assert Counts(3, 1, 0) - Counts(1) == Counts(2, 1, 0)
    assert Counts(0, 1, 0) - Counts(1) == Counts(0, 1, 0)


def test_groups_of_too_few_people_are_put_together():
    """Two of four make eight."""
    found = apart({"lives": Counts(10, 2, 1), "uses": Counts(2, 2), "works": Counts(3, 1)})
    assert found.groups == {"lives": Counts(10, 2, 1)}
    assert found.rest == Counts(5, 3)


def test_a_small_group_cannot_be_found_by_taking_away():
    """The smallest that could be shown hides it."""
    found = apart({"lives": Counts(10), "uses": Counts(6), "works": Counts(0, 1)})
    assert found.groups == {"lives": Counts(10)}
    assert found.rest == Counts(6, 1)


def test_of_hardly_anyone_nothing_is_shown():
    """Neither a group nor the rest."""
    found = apart({"lives": Counts(1), "works": Counts(0, 1)})
    assert (dict(found.groups), found.rest) == ({}, NOBODY)


@given(st.dictionaries(st.sampled_from("abcdef"), COUNTS))
def test_nothing_small_is_ever_shown(counts):
    """What is hidden is nobody, or enough people together; where all is shown nobody is missing."""
    found = apart(counts)
    shown = sum((of.people for of in found.groups.values()), found.rest.people)
    hidden = sum(of.people for of in counts.values()) - shown
    assert all(of.people >= ENOUGH for of in found.groups.values())
    assert found.rest.people == 0 or found.rest.people >= ENOUGH
    assert hidden == 0 or not found.groups
