"""Count what was shown and what was answered into the tallies, a batch at a time.

Exposures and votes are only appended, so voters never wait for each other; here they are marked and counted
in one transaction, so that after a crash, and with any number of workers, each is counted once.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from typing import Any, Final

from sqlalchemy import bindparam, select, update
from sqlmodel import col

from flows import exposure
from flows.deeds.acting import Acting
from storage.database import insert_ignoring
from storage.tables import Exposure, Node, Tally, Vote
from storage.voting import UNFOLDED

BATCH: Final = 500

COLUMN: Final[Mapping[int, str]] = {1: "agree", -1: "disagree", 0: "passed"}
"""Value of a vote to the column that counts it."""

COUNTED: Final = ("shown", *COLUMN.values())

Changes = defaultdict[int, Counter[str]]
"""Node to what is added to each column of its tally."""


async def fold_votes(acting: Acting) -> int:
    """One batch; returns how many rows were counted."""
    changes: Changes = defaultdict(Counter)
    exposures = await _taken(acting, Exposure)
    for row in exposures:
        changes[row.node_id]["shown"] += 1
    votes = await _taken(acting, Vote)
    for row in votes:
        changes[row.node_id].update(vote_counts(row.value, row.was))
    await change_tallies(acting, changes)
    return len(exposures) + len(votes)


def vote_counts(value: int, was: int | None) -> Counter[str]:
    """What one vote adds to the tally; a vote that was changed takes the earlier one away."""
    counted = Counter({COLUMN[value]: 1})
    if was is not None:
        counted[COLUMN[was]] -= 1
    return counted


async def change_tallies(acting: Acting, changes: Mapping[int, Mapping[str, int]]) -> None:
    """Add to the tallies, and make those that are not there yet."""
    if not changes:
        return
    await make_tallies(acting, changes)
    # Everywhere in the same order, so that two workers never wait for each other in a circle.
    found = await acting.connection.execute(
        select(
            col(Tally.node_id),
            col(Tally.shown),
            col(Tally.agree),
            col(Tally.disagree),
            col(Tally.passed),
        )
        .where(col(Tally.node_id).in_(changes))
        .order_by(col(Tally.node_id))
        .with_for_update()
    )
    await acting.connection.execute(
        update(Tally)
        .where(col(Tally.node_id) == bindparam("of"))
        .values({name: bindparam(f"new_{name}") for name in (*COUNTED, "rank")}),
        [_changed(row, changes[row.node_id]) for row in found],
    )


def _changed(row: Any, change: Mapping[str, int]) -> dict[str, int]:
    counts = {name: getattr(row, name) + change.get(name, 0) for name in COUNTED}
    # A vote may be counted before the one that it changes: below nobody for a moment.
    rank = exposure.rank(**{name: max(0, count) for name, count in counts.items()})
    return {"of": row.node_id, "new_rank": rank, **{f"new_{name}": count for name, count in counts.items()}}


async def make_tallies(acting: Acting, node_ids: Collection[int]) -> None:
    """A row for each of these nodes that has none."""
    missing = await acting.connection.execute(
        select(col(Node.id), col(Node.trajectory_id), col(Node.kind))
        .outerjoin(Tally, col(Tally.node_id) == col(Node.id))
        .where(col(Node.id).in_(node_ids), col(Tally.node_id).is_(None))
        .order_by(col(Node.id))
    )
    rows = [
        {
            "node_id": row.id,
            "trajectory_id": row.trajectory_id,
            "kind": row.kind,
            "spot": exposure.spot(row.id),
            # Not before it was seen that it may be shown.
            "is_open": False,
        }
        for row in missing
    ]
    if rows:
        await acting.connection.execute(insert_ignoring(acting.connection, Tally), rows)


async def _taken(acting: Acting, table: type[Exposure] | type[Vote]) -> list[Any]:
    """Mark a batch as counted; what another worker has in hand is left to it."""
    some = select(col(table.id)).where(UNFOLDED).limit(BATCH).with_for_update(skip_locked=True)
    returned: list[Any] = [col(table.node_id)]
    if table is Vote:
        returned += [col(Vote.value), col(Vote.was)]
    taken = await acting.connection.execute(
        update(table).where(col(table.id).in_(some)).values(folded=True).returning(*returned)
    )
    return list(taken.all())
