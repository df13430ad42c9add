"""Stopping, coming back, and being forgotten."""

from __future__ import annotations

from flows.deeds.forget_me import forget_me
from flows.deeds.set_pushes import come_back, stop
from flows.engine.questions import Phrase, Question
from flows.engine.readers import YesNo
from flows.engine.talk import Action, Talk, script

SURE = Question("sure", "forget-sure", YesNo(Phrase("forget-yes"), Phrase("forget-no")))


@script("stop")
async def stopping(talk: Talk) -> None:
    """At once, without questions; the way back and the way out are on the same message."""
    await talk.do(stop)
    await talk.say(
        "stopped",
        actions=(Action("back", Phrase("action-back")), Action("forget", Phrase("action-forget"))),
    )


@script("back")
async def coming_back(talk: Talk) -> None:
    """Take part again."""
    await talk.do(come_back)
    await talk.say("welcome-back", actions=(Action("menu", Phrase("action-menu")),))


@script("forget")
async def forgetting(talk: Talk) -> None:
    """Asked once more, because it cannot be undone."""
    if await talk.ask(SURE):
        await talk.do(forget_me)
        await talk.say("forgotten")
    else:
        await talk.say("not-forgotten", actions=(Action("menu", Phrase("action-menu")),))
