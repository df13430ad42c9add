"""From the messages of a conversation to what the page draws."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from markupsafe import Markup, escape

from bot.channels.web.entries import Entry, Own
from flows.payloads import Choice, decode
from flows.rendering import Button, Dot, Message
from flows.wording import Wording

_ADDRESS = re.compile(r"https?://[^\s<>\"“”]*[^\s<>\"“”.,;:!?)]")
_FIRST = Markup("<p>{}</p>")
_ON = Markup('<p class="on">{}</p>')


@dataclass(frozen=True)
class Bubble:
    """One message as the page draws it; `day` is an ISO date in the trajectory's own time zone.

    `question`: its buttons answer what was asked, where those of news are ways to go on.
    `document` is the name of a file that can be fetched with it.
    """

    id: int
    own: bool
    look: str
    language: str
    direction: str
    day: str
    day_label: str
    opening: str
    body: Markup
    buttons: tuple[Button, ...] = ()
    dots: tuple[Dot, ...] = ()
    rows: bool = False
    question: bool = False
    document: str = ""


@dataclass(frozen=True)
class Drawing:
    """In which language and zone the page is drawn, and when."""

    wording: Wording
    language: str
    zone: str
    now: datetime

    def bubbles(self, entries: Iterable[Entry]) -> list[Bubble]:
        """The conversation, in its own order."""
        return [self.bubble(entry) for entry in entries]

    def bubble(self, entry: Entry) -> Bubble:
        """One message."""
        if isinstance(entry.said, Own):
            return self._own(entry, entry.said)
        return self._said(entry, entry.said)

    def _own(self, entry: Entry, own: Own) -> Bubble:
        day = self._day(entry.at)
        return Bubble(
            id=entry.id,
            own=True,
            look=own.kind,
            language=self.language,
            direction="auto",
            day=day.isoformat(),
            day_label=self.day_label(day),
            opening="",
            body=paragraphs(own.text or self._label(own)),
        )

    def _said(self, entry: Entry, message: Message) -> Bubble:
        day = self._day(entry.at)
        opening, rest = _opened(message)
        return Bubble(
            id=entry.id,
            own=False,
            look=message.look,
            language=message.language,
            direction=self.wording.direction(message.language),
            day=day.isoformat(),
            day_label=self.day_label(day),
            opening=opening,
            # Words of other residents stand on cards: what looks like a link there is not made one.
            body=paragraphs(rest, link=self._linked if message.look == "plain" else escape),
            buttons=message.buttons,
            dots=message.dots,
            rows=message.rows,
            question=any(isinstance(decode(button.payload), Choice) for button in message.buttons),
            document=message.document.name if message.document else "",
        )

    def day_label(self, day: date) -> str:
        """The words of a day separator."""
        today = self._day(self.now)
        if day == today:
            return self.wording.word(self.language, "webchat-today")
        if day == today - timedelta(days=1):
            return self.wording.word(self.language, "webchat-yesterday")
        return self.wording.date(self.language, day)

    def _day(self, at: datetime) -> date:
        return at.astimezone(ZoneInfo(self.zone)).date()

    def _label(self, own: Own) -> str:
        if own.kind in ("words", "pressed"):
            return self.wording.word(self.language, "webchat-unkept")
        if own.kind == "photo":
            return self.wording.word(self.language, "webchat-photo")
        if own.seconds is None:
            return self.wording.word(self.language, "webchat-voice")
        length = f"{own.seconds // 60}:{own.seconds % 60:02}"
        return self.wording.word(self.language, "webchat-voice-seconds", {"length": length})

    def _linked(self, line: str) -> Markup:
        parts: list[Markup] = []
        end = 0
        for found in _ADDRESS.finditer(line):
            parts += [escape(line[end : found.start()]), self._anchor(found.group())]
            end = found.end()
        return Markup("").join([*parts, escape(line[end:])])

    def _anchor(self, address: str) -> Markup:
        return Markup(
            '<a href="{0}" target="_blank" rel="noopener noreferrer nofollow">{0}'
            '<span class="visually-hidden"> {1}</span></a>'
        ).format(address, self.wording.word(self.language, "webchat-new-tab"))


def paragraphs(text: str, link: Callable[[str], Markup] = escape) -> Markup:
    """Words as HTML: each line a paragraph, one that follows without a blank line closer to the last.

    `link` escapes a line.
    """
    made: list[Markup] = []
    follows = False
    for line in text.split("\n"):
        if line.strip():
            made.append((_ON if follows else _FIRST).format(link(line)))
        follows = bool(line.strip())
    return Markup("").join(made)


def _opened(message: Message) -> tuple[str, str]:
    """The first line of a card or a journey stands apart: "Idee 3 van 5", "Nieuws over jouw verhaal"."""
    if message.look == "plain":
        return "", message.text
    first, _, rest = message.text.partition("\n")
    if message.look == "card" and not rest.strip():
        return "", message.text
    return first.strip(), rest.strip()
