"""A card that was answered, or passed by, long ago: its buttons still work."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from flows.counting import VALUES
from flows.deeds.cast_vote import NotVoted, cast_vote, numbered, own_vote
from flows.engine.questions import Phrase, TextArgument
from flows.engine.talk import Say
from flows.hearing.answers import beside
from flows.hearing.moves import Move, Scene

SAID: Final[Mapping[str, str]] = {"story": "reading", "update": "update"}
"""Kind of node to how the text keys of what can be said of it begin, where that is not "vote"."""

_ARGUMENT = re.compile(r"(n?)(\d{1,9})\.([a-z]+)", re.ASCII)


async def vote_on_old_card(scene: Scene, argument: str) -> Move:
    """Change the vote, say so, and ask again what is open.

    `argument`: the id of what it is about, or its number after an "n", then a dot and an option.
    """
    said = _ARGUMENT.fullmatch(argument)
    if said is None or said[3] not in VALUES:
        return beside(scene, Say("turn-unknown-button"))
    by_number, about, option = said[1] == "n", int(said[2]), said[3]
    node_id = await numbered(scene.acting, about) if by_number else about
    if node_id is None:
        return beside(scene, Say("vote-gone", {"number": str(about)}))
    if _is_late(scene) and await own_vote(scene.acting, node_id) is not None:
        return beside(scene, Say("vote-late"))
    voted = await cast_vote.run(scene.acting, node_id, VALUES[option])
    if isinstance(voted, NotVoted):
        return beside(scene, Say(voted.text, {"number": voted.number, "into": voted.into}))
    text = "vote-same" if voted.was == voted.value else "vote-first" if voted.was is None else "vote-changed"
    said_so = Phrase(f"{SAID.get(voted.kind, 'vote')}-{option}")
    now: dict[str, TextArgument] = {"number": str(voted.number), "kind": voted.kind, "said": said_so}
    return beside(scene, Say(text, now))


def _is_late(scene: Scene) -> bool:
    """Whether something that the person did later came in before this: a newer vote is not overwritten."""
    person = scene.acting.resident
    return scene.inbound.is_overtaken(person.last_order, person.used_at)
