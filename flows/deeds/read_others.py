"""What others think of what a resident just voted on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlmodel import col

from flows.counting import NOBODY, Counts
from flows.deeds.acting import Acting
from flows.deeds.card_words import words_of
from flows.deeds.fold_votes import vote_counts
from flows.engine.questions import Localized
from flows.engine.talk import query
from storage.tables import Node, Tally, Vote
from storage.voting import may_be_voted_on


@dataclass(frozen=True)
class Others:
    """One idea: what the resident said last (1, -1, 0) and what everyone else did."""

    number: int
    words: Localized
    own: int
    others: Counts


@query("others")
async def read_others(acting: Acting, node_ids: Sequence[int]) -> list[Others]:
    """Those of these that the resident voted on and that are still there, in this order."""
    rows: Any = await acting.connection.execute(
        select(
            col(Node.id),
            col(Node.number),
            col(Node.text),
            col(Node.language),
            col(Node.title),
            col(Node.body),
            col(Tally.agree),
            col(Tally.disagree),
            col(Tally.passed),
        )
        .outerjoin(Tally, col(Tally.node_id) == col(Node.id))
        .where(col(Node.id).in_(node_ids), may_be_voted_on())
    )
    seen = {row.id: row for row in rows}
    own, counted = await _own(acting, node_ids)
    return [
        Others(
            number=seen[node_id].number,
            words=words_of(*seen[node_id][2:6]),
            own=own[node_id],
            others=_counts(seen[node_id]) - counted.get(node_id, NOBODY),
        )
        for node_id in node_ids
        if node_id in seen and node_id in own
    ]


def _counts(row: Any) -> Counts:
    return Counts(row.agree or 0, row.disagree or 0, row.passed or 0)


async def _own(acting: Acting, node_ids: Sequence[int]) -> tuple[dict[int, int], dict[int, Counts]]:
    """The resident's last vote on each, and how much of it is in the tally by now."""
    votes = await acting.connection.execute(
        select(col(Vote.node_id), col(Vote.value), col(Vote.was), col(Vote.folded))
        .where(col(Vote.node_id).in_(node_ids), col(Vote.participant_id) == acting.resident.participant_id)
        .order_by(col(Vote.id))
    )
    last: dict[int, int] = {}
    counted: dict[int, Counter[str]] = {}
    for row in votes:
        last[row.node_id] = row.value
        if row.folded:
            counted.setdefault(row.node_id, Counter()).update(vote_counts(row.value, row.was))
    return last, {node_id: Counts(**counts) for node_id, counts in counted.items()}
