"""What becomes of a promise: every step, and the count of them all."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.engine.questions import Phrase
from flows.promising import (
    MOST_ASKED,
    PATIENCE,
    STATES,
    Answer,
    Count,
    Fellow,
    Promise,
    Standing,
    State,
    after,
    beginning,
    half_way,
    has_lapsed,
    in_words,
    introduced,
    is_silent,
    line,
    next_question,
    recounted,
    tally,
    who,
)

ANSWERS: tuple[Answer, ...] = get_args(Answer)
TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
PROMISE = Promise(7, 3, {"nl": "Ik veeg de stoep."}, "Fatma", False, "active", date(2026, 12, 1))


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("answer", ANSWERS)
def test_every_step(state: State, answer: Answer) -> None:
    """Only an open promise goes on, and one that waits for others only starts, ends or is let go of."""
    allowed = {
        "conditional": {"met": "active", "lapsed": "lapsed", "release": "released"},
        "active": {
            "done": "kept",
            "later": "active",
            "hand_over": "handed_over",
            "release": "released",
            "broken": "broken",
        },
    }
    assert after(state, answer) == allowed.get(state, {}).get(answer)


def test_beginning() -> None:
    """A promise that needs others waits for them."""
    assert (beginning(None), beginning(2)) == ("active", "conditional")


def test_a_record_that_cannot_be() -> None:
    """What is over does not go on."""
    with pytest.raises(ValueError, match="done cannot follow on released"):
        recounted(False, None, ["release", "done"])


@given(
    st.lists(
        st.tuples(st.booleans(), st.none() | st.integers(1, 50), st.lists(st.sampled_from(ANSWERS))),
        max_size=30,
    )
)
def test_tally_is_a_recount(promises: list[tuple[bool, int | None, list[Answer]]]) -> None:
    """Whatever is tried in whatever order, each promise is counted in one place, as its record says."""
    records: list[tuple[bool, int | None, list[Answer]]] = []
    standings = []
    for municipal, needs, tried in promises:
        standing, record = Standing(municipal, beginning(needs)), []
        for answer in tried:
            state = after(standing.state, answer)
            if state is not None:
                record.append(answer)
                standing = Standing(municipal, state, standing.moved + (answer == "later"))
        records.append((municipal, needs, record))
        standings.append(standing)
    counted = tally((standing, 1) for standing in standings)
    assert counted == tally((recounted(*record), 1) for record in records)
    assert counted.residents.all + counted.municipality.all == len(promises)
    for count, municipal in ((counted.residents, False), (counted.municipality, True)):
        ended = [record[-1:] for side, _, record in records if side == municipal]
        assert count.kept == ended.count(["done"])
        assert count.broken == ended.count(["broken"])


def test_tally_counts_each_in_one_place() -> None:
    """An open promise on another day than was said is moved; of the open ones some are silent."""
    counted = tally(
        [
            (Standing(False, "active"), 2),
            (Standing(False, "active", moved=2, silent=True), 1),
            (Standing(False, "conditional"), 4),
            (Standing(False, "kept", moved=1), 3),
            (Standing(True, "broken"), 1),
        ]
    )
    assert counted.residents == Count(open=6, moved=1, kept=3, silent=1)
    assert counted.residents.all == 10
    assert counted.municipality == Count(broken=1)


@given(st.integers(1, 800))
def test_half_way(days: int) -> None:
    """The last day to join is from tomorrow on, and never after the day itself."""
    due_on = TODAY + timedelta(days=days)
    half = half_way(TODAY, due_on)
    assert TODAY < half <= due_on
    assert abs((due_on - half) - (half - TODAY)) <= timedelta(days=1)


def test_lapsing() -> None:
    """The day itself still counts, and so do some days after it became public."""
    assert not has_lapsed(TODAY, TODAY - timedelta(days=9), TODAY)
    assert has_lapsed(TODAY, TODAY - timedelta(days=9), TODAY + timedelta(days=1))
    assert not has_lapsed(TODAY, TODAY + timedelta(days=4), TODAY + timedelta(days=7))
    assert has_lapsed(TODAY, TODAY + timedelta(days=4), TODAY + timedelta(days=8))


def test_questions() -> None:
    """At the day, two weeks later, two weeks later, and then no more."""
    assert next_question(TODAY + timedelta(days=1), 0, None, TODAY, NOW) == 0
    assert next_question(TODAY, 0, None, TODAY, NOW) == 1
    assert next_question(TODAY, 1, NOW - PATIENCE + timedelta(hours=1), TODAY, NOW) == 0
    assert next_question(TODAY, 1, NOW - PATIENCE, TODAY, NOW) == 2
    assert next_question(TODAY, 2, NOW - PATIENCE, TODAY, NOW) == 3
    assert next_question(TODAY, 3, NOW - 9 * PATIENCE, TODAY, NOW) == 0


def test_silence() -> None:
    """Only when all was asked and the last question has had its time; what is settled is not silent."""
    assert is_silent("active", MOST_ASKED, NOW - PATIENCE, NOW)
    assert not is_silent("active", MOST_ASKED, NOW - PATIENCE + timedelta(hours=1), NOW)
    assert not is_silent("active", MOST_ASKED - 1, NOW - 2 * PATIENCE, NOW)
    assert not is_silent("kept", MOST_ASKED, NOW - PATIENCE, NOW)


def test_names() -> None:
    """A first name, "a neighbour", or the municipality."""
    municipal = Promise(1, 1, {}, "", True, "active", TODAY)
    nameless = Promise(1, 1, {}, "", False, "active", TODAY)
    assert who(PROMISE, "Proefstad") == "Fatma"
    assert who(municipal, "Proefstad") == "Proefstad"
    assert who(nameless, "Proefstad") == Phrase("promise-neighbour")
    assert who(nameless, first=True) == Phrase("promise-neighbour-first")


def test_lines() -> None:
    """What waits names the day to join by; what was kept is a dot that is reached."""
    waiting = Promise(1, 1, {}, "", False, "conditional", TODAY, 2, date(2026, 11, 30), 1)
    about = line(waiting, "").text
    assert isinstance(about, Phrase)
    assert about.arguments is not None
    assert (about.key, about.arguments["day"]) == ("promise-line-conditional", date(2026, 11, 30))
    kept = line(Promise(1, 1, {}, "", False, "kept", TODAY), "")
    assert kept.reached
    assert not line(PROMISE, "").reached


@pytest.mark.parametrize(
    ("fellow", "key"),
    [
        (Fellow("Piet"), "fellow"),
        (Fellow("Piet", "meet"), "fellow-meets"),
        (Fellow("Piet", "reach", "06 1", made=True), "fellow-maker"),
        (Fellow("Piet", "meet", made=True), "fellow-maker-meets"),
    ],
)
def test_introductions(fellow: Fellow, key: str) -> None:
    """A name and what was shared, and nothing else."""
    stage = introduced(fellow)
    assert stage.text == Phrase(key, {"who": "Piet"})
    assert stage.quote == fellow.reach


def test_steps_in_words() -> None:
    """Another day is named."""
    kept, moved = in_words([("done", None), ("later", TODAY)])
    assert kept.text == Phrase("promise-step-done", {})
    assert moved.text == Phrase("promise-step-later", {"day": TODAY})
