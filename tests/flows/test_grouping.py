"""People who answer alike are found, and nothing that people vote can upset it."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import polis
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from opinions import Row, camps, corners, opinions, shuffled
from sklearn.metrics import adjusted_rand_score

from flows import grouping
from flows.grouping import Opinions, Places, find
from flows.opinion_groups import (
    LEAST_IN_GROUP,
    LEAST_VOTES,
    Groups,
    NoGroups,
    both_sides,
    dump,
    load,
)


def found(rows: Sequence[Row], before: int = 0) -> tuple[Groups, Places]:
    made, places = find(opinions(rows), before)
    assert isinstance(made, Groups)
    return made, places


def none(rows: Sequence[Row]) -> NoGroups:
    made, places = find(opinions(rows))
    assert isinstance(made, NoGroups)
    assert places == Places()
    return made


def test_two_camps() -> None:
    """Who thinks alike is put together, the largest group first, each with what it stands for."""
    made, places = found(camps(30, 20))
    assert [group.people for group in made.groups] == [30, 20]
    assert [group.letter for group in made.groups] == ["A", "B"]
    assert dict(zip(places.people, places.numbers, strict=True)) == {
        person: int(person > 30) for person in range(1, 51)
    }
    assert {stands.idea for stands in made.groups[0].stands_for if stands.agrees} <= {1, 3, 5, 7, 9}
    assert {stands.idea for stands in made.groups[1].stands_for if stands.agrees} <= {2, 4, 6, 8, 10}
    assert set(made.common) == {11, 12}


@pytest.mark.parametrize("sizes", [(25, 25, 20), (20, 20, 15, 15), (20, 15, 15, 15, 12)])
def test_as_many_as_there_are(sizes: tuple[int, ...]) -> None:
    """Three, four or five camps on two matters are that many groups."""
    made, _ = found(corners(*sizes))
    assert [group.people for group in made.groups] == list(sizes)


def test_counted() -> None:
    """Of each idea it is kept how each group answered: together all who count."""
    rows = camps(30, 20)
    made, places = found(rows)
    number = dict(zip(places.people, places.numbers, strict=True))
    for idea in made.ideas:
        for group, count in enumerate(idea.counts):
            votes = Counter(vote for person, key, vote in rows if key == idea.key and number[person] == group)
            assert tuple(count) == (votes[1], votes[-1], votes[0])
    assert (made.people, made.voters, made.votes, made.among) == (50, 50, 600, 12)


def test_the_last_vote_counts() -> None:
    """Whoever voted otherwise before is where their last votes put them."""
    rows = camps(30, 20)
    others = [(person, idea, -vote) for person, idea, vote in rows]
    assert found([*others, *rows]) == found(rows)


def test_few_votes() -> None:
    """Who answered six ideas is in no group and in no count, but is among those who voted."""
    few = [(900 + person, idea, 1) for person in range(9) for idea in range(1, LEAST_VOTES)]
    made, places = found([*camps(30, 20), *few])
    assert max(places.people) == 50
    assert (made.people, made.voters) == (50, 59)
    assert all(idea.everyone.seen == 50 for idea in made.ideas)


def test_the_same_again() -> None:
    """The same votes give the same groups, to the last digit, whoever came first."""
    rows = camps(30, 20, 14, slips=0.3)
    assert found(rows) == found(rows) == found(shuffled(rows))


def test_a_place_in_a_conversation() -> None:
    """By what is kept anybody is put where the computation put them, and in the same group."""
    rows = [row for row in camps(30, 20, slips=0.2) if (row[0] * 7 + row[1]) % 5]
    made, places = found(rows)
    kept = load(dump(made))
    assert isinstance(kept, Groups)
    for person, number, x, y in zip(places.people, places.numbers, places.across, places.up, strict=True):
        answers = {idea: vote for who, idea, vote in rows if who == person}
        assert kept.place(answers) == pytest.approx((x, y))
        nearest = kept.nearest(answers)
        assert nearest is not None
        assert nearest.number == number


def test_no_group_of_a_few() -> None:
    """Two people who differ from all others are no group: it would tell how those two voted."""
    made = none(camps(30, 2, slips=0))
    assert (made.reason, made.people) == ("few-apart", 32)


def test_the_number_of_groups_is_steady() -> None:
    """What was two stays two where three are hardly clearer, and becomes three where they are."""
    vague = camps(12, 12, 12, slips=0.75, seed=4)
    best = len(found(vague)[0].groups)
    others = {len(found(vague, before)[0].groups) for before in range(2, 6)}
    assert best in others
    assert len(others) > 1
    clear = camps(25, 25, 20, ideas=22, slips=0.03)
    assert len(found(clear, before=2)[0].groups) == 3


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ([], "few-ideas"),
        ([(1, 1, 1)], "few-ideas"),
        ([(person, idea, vote) for person, idea, vote in camps(30, 30) if idea < 3], "few-ideas"),
        ([row for row in camps(1) if row[0] == 1], "few-people"),
        (camps(10, 9), "few-people"),
        ([(person, idea, 1) for person in range(40) for idea in range(9)], "alike"),
        ([(person, idea, 0) for person in range(40) for idea in range(9)], "alike"),
        ([(person, idea, idea % 3 - 1) for person in range(40) for idea in range(9)], "alike"),
        (
            [(person, idea, -1 if person == 7 else 1) for person in range(40) for idea in range(9)],
            "few-apart",
        ),
    ],
    ids="nobody one-vote two-ideas one-person nineteen all-agree all-pass all-the-same one-apart".split(),
)
def test_no_groups_yet(rows: list[Row], reason: str) -> None:
    """Too little to go by is an answer, with the reason."""
    assert none(rows).reason == reason


def test_ids_of_any_kind() -> None:
    """What others call people and ideas may be words."""
    rows = camps(30, 20)
    named = Opinions(
        [f"p{person}" for person, _, _ in rows],
        [f"idea {idea}" for _, idea, _ in rows],
        [v for _, _, v in rows],
    )
    made, places = find(named)
    assert isinstance(made, Groups)
    assert [group.people for group in made.groups] == [30, 20]
    assert set(places.people) == {f"p{person}" for person in range(1, 51)}


VOTES = st.lists(st.tuples(st.integers(1, 40), st.integers(1, 12), st.sampled_from((1, 0, -1))), max_size=60)


@settings(max_examples=50)
@given(
    extra=VOTES,
    people=st.integers(0, 45),
    rank=st.integers(0, 3),
    holes=st.integers(2, 9),
    seed=st.integers(0, 9),
)
def test_whatever_people_vote(extra: list[Row], people: int, rank: int, holes: int, seed: int) -> None:
    """No table of votes raises: there are groups of five or more, all of them whole, or a reason."""
    rows = [
        row
        for row in camps(people, *([people // 3] * rank), slips=seed / 10, seed=seed)
        if (row[0] + row[1] * 3) % holes
    ]
    rows += extra
    made, places = find(opinions(rows))
    load(dump(made))
    votes = {(person, idea): vote for person, idea, vote in rows}
    answered = Counter(person for person, _ in votes)
    counting = sorted(person for person, count in answered.items() if count >= LEAST_VOTES)
    assert (made.people, made.voters, made.votes) == (len(counting), len(answered), len(votes))
    if isinstance(made, Groups):
        assert places.people == counting
        assert [group.people for group in made.groups] == [
            places.numbers.count(number) for number in range(len(made.groups))
        ]
        assert min(group.people for group in made.groups) >= LEAST_IN_GROUP
        assert 2 <= len(made.groups) <= 5


def test_nothing_is_loaded_before_it_is_needed() -> None:
    """Numbers libraries take seconds and a hundred megabytes: importing the module takes neither."""
    asked = "import flows.grouping, sys; print(sorted({'numpy', 'scipy', 'sklearn'} & set(sys.modules)))"
    run = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


def test_the_extra_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Then it says so."""
    assert grouping.is_installed()
    monkeypatch.setattr(grouping, "find_spec", lambda name: None if name == "sklearn" else object())
    assert not grouping.is_installed()


