"""One option of several."""

from __future__ import annotations

import pytest
from readings import misread, reading, typed

from flows.engine.questions import Localized, Misread, Option, Press, Sent
from flows.engine.readers import OneOf

ROLES = OneOf(
    (
        Option("lives", Localized({"nl": "Ik woon hier", "en": "I live here"})),
        Option("uses", Localized({"nl": "Ik gebruik deze hulp", "en": "I use this help"})),
        Option("works", Localized({"nl": "Ik werk hier", "en": "I work here"})),
        Option("other", Localized({"nl": "Iets anders", "en": "Something else"})),
        Option("unsaid", Localized({"nl": "Zeg ik liever niet", "en": "Rather not say"})),
    )
)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("2", "uses"),
        ("2.", "uses"),
        ("2e", "uses"),
        ("2️⃣", "uses"),
        ("twee", "uses"),
        ("optie 2", "uses"),
        ("de tweede", "uses"),
        ("nummer 2", "uses"),
        ("doe maar 2", "uses"),
        ("ik kies optie twee", "uses"),
        ("the second one", None),
        ("the 2nd", "uses"),
        ("option two please", "uses"),
        ("de laatste", "unsaid"),
        ("ik woon hier", "lives"),
        ("IK WOON HIER!", "lives"),
        ("✓ Ik woon hier", "lives"),
        ("I live here", "lives"),
        ("ik woon", "lives"),
        ("woon", "lives"),
        ("werk", "works"),
        ("iets", "other"),
        ("anders", "other"),
        ("iets andres", "other"),
        ("something els", "other"),
        ("rather not say", "unsaid"),
        ("ik wonn hier", "lives"),
        ("hier", None),
        ("ik", None),
        ("ik w", None),
        ("6", None),
        ("0", None),
        ("1 of 2", None),
        ("1 en 2", None),
        ("niet 2", None),
        ("ik woon hier niet", None),
        ("ik wo(r)k hier", None),
        ("", None),
        ("?", None),
        ("9" * 290, None),
        ("ik woon hier " * 30, None),
    ],
)
def test_one_option_is_read_from_what_people_type(text: str, key: str | None) -> None:
    """Its number, its label in any case and language, its beginning, a word of its own, one slip."""
    assert typed(ROLES, text) == (key or misread("answer-one-of"))


CLOSE = OneOf(
    (Option("eens", "Eens"), Option("oneens", "Oneens"), Option("week", "7 dagen"), Option("x", "3 keer"))
)


@pytest.mark.parametrize(
    ("text", "key"),
    [("eens", "eens"), ("oeens", None), ("7", "week"), ("3", None), ("7 dgaen", "week"), ("2", "oneens")],
)
def test_close_options_are_never_guessed_between(text: str, key: str | None) -> None:
    """A slip or a number that fits two options fits none."""
    assert typed(CLOSE, text) == (key or misread("answer-one-of"))


LEANING = OneOf(
    (Option("never", "Nooit"), Option("contact", "Neem contact op"), Option("unsure", "Zeg ik liever niet"))
)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("no", None),
        ("nee", None),
        ("niet", None),
        ("nooit", "never"),
        ("contact", "contact"),
        ("noo", "never"),
    ],
)
def test_a_plain_no_is_not_stretched_to_an_option(text: str, key: str | None) -> None:
    """An option that happens to look like it is not what was said."""
    assert typed(LEANING, text) == (key or misread("answer-one-of"))


def test_a_sign_can_be_an_answer() -> None:
    """An emoji fits the option that shows it."""
    faces = OneOf((Option("good", "🙂 Fijn"), Option("bad", "🙁")))
    assert typed(faces, "🙁") == "bad"
    assert typed(faces, "fijn 🙂") == "good"


def test_yes_means_the_only_option() -> None:
    """A screen with one button goes on after "ok"."""
    onward = OneOf((Option("next", "Verder"),))
    assert [typed(onward, text) for text in ("ok", "ja hoor", "verder", "1")] == ["next"] * 4
    assert typed(onward, "nee") == Misread("answer-only", {"only": "Verder"})


def test_an_option_can_be_pressed_while_it_is_offered() -> None:
    """A button of before says so."""
    assert ROLES.read(Press("lives"), reading()) == "lives"
    assert ROLES.read(Press("gone"), reading()) == misread("answer-gone")
    assert ROLES.read(Sent("m", "voice"), reading()) == misread("answer-one-of")
    assert typed(OneOf(()), "1") == misread("answer-one-of")


def test_options_have_keys_of_their_own() -> None:
    """Two options under one key are a mistake in a script."""
    with pytest.raises(ValueError, match="own"):
        OneOf((Option("a", "A"), Option("a", "B")))
