"""Ranked choice, round by round."""

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from flows.runoff import Round, Runoff, run_off

SCENARIOS = (11, 12, 13, 14)


def test_the_one_with_the_fewest_falls_out_and_its_people_move_on():
    """Nobody's voice is lost as long as there is a next one on their list."""
    choices = [(11,)] * 4 + [(12, 13)] * 3 + [(13, 12)] * 2
    found = run_off(choices, (11, 12, 13))
    assert found == Runoff(
        9, (Round({11: 4, 12: 3, 13: 2}, (13,), 0), Round({12: 5, 11: 4}, (11,), 0)), (12,)
    )


def test_who_has_nothing_left_on_the_list_is_counted_as_such():
    """Every round says how many."""
    choices = [(11,)] * 4 + [(12,)] * 3 + [(13,)] * 2
    found = run_off(choices, (11, 12, 13))
    assert [one.rest for one in found.rounds] == [0, 2]
    assert found.winners == (11,)


def test_half_of_the_people_at_once_is_enough():
    """One round."""
    found = run_off([(11, 12)] * 5 + [(12,)] * 3 + [(13,)], (11, 12, 13))
    assert (len(found.rounds), found.winners) == (1, (11,))


def test_two_that_are_equal_in_everything_are_level():
    """No lot decides about a plan of the municipality."""
    found = run_off([(11, 12), (12, 11)], (11, 12, 13))
    assert found.winners == (11, 12)


def test_as_many_first_places_are_decided_by_second_places():
    """As the library does it: that is no lot."""
    found = run_off([(11,), (11,), (12, 11), (12, 11), (13, 11)], (11, 12, 13))
    assert found.winners == (11,)


def test_of_no_choices_there_is_no_result():
    """Nor of choices for what no longer stands."""
    assert run_off([], SCENARIOS) == Runoff()
    assert run_off([(99,), ()], SCENARIOS) == Runoff()
    assert run_off([(11,)], ()) == Runoff()


def test_what_was_chosen_twice_or_is_gone_is_passed_over():
    """The rest of the list counts."""
    assert run_off([(99, 11, 11, 12)], (11, 12)).winners == (11,)


CHOICES = st.lists(
    st.sampled_from([c for n in (1, 2, 3, 4) for c in permutations(SCENARIOS, n)]), max_size=25
)


@given(CHOICES, st.randoms())
def test_the_order_in_which_people_came_makes_no_difference(choices, chance):
    """Nor is anything left to chance."""
    found = run_off(choices, SCENARIOS)
    chance.shuffle(choices)
    assert run_off(choices, SCENARIOS) == found


@given(CHOICES)
def test_everyone_is_in_every_round(choices):
    """Counted for one scenario, or for none that is left."""
    found = run_off(choices, SCENARIOS)
    for one in found.rounds:
        assert sum(one.votes.values()) + one.rest == len(choices)
    assert bool(found.winners) == bool(choices)


@given(CHOICES.filter(bool))
def test_a_majority_always_wins(choices):
    """Whoever more than half of all people put first."""
    firsts = [choice[0] for choice in choices]
    for one in SCENARIOS:
        if firsts.count(one) * 2 > len(firsts):
            assert run_off(choices, SCENARIOS).winners == (one,)
