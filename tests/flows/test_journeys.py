"""The journey of a contribution, from the ledger to the dots that a person sees."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from flows.engine.talk import Stage
from flows.journeys import Contribution, Decided, Linked, News, Settled, Thing, in_the_news, journey
from flows.ledger import RELATIONS
from flows.wording import Wording

WORDING = Wording()
MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)

STORY = Contribution(
    kind="story",
    number=1214,
    state="waiting",
    may_show=True,
    created_at=MONDAY,
    given_on=date(2026, 11, 23),
    answered_by=date(2026, 11, 28),
)
ASKED = Decided("ask_back", "Bij welke bank?", MONDAY + HOUR)
PUBLISHED = Decided("publish", "Dank je.", MONDAY + 2 * HOUR)
DECLINED = Decided("decline", "Het gaat over een buurman.", MONDAY + 2 * HOUR)
GLASS = Thing("theme", 7, {"nl": "Glas", "en": "Glass"})
THEME = Linked(
    "belongs_to",
    {"nl": "Veel mensen noemen glas.", "en": "Many people mention glass."},
    MONDAY + 3 * HOUR,
    GLASS,
)
UNUSED = Linked("not_used", {"nl": "Het hek is niet van ons.", "en": "It is not ours."}, MONDAY + 4 * HOUR)


def in_words(contribution: Contribution, language: str = "nl") -> list[str]:
    """The dots as they are shown: ● or ○, the text, and the quote behind a bar."""
    return [_line(stage, language) for stage in journey(contribution)]


def _line(stage: Stage, language: str) -> str:
    quote = WORDING.label(language, stage.quote)
    dot = "●" if stage.reached else "○"
    return f"{dot} {WORDING.label(language, stage.text)}" + (f" | {quote}" if quote else "")


GIVEN = "● Jouw verhaal van 23 november 2026"


@pytest.mark.parametrize(
    ("contribution", "lines"),
    [
        (STORY, ["○ Straks: een antwoord, uiterlijk 28 november 2026"]),
        (replace(STORY, answered_by=None), []),
        (
            replace(STORY, state="asked_back", decisions=(ASKED,)),
            [
                "● Gelezen, en we hebben je iets gevraagd | Bij welke bank?",
                "○ Nu: jouw antwoord op onze vraag",
            ],
        ),
        (
            replace(STORY, state="published", decisions=(PUBLISHED,)),
            ["● Gelezen, en anderen kunnen het nu lezen | Dank je.", "○ Straks: wat we ermee doen"],
        ),
        (
            replace(STORY, state="published", decisions=(PUBLISHED,), may_show=False),
            ["● Gelezen, en we nemen het mee | Dank je.", "○ Straks: wat we ermee doen"],
        ),
        (
            replace(STORY, state="declined", decisions=(DECLINED,)),
            ["● Gelezen, maar niet gebruikt | Het gaat over een buurman."],
        ),
        (replace(STORY, state="withdrawn"), []),
        (
            replace(STORY, state="published", decisions=(PUBLISHED, ASKED), links=(UNUSED, THEME)),
            [
                "● Gelezen, en we hebben je iets gevraagd | Bij welke bank?",
                "● Gelezen, en anderen kunnen het nu lezen | Dank je.",
                "● Hoort bij thema “Glas” | Veel mensen noemen glas.",
                "● Niet gebruikt | Het hek is niet van ons.",
            ],
        ),
    ],
)
def test_journey(contribution: Contribution, lines: list[str]) -> None:
    """Given, read, used or not and why, and what comes next, each in its own time."""
    assert in_words(contribution) == [GIVEN, *lines]


def test_journey_in_another_language() -> None:
    """What a person wrote stays as it is, everything around it comes in the reader's language."""
    english = replace(STORY, state="published", decisions=(PUBLISHED,), links=(THEME,))
    assert in_words(english, "en") == [
        "● Your story of 23 November 2026",
        "● Read, and others can read it now | Dank je.",
        "● Belongs to theme “Glass” | Many people mention glass.",
    ]


@pytest.mark.parametrize("relation", RELATIONS)
@pytest.mark.parametrize("language", WORDING.languages)
def test_every_relation_has_words(relation: str, language: str) -> None:
    """Each way in which one thing leads to another can be told."""
    target = None if relation == "not_used" else GLASS
    linked = Linked(relation, {"nl": "Daarom.", "en": "Because."}, MONDAY, target)
    onward = replace(linked, source=Thing("idea", 9))
    near, far = in_words(replace(STORY, state="published", links=(linked, onward)), language)[-2:]
    for line in (near, far):
        assert line.startswith("● ")
        assert line.endswith("| Daarom." if language == "nl" else "| Because.")


@pytest.mark.parametrize("act", ["publish", "decline", "ask_back"])
@pytest.mark.parametrize("kind", ["story", "idea", "remark", "call_back"])
def test_every_decision_about_every_kind_has_words(act: str, kind: str) -> None:
    """Whatever was given and whatever was decided, the journey can be told in every language."""
    decided = Decided(act, "", MONDAY + HOUR)
    for language in WORDING.languages:
        lines = in_words(replace(STORY, kind=kind, state="declined", decisions=(decided,)), language)
        assert len(lines) == 2
        assert all(len(line) > 4 for line in lines)


