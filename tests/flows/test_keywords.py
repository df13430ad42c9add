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
    ("text", "command"),
    [
        ("instelingen", Command("settings")),
        ("stopppen", Command("stop")),
        ("nederlnds", Command("language", "nl")),
        ("unsubscrbe", Command("stop")),
        ("verhalen", None),
        ("stopt", None),
        ("mensen", None),
        ("ballen", None),
        ("in het nederlnds", None),
        ("stopppen graag", None),
    ],
)
def test_a_slip_in_a_long_word(text: str, command: Command | None) -> None:
    """One slip in one long word by itself is seen through; nothing further off is."""
    assert KEYWORDS.find(text) == command


ASKED = {
    "stop": """
        ik wil stoppen; Ik wil graag stoppen!; ik wil nu meteen stoppen; stop maar; stop nu;
        sorry ik stop; kan ik stoppen?; mag ik stoppen aub; hoe kan ik stoppen; ik wil niet meer;
        Ik wil echt niet meer...; ik wil niet meer meedoen; laat me met rust; laat me nou met rust;
        geen berichten meer aub; stuur me niets meer; ik wil me afmelden; schrijf me uit; nee stop;
        nee, ik wil stoppen; ok stop; ga weg; please stop; stop please; i want to stop;
        I'd like to stop now; leave me alone; no more messages please; don't write to me; unsubscribe me;
        how do I stop?
    """,
    "menu": """
        het menu graag; mag ik het menu; kan ik het menu zien; terug naar het menu; wat kan ik hier doen?;
        wat moet ik nu doen; hoe werkt dit; /help; show me the menu please; what can I do here?;
        can I see the menu; how does this work?
    """,
    "person": """
        ik wil een mens spreken; ik wil graag iemand spreken; kan ik met iemand praten?;
        kunt u mij bellen; bel me even; bel mij maar; kan iemand mij helpen; ik heb hulp nodig;
        mag ik een medewerker spreken; please call me; can you call me back;
        I would like to speak to someone; can someone help me?; I need help
    """,
    "mine": "waar is mijn verhaal?; hoe staat het met mijn idee; what happened to my story?; my ideas",
    "settings": "ik wil een pauze; een andere taal graag; minder berichten aub; another language please",
    "privacy": "is dit anoniem?; wie leest dit; who reads this?",
    "forget": "ik wil vergeten worden; verwijder mijn gegevens aub; please delete my data",
    "story": "ik wil nog een verhaal vertellen; mag ik iets vertellen; I want to tell a story",
    "idea": "ik heb een idee!; mag ik nog een idee geven; I have another idea",
    "answer": "wat was de vraag ook weer?; ik wil antwoord geven; what was the question?",
}


@pytest.mark.parametrize(
    ("text", "action"),
    [(text.strip(), action) for action, texts in ASKED.items() for text in texts.split(";")],
)
def test_asked_kindly_or_at_length(text: str, action: str) -> None:
    """What stands around a request does not hide it."""
    assert KEYWORDS.find(text) == Command(action)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("english please", "en"),
        ("In English, please.", "en"),
        ("can it be in english?", "en"),
        ("Do you speak English?", "en"),
        ("I don't speak Dutch", "en"),
        ("kan het in het engels", "en"),
        ("Kan dit ook in het Engels?", "en"),
        ("mag het in het engels aub", "en"),
        ("in het nederlands graag", "nl"),
        ("kan het gewoon in het Nederlands?", "nl"),
        ("liever nederlands", "nl"),
        ("dutch please", "nl"),
    ],
)
def test_a_language_asked_kindly(text: str, language: str) -> None:
    """A language too."""
    assert KEYWORDS.find(text) == Command("language", language)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "/",
        "...",
        "ja",
        "stop met die onzin",
        "ik wil niet stoppen",
        "ik wil stoppen met roken",
        "de bus kan hier niet stoppen",
        "ze moeten stoppen met glas gooien",
        "stoppen ze nou nooit",
        "mijn dochter wil stoppen",
        "ik wil niet",
        "niet meer",
        "genoeg",
        "nee",
        "please",
        "graag",
        "ik wil",
        "ik spreek engels met mijn buurvrouw",
        "de borden staan in het engels",
        "laat me met rust zeggen ze dan",
        "kan ik iemand spreken over het glas bij de speeltuin",
        "er is geen mens te zien",
        "mijn idee is een hek",
        "ik wil een menu",
        "het verhaal",
        "menumenu",
        "menu " * 20,
        "stop" + " " * 80,
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


@pytest.mark.parametrize(
    ("text", "argument"),
    [
        ("eens 12", "n12.agree"),
        ("Oneens idee 3!", "n3.disagree"),
        ("sla over 7", "n7.pass"),
        ("disagree 3", "n3.disagree"),
        ("Skip idea 40", "n40.pass"),
    ],
)
def test_a_vote_by_number(text: str, argument: str) -> None:
    """In every language, where there are no buttons to press."""
    assert KEYWORDS.find(text) == Command("vote", argument)


@pytest.mark.parametrize("text", ["eens", "12", "eens 12 13", "eens 123456789", "ja 3", "idee 3"])
def test_no_vote_by_number(text: str) -> None:
    """Only the words on the buttons, and one number."""
    found = KEYWORDS.find(text)
    assert found is None or found.action != "vote"
