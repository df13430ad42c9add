"""Several options of several."""

from __future__ import annotations

import pytest
from readings import misread, reading, typed

from flows.engine.questions import Option, Partial, Phrase, Press, Sent, Words
from flows.engine.readers import SeveralOf

PARK = SeveralOf(
    (
        Option("bins", "Meer bakken"),
        Option("green", "Groen en water"),
        Option("light", "Licht"),
        Option("b", "Bankjes"),
    )
)


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("1, 3", ("bins", "light")),
        ("1 en 3", ("bins", "light")),
        ("3 & 1", ("bins", "light")),
        ("1 3", ("bins", "light")),
        ("1. 2. 4.", ("bins", "green", "b")),
        ("1, 2 en 4", ("bins", "green", "b")),
        ("de eerste en de laatste", ("bins", "b")),
        ("2", ("green",)),
        ("groen en water", ("green",)),
        ("Licht, groen en water en bankjes", ("green", "light", "b")),
        ("licht, groen en water, bankjes", ("green", "light", "b")),
        ("meer bakken and bankjes", ("bins", "b")),
        ("Licht\nbankjes", ("light", "b")),
        ("licht en ook bankjes", ("light", "b")),
        ("alles", ("bins", "green", "light", "b")),
        ("All of them", ("bins", "green", "light", "b")),
        ("1, 1", None),
        ("1-3", None),
        ("1, 7", None),
        ("niet 1", None),
        ("alles behalve 2", None),
        ("weet niet", None),
        ("", None),
        ("1, " * 120, None),
    ],
)
def test_several_options_are_read_at_once(text: str, keys: tuple[str, ...] | None) -> None:
    """Numbers and labels in a row finish the question, in the order of the options."""
    assert typed(PARK, text) == (keys or misread("answer-several-of"))


def test_both_means_both_of_two() -> None:
    """Of more than two it says nothing."""
    two = SeveralOf((Option("a", "Appel"), Option("p", "Peer")))
    assert typed(two, "allebei") == ("a", "p")
    assert typed(PARK, "allebei") == misread("answer-several-of")


def test_pressing_picks_and_drops_until_done() -> None:
    """Each press leaves the question open; the last one, "done", closes it."""
    first = PARK.read(Press("light"), reading())
    assert first == Partial(("light",))
    second = PARK.read(Press("bins"), reading(), ("light",))
    assert second == Partial(("bins", "light"))
    assert PARK.read(Press("light"), reading(), ("bins", "light")) == Partial(("bins",))
    assert PARK.read(Press("done"), reading(), ("bins",)) == ("bins",)
    assert PARK.read(Press("done"), reading()) == misread("answer-more", least=1)
    assert PARK.read(Press("gone"), reading()) == misread("answer-gone")
    assert PARK.read(Sent("m", "photo"), reading()) == misread("answer-several-of")


def test_what_is_picked_is_marked() -> None:
    """The way to finish is offered once there is enough."""
    assert [option.key for option in PARK.options()] == ["bins", "green", "light", "b"]
    options = PARK.options(("light",))
    assert [option.key for option in options if option.chosen] == ["light"]
    assert options[-1] == Option("done", Phrase("done"))
    assert [option.key for option in SeveralOf(PARK.choices, least=2).options(("b",))][-1] == "b"


@pytest.mark.parametrize("text", ["klaar", "5", "dat is alles", "Done"])
def test_done_can_be_typed(text: str) -> None:
    """In words, or by its number in the list."""
    assert PARK.read(Words(text), reading(), ("b",)) == ("b",)


def test_words_come_with_what_was_picked() -> None:
    """Who picked one and types another means both."""
    assert PARK.read(Words("1"), reading(), ("b",)) == ("bins", "b")


def test_nothing_is_an_answer_where_it_may_be() -> None:
    """With no least number there is a way to say none."""
    free = SeveralOf(PARK.choices, least=0)
    assert free.options()[-1] == Option("none", Phrase("none"))
    assert free.read(Press("none"), reading()) == ()
    assert [typed(free, text) for text in ("geen van alle", "none", "5", "niets")] == [()] * 4
    assert typed(free, "geen, 1") == misread("answer-several-of")
    assert typed(PARK, "geen van alle") == misread("answer-more", least=1)
    assert free.read(Words("geen"), reading(), ("b",)) == ()


def test_bounds_are_kept() -> None:
    """Too few and too many are each told so."""
    two = SeveralOf(PARK.choices, least=2, most=2)
    assert typed(two, "1") == misread("answer-more", least=2)
    assert typed(two, "1, 2, 3") == misread("answer-fewer", most=2)
    assert two.read(Press("b"), reading(), ("bins", "light")) == misread("answer-fewer", most=2)
    assert two.read(Press("bins"), reading(), ("bins", "light")) == Partial(("light",))
    assert typed(two, "1 en 2") == ("bins", "green")


def test_its_own_keys_are_taken() -> None:
    """An option under "done" would be mistaken for the way to finish."""
    with pytest.raises(ValueError, match="done"):
        SeveralOf((Option("done", "Klaar"),))
