"""The published formulas, by hand; and what stays of a group when groups are found anew."""

from __future__ import annotations

import json
from dataclasses import replace
from math import sqrt

import pytest

from flows.opinion_groups import (
    Axes,
    Count,
    Group,
    Groups,
    Idea,
    NoGroups,
    StandsFor,
    both_sides,
    carry_on,
    dump,
    in_common,
    likely,
    load,
    representative,
    said_elsewhere,
    same_groups,
    z_apart,
    z_half,
)

STILL = Axes(0.0, 0.0, 0.0)


def idea(key: int, *counts: tuple[int, int, int]) -> Idea:
    return Idea(key, STILL, tuple(Count(*count) for count in counts))


def groups(*people: int, ideas: tuple[Idea, ...] = ()) -> Groups:
    return Groups(
        people=sum(people),
        voters=sum(people) + 3,
        votes=500,
        among=len(ideas),
        clearness=0.5,
        groups=tuple(
            Group(number, size, (float(number), 0.0), key=f"before-{number}")
            for number, size in enumerate(people)
        ),
        ideas=ideas,
    )


def test_likely() -> None:
    """Two more answers are imagined, one of them a yes: nobody is certain, and no answers are a half."""
    assert likely(0, 0) == 0.5
    assert likely(3, 4) == 4 / 6
    assert likely(0, 8) == 0.1


def test_one_proportion() -> None:
    """Against a half, with one imagined yes."""
    assert z_half(9, 9) == pytest.approx(sqrt(10))
    assert z_half(4, 9) == 0
    assert z_half(0, 9) == pytest.approx(2 * sqrt(10) * (0.1 - 0.5))


def test_two_proportions() -> None:
    """5 of 8 against 2 of 8, the imagined ones counted: 3/8 by the root of 7/16 x 9/16 x 1/4."""
    assert z_apart(4, 1, 7, 7) == pytest.approx(12 / sqrt(63))
    assert z_apart(1, 4, 7, 7) == pytest.approx(-12 / sqrt(63))
    assert z_apart(7, 9, 7, 9) == 0


def test_group_informed_consensus() -> None:
    """The product over the groups: one group that does not agree brings it down, however small it is."""
    assert idea(1, (3, 1, 0), (0, 1, 1)).consensus == pytest.approx(4 / 6 * 1 / 4)
    everyone_in_one = idea(2, (90, 10, 0), (0, 5, 0)).consensus
    most_in_both = idea(3, (60, 40, 0), (4, 1, 0)).consensus
    assert everyone_in_one < most_in_both


def test_representative_by_hand() -> None:
    """Of the first group 8 of 9 agree, elsewhere 2 of 9: (9/11) / (3/11) = 3 times as likely."""
    agreeing, disagreeing = both_sides(idea(1, (8, 1, 0), (2, 7, 0)), 0)
    assert agreeing.chance == pytest.approx(9 / 11)
    assert agreeing.ratio == pytest.approx(3)
    assert agreeing.own == pytest.approx(2 * sqrt(10) * 0.4)
    assert agreeing.apart == pytest.approx(0.6 / sqrt(0.6 * 0.4 * 0.2))
    assert agreeing.significant
    assert agreeing.weight == pytest.approx(3 * agreeing.apart * 9 / 11 * agreeing.own)
    assert not disagreeing.significant


def test_all_other_groups_together() -> None:
    """A group is compared with the people of all other groups, not with each group in turn."""
    agreeing, _ = both_sides(idea(1, (8, 1, 0), (1, 3, 0), (1, 4, 0)), 0)
    assert agreeing.ratio == pytest.approx(3)


def test_what_a_group_stands_for() -> None:
    """Agreement before disagreement, weightiest first, five at most, and nothing that may be chance."""
    ideas = [
        idea(1, (0, 30, 0), (30, 0, 0)),  # they do not agree, elsewhere all do
        idea(2, (20, 10, 0), (10, 20, 0)),
        idea(3, (30, 0, 0), (0, 30, 0)),
        idea(4, (15, 15, 0), (14, 16, 0)),  # undecided
        idea(5, (30, 0, 0), (30, 0, 0)),  # the same everywhere
        idea(6, (4, 0, 0), (0, 40, 0)),  # four people
    ]
    assert representative(ideas, 0) == (StandsFor(3, True), StandsFor(2, True), StandsFor(1, False))
    assert len(representative([idea(key, (30, 0, 0), (0, 30, 0)) for key in range(9)], 0)) == 5
    assert representative([], 0) == ()


def test_what_others_said() -> None:
    """Of all other groups together, unless so few answered that it would tell what they voted."""
    assert said_elsewhere(idea(1, (9, 1, 0), (2, 3, 1), (1, 0, 2)), 0, agrees=True) == (3, 9)
    assert said_elsewhere(idea(1, (9, 1, 0), (2, 3, 1), (1, 0, 2)), 1, agrees=False) == (1, 13)
    assert said_elsewhere(idea(1, (9, 1, 0), (2, 2, 0)), 0, agrees=True) is None


