"""A second app for the same person: a code from the first, typed in the second, a yes in the first."""

from __future__ import annotations

from flows.deeds.offer_code import offer_code
from flows.deeds.read_channels import read_channels
from flows.deeds.settle_link import settle_link
from flows.deeds.try_code import try_code
from flows.deeds.unlink_channel import unlink_channel
from flows.engine.questions import Option, Phrase, Question
from flows.engine.readers import OneOf, Text
from flows.engine.talk import Action, Next, Talk, script
from flows.linking import TRIES_OF_A_CHAT
from flows.scripts.promises import BACK, MENU, MINE

WAY = Question(
    "way",
    "linking-way",
    OneOf(tuple(Option(key, Phrase(f"linking-way-{key}")) for key in ("give", "have", "nothing"))),
)
CODE = Question("about", "linking-code", Text(least=1, most=60))
HANDLE = Question("about", "linking-nothing", Text(least=1, most=10))
WHICH = Question("which", "unlinking-which", OneOf(()))
LINKING = Action("linking", Phrase("action-linking"))


@script("linking")
async def linking(talk: Talk) -> Next | None:
    """Get a code here, or go on with one from elsewhere."""
    here = await talk.see(read_channels)
    way = await talk.ask(WAY) if here.agreed else "have"
    if way == "have":
        return Next("linking-code")
    if way == "nothing":
        await talk.say("settings-as-they-were", actions=(MENU,))
        return None
    code = await talk.do(offer_code)
    await talk.say("linking-how", links=here.links)
    await talk.say("linking-type-this", look="card", code=code)
    await talk.say("linking-then", actions=(MENU,))
    return None


@script("linking-code")
async def linking_code(talk: Talk) -> None:
    """Whatever is typed here, nothing is joined by it: the first app is asked."""
    for attempt in range(2 * TRIES_OF_A_CHAT):
        about = str(attempt) if attempt else ""
        typed = await talk.ask(CODE, about=about)
        tried = await talk.do(try_code.about(about), typed=typed)
        text = f"linking-{tried.outcome}"
        if tried.outcome not in ("wrong", "no-code") or not tried.left:
            break
        await talk.say(text, left=tried.left)
    here = await talk.see(read_channels)
    again = (LINKING, MENU) if here.agreed else ()
    await talk.say(text, left=tried.left, actions=() if tried.outcome == "asked" else again)


@script("linking-yes")
async def linking_yes(talk: Talk) -> None:
    """A button in the first app: both are mine."""
    done = await talk.do(settle_link, handle=await talk.ask(HANDLE), yes=True)
    await talk.say(f"linking-{done}", actions=(BACK, MENU) if done == "done-stopped" else (MINE, MENU))


@script("linking-no")
async def linking_no(talk: Talk) -> None:
    """A button in the first app: that was somebody else."""
    done = await talk.do(settle_link, handle=await talk.ask(HANDLE), yes=False)
    await talk.say(f"linking-{done}", actions=(MENU,))


@script("unlinking")
async def unlinking(talk: Talk) -> None:
    """Take another app away; what was given stays here."""
    here = await talk.see(read_channels)
    apps = tuple(Option(str(other.address_id), other.name) for other in here.others)
    chosen = (
        await talk.ask(WHICH.offering(OneOf((*apps, Option("none", Phrase("settings-nothing"))))))
        if apps
        else "none"
    )
    if chosen == "none":
        await talk.say("settings-as-they-were" if apps else "unlinking-nothing", actions=(MENU,))
        return
    done = await talk.do(unlink_channel, address_id=int(chosen))
    await talk.say("unlinking-done" if done else "unlinking-nothing", actions=(MENU,))
