"""What is kept, and what a resident can do about it."""

from __future__ import annotations

from flows.deeds.read_trajectory import read_trajectory
from flows.engine.questions import Phrase
from flows.engine.talk import Action, Talk, script

RIGHTS = ("my-data", "mine", "leave", "forget", "menu")


@script("privacy")
async def privacy(talk: Talk) -> None:
    """In a few sentences, with a button for each right: to have it all, to take one thing back, to go."""
    seen = await talk.see(read_trajectory)
    await talk.say(
        "privacy",
        controller=seen.text("controller"),
        months=seen.retain_months,
        actions=tuple(Action(name, Phrase(f"action-{name}")) for name in RIGHTS),
    )
