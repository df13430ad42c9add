"""Through which networks people came so far, as everyone may know it, and who is still missing."""

from __future__ import annotations

from dataclasses import dataclass

from flows import networks
from flows.deeds.acting import Acting
from flows.deeds.read_networks import NetworkSeen, NetworksSeen, read_networks
from flows.engine.questions import Localized
from flows.engine.talk import query

TOLD = 8
"""So many networks, and so many that are missing, are told in a chat."""


@dataclass(frozen=True)
class SoFar:
    """What everyone may know: `people` and a line for each network, small numbers veiled; who is missing."""

    people: networks.Shown
    lines: str
    missing: str


@query("networks")
async def networks_so_far(acting: Acting) -> SoFar:
    """Of the trajectory of the resident who is talking, in their language."""
    person = acting.resident
    seen = await read_networks(acting.connection, person.trajectory_id)
    numbers = networks.shown([one.came.consented for one in seen.networks], seen.others.consented)
    told = zip(seen.networks[:TOLD], numbers, strict=False)
    lines = [_line(acting, one, number) for one, number in told if one.came.consented]
    absent = [acting.wording.label(person.language, Localized(one.name)) for one in _missing(seen)]
    absent += [one.words for one in seen.named if one.state == "published" and one.may_show]
    people: networks.Shown = seen.people if seen.people >= networks.FLOOR or not seen.people else "few"
    return SoFar(people, "\n".join(lines), "\n".join(f"– {name}" for name in absent[:TOLD]))


def _missing(seen: NetworksSeen) -> list[NetworkSeen]:
    return [one for one in seen.networks if one.is_missing]


def _line(acting: Acting, network: NetworkSeen, number: networks.Shown) -> str:
    name = Localized(network.name)
    if isinstance(number, int):
        return acting.wording.word(acting.resident.language, "networks-line", {"name": name, "count": number})
    return acting.wording.word(acting.resident.language, f"networks-line-{number}", {"name": name})
