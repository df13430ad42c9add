"""Play a script against its journal, up to the first thing the journal does not know.

    EngineError
    ├── ForeignAwait
    └── NameUsedTwice

`advance` is pure and synchronous: it drives the coroutine by hand, so no event loop is involved and the
same journal always gives the same turn.
"""

from __future__ import annotations

from collections.abc import Coroutine, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final, Literal, cast

from flows.engine.questions import JSON, Withdrawn
from flows.engine.talk import Ask, Do, Next, Say, Script, See, Talk, Wish

BEGINNING: Final = ""
"""As `fresh`: the script has just begun, so everything it says is new."""


class EngineError(Exception):
    """A script does what scripts may not do."""


class ForeignAwait(EngineError):
    """A script may await nothing but talk.ask, talk.say, talk.see and talk.do."""


class NameUsedTwice(EngineError):
    """A script used one name twice; give the question or deed what it is `about`."""


@dataclass(frozen=True)
class Entry:
    """One thing that came from outside: an answer as it was read, or the result of a deed.

    `message` is the messenger's id of the resident's own message, so that an edit of it can be followed.
    `unfinished` marks an answer of several that is not complete yet.
    """

    value: JSON
    kind: Literal["answer", "deed"] = "answer"
    message: str = ""
    unfinished: bool = False


Journal = Mapping[str, Entry]


@dataclass(frozen=True)
class Ended:
    """The script came to its end, and possibly names the one that follows."""

    next: Next | None = None


@dataclass(frozen=True)
class Turn:
    """What was said since the fresh entry, and what the script wants now."""

    said: tuple[Say, ...]
    wants: Ask | See | Do | Ended


def deed_name(name: str) -> str:
    """Deeds and questions may share a name; in the journal a deed's has a mark."""
    return f"!{name}"


class _Player:
    """The state of one replay: what was passed, what is loud."""

    def __init__(self, journal: Journal, seen: Mapping[str, Any], fresh: str | None) -> None:
        self.journal = journal
        self.seen = seen
        self.fresh = fresh
        self.loud = fresh == BEGINNING
        self.said: list[Say] = []
        self.passed: set[str] = set()
        self.looks: dict[str, int] = {}

    def answer(self, effect: object) -> tuple[bool, Any]:
        """Whether the effect's answer is known, and the answer."""
        match effect:
            case Say():
                if self.loud:
                    self.said.append(effect)
                return True, None
            case Ask():
                return self._answer_asked(effect)
            case Do():
                return self._recall(deed_name(effect.name), effect.deed.codec.validate_python)
            case See():
                key = self.look_key(effect)
                return key in self.seen, self.seen.get(key)
            case _:
                raise ForeignAwait(ForeignAwait.__doc__)

    def look_key(self, effect: See) -> str:
        """One query may be read twice in a turn, before and after a deed."""
        self.looks[effect.name] = count = self.looks.get(effect.name, 0) + 1
        return f"{effect.name}#{count}"

    def _answer_asked(self, effect: Ask) -> tuple[bool, Any]:
        entry = self.journal.get(effect.name)
        if entry is not None and entry.unfinished:
            return False, None
        return self._recall(effect.name, effect.question.reader.load)

    def _recall(self, name: str, load: Any) -> tuple[bool, Any]:
        if name in self.passed:
            raise NameUsedTwice(f"{name}: {NameUsedTwice.__doc__}")
        self.passed.add(name)
        entry = self.journal.get(name)
        if entry is None:
            return False, None
        try:
            value = load(entry.value)
        except Withdrawn:
            return False, None
        self.loud = self.loud or name == self.fresh
        return True, value

    def wanted(self, effect: Ask | See | Do) -> Ask | See | Do:
        """The effect as it is asked for: a read under its own key, a half answer with what was chosen."""
        if isinstance(effect, See):
            return replace(effect, name=f"{effect.name}#{self.looks[effect.name]}")
        if isinstance(effect, Ask) and (entry := self.journal.get(effect.name)) is not None:
            try:
                return replace(effect, chosen=effect.question.reader.load(entry.value))
            except Withdrawn:
                return effect
        return effect


def advance(script: Script, journal: Journal, fresh: str | None, seen: Mapping[str, Any]) -> Turn:
    """Play `script` until it wants something that neither `journal` nor `seen` knows.

    `fresh` is the name of the entry that is new in this turn: what the script says before it stays silent.
    `BEGINNING` makes everything loud, None nothing. `seen` holds what was read in this turn, by the name
    that the returned `See` carried. Raises `EngineError` for a script that breaks the rules.
    """
    player = _Player(journal, seen, fresh)
    coroutine = cast("Coroutine[Any, Any, Next | None]", script.run(Talk()))
    known: Any = None
    try:
        while True:
            effect = coroutine.send(known)
            found, known = player.answer(effect)
            if not found:
                return Turn(tuple(player.said), player.wanted(cast("Ask | See | Do", effect)))
    except StopIteration as end:
        return Turn(tuple(player.said), Ended(cast("Next | None", end.value)))
    finally:
        coroutine.close()


__all__ = ["BEGINNING", "Ended", "Entry", "Journal", "Turn", "Wish", "advance", "deed_name"]
