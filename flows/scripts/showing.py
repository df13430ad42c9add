"""How what somebody told is shown to others in a chat."""

from __future__ import annotations

from flows.engine.cleaning import shortened
from flows.engine.questions import Localized, Phrase


def shown_words(words: Localized, told: str, most: int) -> Phrase:
    """Its words, so many characters at the most; with them, or instead, that it was spoken or is a photo.

    `told`: text, voice, photo, or update for what is no story.
    """
    short = {code: shortened(text, most) for code, text in words.texts.items()}
    beside = "said" if any(short.values()) else "only"
    return Phrase(f"shown-{told}", {"words": Localized(short), "beside": beside})
