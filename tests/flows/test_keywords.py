"""Words that work anywhere, in every language at once."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.engine.questions import Phrase
from flows.hearing.commands import SCRIPT_ACTIONS
from flows.keywords import ACTIONS, Keywords
from flows.payloads import Command
from flows.wording import Wording

WORDING = Wording()
KEYWORDS = Keywords(WORDING)


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("menu", "menu"),
        ("Menu", "menu"),
        ("/menu", "menu"),
        (" MENU! ", "menu"),
        ("help", "menu"),
        ("/help", "menu"),
        ("stop", "stop"),
        ("Stop.", "stop"),
        ("STOPPEN", "stop"),
        ("unsubscribe", "stop"),
        ("mijn inbreng", "mine"),
        ("mijn   inbreng", "mine"),
        ("my contributions", "mine"),
        ("mens", "person"),
        ("bel me", "person"),
        ("instellingen", "settings"),
        ("settings", "settings"),
        ("privacy", "privacy"),
        ("vergeet mij", "forget"),
        ("Forget me!", "forget"),
        ("verhaal", "story"),
        ("idee", "idea"),
        ("idea", "idea"),
        ("verder waar ik was", "resume"),
    ],
)
def test_a_bare_word_is_an_action(text: str, action: str) -> None:
    """In any case, with a slash or a full stop, whatever language the chat is in."""
    assert KEYWORDS.find(text) == Command(action)


@pytest.mark.parametrize(
    ("text", "language"), [("nederlands", "nl"), ("Dutch", "nl"), ("english", "en"), ("Engels", "en")]
)
def test_a_language_by_its_name(text: str, language: str) -> None:
    """A language can be asked for in that language and in others."""
    assert KEYWORDS.find(text) == Command("language", language)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "/",
        "...",
        "ja",
        "stop met die onzin",
        "ik wil een menu",
        "het verhaal",
        "menumenu",
        "menu " * 20,
        "stop" + " " * 40,
    ],
)
def test_a_sentence_is_no_keyword(text: str) -> None:
    """Only a whole message counts, and a long one never does."""
    assert KEYWORDS.find(text) is None


@given(st.text())
def test_any_text_can_be_looked_up(text: str) -> None:
    """Nothing that a person types breaks the looking up."""
    found = KEYWORDS.find(text)
    assert found is None or isinstance(found, Command)


def test_no_word_means_two_things() -> None:
    """A word that stood under two actions would do the one and never the other."""
    meanings: dict[str, set[str]] = {}
    for action in ACTIONS:
        for words in WORDING.labels(Phrase(f"keyword-{action}"), "nl"):
            meanings.setdefault(words.casefold(), set()).add(action)
    for language in WORDING.languages:
        for words in WORDING.labels(Phrase(f"keyword-language-{language}"), language):
            meanings.setdefault(words.casefold(), set()).add(f"language {language}")
    assert {word: found for word, found in meanings.items() if len(found) > 1} == {}


def test_every_keyword_does_something() -> None:
    """Each action that has a word can really be begun."""
    assert set(ACTIONS) <= SCRIPT_ACTIONS | {"resume"}
