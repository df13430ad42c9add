"""A resident names a network that should take part, and may invite it."""

from __future__ import annotations

from flows.deeds.name_network import name_network
from flows.deeds.read_so_far import networks_so_far
from flows.deeds.read_trajectory import read_trajectory
from flows.engine.questions import Option, Phrase, Question
from flows.engine.readers import OneOf, Text, YesNo
from flows.engine.talk import Action, Next, Talk, script
from flows.networks import KINDS, SIZES
from flows.scripts.promises import MENU, promise

GROUP = Question("group", "connector-group", Text(least=2, most=80))
KIND = Question(
    "kind", "connector-kind", OneOf(tuple(Option(kind, Phrase(f"network-kind-{kind}")) for kind in KINDS))
)
SIZE = Question(
    "size", "connector-size", OneOf(tuple(Option(size, Phrase(f"network-size-{size}")) for size in SIZES))
)
KNOWS = Question(
    "knows", "connector-knows", YesNo(Phrase("connector-knows-yes"), Phrase("connector-knows-no"))
)
MAY_SAY = Question(
    "may-say", "connector-may-say", YesNo(Phrase("connector-say-yes"), Phrase("connector-say-no"))
)
INVITE = Question(
    "invite", "connector-invite", YesNo(Phrase("connector-invite-yes"), Phrase("connector-invite-no"))
)
INVITATION = Action("invitation", Phrase("action-invitation"))


@script("connector")
async def connector(talk: Talk) -> Next | None:
    """Who is here and who is missing comes first; the desk makes a network of what is named."""
    seen = await talk.see(read_trajectory)
    await tell_so_far(talk)
    group = await talk.ask(GROUP)
    kind = await talk.ask(KIND, group=group)
    size = await talk.ask(SIZE)
    knows = await talk.ask(KNOWS)
    may_say = await talk.ask(MAY_SAY)
    given = await talk.do(name_network, words=group, kind=kind, size=size, knows=knows, may_show=may_say)
    await promise(talk, "connector-thanks", given, stopped=seen.stopped, actions=())
    if await talk.ask(INVITE):
        return Next("invitation")
    await talk.say("connector-no-invitation", actions=(INVITATION, MENU))
    return None


async def tell_so_far(talk: Talk) -> None:
    """What this step brought: through whom people came, in numbers, and who is not here yet."""
    so_far = await talk.see(networks_so_far)
    if so_far.people:
        people = Phrase("networks-few") if so_far.people == "few" else so_far.people
        await talk.say("networks-so-far", people=people, lines=so_far.lines)
    if so_far.missing:
        await talk.say("networks-missing", names=so_far.missing)
