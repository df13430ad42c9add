"""How it could be done: what is needed, what stands in the way, what one could do oneself."""

from __future__ import annotations

from collections.abc import Sequence

from flows.deeds.read_parts import PartSeen, read_parts
from flows.deeds.read_trajectory import read_trajectory
from flows.deeds.say_about_part import say_about_part
from flows.engine.questions import Option, Phrase, Question
from flows.engine.readers import OneOf, Text
from flows.engine.talk import Action, Talk, script
from flows.scripts.promises import MENU, promise

KINDS = ("need", "obstacle", "offer")
WHOLE = Option("whole", Phrase("realisation-whole"))
WHICH = Question("which", "realisation-which", OneOf((WHOLE,)))
WHAT = Question(
    "what",
    "realisation-what",
    OneOf(tuple(Option(key, Phrase(f"realisation-{key}")) for key in KINDS)),
)
WORDS = Question("words", "realisation-words", Text(least=3, most=1000))
AGAIN = Action("realisation", Phrase("action-realisation-again"))


@script("realisation")
async def realisation(talk: Talk) -> None:
    """One thing about one part; for another it begins anew."""
    seen = await talk.see(read_trajectory)
    parts = await talk.see(read_parts, "concept_part")
    if "realisation" not in seen.allows:
        await talk.say("turn-not-now", actions=(MENU,))
        return
    await talk.say("realisation-intro", parts=len(parts))
    need, obstacle, offer = (_said(parts, kind) for kind in KINDS)
    if need or obstacle or offer:
        await talk.say("realisation-so-far", need=need, obstacle=obstacle, offer=offer)
    about: int | None = None
    if parts:
        options = tuple(Option(str(part.node_id), part.title) for part in parts)
        chosen = await talk.ask(WHICH.offering(OneOf((*options, WHOLE))))
        about = int(chosen) if chosen.isdecimal() else None
    kind = await talk.ask(WHAT)
    words = await talk.ask(WORDS, what=Phrase(f"realisation-ask-{kind}"))
    given = await talk.do(say_about_part, kind, about, words)
    await promise(talk, f"realisation-thanks-{kind}", given, stopped=seen.stopped, actions=(AGAIN, MENU))


def _said(parts: Sequence[PartSeen], kind: str) -> int:
    return sum(part.said.get(kind, 0) for part in parts)
