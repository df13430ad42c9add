"""What the web chat can show and carry, without its pages."""

from __future__ import annotations

from flows.capabilities import Capabilities

WEB = Capabilities(
    text_length=4000,
    buttons=20,
    button_label=60,
    journeys=True,
    documents=True,
    upload=20_000_000,
    deep_link="path",
    per_second=1000.0,
    per_chat=100.0,
    chat_burst=100,
    idempotent=True,
)
