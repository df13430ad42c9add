"""The actions last shown, by number or by their words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.engine.questions import Phrase, Question
from flows.engine.readers import Text, YesNo
from flows.engine.talk import Action, Ask, Say
from flows.offers import Offers, chosen, shown
from flows.wording import Wording

WORDING = Wording()
MINE = Action("mine", Phrase("action-mine"))
MENU = Action("menu", Phrase("action-menu"))
ANSWER = Action("answer", Phrase("action-answer"), "7")
BACK = Action("back", Phrase("action-back"))
OFFERED: Offers = shown([Say("settings-done", actions=(MINE, MENU, ANSWER))], WORDING, "nl")


@pytest.mark.parametrize(
    ("text", "payload"),
    [
        ("1", "1x|mine|"),
        ("2", "1x|menu|"),
        (" 3. ", "1x|answer|7"),
        ("٣", "1x|answer|7"),
        ("Mijn inbreng", "1x|mine|"),
        ("MIJN INBRENG", "1x|mine|"),
        ("mijn", "1x|mine|"),
        ("my contributions", "1x|mine|"),
        ("antwoord", "1x|answer|7"),
        ("0", None),
        ("4", None),
        ("-1", None),
        ("²", None),
        ("1 2", None),
        ("", None),
        ("iets heel anders", None),
    ],
)
def test_chosen_by_number_or_words(text: str, payload: str | None) -> None:
    """The number as it was shown, or the label in any language; anything else chooses nothing."""
    assert chosen(OFFERED, text) == payload


def test_every_message_of_the_turn_offers() -> None:
    """Labels of all messages are understood; numbers are those of the last list that was shown."""
    said = [Say("x", actions=(ANSWER, MINE)), Say("remark-kept"), Say("y", actions=(MENU, MINE)), Say("z")]
    offered = shown(said, WORDING, "nl")
    assert chosen(offered, "antwoord geven") == "1x|answer|7"
    assert [chosen(offered, number) for number in ("1", "2", "3")] == ["1x|menu|", "1x|mine|", None]
    assert shown([Say("remark-kept")], WORDING, "nl") == ()
    assert shown([], WORDING, "nl") == ()


def test_above_a_question() -> None:
    """Above an open question only what stands on a button counts, not everything that might mean it."""
    said = [Say("x", actions=(BACK,))]
    for reader, numbered in ((Text(), "1x|back|"), (YesNo(), None)):
        offered = shown(said, WORDING, "nl", Ask("q", Question("q", "x", reader), {}))
        assert chosen(offered, "toch weer meedoen") == "1x|back|"
        assert chosen(offered, "take part again") == "1x|back|"
        assert chosen(offered, "1") == numbered
        assert chosen(offered, "ja") is None
    assert chosen(shown(said, WORDING, "nl"), "ja") == "1x|back|"


def test_own_language_comes_first() -> None:
    """The words start with those of the person's own language."""
    ((_, dutch),) = shown([Say("x", actions=(MENU,))], WORDING, "nl")
    ((_, english),) = shown([Say("x", actions=(MINE,))], WORDING, "en")
    assert dutch[:2] == ("1", "Menu")
    assert english[1] == "My contributions"
    assert "Mijn inbreng" in english


def test_nothing_offered() -> None:
    """Without an offer nothing is chosen."""
    assert chosen((), "1") is None


@given(st.text(max_size=100))
def test_any_text_can_be_looked_up(text: str) -> None:
    """Nothing that a person types breaks the choosing."""
    assert chosen(OFFERED, text) in {None, *(payload for payload, _ in OFFERED)}
