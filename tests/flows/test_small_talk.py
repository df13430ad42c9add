"""What people say in passing, in every language at once."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.engine.questions import Phrase
from flows.keywords import Keywords
from flows.small_talk import Kind, SmallTalk
from flows.wording import Wording

WORDING = Wording()
SMALL_TALK = SmallTalk(WORDING)

SAID: dict[str, str] = {
    "hello": """
        hallo; Hoi!; hoi hoi; HALLOOO; goedemorgen; hallo, hoe gaat het?; hé hallo; hello there;
        good morning; 👋
    """,
    "thanks": """
        dank je; Dank je wel!; bedankt hoor; ok bedankt; ja hoor dank u wel; hallo dankjewel; thanks;
        thank you so much; 🙏
    """,
    "bye": "doei; doeg; ok doei; tot ziens; bedankt, tot morgen; bye bye; see you later; thanks bye",
    "yes": """
        ja; jaaaa; ja hoor; ok; Oké!; mag; dat mag; prima; is goed; top; haha; ok, duidelijk; yes; sure;
        👍; 👍🏽; 😀👏; klaar
    """,
    "no": """
        nee; nee hoor; nee dank je; liever niet; geen zin; weet ik niet; geen idee; laat maar; no thanks;
        I don't know; 👎
    """,
    "lost": """
        ?; ???; huh?; wat; hoe bedoel je; ik snap het niet; ik begrijp er niks van;
        sorry ik snap het niet; what?; I don't get it
    """,
    "who": "wie ben je?; ben jij een robot; met wie praat ik; are you a bot?",
    "other": "...; !; 😡; :); hoor; even; pff; ugh; hmm; whatever; boeie; idc",
}


@pytest.mark.parametrize(
    ("text", "kind"), [(text.strip(), kind) for kind, texts in SAID.items() for text in texts.split(";")]
)
def test_small_talk(text: str, kind: str) -> None:
    """In any case, drawn out, with signs, two of them in a row."""
    assert SMALL_TALK.find(text) == kind


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "ja er ligt glas",
        "nee, de bank is kapot",
        "hallo er ligt een matras bij de ingang",
        "glas",
        "12",
        "bedankt voor niks, het glas ligt er nog",
        "dat klopt niet",
        "niet mee eens",
        "weet ik niet van de gemeente",
        "👍 voor een hek",
        "ok " * 25,
        "hallo en de bankjes",
        "wat een rommel",
        "hoe laat begint het",
        "wie ruimt dat op?",
        "no bins anywhere",
        "yes there is glass",
    ],
)
def test_what_says_more(text: str) -> None:
    """A message with any other word in it is not small talk, and a long one never is."""
    assert SMALL_TALK.find(text) is None


@given(st.text())
def test_any_text_can_be_looked_up(text: str) -> None:
    """Nothing that a person types breaks the looking up."""
    assert SMALL_TALK.find(text) in (None, *get_args(Kind))


def test_no_word_is_two_kinds() -> None:
    """A word under two kinds would get one reply and never the other; a keyword is never small talk."""
    meanings: dict[str, set[str]] = {}
    for kind in get_args(Kind):
        for words in WORDING.labels(Phrase(f"said-{kind}"), "nl"):
            meanings.setdefault(words.casefold(), set()).add(kind)
    assert {word: found for word, found in meanings.items() if len(found) > 1} == {}
    keywords = Keywords(WORDING)
    assert [word for word in meanings if keywords.find(word)] == []


@pytest.mark.parametrize("kind", get_args(Kind))
def test_every_kind_has_a_reply(kind: str) -> None:
    """In every language, by the rule of the texts."""
    assert WORDING.has(f"small-{kind}")
