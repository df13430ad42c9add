"""What is promised to whoever gives something: by when there is an answer, and where to read it."""

from __future__ import annotations

from collections.abc import Sequence

from flows.deeds.contribute import Contributed
from flows.engine.questions import Phrase
from flows.engine.talk import Action, Talk

BACK = Action("back", Phrase("action-back"))
MINE = Action("mine", Phrase("action-mine"))
MENU = Action("menu", Phrase("action-menu"))


async def promise(
    talk: Talk, text: str, given: Contributed, *, stopped: bool, actions: Sequence[Action] = (MINE, MENU)
) -> None:
    """Thank for it with `text`; who stopped gets `<text>-stopped`, because no answer comes into the chat."""
    number, day = str(given.number), given.answered_by
    if stopped:
        await talk.say(f"{text}-stopped", number=number, day=day)
        await point_elsewhere(talk)
    else:
        await talk.say(text, number=number, day=day, actions=actions)


async def point_elsewhere(talk: Talk) -> None:
    """Who stopped reads the answer in their own overview, and may change that."""
    await talk.say("answer-elsewhere", actions=(BACK, MINE, MENU))
