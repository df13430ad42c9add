"""The desk makes a network to invite through, often one that a resident named."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import count
from typing import Any

from sqlalchemy import insert, select, update
from sqlmodel import col

from flows.deeds.acting import Acting
from flows.deeds.deciding import Decided, Refused, decide, subject, tell, write_audit
from flows.deeds.link_lines import link_lines
from flows.engine.questions import Localized, TextArgument
from flows.engine.readers import clean
from flows.networks import KINDS
from storage.secrets import random_code
from storage.tables import NamedNetwork, Network, Node
from storage.ways_in import TAIL

Texts = Mapping[str, str]
"""Language to words."""

LONGEST_CODE = 30
LONGEST_NAME = 80
LARGEST = 10_000_000


@dataclass(frozen=True)
class MadeNetwork:
    """The network stands, with a link of its own; `told`: whoever named it hears of it."""

    network_id: int
    token: str
    told: bool


async def make_network(
    acting: Acting,
    trajectory_id: int,
    name: Texts,
    kind: str,
    estimate: int | None = None,
    *,
    node_id: int | None = None,
    sentence: str = "",
) -> MadeNetwork | Refused:
    """Lay it in. Whoever named it (`node_id`) is told, with the link that they can hand on."""
    names = {language: words[:LONGEST_NAME] for language, raw in name.items() if (words := clean(raw))}
    wrong = _wrong(names, kind, estimate) or await _unfit(acting, trajectory_id, node_id)
    if wrong is not None:
        return wrong
    network_id, token = await _lay_in(acting, trajectory_id, names, kind, estimate)
    await write_audit(acting, "make_network", node_id, next(iter(names.values())))
    told = node_id is not None and await _answer(acting, node_id, network_id, token, names, sentence)
    return MadeNetwork(network_id, token, told)


def _wrong(names: Texts, kind: str, estimate: int | None) -> Refused | None:
    if not names:
        return Refused("network-name")
    if kind not in KINDS:
        return Refused("network-kind")
    if estimate is not None and not 0 <= estimate <= LARGEST:
        return Refused("network-estimate")
    return None


async def _unfit(acting: Acting, trajectory_id: int, node_id: int | None) -> Refused | None:
    """Why a network cannot be made of what a resident named; locked, so that it is made once."""
    if node_id is None:
        return None
    query = (
        select(col(Node.state), col(NamedNetwork.network_id))
        .join(NamedNetwork, col(NamedNetwork.node_id) == col(Node.id))
        .where(col(Node.id) == node_id, col(Node.trajectory_id) == trajectory_id)
        .with_for_update(of=Node)
    )
    row = (await acting.connection.execute(query)).one_or_none()
    if row is None or row.state not in ("waiting", "asked_back", "published"):
        return Refused("decide-gone")
    return None if row.network_id is None else Refused("network-made-already")


async def _lay_in(
    acting: Acting, trajectory_id: int, names: Texts, kind: str, estimate: int | None
) -> tuple[int, str]:
    code = await _free_code(acting, trajectory_id, next(iter(names.values())))
    token = f"{code}-{random_code(TAIL)}"
    inserted = await acting.connection.execute(
        insert(Network)
        .values(
            trajectory_id=trajectory_id,
            code=code,
            kind=kind,
            name=dict(names),
            token=token,
            estimate=estimate,
        )
        .returning(col(Network.id))
    )
    return inserted.scalar_one(), token


async def _free_code(acting: Acting, trajectory_id: int, name: str) -> str:
    """From its name, as it may stand in a link, with a number behind it where that is taken."""
    plain = unicodedata.normalize("NFKD", name.casefold()).encode("ascii", "ignore").decode()
    code = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[: LONGEST_CODE - 4].strip("-") or "netwerk"
    rows = await acting.connection.execute(
        select(col(Network.code)).where(col(Network.trajectory_id) == trajectory_id)
    )
    taken = set(rows.scalars())
    return next(
        found for number in count(1) if (found := f"{code}-{number}" if number > 1 else code) not in taken
    )


async def _answer(
    acting: Acting, node_id: int, network_id: int, token: str, names: Texts, sentence: str
) -> bool:
    """The answer to whoever named it: published when it was not, and the link either way."""
    await acting.connection.execute(
        update(NamedNetwork).where(col(NamedNetwork.node_id) == node_id).values(network_id=network_id)
    )
    about: Any = await subject(acting, node_id)
    arguments: dict[str, TextArgument] = {
        "name": Localized(names),
        "links": link_lines(acting, token, about.language, about.channel),
    }
    made = acting.wording.word(about.language, "network-made", arguments).strip()
    words = "\n".join(part for part in (clean(sentence), made) if part)
    decided = await decide(acting, node_id, "publish", "published", words)
    if isinstance(decided, Decided):
        return decided.told
    return await tell(acting, about, f"network:{network_id}", "answer-publish", words, "publish")
