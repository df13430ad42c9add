"""A resident answers what a moderator asked back."""

from __future__ import annotations

from flows.deeds.answer_back import answer_back, asked_back
from flows.deeds.read_trajectory import read_trajectory
from flows.engine.questions import Option, Question
from flows.engine.readers import OneOf, Text
from flows.engine.talk import Talk, script
from flows.scripts.promises import MENU, MINE, point_elsewhere

ABOUT = Question("about", "answer-back-which", OneOf(()))
REPLY = Question("reply", "answer-back-ask", Text(least=1, most=3000))


@script("answer")
async def answering_back(talk: Talk) -> None:
    """The words go to the same item, and the moderator sees them beside it."""
    numbers = await talk.see(asked_back)
    seen = await talk.see(read_trajectory)
    if not numbers:
        await talk.say("answer-back-nothing", actions=(MENU,))
        return
    number = numbers[0]
    if len(numbers) > 1:
        which = OneOf(tuple(Option(str(one), str(one)) for one in numbers))
        chosen = await talk.ask(ABOUT.offering(which))
        number = int(chosen)
    words = await talk.ask(REPLY, about=str(number), number=str(number))
    taken = await talk.do(answer_back.about(str(number)), number=number, words=words)
    if taken and seen.stopped:
        await talk.say("answer-back-thanks")
        await point_elsewhere(talk)
    else:
        await talk.say("answer-back-thanks" if taken else "answer-back-nothing", actions=(MINE,))
