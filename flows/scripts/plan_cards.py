"""The plan in cards: support, or a dot on the i."""

from __future__ import annotations

from flows.engine.questions import Phrase
from flows.engine.talk import Action, Talk, script
from flows.scripts.parts import Sheet, go_through

PLAN = Sheet("plan-cards", "plan_part", "dot")


@script("plan-cards")
async def plan_cards(talk: Talk) -> None:
    """And then the meeting at which it is presented, if there is one."""
    await go_through(talk, PLAN, more=(Action("meeting", Phrase("action-meeting")),))
