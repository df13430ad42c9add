"""Real votes taken through the chat again: every idea has a fair hearing, and every vote counts once."""

from __future__ import annotations

import pytest
from polis import HOUSING, POLICING, Conversation, conversation
from replaying import Replay, Report, gini
from stage import Stage


@pytest.fixture
async def stage(sqlite_url: str) -> Stage:
    """A trajectory in which people choose."""
    made = Stage(sqlite_url)
    await made.set_up()
    return made


def _is_sound(report: Report) -> bool:
    return (report.shown_twice, report.votes_lost, report.votes_doubled) == (0, 0, 0) and (
        report.tallies_as_counted
    )


@pytest.mark.usefixtures("polis_data")
async def test_everyone_of_a_small_set(stage: Stage) -> None:
    """26 people with five cards each: too few for ten answers an idea, and fair all the same."""
    report = await Replay(stage, conversation(POLICING)).run()
    assert (report.voters, report.ideas, report.cards) == (26, 36, 130)
    assert _is_sound(report)
    assert report.gini <= 0.10
    assert report.most_shown - report.least_shown <= 1
    assert report.below == 36


@pytest.mark.usefixtures("polis_data")
async def test_the_first_of_a_larger_set(stage: Stage) -> None:
    """In their order of arrival; all of them by `python -m tests.bench replay`."""
    report = await Replay(stage, conversation(HOUSING), voters=48).run()
    assert (report.voters, report.ideas, report.cards) == (48, 119, 240)
    assert _is_sound(report)
    assert report.gini <= 0.10
    assert report.real_votes > 60


@pytest.mark.usefixtures("polis_data")
async def test_ideas_that_come_later_catch_up(stage: Stage) -> None:
    """Each is everybody's next card until it was heard as often as the others."""
    report = await Replay(stage, conversation(POLICING), voters=12, ideas="as they came").run()
    assert _is_sound(report)
    assert report.least_shown >= 1


@pytest.mark.parametrize(
    ("people", "ideas", "vote"), [(0, 3, 1), (1, 3, 1), (1, 0, 1), (6, 2, 1), (6, 1, -1), (5, 7, 0)]
)
async def test_the_smallest_sets_give_an_answer(stage: Stage, people: int, ideas: int, vote: int) -> None:
    """Nobody, one person, no ideas, everybody of one mind."""
    tiny = Conversation(
        votes=[(person, idea, vote) for person in range(people) for idea in range(ideas)],
        groups={},
        ideas=dict.fromkeys(range(ideas), 0),
        arrivals=dict.fromkeys(range(people), 0),
    )
    report = await Replay(stage, tiny).run()
    assert _is_sound(report)
    assert report.cards == people * min(ideas, 5)
    assert report.gini <= 0.25


def test_the_gini_coefficient() -> None:
    """Of equals 0, of one who has all nearly 1."""
    assert gini([3, 3, 3]) == gini([]) == gini([0, 0]) == 0
    assert gini([0, 0, 0, 8]) == pytest.approx(0.75)
    assert gini([1, 2]) == pytest.approx(1 / 6)
