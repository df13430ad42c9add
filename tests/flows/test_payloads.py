"""What buttons carry: short, versioned, and harmless when forged."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import flows.scripts
from flows.engine.questions import Question
from flows.engine.talk import Ask
from flows.hearing.commands import BEFORE_CONSENT, SCRIPT_ACTIONS
from flows.payloads import LIMIT, Choice, Command, decode, is_ours, lasting
from flows.phrasing import Phrasing
from flows.scripts.loose_words import AS_WHAT
from flows.scripts.welcome import LANGUAGE, languages
from flows.wording import TEXTS, Wording

WORDING = Wording()
PLAIN = st.text("abcdefghijklmnopqrstuvwxyz0123456789_-:", max_size=20)
BILLIONS = 36**7
"""More scripts than one chat will ever begin."""


def questions() -> Iterator[Question[Any]]:
    for found in pkgutil.iter_modules(flows.scripts.__path__, "flows.scripts."):
        for value in vars(importlib.import_module(found.name)).values():
            if isinstance(value, Question):
                yield value
    yield LANGUAGE.offering(languages(WORDING.languages))


@given(run=st.integers(0, BILLIONS), question=PLAIN, option=PLAIN)
def test_a_choice_comes_back(run: int, question: str, option: str) -> None:
    """What an answer button carries is what is read when it is pressed."""
    assert decode(Choice(run, question, option).encode()) == Choice(run, question, option)


@given(action=PLAIN, argument=PLAIN)
def test_a_command_comes_back(action: str, argument: str) -> None:
    """The same for an action button."""
    assert decode(Command(action, argument).encode()) == Command(action, argument)


@pytest.mark.parametrize(
    ("payload", "written"),
    [
        (Choice(0, "story", "yes"), "1a|0|story|yes"),
        (Choice(35, "story", "yes"), "1a|z|story|yes"),
        (Choice(36, "vote:7", "agree"), "1a|10|vote:7|agree"),
        (Command("menu"), "1x|menu|"),
        (Command("language", "en"), "1x|language|en"),
    ],
)
def test_as_it_is_written(payload: Choice | Command, written: str) -> None:
    """Buttons that hang in chats today are still read tomorrow: the writing never changes."""
    assert payload.encode() == written
    assert decode(written) == payload


@pytest.mark.parametrize(
    "forged",
    [
        "",
        "|",
        "menu",
        "1x",
        "1x|menu",
        "1x|menu||",
        "2x|menu|",
        "1a||story|yes",
        "1a|-1|story|yes",
        "1a|1.5|story|yes",
        "1a| 1|story|yes",
        "1a|Z|story|yes",
        "1a|٣|story|yes",
        "1a|1|story",
        "1a|1|story|yes|",
        "1x|menu|" + "x" * LIMIT,
        "1a|1|story|" + "x" * LIMIT,
        "1a|" + "z" * LIMIT + "|story|yes",
    ],
)
def test_what_we_never_made_is_not_read(forged: str) -> None:
    """Another version, another shape, or longer than a button can be: none of ours."""
    assert decode(forged) is None
    assert not is_ours(forged)


@given(st.text() | st.text("1ax|09z").map("1a|{}".format) | st.text("|menu").map("1x|{}".format))
def test_nothing_that_is_pressed_breaks_reading(forged: str) -> None:
    """Whatever comes in is read or is not; what is read is ours and can be written again."""
    read = decode(forged)
    assert is_ours(forged) is (read is not None)
    if isinstance(read, Choice):
        assert read.run >= 0


@pytest.mark.parametrize("text", ["x" * 60, "é" * 30])
def test_too_long_for_a_button(text: str) -> None:
    """The limit is in bytes, and what would not fit is refused where the button is made."""
    for made in (Command("language", text), Choice(1, "q", text)):
        with pytest.raises(ValueError, match="64 bytes"):
            made.encode()


@pytest.mark.parametrize("question", list(questions()), ids=lambda question: question.name)
@pytest.mark.parametrize("language", WORDING.languages)
def test_every_answer_fits_in_its_button(question: Question[Any], language: str) -> None:
    """Every option of every question fits in 64 bytes, in every language, after billions of scripts."""
    numbered = Ask(f"{question.name}:{2**31}", question, dict.fromkeys(ARGUMENTS, ""))
    message = Phrasing(WORDING, language).asked(numbered, BILLIONS)
    assert all(len(button.payload.encode()) <= LIMIT for button in message.buttons)
    assert all(button.label.strip() for button in message.buttons)


ARGUMENTS = {
    name
    for path in TEXTS.rglob("*.ftl")
    for name in re.findall(r"\$([a-z][a-z-]*)", path.read_text(encoding="utf-8"))
}
"""Every name that any text takes, so that a new question is tested as soon as it is there."""


@pytest.mark.parametrize(
    "way", ["answers", "answer-2147483647", "story", "idea", "person", "remark", "nothing"]
)
def test_every_way_to_keep_loose_words_fits(way: str) -> None:
    """The options that are only known while talking fit as well."""
    assert len(Choice(BILLIONS, AS_WHAT.name, way).encode()) <= LIMIT


def test_every_action_fits() -> None:
    """Every action that can be begun by a button fits, with the longest number behind it."""
    for name in SCRIPT_ACTIONS | BEFORE_CONSENT:
        assert len(Command(name, str(2**63)).encode()) <= LIMIT


@pytest.mark.parametrize(
    ("choice", "command"),
    [
        (Choice(3, "vote:12", "agree"), Command("vote", "12.agree")),
        (Choice(3, "vote", "agree"), None),
        (Choice(3, "story", "yes"), None),
    ],
)
def test_an_old_answer_that_lasts_is_an_action(choice, command):
    """Where the question is about one thing."""
    assert lasting(choice) == command
