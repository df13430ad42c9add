"""The sentence that invites people to a script."""

from __future__ import annotations

from flows.deeds.acting import Acting


def invites(acting: Acting, script: str) -> str:
    """The text key `asks-<script>`; a general one where it has none, because its button says enough."""
    if not script:
        return "asks-nothing"
    text = f"asks-{script}".replace("_", "-")
    return text if acting.wording.has(text) else "asks-something"
