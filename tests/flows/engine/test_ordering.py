"""Answers that put things in order."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.engine.ordering import InOrder
from flows.engine.questions import Misread, Option, Partial, Press, Reading, Spot, Withdrawn, Words
from flows.wording import Wording

WORDING = Wording()
READING = Reading(date(2026, 11, 23), "nl", lambda label: WORDING.labels(label, "nl"))
READER = InOrder(
    (Option("a", "Een rustig park"), Option("b", "Een park voor kinderen"), Option("c", "Sport"))
)


@pytest.mark.parametrize(
    ("words", "order"),
    [
        ("2, 1, 3", ("b", "a", "c")),
        ("2 1", ("b", "a")),
        ("3. 1.", ("c", "a")),
        ("2>3>1", ("b", "c", "a")),
        ("sport, kinderen", ("c", "b")),
        ("eerst sport, en dan rustig", Misread("answer-order")),
        ("sport, en dan rustig", ("c", "a")),
        ("kinderen en sport", ("b", "c")),
    ],
)
def test_a_row_of_numbers_or_names_is_the_whole_answer(words, order):
    """What is not in it is left out."""
    assert READER.read(Words(words), READING) == order


def test_one_at_a_time_leaves_the_question_open():
    """Until one is left: that comes last."""
    assert READER.read(Press("c"), READING) == Partial(("c",))
    assert READER.read(Words("1"), READING, ("c",)) == ("c", "a", "b")
    assert READER.read(Words("Sport"), READING) == Partial(("c",))


def test_the_rest_may_be_left_out():
    """As soon as there is a first."""
    assert [option.key for option in READER.options()] == ["a", "b", "c"]
    assert [option.key for option in READER.options(("c",))] == ["a", "b", "c", "done"]
    assert READER.read(Press("done"), READING, ("c",)) == ("c",)
    assert READER.read(Words("klaar"), READING, ("c",)) == ("c",)
    assert isinstance(READER.read(Press("done"), READING), Misread)


@pytest.mark.parametrize(
    ("answer", "chosen"), [(Words("2, 2, 1"), ()), (Press("b"), ("b",)), (Words("1, 2"), ("b",))]
)
def test_the_same_twice_is_refused(answer, chosen):
    """Saying at which place it stands."""
    found = READER.read(answer, READING, chosen)
    assert isinstance(found, Misread)
    assert found.text == "answer-order-twice"
    assert found.arguments == {"option": "Een park voor kinderen", "place": found.arguments["place"]}


@pytest.mark.parametrize("answer", [Words("het mooiste"), Words("4, 1"), Words("1, iets"), Spot(1.0, 2.0)])
def test_what_is_no_order_is_asked_again(answer):
    """With an example."""
    assert READER.read(answer, READING) == Misread("answer-order")


def test_an_option_keeps_its_number():
    """What was put in order is marked with its place."""
    shown = READER.options(("c", "a"))
    labels = [WORDING.label("nl", option.label) for option in shown]
    assert labels[:3] == ["Een rustig park (plaats 2)", "Een park voor kinderen", "Sport (plaats 1)"]
    assert [option.chosen for option in shown] == [True, False, True, False]


def test_an_order_with_something_that_is_gone_is_asked_again():
    """The journal remembers keys."""
    assert READER.load(READER.dump(("c", "a"))) == ("c", "a")
    for stored in (["c", "x"], "c", None):
        with pytest.raises(Withdrawn):
            READER.load(stored)


@given(st.text(max_size=400))
def test_whatever_is_typed_is_read(words):
    """Without an exception, and never with one thing twice."""
    found = READER.read(Words(words), READING)
    order = found.value if isinstance(found, Partial) else found
    assert isinstance(order, Misread) or len(set(order)) == len(order) > 0
