"""Play the scripts of one chat against its journal, doing and reading what they want on the way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from flows.deeds.acting import Acting
from flows.deeds.read_leaving import half_told
from flows.engine.questions import JSON
from flows.engine.replay import BEGINNING, Ended, Entry, Journal, advance, deed_name
from flows.engine.talk import Ask, Do, Next, Say, Script, See
from storage import participants
from storage.journal import Standing, Talking

GONE = Say("turn-script-gone")


@dataclass(frozen=True)
class Played:
    """Where the conversation stands after playing, what was said, and the question that is open."""

    acting: Acting
    talking: Talking
    said: tuple[Say, ...]
    ask: Ask | None


class Conversing:
    """Knows the scripts."""

    def __init__(self, scripts: Mapping[str, Script]) -> None:
        """`scripts` by their published names."""
        self._scripts = scripts

    def knows(self, script: str) -> bool:
        """Whether there is a script of this name."""
        return script in self._scripts

    async def play(
        self, acting: Acting, talking: Talking, fresh: str | None, *, looking: bool = False
    ) -> Played:
        """Go on until a question is open or nothing is left; `fresh` as in `advance`.

        `looking` does nothing: it stops before a deed.
        """
        said: list[Say] = []
        seen: dict[str, Any] = {}
        while (top := talking.top) is not None:
            script = self._scripts.get(top.script)
            if script is None:
                said.append(GONE)
                talking, fresh = _ended(talking, None)
                continue
            turn = advance(script, entries(top), fresh, seen)
            match turn.wants:
                case See() as see:
                    args, kwargs = see.arguments
                    seen[see.name] = await see.query.run(acting, *args, **kwargs)
                case Do() if looking:
                    return Played(acting, talking, (), None)
                case Do() as do:
                    talking, acting = await self._do(acting, talking, do)
                    # Where nothing else is new, this is: what the script says after it was never said.
                    fresh = deed_name(do.name) if fresh is None else fresh
                case Ask() as ask:
                    return Played(acting, talking, (*said, *turn.said), ask)
                case Ended() as ended:
                    said += turn.said
                    seen = {}
                    talking, fresh = _ended(talking, ended.next)
        return Played(acting, talking, tuple(said), None)

    async def _do(self, acting: Acting, talking: Talking, do: Do) -> tuple[Talking, Acting]:
        """Do it, note the result, and read the person afresh: deeds change who we talk to."""
        args, kwargs = do.arguments
        result = await do.deed.run(acting, *args, **kwargs)
        value = do.deed.codec.dump_python(result, mode="json")
        talking = noted(talking, deed_name(do.name), Entry(value, "deed"))
        person = await participants.read_at(acting.connection, talking.address_id)
        if person is None or acting.person is None:
            return talking, acting
        if person.forget_at is not None:
            # Who wants to be forgotten has nothing to go on with.
            talking = replace(talking, beneath=None)
        language = person.chosen_language or acting.person.language
        return talking, replace(acting, person=replace(person, language=language))


def entries(standing: Standing) -> Journal:
    """The journal as the engine reads it."""
    return {name: Entry(**stored) for name, stored in standing.journal.items()}


def noted(talking: Talking, name: str, entry: Entry) -> Talking:
    """The conversation with one more journal entry (at the end, also when it replaces one)."""
    if talking.top is None:
        raise LookupError("there is no script open to note this in")
    journal = {key: value for key, value in talking.top.journal.items() if key != name}
    journal[name] = asdict(entry)
    return replace(talking, top=replace(talking.top, journal=journal))


def begun(talking: Talking, script: str, answers: Mapping[str, JSON] | None = None) -> Talking:
    """A script begins: over the open one when there is one (one deep at most), else by itself."""
    journal = {name: asdict(Entry(value)) for name, value in (answers or {}).items()}
    return talking.begin(script, journal, over=talking.top is not None)


def _ended(talking: Talking, following: Next | None) -> tuple[Talking, str | None]:
    """After a script: the one it names, else the one beneath, silently."""
    if following is not None:
        journal = {name: asdict(Entry(value)) for name, value in following.answers.items()}
        beneath = talking.beneath
        if beneath is not None and beneath.script == following.script and not half_told(beneath):
            # The same question lay open with nothing told: it is not asked once more after this.
            talking = replace(talking, beneath=None)
        return talking.begin(following.script, journal), BEGINNING
    reminded_at = talking.reminded_at if talking.beneath else None
    return replace(talking, top=talking.beneath, beneath=None, tries=0, reminded_at=reminded_at), None
