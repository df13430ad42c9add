"""My contributions and their journey."""

from __future__ import annotations

from flows.deeds.read_mine import Mine, read_mine
from flows.deeds.read_promises import read_promises
from flows.deeds.read_trajectory import read_trajectory
from flows.engine.counts import read_count
from flows.engine.questions import Phrase, Question
from flows.engine.readers import Text
from flows.engine.talk import Action, Talk, script
from flows.journeys import in_the_news, journey
from flows.scripts.promises import MENU

AFTER = Question("about", "mine-older-which", Text(least=1, most=40))


@script("mine")
async def mine(talk: Talk) -> None:
    """Newest news first; a few at a time is all that fits a small screen."""
    seen = await talk.see(read_mine)
    if seen.contributions:
        await talk.say("mine-intro", count=seen.count)
        await _show(talk, seen)
    else:
        story = Action("story", Phrase("action-story"))
        await talk.say("mine-empty", actions=(story, *await _promises(talk), MENU))
    if seen.chosen:
        await talk.say("mine-chosen", look="journey", stages=in_the_news(seen.chosen))
    if seen.contributions:
        await _end(talk, seen)


@script("mine-older")
async def mine_older(talk: Talk) -> None:
    """A button below the page before says where to go on, by the number of what came last there."""
    seen = await talk.see(read_mine, read_count(await talk.ask(AFTER)) or 0)
    if seen.contributions:
        await _show(talk, seen)
        await _end(talk, seen)
    else:
        await talk.say("mine-nothing-older", actions=(Action("mine", Phrase("action-mine")), MENU))


async def _show(talk: Talk, seen: Mine) -> None:
    for contribution in seen.contributions:
        kind, number = Phrase(f"kind-{contribution.kind}"), str(contribution.number)
        take_back = Action("withdraw", Phrase("action-withdraw", {"kind": kind, "number": number}), number)
        stands = contribution.state != "withdrawn"
        await talk.say(
            "mine-title",
            look="journey",
            stages=journey(contribution),
            kind=kind,
            number=number,
            actions=(take_back,) if stands else (),
        )


async def _end(talk: Talk, seen: Mine) -> None:
    if seen.older > 0:
        last = str(seen.contributions[-1].number)
        older = Action("mine-older", Phrase("action-mine-older"), last)
        await talk.say("mine-more", older=seen.older, actions=(older, *await _promises(talk), MENU))
        return
    trajectory = await talk.see(read_trajectory)
    end = "mine-end-stopped" if trajectory.stopped else "mine-end"
    await talk.say(end, actions=(*await _promises(talk), MENU))


async def _promises(talk: Talk) -> tuple[Action, ...]:
    """How they stand, those of others that one joins as well, has a place of its own."""
    if await talk.see(read_promises):
        return (Action("my-promises", Phrase("action-my-promises")),)
    return ()
