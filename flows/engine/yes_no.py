"""Whether a text says yes or no.

What is doubted, asked back or bound to a condition is neither: a person is asked again rather than bound to
what they did not say.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, TypeAlias

from flows.engine.cleaning import signs, words
from flows.engine.matching import LONGEST, match, match_label
from flows.engine.phrases import Tokens, known, parse, unstretched
from flows.engine.questions import Label, Option, Phrase, Reading

_MOST_PARTS: Final = 15
_DOUBTFUL: Final = frozenset({"doubt", "not"})
_QUESTION_MARKS: Final = frozenset("?؟")

Heard: TypeAlias = Sequence[tuple[str, Tokens]]


def says_yes(text: str, yes: Label, no: Label, reading: Reading) -> bool | None:
    """True for yes, False for no, None where the text leaves room for doubt.

    `yes` and `no` are the labels that were shown; the common words for yes and no are read as well.
    """
    if len(text) > LONGEST or _QUESTION_MARKS & set(text):
        return None
    heard = _heard(text, _meanings(yes, no, reading))
    meant = {meaning for meaning, _ in heard}
    said = _verdict(heard, known(reading.words(Phrase("words-opening"))))
    if said is not None or {"yes", "no"} <= meant:
        return said
    shown = [Option("yes", reading.words(yes)[0]), Option("no", reading.words(no)[0])]
    key = (match_label if _DOUBTFUL & meant else match)(text, shown, reading)
    return None if key is None else key == "yes"


def _heard(text: str, meanings: Mapping[str, frozenset[Tokens]]) -> Heard:
    """The parts of the text with what they mean, and then its signs."""
    singles = {phrase[0] for phrases in meanings.values() for phrase in phrases if len(phrase) == 1}
    straight = [unstretched(word, singles) for word in words(text)]
    return *parse(straight, meanings), *(sign for sign in parse(signs(text), meanings) if sign[0])


def _meanings(yes: Label, no: Label, reading: Reading) -> Mapping[str, frozenset[Tokens]]:
    def heard(*labels: Label) -> frozenset[Tokens]:
        return frozenset().union(*(known(reading.words(label)) for label in labels))

    return {
        "yes": heard(yes, Phrase("yes")),
        "no": heard(no, Phrase("no")),
        "doubt": heard(Phrase("words-doubt")),
        "not": heard(Phrase("words-not")),
        "filler": heard(Phrase("words-filler")),
    }


def _verdict(heard: Heard, openings: frozenset[Tokens]) -> bool | None:
    """What the parts of an answer come to. With other words after it only a plain "ja" or "nee" counts."""
    meant = {meaning for meaning, _ in heard}
    if "doubt" in meant or {"yes", "no"} <= meant or {"yes", "not"} <= meant or len(heard) > _MOST_PARTS:
        return None
    if "" not in meant:
        return "yes" in meant if meant & {"yes", "no", "not"} else None
    meaning, part = next(part for part in heard if part[0] != "filler")
    return meaning == "yes" if part[:1] in openings and meaning in {"yes", "no"} else None
