"""My contributions and their journey."""

from __future__ import annotations

from flows.deeds.read_mine import read_mine
from flows.deeds.read_trajectory import read_trajectory
from flows.engine.questions import Phrase
from flows.engine.talk import Action, Talk, script
from flows.journeys import journey

SHOWN = 5


@script("mine")
async def mine(talk: Talk) -> None:
    """Newest news first; a few at a time is all that fits a small screen."""
    contributions = await talk.see(read_mine)
    seen = await talk.see(read_trajectory)
    if not contributions:
        await talk.say(
            "mine-empty",
            actions=(Action("story", Phrase("action-story")), Action("menu", Phrase("action-menu"))),
        )
        return
    await talk.say("mine-intro", count=len(contributions))
    for contribution in contributions[:SHOWN]:
        await talk.say(
            "mine-title",
            look="journey",
            stages=journey(contribution),
            kind=Phrase(f"kind-{contribution.kind}"),
            number=str(contribution.number),
        )
    older = len(contributions) - SHOWN
    end = "mine-end-stopped" if seen.stopped else "mine-end"
    await talk.say(
        "mine-more" if older > 0 else end,
        actions=(Action("menu", Phrase("action-menu")),),
        older=max(older, 0),
    )
