"""What holds for every reader: nothing sent to it raises, and nothing read by it is lost."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from readings import WORDING, reading

from flows.engine.questions import (
    Answer,
    Localized,
    Misread,
    Option,
    Partial,
    Press,
    Reader,
    Sent,
    Spot,
    Withdrawn,
    Words,
)
from flows.engine.readers import Day, Number, OneOf, Place, PlaceGiven, SeveralOf, Telling, Text, Told, YesNo

ROLES = OneOf(
    (
        Option("lives", Localized({"nl": "Ik woon hier", "en": "I live here"})),
        Option("uses", Localized({"nl": "Ik gebruik deze hulp", "en": "I use this help"})),
        Option("works", Localized({"nl": "Ik werk hier", "en": "I work here"})),
        Option("other", Localized({"nl": "Iets anders", "en": "Something else"})),
        Option("unsaid", Localized({"nl": "Zeg ik liever niet", "en": "Rather not say"})),
    )
)

PARK = SeveralOf(
    (
        Option("bins", "Meer bakken"),
        Option("green", "Groen en water"),
        Option("light", "Licht"),
        Option("b", "Bankjes"),
    )
)

READERS: list[Reader[Any]] = [
    Text(),
    YesNo(),
    ROLES,
    PARK,
    SeveralOf(PARK.choices, least=0, most=2),
    Number(-5, 20),
    Day(-30, 365),
    Place(),
    Telling(least=1),
    Telling(("voice",)),
]

_PIECES = "ja nee niet maar 1 2 3 , en of ik woon hier 👍 alles geen klaar morgen vrijdag drie een week"
_SAID = st.one_of(
    st.text(st.characters(exclude_categories=()), max_size=80),
    st.lists(st.sampled_from(_PIECES.split()), max_size=6).map(" ".join),
)
_ANSWERS: st.SearchStrategy[Answer] = st.one_of(
    _SAID.map(Words),
    st.sampled_from(["yes", "no", "lives", "bins", "done", "none", "", "🙂"]).map(Press),
    st.builds(Sent, st.text(max_size=5), st.sampled_from(["voice", "photo", "other"]), _SAID),
    st.builds(Spot, st.floats(), st.floats()),
)


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: type(reader).__name__)
@settings(deadline=None)
@given(answer=_ANSWERS, picked=st.sampled_from([None, ("bins",), ("bins", "b")]))
def test_nothing_that_a_person_sends_raises(reader: Reader[Any], answer: Answer, picked: Any) -> None:
    """Whatever is read survives the journal, and whatever is not has a sentence in every language."""
    read = reader.read(answer, reading(), picked if isinstance(reader, SeveralOf) else None)
    if isinstance(read, Misread):
        for language in WORDING.languages:
            # Whoever hears adds how the options were shown.
            said = {**(read.arguments or {}), "options": "shown"}
            assert WORDING.word(language, read.text, said)
        return
    value = read.value if isinstance(read, Partial) else read
    stored = json.loads(json.dumps(reader.dump(value)))
    assert reader.load(stored) == value
    for option in reader.options(value):
        assert WORDING.label("nl", option.label)


@pytest.mark.parametrize(
    ("reader", "stored"),
    [
        (Text(), 3),
        (YesNo(), "yes"),
        (ROLES, "gone"),
        (ROLES, None),
        (PARK, ["bins", "gone"]),
        (PARK, "bins"),
        (PARK, [1]),
        (Number(1, 5), True),
        (Number(1, 5), 6),
        (Number(1, 5), "3"),
        (Day(), "gisteren"),
        (Day(), 20261122),
        (Place(), {"text": "x"}),
        (Place(), "x"),
        (Telling(), {"text": "x", "media": "", "kind": "other", "seconds": None}),
        (Telling(("text",)), {"text": "", "media": "m", "kind": "voice", "seconds": 3}),
        (Telling(), []),
    ],
)
def test_what_no_longer_fits_is_asked_again(reader: Reader[Any], stored: Any) -> None:
    """An option, a kind or a bound that was taken away withdraws the answer."""
    with pytest.raises(Withdrawn):
        reader.load(stored)


@pytest.mark.parametrize(
    ("reader", "value", "stored"),
    [
        (Text(), "Het park", "Het park"),
        (YesNo(), False, False),
        (ROLES, "lives", "lives"),
        (PARK, ("bins", "b"), ["bins", "b"]),
        (Number(0, 5), 3, 3),
        (Day(), date(2027, 3, 3), "2027-03-03"),
        (Place(), PlaceGiven("", 52.1, 4.0), {"text": "", "latitude": 52.1, "longitude": 4}),
        (
            Telling(),
            Told("Kijk", "m", "photo"),
            {"text": "Kijk", "media": "m", "kind": "photo", "seconds": None},
        ),
    ],
)
def test_the_journal_keeps_what_was_read(reader: Reader[Any], value: Any, stored: Any) -> None:
    """Keys, ISO dates and names of media, never a label."""
    assert reader.dump(value) == stored
    assert reader.load(stored) == value


@pytest.mark.parametrize("reader", [Text(), Number(0, 5), Day(), Place(), Telling()])
def test_open_questions_have_no_options(reader: Reader[Any]) -> None:
    """They are answered in one's own words."""
    assert reader.options() == ()
