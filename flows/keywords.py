"""Words that work anywhere: menu, stop, my contributions, a person, a language.

The words stand in the texts (`keyword-*`, synonyms in `.also`), in every language at once.
"""

from __future__ import annotations

from flows.engine.questions import Phrase
from flows.payloads import Command
from flows.wording import Wording

ACTIONS = (
    "menu",
    "stop",
    "back",
    "mine",
    "person",
    "settings",
    "privacy",
    "my-data",
    "leave",
    "forget",
    "story",
    "idea",
    "resume",
    "answer",
)


class Keywords:
    """Finds the action that a bare word asks for."""

    def __init__(self, wording: Wording) -> None:
        """Reads the words once."""
        self._commands: dict[str, Command] = {}
        for action in ACTIONS:
            for words in wording.labels(Phrase(f"keyword-{action}"), wording.languages[0]):
                self._commands[_bare(words)] = Command(action)
        for language in filter(lambda code: wording.has(f"keyword-language-{code}"), wording.languages):
            for words in wording.labels(Phrase(f"keyword-language-{language}"), language):
                self._commands[_bare(words)] = Command("language", language)

    def find(self, text: str) -> Command | None:
        """The action, when the whole message is one of the words (with or without a slash)."""
        return self._commands.get(_bare(text)) if len(text) <= 40 else None


def _bare(text: str) -> str:
    return " ".join(text.casefold().strip(" /.!?,;:").split())
