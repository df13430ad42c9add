"""Text as it may be stored, and text as it is compared."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_REMOVED: Final = re.compile(
    "[\u200b\u2060-\u2064\ufeff"  # width of nothing, and so a text that looks empty
    "\u202a-\u202e\u2066-\u2069"  # these turn the direction of whatever is shown around the text
    "\u0000-\u0009\u000b-\u001f\u007f-\u009f]"
)
_LINE_ENDS: Final = re.compile("\r\n|[\r\u0085\u2028\u2029]")
_SURROGATES: Final = re.compile("[\ud800-\udfff]")
_APOSTROPHES: Final = re.compile("['’‘`´]")
_PART: Final = re.compile(r"[^\W_]+|[^\w\s]")


def clean(text: str) -> str:
    """The text in NFC, without characters that cannot be stored or that disturb what is shown around it.

    Lone surrogates become U+FFFD, tabs a space, lines lose their trailing space, and at most one blank line
    stays between two others. Cleaning twice changes nothing.
    """
    if _SURROGATES.search(text):
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    text = _LINE_ENDS.sub("\n", text).replace("\t", " ")
    text = unicodedata.normalize("NFC", _REMOVED.sub("", text))
    text = "\n".join(line.rstrip() for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", text).strip()


def shortened(text: str, most: int = 200) -> str:
    """The beginning of a long text, to say it back by: `most` characters at the most."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def says_something(text: str) -> bool:
    """Whether there is anything to see: a letter, a digit or a sign."""
    return any(unicodedata.category(character)[0] in "LNPS" for character in text)


def words(text: str) -> tuple[str, ...]:
    """The words of a text, for comparing: no capitals, accents, apostrophes, punctuation or emoji."""
    return tuple(token for token in _parts(text) if token[0].isalnum())


def signs(text: str) -> tuple[str, ...]:
    """The emoji and other signs of a text, each once and in one skin tone."""
    return tuple(dict.fromkeys(token for token in _parts(text) if unicodedata.category(token[0]) == "So"))


def tokens(text: str) -> tuple[str, ...]:
    """What a text is compared by: its words, or its signs when it has no words."""
    return words(text) or signs(text)


def _parts(text: str) -> list[str]:
    folded = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", clean(text))).casefold()
    parts: list[str] = _PART.findall("".join(filter(_compares, folded)))
    return parts


def _compares(character: str) -> bool:
    """Marks, joiners and skin tones make no other word or emoji."""
    return unicodedata.category(character) not in {"Mn", "Me", "Cf", "Sk"}
