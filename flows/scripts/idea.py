"""A resident gives an idea."""

from __future__ import annotations

from typing import Final

from flows.deeds.give_idea import give_idea
from flows.deeds.read_trajectory import read_trajectory
from flows.engine.questions import Question
from flows.engine.readers import Text
from flows.engine.talk import Talk, script
from flows.scripts.promises import promise

LEAST_IDEA: Final = 5
"""Characters: less is no idea."""

IDEA = Question("idea", "idea-ask", Text(least=LEAST_IDEA, most=600))


@script("idea")
async def idea(talk: Talk) -> None:
    """One idea in a few sentences; others will vote on it, and the question says so."""
    seen = await talk.see(read_trajectory)
    words = await talk.ask(IDEA)
    given = await talk.do(give_idea, words=words)
    await promise(talk, "idea-thanks", given, stopped=seen.stopped)
