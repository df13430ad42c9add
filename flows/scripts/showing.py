"""How what somebody told is shown to others in a chat."""

from __future__ import annotations

from flows.deeds.read_shown import Shown
from flows.engine.cleaning import shortened
from flows.engine.questions import Localized, Phrase


def shown_words(shown: Shown, most: int) -> Phrase:
    """Its words, so many characters at the most; with them, or instead, that it was spoken or is a photo."""
    words = {code: shortened(text, most) for code, text in shown.words.texts.items()}
    beside = "said" if any(words.values()) else "only"
    how = "update" if shown.kind == "update" else shown.told
    return Phrase(f"shown-{how}", {"words": Localized(words), "beside": beside})