# Real conversations


@pytest.fixture(scope="module")
def land_bank(polis_data: Path) -> polis.Conversation:
    return polis.conversation(polis.LAND_BANK)


def likeness(set_of: polis.Conversation) -> float:
    """Adjusted Rand index against the groups that Polis exported: 1 is the same, 0 is chance."""
    _, places = found(set_of.votes)
    pairs = [
        (set_of.groups[person], number)
        for person, number in zip(places.people, places.numbers, strict=True)
        if isinstance(person, int) and person in set_of.groups
    ]
    return float(adjusted_rand_score(*zip(*pairs, strict=True)))


def test_the_groups_that_polis_found(land_bank: polis.Conversation) -> None:
    """Where Polis exported groups of the last hour, ours are the same but for a few people in between."""
    made, _ = found(land_bank.votes)
    assert [group.people for group in made.groups] == [248, 105]
    assert likeness(land_bank) == pytest.approx(0.84, abs=0.01)


@pytest.mark.parametrize(("name", "measured"), [(polis.HOUSING, 0.09), (polis.POLICING, -0.06)])
def test_groups_that_differ(polis_data: Path, name: str, measured: float) -> None:
    """Groups that hang on what people voted earlier are not found again; ARCHITECTURE.md says why."""
    assert likeness(polis.conversation(name)) == pytest.approx(measured, abs=0.01)