@pytest.mark.parametrize(
    ("clearness", "word"),
    [(0.71, "strong"), (0.7, "fair"), (0.5, "weak"), (0.25, "none"), (-1, "none")],
)
def test_how_clear(clearness: float, word: str) -> None:
    """The silhouette in words."""
    assert replace(groups(30, 9), clearness=clearness).how_clear == word


def test_what_all_agree_on() -> None:
    """Most of every group, as far as five of it answered; the clearest first."""
    ideas = [
        idea(1, (20, 9, 1), (12, 3, 0)),
        idea(2, (30, 0, 0), (15, 0, 0)),
        idea(3, (30, 0, 0), (7, 7, 1)),
        idea(4, (30, 0, 0), (4, 0, 0)),
    ]
    assert in_common(ideas) == (2, 1)


def test_the_same_group() -> None:
    """More than half of all who were in either were in both; who is new or gone is left out."""
    before = dict.fromkeys(range(10), 0) | dict.fromkeys(range(10, 16), 1)
    after = dict.fromkeys(range(9), 1) | {9: 0} | dict.fromkeys(range(10, 30), 0)
    assert same_groups(before, after) == {1: 0, 0: 1}
    assert same_groups(before, {}) == {}
    assert same_groups({}, after) == {}


def test_a_group_that_fell_apart() -> None:
    """Half is not clearly the same: neither part carries the name on."""
    before = dict.fromkeys(range(10), 0)
    assert same_groups(before, {person: person % 2 for person in range(10)}) == {}


def test_two_that_became_one() -> None:
    """The larger is carried on, when most of what came of it is its own."""
    before = {person: int(person >= 10) for person in range(14)}
    assert same_groups(before, dict.fromkeys(range(14), 0)) == {0: 0}


def test_carried_on() -> None:
    """A group keeps its letter, key and name when another has grown larger; counts move along."""
    before = groups(10, 6)
    named = (before.groups[0], Group(1, 6, (1.0, 0.0), name={"nl": "Rust"}, key="before-1"))
    found = groups(20, 9, ideas=(idea(1, (20, 0, 0), (0, 9, 0)),))
    carried, numbers = carry_on(found, named, {0: 1, 1: 0}, "now")
    assert numbers == [1, 0]
    assert [(group.letter, group.people, group.key) for group in carried.groups] == [
        ("A", 9, "before-0"),
        ("B", 20, "before-1"),
    ]
    assert [group.name for group in carried.groups] == [None, {"nl": "Rust"}]
    assert carried.ideas[0].counts == (Count(0, 9, 0), Count(20, 0, 0))


def test_a_group_that_is_new() -> None:
    """It gets the first letter that is free and a key that no group had; nobody's name."""
    before = (Group(0, 9, (0.0, 0.0), name={"nl": "Weg"}, key="a"), Group(2, 9, (0.0, 0.0), key="c"))
    carried, numbers = carry_on(groups(20, 9), before, {0: 2}, "now")
    assert numbers == [0, 1]
    assert [(group.letter, group.key, group.name) for group in carried.groups] == [
        ("A", "c", None),
        ("B", "now-1", None),
    ]


def test_a_place_by_hand() -> None:
    """What was answered is measured from the mean, weighed on both axes, and scaled by what is missing."""
    found = groups(30, 30, ideas=tuple(Idea(key, Axes(0.5, 0.6, -0.2), ()) for key in range(8)))
    across, up = found.place({1: 1, 2: -1})
    assert across == pytest.approx(2 * (0.5 * 0.6 - 1.5 * 0.6))
    assert up == pytest.approx(2 * (0.5 * -0.2 - 1.5 * -0.2))
    assert found.place({}) == (0, 0)
    assert found.place({99: 1}) == (0, 0)


def test_the_nearest_group() -> None:
    """From seven answers on, to ideas that were among those computed with."""
    ideas = tuple(Idea(key, Axes(0.0, 0.3, 0.0), ()) for key in range(9))
    found = groups(30, 30, ideas=ideas)
    assert found.nearest(dict.fromkeys(range(6), 1) | {99: 1}) is None
    far, near = found.nearest(dict.fromkeys(range(7), 1)), found.nearest(dict.fromkeys(range(7), -1))
    assert (far and far.letter, near and near.letter) == ("B", "A")


def test_kept_as_json() -> None:
    """What is read back is what was written, whole or with a few ideas."""
    found = groups(30, 9, ideas=(idea(1, (3, 1, 0), (0, 1, 1)), idea(2, (30, 0, 0), (9, 0, 0))))
    written = json.loads(json.dumps(dump(found)))
    assert load(written) == found
    some = load(written, only=(2, 5))
    assert isinstance(some, Groups)
    assert (some.ideas, some.among, some.groups) == (found.ideas[1:], 2, found.groups)
    none = NoGroups("few-people", people=3, voters=4, votes=30, ideas=9)
    assert load(json.loads(json.dumps(dump(none))), only=()) == none
