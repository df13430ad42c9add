"""From what was said and asked to messages in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.engine.questions import Localized, Option, Phrase, Question
from flows.engine.readers import OneOf, SeveralOf, Text, YesNo
from flows.engine.talk import Action, Ask, Say, Stage
from flows.phrasing import A_GLANCE, Phrasing
from flows.rendering import Button, Dot, Message
from flows.wording import Wording

WORDING = Wording()
DUTCH = Phrasing(WORDING, "nl")
ENGLISH = Phrasing(WORDING, "en")
MENU = Action("menu", Phrase("action-menu"))
KEPT = Say("remark-kept")
OPEN = Ask("may-show", Question("may-show", "story-may-show", YesNo()), {})


def test_plain_neighbours_become_one() -> None:
    """Plain sentences and the question after them are one message."""
    (message,) = DUTCH.messages([KEPT, Say("settings-done")], OPEN, 3)
    assert message.text == (
        "We hebben het bewaard. Iemand leest het.\n\nDat is veranderd.\n\n"
        "Dank je. Mogen anderen je verhaal lezen?\n"
        "Je naam staat er nooit bij. Een moderator leest het eerst."
    )
    assert message.buttons == (Button("Ja", "1a|3|may-show|yes"), Button("Nee", "1a|3|may-show|no"))
    assert message.language == "nl"


def test_buttons_close_a_message() -> None:
    """What comes after buttons is a message of its own, so that buttons stay with their words."""
    first, second = DUTCH.messages([Say("settings-done", actions=(MENU,)), KEPT], None, 0)
    assert first.buttons == (Button("Menu", "1x|menu|"),)
    assert second == Message("We hebben het bewaard. Iemand leest het.")


LONG = {"title": "x" * A_GLANCE}
WALL = Ask("go-on", Question("go-on", "story-ask", OneOf((Option("next", "Verder"),))), LONG)


def test_a_long_question_that_stands_just_above() -> None:
    """Only its options come again, under what is said now."""
    (message,) = DUTCH.messages([KEPT], WALL, 3, above=True)
    assert message == Message(
        "We hebben het bewaard. Iemand leest het.", (Button("Verder", "1a|3|go-on|next"),)
    )
    first, second = DUTCH.messages([Say("settings-done", actions=(MENU,))], WALL, 3, above=True)
    assert first.buttons == (Button("Menu", "1x|menu|"),)
    assert second == Message("Of kies hieronder:", (Button("Verder", "1a|3|go-on|next"),))


def test_a_question_that_is_repeated() -> None:
    """A short one is no wall, and one without buttons is nothing without its words."""
    (short,) = DUTCH.messages([KEPT], OPEN, 3, above=True)
    assert "Mogen anderen je verhaal lezen?" in short.text
    (told,) = DUTCH.messages(
        [KEPT], Ask("story", Question("story", "story-ask", Text()), LONG), 3, above=True
    )
    assert "Vertel eens" in told.text
    (wall,) = DUTCH.messages([KEPT], WALL, 3)
    assert "Vertel eens" in wall.text


def test_only_the_last_list_is_numbered() -> None:
    """A typed number belongs to the list that was shown last, so that alone shows numbers."""
    person = Say("turn-offer-person", actions=(MENU,))
    assert [message.aside for message in DUTCH.messages([person], OPEN, 3)] == [True, False]
    told = Ask("story", Question("story", "story-ask", Text()), LONG)
    assert [message.aside for message in DUTCH.messages([person], told, 3)] == [False, False]


def test_what_has_a_look_stands_alone() -> None:
    """A card or a journey is never joined to its neighbours."""
    card = Say("remark-kept", look="card")
    assert [message.look for message in DUTCH.messages([KEPT, card, KEPT], None, 0)] == [
        "plain",
        "card",
        "plain",
    ]
    asked = Ask("may-show", Question("may-show", "story-may-show", YesNo(), look="card"), {})
    assert [message.look for message in DUTCH.messages([KEPT], asked, 0)] == ["plain", "card"]


def test_a_journey_in_words() -> None:
    """Its stages are dots, with what a person wrote as a quote."""
    stages = (
        Stage(Phrase("journey-next"), reached=False),
        Stage("as it is", "a quote"),
        Stage(Localized({"en": "only English"}), Localized({"nl": "waarom", "en": "why"})),
    )
    say = Say("mine-title", {"kind": Phrase("kind-story"), "number": "7"}, look="journey", stages=stages)
    message = DUTCH.spoken(say)
    assert message.text == "Jouw verhaal 7"
    assert message.dots == (
        Dot("Straks: wat we ermee doen", reached=False),
        Dot("as it is", "a quote"),
        Dot("only English", "waarom"),
    )
    assert ENGLISH.spoken(say).dots[2].quote == "why"


def test_without_words() -> None:
    """Something that is only shown has no text, and puts no empty lines before what follows."""
    (message,) = DUTCH.messages([Say(""), KEPT], None, 0)
    assert message.text == "We hebben het bewaard. Iemand leest het."


def test_nothing_said() -> None:
    """Nothing said and nothing asked is no message."""
    assert DUTCH.messages([], None, 0) == ()


def test_words_that_come_empty_are_trimmed() -> None:
    """An argument that is empty leaves no empty line at the beginning."""
    question = Question("what", "welcome-what", OneOf((Option("next", Phrase("welcome-next")),)))
    words = {"sample": "", "title": "T", "municipality": "M", "goal": "G", "result": "R"}
    assert DUTCH.asked(Ask("what", question, words), 1).text.startswith("Welkom bij")


def test_what_was_picked_is_marked() -> None:
    """In a question of several the picked options have a tick; the button stays the same button."""
    several = SeveralOf((Option("a", "Een"), Option("b", "Twee")), least=1)
    ask = Ask("several", Question("several", "settings-which", several), {}, chosen=("b",))
    buttons = DUTCH.asked(ask, 1).buttons
    assert [button.label for button in buttons] == ["Een", "✓ Twee", "Klaar"]
    assert buttons[1].payload == "1a|1|several|b"


def test_open_questions_have_no_buttons() -> None:
    """What is answered in words has nothing to press."""
    assert DUTCH.asked(Ask("idea", Question("idea", "idea-ask", Text()), {}), 1).buttons == ()


@pytest.mark.parametrize(("phrasing", "label"), [(DUTCH, "Mijn inbreng"), (ENGLISH, "My contributions")])
def test_labels_come_in_the_language(phrasing: Phrasing, label: str) -> None:
    """A button says in the reader's language what it does; what it carries is the same."""
    assert phrasing.button(Action("mine", Phrase("action-mine"), "5")) == Button(label, "1x|mine|5")


SAYS = st.builds(
    Say,
    st.sampled_from(["remark-kept", "settings-done", "not-forgotten"]),
    look=st.sampled_from(["plain", "card"]),
    actions=st.sampled_from([(), (MENU,)]),
)


@given(said=st.lists(SAYS, max_size=8), asking=st.booleans())
def test_nothing_is_lost_in_joining(said: list[Say], asking: bool) -> None:
    """All sentences come in order, and no buttons come before the words that they belong to."""
    ask = OPEN if asking else None
    messages = DUTCH.messages(said, ask, 1)
    apart = [DUTCH.spoken(say) for say in said] + ([DUTCH.asked(OPEN, 1)] if asking else [])
    assert "\n\n".join(message.text for message in messages) == "\n\n".join(one.text for one in apart)
    with_buttons = [message for message in messages if message.buttons]
    owners = [one for one in apart if one.buttons]
    assert [message.buttons for message in with_buttons] == [one.buttons for one in owners]
    for message, owner in zip(with_buttons, owners, strict=True):
        assert message.text.endswith(owner.text)
