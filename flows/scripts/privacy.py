"""What is kept, and how to be forgotten."""

from __future__ import annotations

from flows.deeds.read_trajectory import read_trajectory
from flows.engine.questions import Phrase
from flows.engine.talk import Action, Talk, script


@script("privacy")
async def privacy(talk: Talk) -> None:
    """In a few sentences, with a button to be forgotten."""
    seen = await talk.see(read_trajectory)
    await talk.say(
        "privacy",
        controller=seen.text("controller"),
        actions=(Action("forget", Phrase("action-forget")), Action("menu", Phrase("action-menu"))),
    )
