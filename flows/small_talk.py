"""What people say in passing: hello, thank you, no, I do not understand.

The words stand in the texts (`said-*`), in every language at once. A message is small talk when it is made of
such words and of nothing else; what says anything more is never taken for it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal, TypeAlias, get_args

from flows.engine.cleaning import says_something, tokens, words
from flows.engine.phrases import Tokens, known, parse, unstretched
from flows.engine.questions import Phrase
from flows.wording import Wording

Kind: TypeAlias = Literal["bye", "lost", "who", "no", "thanks", "hello", "yes", "other"]
"""Where one message says two of them, the first of these counts; `other` says nothing that has words."""

LONGEST = 60
"""Characters."""

_KINDS: Final[tuple[Kind, ...]] = get_args(Kind)


class SmallTalk:
    """Knows it when it is said."""

    def __init__(self, wording: Wording) -> None:
        """Reads the words once."""
        first = wording.languages[0]
        self._meanings: Mapping[str, frozenset[Tokens]] = {
            **{kind: known(wording.labels(Phrase(f"said-{kind}"), first)) for kind in _KINDS},
            "polite": known(wording.labels(Phrase("words-polite"), first)),
        }
        phrases = frozenset().union(*self._meanings.values())
        self._singles = {phrase[0] for phrase in phrases if len(phrase) == 1}

    def find(self, text: str) -> Kind | None:
        """Which kind this is; None of anything else."""
        if len(text) > LONGEST or not says_something(text):
            return None
        said = [unstretched(word, self._singles) for word in tokens(text)]
        heard = {meaning for meaning, _ in parse(said, self._meanings)}
        if "" in heard and words(text):
            return None
        if not said and "?" in text:
            return "lost"
        return next((kind for kind in _KINDS if kind in heard), "other")
