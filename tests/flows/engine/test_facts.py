"""A number, a day, a place."""

from __future__ import annotations

from datetime import date

import pytest
from readings import TODAY, misread, reading, table, typed

from flows.engine.questions import Sent, Spot, Words
from flows.engine.readers import Day, Number, Place, PlaceGiven


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("3", 3),
        ("drie", 3),
        ("Drie!", 3),
        ("één", 1),
        ("een stuk of vier", 4),
        ("een man of 12", 12),
        ("een gezin van vijf", 5),
        ("ongeveer 12", 12),
        ("twaalf", 12),
        ("twelve people", 12),
        ("no more than 5", 5),
        ("niet meer dan vijf", 5),
        ("ten minste 5", 5),
        ("at most 5", 5),
        ("zo'n 20", 20),
        ("twenty", 20),
        ("twenty-one", 21),
        ("eenentwintig", 21),
        ("drieëndertig", 33),
        ("negentig", 90),
        ("we zijn met 4", 4),
        ("4x", 4),
        ("1.000", 1000),
        ("1,000", 1000),
        ("٤", 4),
        ("nul", 0),
        ("niemand", 0),
        ("geen", 0),
        ("no one", 0),
    ],
)
def test_a_number_is_read_in_digits_or_words(text: str, number: int) -> None:
    """Dutch and English, with "about" and "at most" around it."""
    assert typed(Number(0, 1000), text) == number


@pytest.mark.parametrize(
    "text",
    [
        *table(
            "veel | 3 of 4 | een of twee | 10-15 | 2,5 | ½ | twee en een half | meer dan 10 | niet 4 | 5?"
        ),
        *table("| een paar | 1/2 | 12:30 | minder dan drie | weet niet, 3"),
        "het was 3 " * 20,
    ],
)
def test_what_is_no_single_whole_number_is_not_guessed(text: str) -> None:
    """The sentence tells what would be one."""
    assert typed(Number(0, 20), text) == misread("answer-number", least=0, most=20)


@pytest.mark.parametrize("text", ["0", "-3", "minus 3", "21", "9" * 90])
def test_a_number_out_of_bounds_is_told_the_bounds(text: str) -> None:
    """However large it is."""
    assert typed(Number(1, 20), text) == misread("answer-number-bounds", least=1, most=20)


def test_a_number_is_typed() -> None:
    """A voice message is no number."""
    voice = Number(1, 20).read(Sent("m", "voice"), reading())
    assert voice == misread("answer-kind", sent="voice", wanted="text")
    assert Number(1, 20).options() == ()


def test_a_day_is_read_within_its_bounds() -> None:
    """Past, too early and too late each have a sentence."""
    soon = Day(earliest_in_days=0, latest_in_days=14)
    assert typed(soon, "volgende week vrijdag") == date(2026, 11, 27)
    assert typed(soon, "next friday", "en") == date(2026, 11, 27)
    assert typed(soon, "gisteren") == misread("answer-day-past", earliest=TODAY)
    assert typed(soon, "3 maart") == misread("answer-day-late", latest=date(2026, 12, 6))
    assert typed(Day(7), "morgen") == misread("answer-day-early", earliest=date(2026, 11, 29))
    assert typed(soon, "ooit") == misread("answer-day")
    assert soon.read(Sent("m", "photo"), reading()) == misread("answer-kind", sent="photo", wanted="text")


def test_a_day_may_lie_in_the_past() -> None:
    """When it may be no later than today, a weekday is the one that was."""
    past = Day(earliest_in_days=-365, latest_in_days=0)
    assert typed(past, "vrijdag") == date(2026, 11, 20)
    assert typed(past, "3 maart") == date(2026, 3, 3)
    assert typed(past, "3 maart 2020") == misread("answer-day-early", earliest=date(2025, 11, 22))


def test_a_place_is_words_or_a_spot() -> None:
    """As long as the spot is on earth."""
    assert typed(Place(), " het Wilhelminapark ") == PlaceGiven("het Wilhelminapark")
    assert Place().read(Spot(52.1, 4.3), reading()) == PlaceGiven("", 52.1, 4.3)
    for latitude, longitude in ((91.0, 0.0), (0.0, 181.0), (float("nan"), 0.0), (0.0, float("inf"))):
        assert Place().read(Spot(latitude, longitude), reading()) == misread("answer-place")
    assert Place().read(Words(" "), reading()) == misread("answer-empty")
    voice = Place().read(Sent("m", "voice"), reading())
    assert voice == misread("answer-kind", sent="voice", wanted="place")
