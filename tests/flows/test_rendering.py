"""Messages cut to what a channel can show: nothing lost, nothing too long, every choice still there."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.capabilities import Capabilities
from flows.engine.talk import Document
from flows.rendering import Button, Dot, Message, degrade, length

TELEGRAM = Capabilities(text_length=4096, unit="utf16", buttons=100, button_label=60)
WHATSAPP = Capabilities(text_length=1024, buttons=3, button_label=20, rows=10, row_label=24)
WEB = Capabilities(text_length=20_000, buttons=50, button_label=200, journeys=True)
WORDS = Capabilities(text_length=4000)
TINY = Capabilities(text_length=12)
TINY_UTF16 = Capabilities(text_length=12, unit="utf16")

CHANNELS = [TELEGRAM, WHATSAPP, WEB, WORDS, TINY, TINY_UTF16]


def choices(count: int, label: str = "Keuze {}") -> tuple[Button, ...]:
    return tuple(Button(label.format(number), f"1a|1|q|{number}") for number in range(1, count + 1))


def numbered(count: int, label: str = "Keuze {}") -> str:
    return "\n".join(f"{number}. {label.format(number)}" for number in range(1, count + 1))


@pytest.mark.parametrize(
    ("channel", "count", "shown"),
    [
        (WHATSAPP, 0, "buttons"),
        (WHATSAPP, 3, "buttons"),
        (WHATSAPP, 4, "rows"),
        (WHATSAPP, 10, "rows"),
        (WHATSAPP, 11, "numbers"),
        (TELEGRAM, 3, "buttons"),
        (TELEGRAM, 11, "buttons"),
        (TELEGRAM, 101, "numbers"),
        (WEB, 50, "buttons"),
        (WEB, 51, "numbers"),
        (WORDS, 0, "buttons"),
        (WORDS, 1, "numbers"),
        (WORDS, 11, "numbers"),
    ],
)
def test_choices(channel: Capabilities, count: int, shown: str) -> None:
    """Buttons while they fit, then a list, then numbers that can be typed."""
    (message,) = degrade(Message("Kies maar.", choices(count)), channel)
    if shown == "numbers":
        assert message == Message(f"Kies maar.\n\n{numbered(count)}", numbered=choices(count))
    else:
        assert message == Message("Kies maar.", choices(count), rows=shown == "rows")


@pytest.mark.parametrize(
    ("label", "shown"),
    [("x" * 20, "buttons"), ("x" * 21, "rows"), ("x" * 24, "rows"), ("x" * 25, "numbers")],
)
def test_long_labels(label: str, shown: str) -> None:
    """A label that is too long for a button goes in a list, and then in the text; it is never cut."""
    (message,) = degrade(Message("Kies.", choices(2, label)), WHATSAPP)
    if shown == "numbers":
        assert message == Message(f"Kies.\n\n1. {label}\n2. {label}", numbered=choices(2, label))
    else:
        assert message == Message("Kies.", choices(2, label), rows=shown == "rows")


def test_label_length_is_in_the_channels_unit() -> None:
    """Where a channel counts an emoji as two, so does the label."""
    labels = choices(1, "😀" * 31)
    assert degrade(Message("K", labels), TELEGRAM)[0].buttons == ()
    assert degrade(Message("K", labels), replace(TELEGRAM, unit="characters"))[0].buttons == labels


def test_a_list_that_numbers_do_not_belong_to() -> None:
    """Its words ask for it, so it shows no numbers; where there are buttons nothing changes."""
    message = Message("Of praat met een mens.", choices(1), aside=True)
    (words,) = degrade(message, WORDS)
    assert (words.text, words.numbered) == (f"Of praat met een mens.\n\n• {choices(1)[0].label}", ())
    assert degrade(message, TELEGRAM)[0].buttons == choices(1)


def test_numbers_without_a_question() -> None:
    """Choices alone are a text by themselves."""
    (message,) = degrade(Message("", choices(2)), WORDS)
    assert message.text == numbered(2)


JOURNEY = Message(
    "Jouw verhaal 7",
    choices(1),
    look="journey",
    dots=(Dot("Verteld", "ik zag glas"), Dot("Gelezen"), Dot("Straks", reached=False)),
)


def test_a_journey_where_it_can_be_drawn() -> None:
    """A channel that draws journeys gets the dots."""
    assert degrade(JOURNEY, WEB) == (JOURNEY,)


def test_a_journey_in_lines() -> None:
    """Elsewhere a journey is lines of text: reached or not, with the quote below."""
    (message,) = degrade(JOURNEY, TELEGRAM)
    assert message.text == "Jouw verhaal 7\n● Verteld\n   “ik zag glas”\n● Gelezen\n○ Straks"
    assert (message.look, message.dots, message.buttons) == ("plain", (), JOURNEY.buttons)
    (untitled,) = degrade(replace(JOURNEY, text=""), TELEGRAM)
    assert untitled.text.startswith("● Verteld")


DOCUMENT = Message(
    "Alles over jou.", choices(1), document=Document("alles.txt", "text/plain", "Verhaal 7\nIk zag glas.\n")
)


def test_a_document_where_it_can_be_sent() -> None:
    """A channel that carries files gets the file, and reads it back from the outbox as it was."""
    (message,) = degrade(DOCUMENT, replace(TELEGRAM, documents=True))
    assert message.document == DOCUMENT.document
    assert Message.load(message.dump()) == message


def test_a_document_in_words() -> None:
    """Elsewhere what is in it is said, in as many messages as it takes, and nothing is sent as a file."""
    channel = Capabilities(text_length=30)
    messages = degrade(DOCUMENT, channel)
    said = " ".join(message.text for message in messages)
    assert "Alles over jou." in said
    assert "Ik zag glas." in said
    assert all(message.document is None for message in messages)


def test_a_long_journey_keeps_its_dots_with_the_last_part() -> None:
    """Where the words before a journey are too long, the dots and the buttons come last."""
    channel = replace(WEB, text_length=20)
    *first, last = degrade(replace(JOURNEY, text="een lange aanloop van heel veel woorden"), channel)
    assert len(first) >= 1
    assert all(part.dots == () and part.buttons == () and part.look == "plain" for part in first)
    assert (last.dots, last.buttons, last.look) == (JOURNEY.dots, JOURNEY.buttons, "journey")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("kort genoeg", ["kort genoeg"]),
        ("twaalf teken", ["twaalf teken"]),
        ("alinea\n\ntwee is er", ["alinea", "twee is er"]),
        ("regel een\nregel twee", ["regel een", "regel twee"]),
        ("Een zin. En nog een zin.", ["Een zin.", "En nog een", "zin."]),
        ("zes zeven acht negen", ["zes zeven", "acht negen"]),
        ("aaneengeschrevenwoord", ["aaneengeschr", "evenwoord"]),
        ("a bcdefghijklmnop", ["a bcdefghijk", "lmnop"]),
    ],
)
def test_cut_at_the_best_place(text: str, parts: list[str]) -> None:
    """Between paragraphs, else lines, else sentences, else words; in a word when there is no other way."""
    assert [part.text for part in degrade(Message(text), TINY)] == parts


@pytest.mark.parametrize(
    ("text", "counted"), [("abc", 3), ("é", 1), ("e\u0301", 2), ("😀", 2), ("👩‍👩‍👧", 8), ("🇳🇱", 4)]
)
def test_length_in_utf16(text: str, counted: int) -> None:
    """Telegram counts in UTF-16 units, others in characters."""
    assert length(text, TELEGRAM) == counted
    assert length(text, WHATSAPP) == len(text)


WRITTEN = (
    st.text(st.sampled_from("ab.!? \n😀🇳é\u0301‍"), max_size=120)
    | st.text(max_size=60)
    | st.lists(st.sampled_from(["glas", "bij de bank.", "\n\n", "😀😀", "park!"]), max_size=30).map(" ".join)
).map(str.strip)
BUTTONS = st.lists(
    st.builds(Button, st.text("abc 😀", min_size=1, max_size=30), st.just("1x|menu|")), max_size=12
).map(tuple)


@given(text=WRITTEN, buttons=BUTTONS, channel=st.sampled_from(CHANNELS))
def test_always_fits(text: str, buttons: tuple[Button, ...], channel: Capabilities) -> None:
    """No part is longer than the channel carries, and buttons are what it can show, on the last part."""
    *first, last = degrade(Message(text, buttons), channel)
    for part in (*first, last):
        assert length(part.text, channel) <= channel.text_length
        assert all(not 0xD800 <= ord(character) <= 0xDFFF for character in part.text)
    assert all(part.buttons == () and part.text for part in first)
    most, width = (channel.rows, channel.row_label) if last.rows else (channel.buttons, channel.button_label)
    assert len(last.buttons) <= most
    assert all(length(button.label, channel) <= width for button in last.buttons)


@given(text=WRITTEN, buttons=BUTTONS, channel=st.sampled_from(CHANNELS))
def test_nothing_is_lost(text: str, buttons: tuple[Button, ...], channel: Capabilities) -> None:
    """All that was written is there, in order, but for white space; and so is every choice."""
    parts = degrade(Message(text, buttons), channel)
    shown = "".join("".join(part.text.split()) for part in parts)
    wanted = "".join(text.split())
    if parts[-1].buttons == buttons:
        assert shown == wanted
    else:
        listed = (f"{number}.{button.label}" for number, button in enumerate(buttons, start=1))
        assert shown == wanted + "".join("".join(line.split()) for line in listed)


DOTS = st.lists(st.builds(Dot, WRITTEN, WRITTEN, st.booleans()), max_size=5).map(tuple)


@given(
    message=st.builds(
        Message,
        WRITTEN,
        BUTTONS,
        st.sampled_from(["plain", "card", "journey"]),
        DOTS,
        st.sampled_from(["nl", "en"]),
        st.booleans(),
    )
)
def test_survives_the_outbox(message: Message) -> None:
    """Written as JSON and read back, a message is the same."""
    assert Message.load(json.loads(json.dumps(message.dump()))) == message


@given(message=st.builds(Message, WRITTEN, BUTTONS), channel=st.sampled_from(CHANNELS))
def test_what_fits_is_left_alone(message: Message, channel: Capabilities) -> None:
    """Cutting to size what was cut to size changes nothing."""
    for part in degrade(message, channel):
        assert degrade(part, channel) in [(part,), (replace(part, rows=False),)]
