"""A resident gives an idea."""

from __future__ import annotations

from flows.deeds.give_idea import give_idea
from flows.engine.questions import Phrase, Question
from flows.engine.readers import Text
from flows.engine.talk import Action, Talk, script

IDEA = Question("idea", "idea-ask", Text(least=5, most=600))


@script("idea")
async def idea(talk: Talk) -> None:
    """One idea in a few sentences; others will vote on it, and the question says so."""
    words = await talk.ask(IDEA)
    given = await talk.do(give_idea, words=words)
    await talk.say(
        "idea-thanks",
        number=str(given.number),
        day=given.due_at.date(),
        actions=(Action("mine", Phrase("action-mine")), Action("menu", Phrase("action-menu"))),
    )
