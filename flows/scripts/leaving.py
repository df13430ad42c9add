"""Stopping, coming back, leaving, and being forgotten."""

from __future__ import annotations

from flows.deeds.forget_me import forget_me
from flows.deeds.leave_trajectory import leave_trajectory
from flows.deeds.read_leaving import read_leaving
from flows.deeds.set_pushes import come_back, stop
from flows.engine.questions import Phrase, Question
from flows.engine.readers import YesNo
from flows.engine.talk import Action, Talk, script
from flows.scripts.promises import BACK, MENU, MINE

STAYS = Question("stays", "leave-sure", YesNo(Phrase("leave-yes"), Phrase("leave-no")))
SURE = Question("sure", "forget-sure", YesNo(Phrase("forget-yes"), Phrase("forget-no")))


@script("stop")
async def stopping(talk: Talk) -> None:
    """At once, without questions; what goes and what stays is said, with the way back and the way out."""
    leaving = await talk.see(read_leaving)
    await talk.do(stop)
    texts = ["stopped"]
    texts += ["stopped-halfway"] if leaving.halfway else []
    texts += ["stopped-given"] if leaving.gave else []
    for text in texts[:-1]:
        await talk.say(text)
    await talk.say(texts[-1], actions=(BACK, Action("forget", Phrase("action-forget"))))


@script("back")
async def coming_back(talk: Talk) -> None:
    """Take part again; what was answered meanwhile is not sent after all, but can be read."""
    if await talk.do(come_back):
        await talk.say("back-again")
        await talk.say("back-missed", actions=(MINE, MENU))
    else:
        await talk.say("back-again", actions=(MINE, MENU))


@script("leave")
async def going(talk: Talk) -> None:
    """What was given stays, and nobody knows any more whose it was; asked once more."""
    if await talk.ask(STAYS):
        await talk.do(leave_trajectory)
        await talk.say("left")
    else:
        await talk.say("not-forgotten", actions=(MENU,))


@script("forget")
async def forgetting(talk: Talk) -> None:
    """Asked once more, because it cannot be undone."""
    if await talk.ask(SURE):
        await talk.do(forget_me)
        await talk.say("forgotten")
    else:
        await talk.say("not-forgotten", actions=(MENU,))
