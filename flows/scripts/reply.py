"""A resident answers somebody's story, or an update."""

from __future__ import annotations

from flows.deeds.give_reply import give_reply, read_answerable
from flows.deeds.read_shown import NotShown
from flows.deeds.read_trajectory import read_trajectory
from flows.engine.questions import Phrase, Question
from flows.engine.readers import Telling, Text
from flows.engine.talk import Action, Talk, script
from flows.scripts.promises import MENU, promise
from flows.scripts.showing import shown_words

ABOUT = Question("about", "reply-about", Text(least=1, most=40))
REPLY = Question("reply", "reply-ask", Telling(least=2, most=1000))

REMINDS = 200
"""So many characters of a story remind of it."""


def reply_to(number: int, kind: str = "") -> Action:
    """The button that answers what has this number; of several in a row each says which by its `kind`."""
    label = Phrase("reply-to", {"kind": Phrase(f"kind-{kind}"), "number": str(number)})
    return Action("reply", label if kind else Phrase("action-reply"), str(number))


@script("reply")
async def reply(talk: Talk) -> None:
    """Read by a moderator first, like everything; shown under what it answers, and never answered itself."""
    seen = await talk.see(read_trajectory)
    about = await talk.ask(ABOUT)
    there = await talk.see(read_answerable, about)
    if isinstance(there, NotShown):
        await _explain(talk, there)
        return
    told = await talk.ask(
        REPLY,
        about=str(there.number),
        kind=there.kind,
        number=str(there.number),
        words=shown_words(there.words, "update" if there.kind == "update" else there.told, REMINDS),
    )
    given = await talk.do(give_reply, number=there.number, told=told)
    if isinstance(given, NotShown):
        await _explain(talk, given)
    else:
        await promise(talk, "reply-thanks", given, stopped=seen.stopped)


async def _explain(talk: Talk, why: NotShown) -> None:
    instead = (reply_to(why.number, why.kind),) if why.number else ()
    await talk.say(why.text, kind=why.kind, actions=(*instead, MENU))
