from datetime import UTC, datetime, timedelta

import pytest

from bot.channels.web.bubbles import Drawing, paragraphs
from bot.channels.web.entries import Entry, Own
from flows.rendering import Message
from flows.wording import Wording

NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def drawing() -> Drawing:
    return Drawing(Wording(), "nl", "Europe/Amsterdam", NOW)


def test_paragraphs() -> None:
    """Each line is a paragraph; one that follows without a blank line says so."""
    assert paragraphs("een\ntwee\n\n \n\ndrie") == '<p>een</p><p class="on">twee</p><p>drie</p>'
    assert paragraphs("") == ""


def test_escaped(drawing: Drawing) -> None:
    """Whatever anyone wrote is shown as it was written."""
    nasty = '<img src=x onerror=alert(1)> & "quotes" https://example.nl/?a=<b>&c="d"'
    for said in (Own("words", nasty), Message(nasty), Message(nasty, look="card")):
        body = drawing.bubble(Entry(1, NOW, said)).body
        assert "<img" not in body
        assert "<b>" not in body
        assert "&lt;img src=x onerror=alert(1)&gt; &amp;" in body


def test_links(drawing: Drawing) -> None:
    """An address in our own sentence is a link without the full stop after it; on a card it is words."""
    text = "Lees het op https://voorbeeld.nl/t/oost?a=1&b=2."
    body = drawing.bubble(Entry(1, NOW, Message(text))).body
    assert '<a href="https://voorbeeld.nl/t/oost?a=1&amp;b=2" target="_blank"' in body
    assert body.endswith("</a>.</p>")
    assert "<a" not in drawing.bubble(Entry(1, NOW, Message(text, look="card"))).body


@pytest.mark.parametrize(
    ("text", "look", "opening", "body"),
    [
        ("Idee 3 van 5\nEen vaste plek.", "card", "Idee 3 van 5", "<p>Een vaste plek.</p>"),
        ("Een vaste plek.", "card", "", "<p>Een vaste plek.</p>"),
        ("Nieuws over jouw verhaal", "journey", "Nieuws over jouw verhaal", ""),
        ("Eén\ntwee", "plain", "", '<p>Eén</p><p class="on">twee</p>'),
    ],
)
def test_opening(drawing: Drawing, text: str, look: str, opening: str, body: str) -> None:
    """The first line of a card or a journey stands apart."""
    bubble = drawing.bubble(Entry(1, NOW, Message.load({**Message(text).dump(), "look": look})))
    assert (bubble.opening, bubble.body) == (opening, body)


@pytest.mark.parametrize(
    ("own", "words"),
    [
        (Own("photo"), "Foto"),
        (Own("voice"), "Spraakbericht"),
        (Own("voice", seconds=12), "Spraakbericht 0:12"),
        (Own("voice", seconds=125), "Spraakbericht 2:05"),
        (Own("pressed", "Eens"), "Eens"),
        (Own("words"), "(je bericht)"),
    ],
)
def test_own(drawing: Drawing, own: Own, words: str) -> None:
    """What one sent is shown in words, a file by its kind and length."""
    assert drawing.bubble(Entry(1, NOW, own)).body == f"<p>{words}</p>"


@pytest.mark.parametrize(
    ("at", "label"),
    [
        (NOW, "vandaag"),
        (NOW - timedelta(days=1), "gisteren"),
        (datetime(2026, 11, 20, 23, 30, tzinfo=UTC), "gisteren"),
        (datetime(2026, 11, 3, 12, 0, tzinfo=UTC), "3 november"),
    ],
)
def test_days(drawing: Drawing, at: datetime, label: str) -> None:
    """A day is named as people in the trajectory's own zone name it."""
    assert drawing.bubble(Entry(1, at, Message("Dag"))).day_label == label


def test_direction(drawing: Drawing) -> None:
    """A bubble runs the way of its own language."""
    assert drawing.bubble(Entry(1, NOW, Message("Dag"))).direction == "ltr"
