"""Doing something together: join in a promise of somebody else, see with whom, and leave again."""

from __future__ import annotations

from flows.deeds.join_promise import NotJoined, join_promise, leave_promise
from flows.deeds.read_promises import read_fellows, read_promise, read_promised
from flows.engine.questions import Option, Phrase, Question
from flows.engine.talk import Action, Talk, script
from flows.promising import Promise, introduced, who
from flows.scripts.commitment import COMMITMENT
from flows.scripts.pointing import Pointed, pointed
from flows.scripts.promises import MENU
from flows.scripts.sharing import choose_name, choose_shared

NOTHING = Option("nothing", Phrase("together-nothing"))
ABOUT = Question("about", "together-which", Pointed((NOTHING,)))


@script("together")
async def together(talk: Talk) -> None:
    """Which one, under what name, and what the others may know; where it is enough, it goes on at once."""
    promised = await talk.see(read_promised)
    about = await talk.ask(ABOUT.offering(Pointed((*map(_option, promised.joinable), NOTHING))))
    node_id, _ = pointed(about)
    if not node_id:
        await talk.say("commitment-not-now", actions=(MENU,))
        return
    promise = await talk.see(read_promise, node_id)
    if promise is None or promise.municipal or not promise.is_open:
        await talk.say("together-gone", actions=(COMMITMENT, MENU))
        return
    if promise.own or promise.joins:
        await _already(talk, promise)
        return
    waiting = promise.state == "conditional"
    await talk.say(
        "together-waiting" if waiting else "together-sure",
        who=who(promise),
        words=promise.said,
        day=promise.due_on,
        needs=promise.needs or 0,
        joined=promise.joined,
    )
    name = await choose_name(talk, "together-name")
    shared = await choose_shared(talk, name, "together-share")
    joined = await talk.do(join_promise, node_id=node_id, shared=shared)
    if isinstance(joined, NotJoined):
        await talk.say(joined.text, actions=(COMMITMENT, MENU))
    elif joined.waits:
        await talk.say(
            "together-waits",
            actions=(_out(node_id), MENU),
            joined=joined.joined,
            needs=joined.needs,
            day=promise.joined_by or promise.due_on,
        )
    else:
        await _introduce(talk, promise, "together-enough" if waiting else "together-joined")


@script("fellows")
async def fellows(talk: Talk) -> None:
    """With whom one does it, as it stands now."""
    promise = await _pointed_at(talk)
    if promise is None or not (promise.own or promise.joins):
        await talk.say("together-gone", actions=(MENU,))
    elif promise.state == "conditional":
        await _already(talk, promise)
    else:
        await _introduce(talk, promise, "fellows-now")


@script("step-out")
async def step_out(talk: Talk) -> None:
    """Leave, at once and without a reason."""
    promise = await _pointed_at(talk)
    if promise is not None and await talk.do(leave_promise, node_id=promise.node_id):
        back = Action("together", Phrase("together-back"), str(promise.node_id))
        await talk.say("together-left", actions=(back, MENU))
    else:
        await talk.say("together-not-in", actions=(MENU,))


async def _pointed_at(talk: Talk) -> Promise | None:
    promised = await talk.see(read_promised)
    about = await talk.ask(ABOUT.offering(Pointed((*map(_option, promised.joinable), NOTHING))))
    return await talk.see(read_promise, pointed(about)[0])


async def _introduce(talk: Talk, promise: Promise, text: str) -> None:
    found = await talk.see(read_fellows, promise.node_id) or []
    look = Action("fellows", Phrase("action-fellows"), str(promise.node_id))
    stages = tuple(introduced(fellow) for fellow in found)
    leaving = () if promise.own else (_out(promise.node_id),)
    await talk.say(
        text if stages else "fellows-nobody",
        look="journey" if stages else "plain",
        stages=stages,
        actions=(*((look,) if text != "fellows-now" else ()), *leaving, MENU),
        words=promise.said,
        day=promise.due_on,
    )


async def _already(talk: Talk, promise: Promise) -> None:
    leaving = () if promise.own else (_out(promise.node_id),)
    await talk.say("together-own" if promise.own else "together-already", actions=(*leaving, MENU))


def _option(promise: Promise) -> Option:
    about = {"who": who(promise, first=True), "words": promise.said}
    return Option(str(promise.node_id), Phrase("together-option", about))


def _out(node_id: int) -> Action:
    return Action("step-out", Phrase("action-step-out"), str(node_id))