def test_all_the_way_down() -> None:
    """What came of what came of it is told too, each with the thing that it went on from."""
    idea = Thing("idea", 9, {"nl": "Een extra ronde"})
    led = Linked("inspired", {"nl": "Vrijdag is het vol."}, MONDAY + 4 * HOUR, idea, source=GLASS)
    set_aside = Linked("not_used", {"nl": "Geen geld."}, MONDAY + 5 * HOUR, source=Thing("idea", 9))
    told = replace(STORY, state="published", links=(set_aside, led, THEME))
    assert in_words(told)[1:] == [
        "● Hoort bij thema “Glas” | Veel mensen noemen glas.",
        "● Daarna: dit bracht iemand op idee “Een extra ronde” | Vrijdag is het vol.",
        "● Daarna: idee 9 is niet gebruikt | Geen geld.",
    ]


def test_what_stands_above_is_not_named_again() -> None:
    """Where something else stands between, or the line above was left out, it is named."""
    back = Linked("inspired", {}, MONDAY + 5 * HOUR, Thing("idea", 9), source=GLASS)
    between = replace(UNUSED, source=None)
    told = replace(STORY, state="published", links=(back, between, THEME))
    assert in_words(told)[-1] == "● Daarna: thema “Glas” bracht iemand op idee 9"
    many = [replace(THEME, at=MONDAY + day * HOUR) for day in range(20)]
    many[-9] = replace(back, at=many[-9].at)
    lines = in_words(replace(STORY, state="published", links=many))
    assert lines[2] == "● Daarna: thema “Glas” bracht iemand op idee 9"


@pytest.mark.parametrize(
    ("kind", "read", "ahead"),
    [
        ("network", "Gelezen, en we nemen het mee", []),
        ("dot", "Gelezen, en we nemen het mee", ["○ Straks: wat we ermee doen"]),
        ("reply", "Gelezen, en anderen kunnen het nu lezen", []),
        ("commitment", "Gelezen, en anderen kunnen het nu lezen", ["○ Straks: hoe het gaat"]),
    ],
)
def test_no_more_is_said_than_is_true(kind: str, read: str, ahead: list[str]) -> None:
    """Only of what others can read that is said, and only of what can lead to something that more follows."""
    published = replace(PUBLISHED, sentence="")
    told = replace(STORY, kind=kind, state="published", decisions=(published,))
    assert in_words(told)[1:] == [f"● {read}", *ahead]


def test_a_promise_that_is_over_has_nothing_ahead() -> None:
    """Who let go of a promise does not read that something is still to come."""
    promise = Settled(Thing("commitment", 1214), "released", MONDAY + 3 * HOUR)
    told = replace(STORY, kind="commitment", state="published", settled=(promise,))
    assert in_words(told)[1:] == ["● Losgelaten: belofte 1214"]


def test_withdrawn() -> None:
    """What was taken back says so, and not that others can read it."""
    told = replace(
        STORY,
        state="withdrawn",
        may_show=False,
        decisions=(replace(PUBLISHED, sentence=""),),
        links=(replace(THEME, reason={}),),
        withdrawn_at=MONDAY + 9 * HOUR,
    )
    assert in_words(told)[1:] == [
        "● Gelezen door een mens",
        "● Hoort bij thema “Glas”",
        "● Jij trok dit in",
    ]


def test_refused() -> None:
    """What could not be opened was not taken back by its author, and does not say so."""
    told = replace(STORY, state="withdrawn", withdrawn_at=MONDAY + HOUR, refused=True)
    assert in_words(told)[1:] == ["● We konden het niet openen"]


@pytest.mark.parametrize("state", ["kept", "broken", "handed_over", "released", "lapsed"])
@pytest.mark.parametrize("language", WORDING.languages)
def test_how_a_promise_ended(state: str, language: str) -> None:
    """A promise that came of it says how it ended, kept or broken, when it did."""
    promise = Settled(Thing("commitment", 9, {"nl": "Ik ruim op"}), state, MONDAY + HOUR)
    told = replace(STORY, state="published", settled=(promise,), decisions=(DECLINED,))
    assert "Ik ruim op" in in_words(told, language)[1]


def test_a_long_journey_fits() -> None:
    """Of what happened the newest is told, and how much came before."""
    links = [replace(THEME, at=MONDAY + day * HOUR, target=Thing("theme", day)) for day in range(30)]
    lines = in_words(replace(STORY, state="published", links=links))
    assert len(lines) == 11
    assert lines[1] == "● Daarvoor gebeurden nog 21 dingen"
    assert lines[-1].startswith("● Hoort bij thema 29")


def test_news() -> None:
    """Each line says of what it is news: what somebody gave, what came of that, or what they voted on."""
    story = Thing("story", 3)
    idea = Thing("idea", 9, {"nl": "Een extra ronde"})
    stages = in_the_news(
        [
            News(THEME, story, story),
            News(THEME, idea, story),
            News(THEME, idea),
            News(THEME, story, story, True),
        ]
    )
    assert [_line(stage, "nl") for stage in stages] == [
        "● Jouw verhaal 3 hoort nu bij thema “Glas” | Veel mensen noemen glas.",
        "● Jouw verhaal 3: idee “Een extra ronde” hoort nu bij thema “Glas” | Veel mensen noemen glas.",
        "● Waar je op stemde: idee “Een extra ronde” hoort nu bij thema “Glas” | Veel mensen noemen glas.",
        "● Wat op de bijeenkomst gezegd is (verhaal 3) hoort nu bij thema “Glas” | Veel mensen noemen glas.",
    ]


def test_a_number_is_a_name() -> None:
    """The number of a contribution has no marks for thousands: it is what people call it by."""
    (stage, *_) = journey(STORY)
    assert not isinstance(stage.text, str)
    assert "1.214" not in WORDING.label("nl", stage.text)