@pytest.mark.filterwarnings("ignore")
def test_as_red_dwarf_computes(land_bank: polis.Conversation) -> None:
    """Another library for the same formulas gives the same places, and the same groups from our middles.

    (From its own start, the first two people, it ends in a worse division: of 54 and 299 people, with more
    distance to the middles, and less like the one that Polis exported.)
    """
    made, places = found(land_bank.votes)
    theirs = by_red_dwarf(land_bank, [group.place for group in made.groups])
    place = {person: (x, y) for person, x, y in zip(places.people, places.across, places.up, strict=True)}
    for axis in (0, 1):
        pairs = [(place[who][axis], theirs.participant_projections[who][axis]) for who in place]
        sign = 1 if sum(a * b for a, b in pairs) > 0 else -1
        assert all(a == pytest.approx(sign * b, abs=1e-6) for a, b in pairs)
    labels = theirs.participants_df["cluster_id"]
    assert adjusted_rand_score(places.numbers, [int(labels[who]) for who in place]) == 1


@pytest.mark.filterwarnings("ignore")
def test_statistics_as_red_dwarf_computes(land_bank: polis.Conversation) -> None:
    """For the groups that we found: chances, ratios, both tests, consensus, and what is significant."""
    from reddwarf.utils import stats
    from reddwarf.utils.matrix import generate_raw_matrix

    made, places = found(land_bank.votes)
    matrix = generate_raw_matrix(as_dicts(land_bank)).loc[list(places.people), :]
    grouped, consensus = stats.calculate_comment_statistics_dataframes(matrix, list(places.numbers))
    for idea in made.ideas:
        assert consensus.loc[idea.key, "group-aware-consensus"] == pytest.approx(idea.consensus)
        for number in range(len(made.groups)):
            row = grouped.loc[(number, idea.key)]
            agreeing, disagreeing = both_sides(idea, number)
            assert (row["na"], row["nd"], row["ns"]) == (
                idea.counts[number].agree,
                idea.counts[number].disagree,
                idea.counts[number].seen,
            )
            for side, letter in ((agreeing, "a"), (disagreeing, "d")):
                assert row[f"p{letter}"] == pytest.approx(side.chance)
                assert row[f"r{letter}"] == pytest.approx(side.ratio)
                assert row[f"p{letter}t"] == pytest.approx(side.own)
                assert row[f"r{letter}t"] == pytest.approx(side.apart)
            assert stats.is_statement_significant(row) == (agreeing.significant or disagreeing.significant)


def as_dicts(set_of: polis.Conversation) -> list[dict[str, int]]:
    last = {(person, idea): vote for person, idea, vote in set_of.votes}
    return [{"participant_id": p, "statement_id": i, "vote": v} for (p, i), v in last.items()]


def by_red_dwarf(set_of: polis.Conversation, middles: Sequence[tuple[float, float]]) -> Any:
    from reddwarf.implementations.polis import run_pipeline

    return run_pipeline(
        votes=as_dicts(set_of),
        force_group_count=len(middles),
        init_centers=[list(middle) for middle in middles],
        random_state=1,
    )
