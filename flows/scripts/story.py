"""A resident tells what happened to them."""

from __future__ import annotations

from typing import Final

from flows.deeds.read_trajectory import read_trajectory
from flows.deeds.tell_story import tell_story
from flows.engine.questions import Phrase, Question
from flows.engine.readers import Telling, YesNo
from flows.engine.talk import Talk, script
from flows.scripts.promises import promise
from flows.steps import NEXT_ROUND

LEAST_STORY: Final = 10
"""Characters: less is no story."""

STORY = Question("story", "story-ask", Telling(least=LEAST_STORY))
MAY_SHOW = Question("may-show", "story-may-show", YesNo(Phrase("story-show-yes"), Phrase("story-show-no")))


@script("story")
async def story(talk: Talk) -> None:
    """Told by text, voice or photo; read by a person; shown only if the teller allows it."""
    seen = await talk.see(read_trajectory)
    told = await talk.ask(STORY, title=seen.text("title"))
    may_show = await talk.ask(MAY_SHOW)
    given = await talk.do(tell_story, told=told, may_show=may_show)
    if not may_show:
        await talk.say("story-kept-private")
    thanks = "story-next-round" if given.step == NEXT_ROUND else "story-thanks"
    await promise(talk, thanks, given, stopped=seen.stopped)
