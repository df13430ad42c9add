"""Where a resident stands beside others, told with figures and never more than is known."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from flows.beside import called, lines
from flows.engine.questions import Localized, Phrase
from flows.engine.talk import Say
from flows.opinion_groups import Axes, Count, Group, Groups, Idea, Key, NoGroups, Reason

LEAN = Axes(0.0, 0.3, 0.0)


def idea(key: int, first: tuple[int, int, int], second: tuple[int, int, int]) -> Idea:
    return Idea(key, LEAN, (Count(*first), Count(*second)))


FOUND = Groups(
    people=50,
    voters=60,
    votes=400,
    among=9,
    clearness=0.6,
    groups=(Group(0, 30, (2.0, 0.0)), Group(1, 20, (-2.0, 0.0))),
    ideas=(
        idea(1, (28, 1, 1), (2, 18, 0)),
        idea(2, (3, 25, 0), (18, 2, 0)),
        idea(3, (20, 8, 2), (10, 9, 1)),
        idea(4, (29, 0, 1), (19, 1, 0)),
        idea(5, (4, 0, 0), (0, 3, 0)),
        *(idea(key, (15, 15, 0), (10, 10, 0)) for key in range(6, 10)),
    ),
    common=(4,),
)

WORDS: Mapping[Key, Localized] = {key: Localized({"nl": f"Idee {key}"}) for key in range(1, 10)}

ALIKE: Mapping[Key, int] = dict.fromkeys(range(1, 8), 1)


def texts(told: tuple[Say, ...]) -> list[str]:
    return [line.text for line in told]


def test_whose_answers_they_are_like() -> None:
    """The nearest group, with its people, those of all groups, and how many groups there are."""
    told = lines(FOUND, ALIKE, WORDS)
    assert texts(told) == ["groups-yours", "groups-together", "groups-apart", "groups-common"]
    assert told[0].arguments == {
        "group": Phrase("groups-lettered", {"letter": "A"}),
        "people": 30,
        "all": 50,
        "groups": 2,
    }


def test_with_the_group_and_without() -> None:
    """The idea where most say the same, and the one where fewest do; of those who answered it."""
    _, together, apart, _ = lines(FOUND, ALIKE, WORDS)
    assert together.arguments == {"idea": WORDS[4], "same": 29, "of": 30, "side": "agree"}
    assert apart.arguments == {"idea": WORDS[2], "same": 3, "of": 28, "side": "agree"}


def test_the_other_side() -> None:
    """Who does not agree is counted with those who do not."""
    told = lines(FOUND, dict.fromkeys(range(1, 8), -1), WORDS)
    assert told[0].arguments["group"] == Phrase("groups-lettered", {"letter": "B"})
    assert told[1].arguments == {"idea": WORDS[1], "same": 18, "of": 20, "side": "disagree"}
    assert told[2].arguments == {"idea": WORDS[4], "same": 1, "of": 20, "side": "disagree"}


def test_passing_says_nothing() -> None:
    """Who passed on all is beside nobody, but may hear what all agree on."""
    assert texts(lines(FOUND, dict.fromkeys(range(1, 8), 0), WORDS)) == ["groups-yours", "groups-common"]


def test_nothing_of_fewer_than_five() -> None:
    """What four people of the group answered is not told, nor what may no longer be shown."""
    few = dict.fromkeys((5, 6, 7, 8, 9), 1) | {1: 0, 2: 0}
    assert texts(lines(FOUND, few, WORDS)) == ["groups-yours", "groups-common"]
    told = lines(FOUND, ALIKE, {1: WORDS[1]})
    assert texts(told) == ["groups-yours", "groups-together"]
    assert told[1].arguments["idea"] == WORDS[1]


def test_what_all_agree_on() -> None:
    """The first of them that may be shown, with everyone who answered it."""
    (line,) = [line for line in lines(FOUND, ALIKE, WORDS) if line.text == "groups-common"]
    assert line.arguments == {"idea": WORDS[4], "agree": 48, "of": 50}


def test_too_few_answers_yet() -> None:
    """How many are still wanted; answers to ideas that came later do not count."""
    assert lines(FOUND, {1: 1, 2: 0, 99: 1}, WORDS) == (Say("groups-soon", {"left": 5}),)


@pytest.mark.parametrize("reason", ["few-people", "few-ideas", "alike", "few-apart"])
def test_no_groups_yet(reason: Reason) -> None:
    """Who answered enough to be in one hears why there are none; others are not bothered."""
    none = NoGroups(reason, people=8, voters=12, votes=90, ideas=9)
    assert lines(none, ALIKE, WORDS) == (Say(f"groups-none-{reason}", {"people": 8, "needed": 20}),)
    assert lines(none, {1: 1}, WORDS) == ()


def test_nothing_computed() -> None:
    """Then there is nothing to tell."""
    assert lines(None, ALIKE, WORDS) == ()


def test_called_by_its_name() -> None:
    """A name that a moderator gave stands in the place of the letter."""
    assert called(Group(1, 5, (0, 0), name={"nl": "Rust"})) == Phrase(
        "groups-named", {"name": Localized({"nl": "Rust"})}
    )
