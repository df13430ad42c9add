"""Which day a person means."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.engine.dates import read_day

SUNDAY = date(2026, 11, 22)
MONDAY = date(2026, 11, 23)
FRIDAY = date(2026, 11, 27)

AHEAD = [
    ("vandaag", "2026-11-22"),
    ("Vanavond", "2026-11-22"),
    ("tonight", "2026-11-22"),
    ("today", "2026-11-22"),
    ("Morgen!", "2026-11-23"),
    ("morgenochtend", "2026-11-23"),
    ("morgen om 10 uur", "2026-11-23"),
    ("tomorrow please", "2026-11-23"),
    ("overmorgen", "2026-11-24"),
    ("the day after tomorrow", "2026-11-24"),
    ("gisteren", "2026-11-21"),
    ("eergisteren", "2026-11-20"),
    ("the day before yesterday", "2026-11-20"),
    ("vrijdag", "2026-11-27"),
    ("Vr", "2026-11-27"),
    ("vrjdag", "2026-11-27"),
    ("op vrijdag graag", "2026-11-27"),
    ("vrijdagmiddag", "2026-11-27"),
    ("vrijdag morgen", "2026-11-27"),
    ("vrijdag om 14:00 uur", "2026-11-27"),
    ("friday at 2pm", "2026-11-27"),
    ("this friday", "2026-11-27"),
    ("aanstaande vrijdag", "2026-11-27"),
    ("zondag", "2026-11-29"),
    ("volgende week vrijdag", "2026-11-27"),
    ("vrijdag volgende week", "2026-11-27"),
    ("next friday", "2026-11-27"),
    ("Friday next week", "2026-11-27"),
    ("deze week vrijdag", "2026-11-20"),
    ("afgelopen vrijdag", "2026-11-20"),
    ("last friday", "2026-11-20"),
    ("vorige week vrijdag", "2026-11-13"),
    ("over twee weken", "2026-12-06"),
    ("over 2 weken", "2026-12-06"),
    ("in two weeks", "2026-12-06"),
    ("two weeks from now", "2026-12-06"),
    ("over een week", "2026-11-29"),
    ("zondag over een week", "2026-11-29"),
    ("in a week", "2026-11-29"),
    ("over tien dagen", "2026-12-02"),
    ("over drie maanden", "2027-02-22"),
    ("in a year", "2027-11-22"),
    ("3 weken geleden", "2026-11-01"),
    ("two days ago", "2026-11-20"),
    ("3 maart", "2027-03-03"),
    ("3 mrt", "2027-03-03"),
    ("drie maart", "2027-03-03"),
    ("de derde maart", "2027-03-03"),
    ("3 maart 2027", "2027-03-03"),
    ("3 maart '28", "2028-03-03"),
    ("woensdag 3 maart", "2027-03-03"),
    ("22 november", "2026-11-22"),
    ("21 november", "2027-11-21"),
    ("29 februari", "2028-02-29"),
    ("May 3rd", "2027-05-03"),
    ("May 3rd, 2028", "2028-05-03"),
    ("3rd of May", "2027-05-03"),
    ("the third of may", "2027-05-03"),
    ("Decembr 5", "2026-12-05"),
    ("3-3-2027", "2027-03-03"),
    ("03/03/27", "2027-03-03"),
    ("3/4", "2027-04-03"),
    ("3.4.", "2027-04-03"),
    ("2027-03-04", "2027-03-04"),
    ("de 25e", "2026-11-25"),
    ("the 3rd", "2026-12-03"),
    ("de 31e", "2026-12-31"),
    ("vrijdag de 27e", "2026-11-27"),
    ("begin mei", "2027-05-01"),
    ("half mei", "2027-05-15"),
    ("mid May", "2027-05-15"),
    ("eind mei", "2027-05-31"),
    ("end of May 2028", "2028-05-31"),
    ("eind februari 2028", "2028-02-29"),
    ("eind november", "2026-11-30"),
    ("begin november", "2027-11-01"),
    ("eind van de maand", "2026-11-30"),
    ("eind volgende maand", "2026-12-31"),
    ("end of this month", "2026-11-30"),
]


@pytest.mark.parametrize(("text", "day"), AHEAD)
def test_a_day_is_read_as_people_say_it(text: str, day: str) -> None:
    """Dutch and English, in words and in digits."""
    assert read_day(text, SUNDAY) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("text", "today", "day"),
    [
        ("vrijdag", MONDAY, "2026-11-27"),
        ("vrijdag", FRIDAY, "2026-12-04"),
        ("volgende vrijdag", MONDAY, "2026-12-04"),
        ("volgende week vrijdag", MONDAY, "2026-12-04"),
        ("volgende week vrijdag", FRIDAY, "2026-12-04"),
        ("friday this week", MONDAY, "2026-11-27"),
        ("maandag", MONDAY, "2026-11-30"),
        ("over een maand", date(2027, 1, 31), "2027-02-28"),
        ("29 februari", date(2096, 3, 1), "2104-02-29"),
        ("de 30e", date(2027, 1, 31), "2027-03-30"),
    ],
)
def test_the_rules_hold_on_any_day(text: str, today: date, day: str) -> None:
    """A weekday alone is the next to come and never today; with "volgende" it is in the next ISO week."""
    assert read_day(text, today) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("vrijdag", "2026-11-20"),
        ("zondag", "2026-11-15"),
        ("3 maart", "2026-03-03"),
        ("22 november", "2026-11-22"),
        ("3/12", "2025-12-03"),
        ("de 25e", "2026-10-25"),
        ("eind mei", "2026-05-31"),
        ("eind november", "2025-11-30"),
        ("begin november", "2026-11-01"),
        ("29 februari", "2024-02-29"),
    ],
)
def test_a_question_about_the_past_looks_back(text: str, day: str) -> None:
    """What has no year, or is a weekday alone, is then the last one that was."""
    assert read_day(text, SUNDAY, ahead=False) == date.fromisoformat(day)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "geen idee",
        "vrijdag niet",
        "niet morgen",
        "morgen?",
        "morgen of overmorgen",
        "3 of 4 maart",
        "3 maart of 4 april",
        "vrijdag 3 maart",
        "volgende week",
        "komende week vrijdag",
        "mei",
        "mei 2027",
        "31 februari",
        "31 februari 2027",
        "de 32e",
        "3/13",
        "13-13-2027",
        "0-0-2027",
        "over 99999999999 dagen",
        "over 99999999 maanden",
        "binnen twee weken",
        "10 uur",
        "het weekend",
        "goede morgen",
        "3 kaart",
        "vrijdag " * 20,
    ],
)
def test_what_is_no_day_is_not_guessed(text: str) -> None:
    """Doubt, two days, a period, and days that do not exist."""
    assert read_day(text, SUNDAY) is None


@settings(deadline=None)
@given(st.text(max_size=120), st.dates(), st.booleans())
def test_any_text_can_be_read(text: str, today: date, ahead: bool) -> None:
    """Nothing that a person sends raises."""
    day = read_day(text, today, ahead)
    assert day is None or isinstance(day, date)


_PIECES = st.sampled_from(
    "volgende vorige deze week maand over in 2 3 31 99 geleden vrijdag zondag mei februari eind half begin "
    "morgen de e van 2027 0 1 / - :".split()
)


@settings(deadline=None)
@given(st.lists(_PIECES, max_size=7).map(" ".join), st.dates(), st.booleans())
def test_any_words_about_days_can_be_read(text: str, today: date, ahead: bool) -> None:
    """Nor does anything that looks like a day."""
    day = read_day(text, today, ahead)
    assert day is None or isinstance(day, date)
