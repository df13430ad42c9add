"""How is it going with a promise: done, later, somebody else, or let go of without shame."""

from __future__ import annotations

from dataclasses import replace

from flows.deeds.answer_check_in import keep_promise, postpone_promise, release_promise
from flows.deeds.offer_promise import DESK, offer_promise
from flows.deeds.read_promises import read_offered, read_promise, read_promises, read_successors
from flows.deeds.read_trajectory import read_trajectory
from flows.deeds.take_over_promise import refuse_promise, take_over_promise
from flows.engine.questions import Option, Phrase, Question
from flows.engine.readers import Day, OneOf, YesNo
from flows.engine.talk import Action, Talk, script
from flows.promising import LATEST, Promise, called, line
from flows.scripts.commitment import COMMITMENT
from flows.scripts.pointing import Pointed, pointed
from flows.scripts.promises import MENU, MINE

ACTIVE = ("done", "later", "hand_over", "release")
CONDITIONAL = ("release", "wait")
NOBODY = "nobody"


def _one_of(names: tuple[str, ...]) -> OneOf:
    return OneOf(tuple(Option(name, Phrase(f"checkin-{name}".replace("_", "-"))) for name in names))


ABOUT = Question("about", "checkin-which", Pointed((Option(NOBODY, Phrase("checkin-none")),)))
HOW = Question("how", "checkin-how", _one_of(ACTIVE))
NEW_DAY = Question("new-day", "checkin-new-day", Day(1, LATEST.days))
TO = Question("to", "checkin-to", OneOf(()))
WILL = Question("will", "take-over-ask", YesNo(Phrase("take-over-yes"), Phrase("take-over-no")))


@script("my-promises")
async def my_promises(talk: Talk) -> None:
    """What one promised and what one joins, as it stands, with a button for each that is still to be kept."""
    seen = await talk.see(read_trajectory)
    mine = [one.promise for one in await talk.see(read_promises)]
    if not mine:
        await talk.say("checkin-nothing", actions=(COMMITMENT, MENU))
        return
    await talk.say(
        "my-promises",
        look="journey",
        stages=tuple(line(promise, seen.text("municipality")) for promise in mine),
        actions=(*(_button(promise) for promise in mine if promise.is_open), MENU),
    )


def _button(promise: Promise) -> Action:
    name, key = ("checkin", "checkin-about") if promise.own else ("fellows", "fellows-about")
    return Action(name, Phrase(key, {"words": promise.said}), str(promise.node_id))


@script("checkin")
async def checkin(talk: Talk) -> None:
    """The buttons of every message about a promise come here, however old they are."""
    node_id, answer = pointed(await talk.ask(ABOUT))
    promise = await talk.see(read_promise, node_id)
    if promise is None or not promise.own:
        await talk.say("checkin-nothing", actions=(COMMITMENT, MENU))
    elif not promise.is_open:
        await _over(talk, promise)
    else:
        await _go_on(talk, promise, answer)


async def _go_on(talk: Talk, promise: Promise, answer: str) -> None:
    ways = ACTIVE if promise.state == "active" else CONDITIONAL
    if answer not in ways:
        answer = await talk.ask(HOW.offering(_one_of(ways)), words=promise.said, day=promise.due_on)
    match answer:
        case "done":
            done = await talk.do(keep_promise, node_id=promise.node_id)
            text = "checkin-kept-together" if promise.joined else "checkin-kept"
            await _end(talk, promise, text if done else "")
        case "later":
            await _postpone(talk, promise)
        case "hand_over":
            await _hand_over(talk, promise)
        case "release":
            done = await talk.do(release_promise, node_id=promise.node_id)
            text = "checkin-released-together" if promise.joined else "checkin-released"
            await _end(talk, promise, text if done else "")
        case _:
            await talk.say("checkin-still-yours", actions=(MINE, MENU))


async def _postpone(talk: Talk, promise: Promise) -> None:
    day = await talk.ask(NEW_DAY)
    if await talk.do(postpone_promise, node_id=promise.node_id, due_on=day):
        await talk.say("checkin-postponed", actions=(MINE, MENU), day=day)
    else:
        await _over(talk, promise)


async def _hand_over(talk: Talk, promise: Promise) -> None:
    """To somebody who joined, or to the desk; until somebody says yes it stays where it is."""
    joined = await talk.see(read_successors, promise.node_id)
    people = (
        Option(key, name or Phrase("checkin-to-neighbour", {"place": place}))
        for place, (key, name) in enumerate(joined, start=1)
    )
    rest = (Option(DESK, Phrase("checkin-to-desk")), Option(NOBODY, Phrase("checkin-to-nobody")))
    to = await talk.ask(TO.offering(OneOf((*people, *rest))))
    if to == NOBODY:
        await talk.say("checkin-still-yours", actions=(MINE, MENU))
        return
    offered = await talk.do(offer_promise, node_id=promise.node_id, to=to)
    if offered is None:
        await _over(talk, promise)
    elif offered.desk:
        await talk.say("checkin-offered-desk", actions=(MINE, MENU))
    else:
        await talk.say("checkin-offered", actions=(MINE, MENU), who=called(offered.name))


async def _end(talk: Talk, promise: Promise, text: str) -> None:
    if text:
        await talk.say(text, actions=(MINE, MENU))
    else:
        await _over(talk, promise)


async def _over(talk: Talk, promise: Promise) -> None:
    """It was settled before, or is somebody else's: say how it stands."""
    now = await talk.see(read_promise, promise.node_id) or promise
    await talk.say("checkin-over", look="journey", stages=(line(now, ""),), actions=(MINE, MENU))


@script("take-over")
async def take_over(talk: Talk) -> None:
    """Somebody asks this person to take a promise over; yes or no, without a reason."""
    node_id, answer = pointed(await talk.ask(ABOUT))
    promise = await talk.see(read_offered, node_id)
    if promise is None:
        await talk.say("take-over-gone", actions=(MENU,))
        return
    will = answer == "yes"
    if answer not in ("yes", "no"):
        will = await talk.ask(WILL, words=promise.said, day=promise.due_on)
    if not will:
        await talk.do(refuse_promise, node_id=node_id)
        await talk.say("take-over-refused", actions=(MENU,))
        return
    due_on = promise.due_on
    if promise.past:
        due_on = await talk.ask(replace(NEW_DAY, text="commitment-when"))
    taken = await talk.do(take_over_promise, node_id=node_id, due_on=due_on)
    if taken is None:
        await talk.say("take-over-gone", actions=(MENU,))
    else:
        await talk.say("take-over-thanks", actions=(MINE, MENU), number=str(taken.number), day=taken.due_on)
