"""Several texts in one, in every language that any of them has."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from flows.engine.questions import Localized


def listed(texts: Sequence[Localized], each: Callable[[int, str], str], between: str) -> Localized:
    """`each` makes the piece of one text, given its place, from 0. Words that are missing are taken from the
    text's first language.
    """
    languages = dict.fromkeys(code for text in texts for code in text.texts)
    return Localized(
        {
            code: between.join(each(place, _words(text, code)) for place, text in enumerate(texts))
            for code in languages
        }
    )


def numbered(texts: Sequence[Localized]) -> Localized:
    """A line each, numbered from 1."""
    return listed(texts, lambda place, words: f"{place + 1}. {words}", "\n")


def quoted(texts: Sequence[Localized]) -> Localized:
    """In a row, between quotation marks."""
    return listed(texts, lambda _place, words: f"“{words}”", ", ")


def _words(text: Localized, language: str) -> str:
    return text.texts.get(language) or next(iter(text.texts.values()), "")
