"""A resident invites others with a link of their own, and hears how many came."""

from __future__ import annotations

from flows.deeds.open_way_in import open_way_in
from flows.deeds.read_invitation import read_invitation
from flows.deeds.read_trajectory import read_trajectory
from flows.engine.talk import Talk, script
from flows.scripts.promises import MENU


@script("invitation")
async def invitation(talk: Talk) -> None:
    """A message of its own that can be sent on as it is; the numbers never say who."""
    seen = await talk.see(read_trajectory)
    await talk.do(open_way_in)
    own = await talk.see(read_invitation)
    if not own.links:
        await talk.say("invitation-nowhere", actions=(MENU,), ways=seen.text("other_ways"))
        return
    await talk.say("invitation-intro")
    sample = seen.sample
    await talk.say(
        "invitation-text-sample" if sample else "invitation-text",
        look="card",
        title=seen.text("title"),
        goal=seen.text("goal"),
        links=own.links,
    )
    await talk.say("invitation-came", actions=(MENU,), count=own.came)
