"""What a step brought, in sentences: only what was counted, and plain in every language."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.counting import ENOUGH
from flows.engine.questions import Localized, Phrase
from flows.harvest import Answers, Favourite, Harvest, Made, sentences
from flows.ledger import CONTRIBUTIONS, RESULTS
from flows.steps import STEPS, Step
from flows.wording import Wording

WORDING = Wording()
TITLES = Localized({"nl": "“Licht”", "en": "“Light”"})


def said(harvest: Harvest, language: str = "nl") -> list[str]:
    return [WORDING.label(language, phrase).strip() for phrase in sentences(harvest)]


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.code)
def test_nothing_was_counted(step: Step) -> None:
    """A step that brought nothing has no sentence."""
    assert sentences(Harvest(step.code)) == ()


COUNTS = st.integers(1, 3000)


@given(st.data())
def test_everything_was_counted(data: st.DataObject) -> None:
    """Of whatever was counted there are sentences in every language, each of 20 words at the most."""
    step = data.draw(st.sampled_from(STEPS))
    favourite = st.builds(Favourite, title=st.just("7"), times=COUNTS, of=COUNTS)
    harvest = Harvest(
        step.code,
        people=data.draw(COUNTS),
        networks=data.draw(COUNTS),
        given=dict.fromkeys(CONTRIBUTIONS, data.draw(COUNTS)),
        accepted=dict.fromkeys(CONTRIBUTIONS, data.draw(COUNTS)),
        made=dict.fromkeys(RESULTS, Made(data.draw(COUNTS), TITLES)),
        answers=data.draw(st.builds(Answers, count=COUNTS, agree=COUNTS, cards=COUNTS)),
        commitments=data.draw(COUNTS),
        municipal=data.draw(st.integers(0, 9)),
        ranked=data.draw(COUNTS),
        taps=data.draw(favourite),
        idea=data.draw(favourite),
        scenario=data.draw(favourite),
    )
    for language in WORDING.languages:
        found = said(harvest, language)
        assert found
        assert all(len(sentence.split()) <= 20 for text in found for sentence in text.split(". "))


def test_told_as_it_was() -> None:
    """Numbers and titles are those that were counted."""
    exchange = Harvest("exchange", given={"story": 61, "idea": 1}, made={"theme": Made(2, TITLES)})
    assert said(exchange) == [
        "Er kwamen 61 verhalen binnen.",
        "Daar kwamen twee thema’s uit: “Licht”.",
        "Er kwam één idee.",
    ]
    choose = Harvest("choose", answers=Answers(412, 200, 20), idea=Favourite("12", 31, 40))
    assert said(choose) == [
        "De meeste bijval kreeg idee 12: 31 van de 40 mensen zijn het eens.",
        "Er is 412 keer gestemd, op 20 ideeën.",
    ]
    chosen = Favourite(Localized({"nl": "Rust", "en": "Quiet"}), 14, 25)
    assert said(Harvest("choose", scenario=chosen)) == ["De meeste steun kreeg “Rust”: 14 van de 25 mensen."]
    assert said(Harvest("networks", people=42, networks=6)) == [
        "Er doen nu 42 mensen mee, via 6 groepen of plekken."
    ]
    assert said(Harvest("commit", commitments=14, municipal=4)) == [
        "Er zijn 14 beloften. 4 daarvan zijn van de gemeente."
    ]
    assert said(Harvest("commit", commitments=1)) == ["Er is één belofte."]


def test_few_people_choose_no_favourite() -> None:
    """Of fewer than five people it is not said what they chose."""
    few = Favourite(Phrase("step-choose"), 2, ENOUGH - 1)
    assert said(Harvest("activate", taps=few)) == []
    assert len(said(Harvest("activate", taps=Favourite("Rust", 3, ENOUGH)))) == 1
