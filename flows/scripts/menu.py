"""What a resident can do now."""

from __future__ import annotations

from flows.deeds.read_trajectory import read_trajectory
from flows.engine.questions import Phrase
from flows.engine.talk import Action, Talk, script

AT_MOST = 5
"""Of what the steps allow; more does not fit a small screen beside what is always there."""

ALWAYS = ("mine", "invitation", "meeting", "person", "settings", "privacy")


@script("menu")
async def menu(talk: Talk) -> None:
    """What the open steps allow first, then what is always there; who stopped may come back instead."""
    seen = await talk.see(read_trajectory)
    so_far = ("catch-up",) if seen.late else ()
    last = "back" if seen.stopped else "stop"
    names = (*seen.allows[:AT_MOST], *so_far, *ALWAYS, last)
    await talk.say(
        "menu",
        title=seen.text("title"),
        actions=tuple(Action(name, Phrase(f"action-{name}")) for name in names),
    )
