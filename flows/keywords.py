"""Words that work anywhere: menu, stop, my contributions, a person, a language.

The words stand in the texts (`keyword-*`, other ways to say it in `.also`), in every language at once. Only a
whole message counts, whatever stands around it of asking kindly (`words-polite`, `words-asking`): "ik wil nu
graag stoppen" asks to stop, a story in which somebody stops does not.
"""

from __future__ import annotations

from rapidfuzz.distance import OSA

from flows.counting import VALUES
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
    "withdraw",
    "meeting",
    "door",
    "person",
    "settings",
    "privacy",
    "my-data",
    "leave",
    "forget",
    "first-tap",
    "story",
    "idea",
    "concept",
    "realisation",
    "plan-cards",
    "connector",
    "invitation",
    "commitment",
    "my-promises",
    "meaning",
    "reading",
    "linking",
    "unlinking",
    "vote-cards",
    "scenarios",
    "news",
    "resume",
    "answer",
    "reply",
)

LONGEST = 60
"""Characters: who asks for something is brief."""

LONG_ENOUGH = 7
"""Letters: shorter words are too close to others."""

MOST_DIGITS = 7


class Keywords:
    """Finds the action that a message asks for."""

    def __init__(self, wording: Wording) -> None:
        """Reads the words once."""
        first = wording.languages[0]
        self._polite = known(wording.labels(Phrase("words-polite"), first))
        self._asking = known(wording.labels(Phrase("words-asking"), first))
        self._commands: dict[Tokens, Command] = {}
        for action in ACTIONS:
            ways = known(wording.labels(Phrase(f"keyword-{action}"), first))
            self._commands.update(dict.fromkeys(ways, Command(action)))
        self._numbered = known(wording.labels(Phrase("kind-idea"), first))
        self._votes = {
            tokens(wording.label(language, Phrase(f"vote-{option}"))): option
            for option in VALUES
            for language in wording.languages
        }
        for language in filter(lambda code: wording.has(f"keyword-language-{code}"), wording.languages):
            ways = known(wording.labels(Phrase(f"keyword-language-{language}"), language))
            self._commands.update(dict.fromkeys(ways, Command("language", language)))

    def find(self, text: str) -> Command | None:
        """The action, when the whole message asks for it (with or without a slash)."""
        if len(text) > LONGEST:
            return None
        said = tokens(text)
        plain = without(said, self._polite)
        ways = (said, plain, without(plain, self._asking))
        found = next((found for way in ways if (found := self._commands.get(way))), None)
        return found or self._vote(said) or self._by_slip(said)

    def _by_slip(self, said: Tokens) -> Command | None:
        """A long word by itself, one slip of the finger away from one that is known."""
        if len(said) != 1 or len(said[0]) < LONG_ENOUGH:
            return None
        long = (way for way in self._commands if len(way) == 1 and len(way[0]) >= LONG_ENOUGH)
        meant = {self._commands[way] for way in long if OSA.distance(way[0], said[0]) == 1}
        return meant.pop() if len(meant) == 1 else None

    def _vote(self, said: Tokens) -> Command | None:
        """A vote on an idea by its number ("oneens 12"): so it is changed where there are no buttons."""
        *words, number = said or ("",)
        option = self._votes.get(without(words, self._numbered))
        if option is None or not (number.isascii() and number.isdigit() and len(number) <= MOST_DIGITS):
            return None
        return Command("vote", f"n{number}.{option}")
