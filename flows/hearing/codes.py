"""A code from another app, in one message with the word for it: "koppel K7MP-4QXD"."""

from __future__ import annotations

from flows.engine.readers import clean
from flows.inbound import Event, Wrote
from flows.keywords import Keywords
from flows.linking import read_code
from flows.payloads import Command

LONGEST = 60


def brings_code(keywords: Keywords, event: Event) -> Command | None:
    """To try this code, when the message is the word for linking and a code; None of anything else."""
    if not isinstance(event, Wrote) or len(event.text) > LONGEST:
        return None
    word, _, rest = clean(event.text).partition(" ")
    code = read_code(rest)
    asks = code is not None and keywords.find(word) == Command("linking")
    return Command("linking-code", code) if asks and code else None
