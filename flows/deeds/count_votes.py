"""Count who voted, and what each role and each channel thinks, so that nobody passes for everyone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from math import ceil
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, func, select
from sqlmodel import col

from flows.counting import ENOUGH, NOBODY, Apart, Counts, apart
from flows.deeds.acting import Acting
from flows.deeds.fold_votes import COLUMN
from flows.deeds.read_voting import open_cards
from flows.exposure import FLOOR
from storage import outcomes
from storage.tables import Node, Participant, Tally, Trajectory, Vote
from storage.voting import last_votes, most_agreed

KIND: Final = "votes"
CHANGED: Final = 0.01
"""So large a part of the votes has to be new, or an hour has to have passed."""

AFTER: Final = timedelta(hours=1)
UNSAID: Final = "unsaid"
MOST: Final = 60
"""So many ideas are counted apart for each role and channel: those that the public page shows."""


@dataclass(frozen=True)
class Count:
    """What was counted in one trajectory, as JSON."""

    trajectory_id: int
    data: Mapping[str, Any]


async def count_votes(acting: Acting) -> int:
    """One trajectory in which people voted since; returns how many were counted."""
    count = await read_count(acting)
    if count is None:
        return 0
    await keep_count(acting, count)
    return 1


async def read_count(acting: Acting) -> Count | None:
    """The same, only read: that takes a second of a million votes, and need not lock anything."""
    trajectories = await acting.connection.execute(select(col(Trajectory.id)).order_by(col(Trajectory.id)))
    for trajectory_id in trajectories.scalars().all():
        until = await _due(acting, trajectory_id)
        if until is not None:
            return Count(trajectory_id, {"until": until, **await _counted(acting, trajectory_id)})
    return None


async def keep_count(acting: Acting, count: Count) -> None:
    """In the place of the one before."""
    await outcomes.keep(acting.connection, count.trajectory_id, KIND, count.data, acting.now)


async def _due(acting: Acting, trajectory_id: int) -> int | None:
    """The last vote to count, when there are enough new ones or other ideas; None when there are not."""
    kept = await outcomes.last(acting.connection, trajectory_id, KIND)
    since = int(kept.data["until"]) if kept else 0
    wanted = 1
    if kept and acting.now - kept.at < AFTER:
        wanted = max(1, ceil(CHANGED * int(kept.data["votes"])))
    fresh = (
        select(col(Vote.id))
        .join(Node, col(Node.id) == col(Vote.node_id))
        .where(col(Vote.id) > since, *_ideas_of(trajectory_id))
        .order_by(col(Vote.id))
        .limit(wanted)
    )
    new = (await acting.connection.execute(fresh)).scalars().all()
    ideas = await open_cards(acting, trajectory_id)
    if len(new) < wanted and ideas == (int(kept.data["ideas"]) if kept else 0):
        return None
    last = select(func.max(col(Vote.id)))
    return (await acting.connection.execute(last)).scalar_one_or_none() or since


def _ideas_of(trajectory_id: int) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return col(Node.trajectory_id) == trajectory_id, col(Node.kind) == "idea"


async def _counted(acting: Acting, trajectory_id: int) -> dict[str, Any]:
    """As JSON; of too few people nothing is kept, so that whoever shows it cannot show too much."""
    channels = await _grouped(
        acting,
        select(col(Vote.channel), func.count())
        .join(Node, col(Node.id) == col(Vote.node_id))
        .where(col(Vote.was).is_(None), *_ideas_of(trajectory_id))
        .group_by(col(Vote.channel)),
    )
    voted = (
        select(col(Vote.id))
        .join(Node, col(Node.id) == col(Vote.node_id))
        .where(col(Vote.participant_id) == col(Participant.id), *_ideas_of(trajectory_id))
        .exists()
    )
    roles = await _grouped(
        acting,
        select(col(Participant.role), func.count())
        .where(col(Participant.trajectory_id) == trajectory_id, voted)
        .group_by(col(Participant.role)),
    )
    below = select(func.count()).where(
        col(Tally.trajectory_id) == trajectory_id,
        col(Tally.kind) == "idea",
        col(Tally.is_open).is_(True),
        col(Tally.agree) + col(Tally.disagree) + col(Tally.passed) < FLOOR,
    )
    return {
        "ideas": await open_cards(acting, trajectory_id),
        "below": (await acting.connection.execute(below)).scalar_one(),
        "people": sum(roles.values()),
        "votes": sum(channels.values()),
        "roles": _people(roles),
        "channels": _people(channels),
        "apart": await _apart(acting, trajectory_id),
    }


async def _grouped(acting: Acting, query: Select[*tuple[Any, ...]]) -> dict[str, int]:
    """Group to how many; who said nothing of themselves is `unsaid`."""
    found: dict[str, int] = defaultdict(int)
    for group, count in await acting.connection.execute(query):
        found[group or UNSAID] += count
    return dict(found)


def _people(counts: Mapping[str, int]) -> dict[str, int]:
    shown = apart({group: Counts(agree=count) for group, count in counts.items()})
    return {group: of.people for group, of in shown.groups.items()}


async def _apart(acting: Acting, trajectory_id: int) -> dict[str, dict[str, Any]]:
    """Idea (its id as text) to what each role and each channel thinks of it."""
    shown = (await acting.connection.execute(most_agreed(trajectory_id, ENOUGH, MOST))).all()
    rows = await acting.connection.execute(
        select(col(Vote.node_id), col(Participant.role), col(Vote.channel), col(Vote.value), func.count())
        .join(Participant, col(Participant.id) == col(Vote.participant_id))
        .where(col(Vote.id).in_(last_votes([row.id for row in shown])))
        .group_by(col(Vote.node_id), col(Participant.role), col(Vote.channel), col(Vote.value))
    )
    roles: dict[int, dict[str, Counts]] = defaultdict(lambda: defaultdict(lambda: NOBODY))
    channels: dict[int, dict[str, Counts]] = defaultdict(lambda: defaultdict(lambda: NOBODY))
    for node_id, role, channel, value, count in rows:
        these = Counts(**{COLUMN[value]: count})
        roles[node_id][role or UNSAID] += these
        channels[node_id][channel] += these
    return {
        str(node_id): {"roles": _dumped(apart(roles[node_id])), "channels": _dumped(apart(channels[node_id]))}
        for node_id in sorted(roles)
    }


def _dumped(found: Apart[str]) -> dict[str, list[int]]:
    """Group to agree, disagree and pass; the rest together under no name."""
    groups = {**found.groups, "": found.rest} if found.rest.people else found.groups
    return {group: [of.agree, of.disagree, of.passed] for group, of in groups.items()}
