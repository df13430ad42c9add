"""A resident wants to talk to a person."""

from __future__ import annotations

from flows.deeds.ask_person import ask_person
from flows.deeds.read_trajectory import read_trajectory
from flows.engine.questions import Question
from flows.engine.readers import Text
from flows.engine.talk import Talk, script
from flows.scripts.promises import MENU, promise

WISH = Question("wish", "person-ask", Text(least=5, most=600))


@script("person")
async def person(talk: Talk) -> None:
    """A call-back request; the other ways to reach someone are told at once."""
    seen = await talk.see(read_trajectory)
    if not seen.consented:
        await talk.say("person-without-keeping", contact=seen.text("contact"), ways=seen.text("other_ways"))
        return
    wish = await talk.ask(WISH, contact=seen.text("contact"), ways=seen.text("other_ways"))
    given = await talk.do(ask_person, words=wish)
    await promise(talk, "person-thanks", given, stopped=seen.stopped, actions=(MENU,))
