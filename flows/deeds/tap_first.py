"""A resident says with one tap what matters most to them; it may be changed, and the last time counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, insert, select
from sqlmodel import col

from flows.deeds.acting import Acting
from flows.deeds.cast_vote import own_vote
from flows.engine.questions import Localized, Phrase
from flows.engine.talk import deed, query
from flows.first_taps import options
from flows.harvest import Favourite
from storage.database import insert_ignoring
from storage.tables import Node, Vote

KIND = "tap"


@dataclass(frozen=True)
class TapsSeen:
    """Key to label of what can be chosen, what the resident chose before, and whether they gave anything."""

    options: Mapping[str, Localized | Phrase]
    mine: str
    gave: bool


@dataclass(frozen=True)
class Tapped:
    """Of so many people `same` chose what the resident chose; most, `times`, chose `favourite` (a key)."""

    of: int
    same: int
    favourite: str
    times: int


@query("taps")
async def read_taps(acting: Acting) -> TapsSeen:
    """Of the resident who is talking, in their trajectory."""
    person = acting.resident
    nodes = await _nodes(acting, person.trajectory_id)
    given = await acting.connection.execute(
        select(col(Node.id)).where(col(Node.participant_id) == person.participant_id).limit(1)
    )
    chosen = await _chosen(acting, nodes)
    return TapsSeen(options(person.texts), chosen or "", given.first() is not None)


@deed("tap_first")
async def tap_first(acting: Acting, choice: str) -> Tapped:
    """Store it as a vote for that option, and take it off the one that was chosen before."""
    person = acting.resident
    nodes = await _nodes(acting, person.trajectory_id) or await _make_nodes(acting)
    before = await _chosen(acting, nodes)
    if before != choice and choice in nodes:
        if before is not None:
            await _vote(acting, nodes[before], 0)
        await _vote(acting, nodes[choice], 1)
    counts = await count_taps(acting, person.trajectory_id)
    favourite = max(counts, key=lambda key: (counts[key], key == choice)) if counts else choice
    return Tapped(sum(counts.values()), counts.get(choice, 0), favourite, counts.get(favourite, 0))


async def count_taps(acting: Acting, trajectory_id: int) -> dict[str, int]:
    """Key of an option to how many people chose it last; options that nobody chose are missing."""
    theirs = select(col(Node.id)).where(col(Node.trajectory_id) == trajectory_id, col(Node.kind) == KIND)
    last = (
        select(func.max(col(Vote.id))).where(col(Vote.node_id).in_(theirs)).group_by(col(Vote.participant_id))
    )
    rows = await acting.connection.execute(
        select(col(Node.source), func.count())
        .join(Vote, col(Vote.node_id) == col(Node.id))
        .where(col(Vote.id).in_(last), col(Vote.value) == 1)
        .group_by(col(Node.source))
    )
    return {row[0]: row[1] for row in rows}


async def favourite_tap(acting: Acting, trajectory_id: int) -> Favourite | None:
    """What most people chose; of equals the one that was listed first."""
    counts = await count_taps(acting, trajectory_id)
    if not counts:
        return None
    rows = await acting.connection.execute(
        select(col(Node.source), col(Node.title))
        .where(col(Node.trajectory_id) == trajectory_id, col(Node.kind) == KIND)
        .order_by(col(Node.number).desc())
    )
    titles = {key: Localized(title or {}) for key, title in rows}
    key = max(titles, key=lambda one: counts.get(one, 0))
    return Favourite(titles[key], counts[key], sum(counts.values()))


async def _nodes(acting: Acting, trajectory_id: int) -> dict[str, int]:
    """Key of an option to its node; empty until somebody taps for the first time."""
    rows = await acting.connection.execute(
        select(col(Node.source), col(Node.id)).where(
            col(Node.trajectory_id) == trajectory_id, col(Node.kind) == KIND
        )
    )
    return {row[0]: row[1] for row in rows}


async def _make_nodes(acting: Acting) -> dict[str, int]:
    """Numbered below nought: nobody sees these numbers, and stories are not to begin at six."""
    person = acting.resident
    for place, (key, label) in enumerate(options(person.texts).items(), start=1):
        title = {language: acting.wording.label(language, label) for language in person.languages}
        await acting.connection.execute(
            insert_ignoring(acting.connection, Node).values(
                trajectory_id=person.trajectory_id,
                kind=KIND,
                number=-place,
                source=key,
                title=title,
                language=person.languages[0],
                may_show=True,
                state="published",
                created_at=acting.now,
                decided_at=acting.now,
            )
        )
    return await _nodes(acting, person.trajectory_id)


async def _chosen(acting: Acting, nodes: Mapping[str, int]) -> str | None:
    """The key of what the resident chose last."""
    found: Any = await acting.connection.execute(
        select(col(Vote.node_id))
        .where(
            col(Vote.node_id).in_(nodes.values()),
            col(Vote.participant_id) == acting.resident.participant_id,
            col(Vote.value) == 1,
        )
        .order_by(col(Vote.id).desc())
        .limit(1)
    )
    node_id = found.scalar_one_or_none()
    return next((key for key, one in nodes.items() if one == node_id), None)


async def _vote(acting: Acting, node_id: int, value: int) -> None:
    person = acting.resident
    await acting.connection.execute(
        insert(Vote).values(
            node_id=node_id,
            participant_id=person.participant_id,
            value=value,
            was=await own_vote(acting, node_id),
            channel=person.channel,
            at=acting.now,
        )
    )
