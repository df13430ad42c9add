"""Messages as a person gets them, and how a channel that can show less still shows them.

Buttons, else a list, else numbered text that accepts "2" or the words. The desk previews with the same
function.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from typing import Any, Literal

from flows.capabilities import Capabilities
from flows.engine.talk import Document


@dataclass(frozen=True)
class Button:
    """A label and the payload (64 bytes at most) that comes back when it is pressed."""

    label: str
    payload: str


@dataclass(frozen=True)
class Dot:
    """One stop of a journey; `quote` is the reason, `reached` is false for what comes next."""

    text: str
    quote: str = ""
    reached: bool = True


@dataclass(frozen=True)
class Message:
    """One message in words. `rows` says that the buttons are to be shown as a list.

    `numbered` are the buttons of a message that shows them as numbered text. With a `document` the text is
    its caption, and short. `aside` says that a later message has the list that numbers belong to.
    """

    text: str
    buttons: tuple[Button, ...] = ()
    look: Literal["plain", "card", "journey"] = "plain"
    dots: tuple[Dot, ...] = ()
    language: str = "nl"
    rows: bool = False
    numbered: tuple[Button, ...] = ()
    document: Document | None = None
    aside: bool = False

    def dump(self) -> dict[str, Any]:
        """The message as JSON."""
        return asdict(self)

    @classmethod
    def load(cls, stored: dict[str, Any]) -> Message:
        """The message back from `dump`."""
        buttons = tuple(Button(**button) for button in stored["buttons"])
        numbered = tuple(Button(**button) for button in stored.get("numbered", ()))
        dots = tuple(Dot(**dot) for dot in stored["dots"])
        kept = stored.get("document")
        document = Document(**kept) if kept else None
        made = {"buttons": buttons, "numbered": numbered, "dots": dots, "document": document}
        return cls(**{**stored, **made})


def length(text: str, capabilities: Capabilities) -> int:
    """How long a text is in the channel's own unit."""
    return len(text.encode("utf-16-le")) // 2 if capabilities.unit == "utf16" else len(text)


def degrade(message: Message, capabilities: Capabilities) -> tuple[Message, ...]:
    """The message as one or more messages that the channel can show; the buttons go with the last."""
    message = _flatten_journey(message, capabilities)
    message = _read_out(message, capabilities)
    message = _fit_buttons(message, capabilities)
    *first, last = _split(message.text, capabilities)
    alone = replace(message, buttons=(), numbered=(), dots=(), look="plain", document=None)
    return (*(replace(alone, text=text) for text in first), replace(message, text=last))


def _flatten_journey(message: Message, capabilities: Capabilities) -> Message:
    if not message.dots or capabilities.journeys:
        return message
    lines = [message.text] if message.text else []
    for dot in message.dots:
        lines.append(f"{'●' if dot.reached else '○'} {dot.text}")
        if dot.quote:
            lines.append(f"   “{dot.quote}”")
    return replace(message, text="\n".join(lines), dots=(), look="plain")


def _read_out(message: Message, capabilities: Capabilities) -> Message:
    """A document as its words, where no files can be sent."""
    if message.document is None or capabilities.documents:
        return message
    text = "\n\n".join(part for part in (message.text, message.document.text.strip()) if part)
    return replace(message, text=text, document=None)


def _fit_buttons(message: Message, capabilities: Capabilities) -> Message:
    def fits(most: int, width: int) -> bool:
        return len(message.buttons) <= most and all(
            length(button.label, capabilities) <= width for button in message.buttons
        )

    if fits(capabilities.buttons, capabilities.button_label):
        return message
    if fits(capabilities.rows, capabilities.row_label):
        return replace(message, rows=True)
    signs = ("•" if message.aside else f"{number}." for number in itertools.count(1))
    lines = [f"{sign} {button.label}" for sign, button in zip(signs, message.buttons, strict=False)]
    text = "\n".join([message.text, "", *lines]).strip()
    return replace(message, text=text, buttons=(), numbered=() if message.aside else message.buttons)


_BREAKS = (r"\n\n", r"\n", r"(?<=[.!?…])\s+", r"\s+")


def _split(text: str, capabilities: Capabilities) -> Iterator[str]:
    """Cut at the best break that leaves each part within the limit: paragraph, line, sentence, word."""
    while length(text, capabilities) > capabilities.text_length:
        head = _longest_head(text, capabilities)
        cut = _last_break(head)
        yield text[:cut].rstrip()
        text = text[cut:].lstrip()
    yield text


def _longest_head(text: str, capabilities: Capabilities) -> str:
    head = text[: capabilities.text_length]
    while length(head, capabilities) > capabilities.text_length:
        head = head[: -(length(head, capabilities) - capabilities.text_length + 1) // 2 or -1]
    return head


def _last_break(head: str) -> int:
    for pattern in _BREAKS:
        ends = [found.end() for found in re.finditer(pattern, head)]
        if ends and ends[-1] > len(head) // 3:
            return ends[-1]
    return len(head)
