"""Words that work anywhere: menu, stop, my contributions, a person, a language.

The words stand in the texts (`keyword-*`, other ways to say it in `.also`), in every language at once. Only a
whole message counts, whatever stands around it of asking kindly (`words-polite`, `words-asking`): "ik wil nu
graag stoppen" asks to stop, a story in which somebody stops does not.
"""

from __future__ import annotations

from flows.engine.cleaning import tokens
from flows.engine.phrases import Tokens, known, without
from flows.engine.questions import Phrase
from flows.payloads import Command
from flows.wording import Wording

ACTIONS = (
    "menu",
    "catch-up",
    "stop",
    "back",
    "mine",
    "meeting",
    "door",
    "person",
    "settings",
    "privacy",
    "my-data",
    "leave",
    "forget",
    "story",
    "idea",
    "connector",
    "invitation",
    "commitment",
    "my-promises",
    "meaning",
    "resume",
    "answer",
    "reply",
)

LONGEST = 60
"""Characters: who asks for something is brief."""


class Keywords:
    """Finds the action that a message asks for."""

    def __init__(self, wording: Wording) -> None:
        """Reads the words once."""
        first = wording.languages[0]
        self._polite = known(wording.labels(Phrase("words-polite"), first))
        self._asking = known(wording.labels(Phrase("words-asking"), first))
        self._commands: dict[Tokens, Command] = {}
        for action in ACTIONS:
            for words in wording.labels(Phrase(f"keyword-{action}"), first):
                self._commands[tokens(words)] = Command(action)
        for language in filter(lambda code: wording.has(f"keyword-language-{code}"), wording.languages):
            for words in wording.labels(Phrase(f"keyword-language-{language}"), language):
                self._commands[tokens(words)] = Command("language", language)

    def find(self, text: str) -> Command | None:
        """The action, when the whole message asks for it (with or without a slash)."""
        if len(text) > LONGEST:
            return None
        said = tokens(text)
        plain = without(said, self._polite)
        ways = (said, plain, without(plain, self._asking))
        return next((found for way in ways if (found := self._commands.get(way))), None)
