"""What stands on a card."""

from __future__ import annotations

from flows.engine.questions import Localized


def words_of(
    text: str, language: str, title: dict[str, str] | None, body: dict[str, str] | None
) -> Localized:
    """What a resident wrote, or title and body of what the desk made."""
    if not title:
        return Localized({language: text})
    whole = {code: (words, (body or {}).get(code, "")) for code, words in title.items()}
    return Localized({code: "\n".join(filter(None, parts)) for code, parts in whole.items()})
