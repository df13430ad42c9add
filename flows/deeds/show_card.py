"""Show a resident the next card, and note that it was shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import Integer, Select, String, bindparam, exists, func, literal, select, union_all
from sqlmodel import col

from flows import exposure
from flows.deeds.acting import Acting
from flows.deeds.card_words import words_of
from flows.engine.talk import deed, query
from flows.exposure import WINDOW, Candidate
from storage.database import insert_ignoring
from storage.tables import Exposure, Node, Tally
from storage.voting import UNFOLDED, may_be_voted_on


@dataclass(frozen=True)
class Card:
    """What was shown; `words` by language: of a resident in one, of the desk in several, of a story none."""

    node_id: int
    number: int
    words: dict[str, str]


@deed("show_card")
async def show_card(acting: Acting, kind: str) -> Card | None:
    """The next card of this kind that the resident did not see yet; None when there are none left."""
    card = await _next_card(acting, kind)
    if card is not None:
        await note_exposure(acting, card.node_id)
    return card


@query("cards_left")
async def cards_left(acting: Acting, kind: str) -> bool:
    """Whether there is a card of this kind that the resident did not see yet."""
    return await _next_card(acting, kind) is not None


async def note_exposure(acting: Acting, node_id: int) -> None:
    """This was shown to the resident, here and now; once is enough."""
    person = acting.resident
    await acting.connection.execute(
        insert_ignoring(acting.connection, Exposure),
        {
            "node_id": node_id,
            "participant_id": person.participant_id,
            "channel": person.channel,
            "at": acting.now,
        },
    )


async def _next_card(acting: Acting, kind: str) -> Card | None:
    """Of a card that cannot be shown (withdrawn a moment ago, the person's own) the next one is taken."""
    person = acting.resident
    passed_over: list[int] = []
    while found := await _candidates(acting, kind, passed_over):
        for candidate in exposure.in_order(found, person.participant_id):
            given = {"node_id": candidate.node_id, "participant_id": person.participant_id}
            row = (await acting.connection.execute(_shown(), given)).one_or_none()
            if row is not None:
                # Stories are read afresh: what was taken back is to stand in nobody's journal.
                words = {} if kind == "story" else dict(words_of(*row[1:]).texts)
                return Card(candidate.node_id, row.number, words)
            passed_over.append(candidate.node_id)
    return None


async def _candidates(acting: Acting, kind: str, passed_over: Sequence[int]) -> list[Candidate]:
    """Of the foremost rank, from the person's place on the circle on, and what follows."""
    person = acting.resident
    given = {
        "trajectory_id": person.trajectory_id,
        "kind": kind,
        "participant_id": person.participant_id,
        "begin": exposure.start(person.participant_id),
    }
    if passed_over:
        given["passed_over"] = passed_over
    rows = await acting.connection.execute(_search(passing_over=bool(passed_over)), given)
    return [Candidate(*row) for row in rows]


@cache
def _shown() -> Select[*tuple[Any, ...]]:
    """Number and words of a card, if this person may be shown it. Built once, as the search is."""
    return select(
        col(Node.number), col(Node.text), col(Node.language), col(Node.title), col(Node.body)
    ).where(
        col(Node.id) == bindparam("node_id", type_=Integer),
        may_be_voted_on(),
        col(Node.participant_id).is_distinct_from(bindparam("participant_id", type_=Integer)),
    )


@cache
def _search(*, passing_over: bool) -> Select[*tuple[Any, ...]]:
    """Built once: that takes longer than all that the database does for it.

    Everything goes along an index, so that among ten thousand cards one is found as quickly as among ten.
    """
    least = _unseen(select(col(Tally.rank)), passing_over=passing_over)
    foremost = least.order_by(col(Tally.rank)).limit(1).cte("foremost")
    first = select(foremost.c.rank).scalar_subquery()
    counts = (col(Tally.shown), col(Tally.agree), col(Tally.disagree), col(Tally.passed))
    some = _unseen(select(col(Tally.node_id), *counts), passing_over=passing_over)
    begin = bindparam("begin", type_=Integer)
    windows = (
        some.where(col(Tally.rank) == first, col(Tally.spot) >= begin).order_by(col(Tally.spot)),
        some.where(col(Tally.rank) == first, col(Tally.spot) < begin).order_by(col(Tally.spot)),
        some.where(col(Tally.rank) > first).order_by(col(Tally.rank), col(Tally.spot)),
    )
    found = union_all(*(select(window.limit(WINDOW).subquery()) for window in windows)).subquery()
    pending = (
        select(func.count())
        .where(col(Exposure.node_id) == found.c.node_id, UNFOLDED)
        .correlate(found)
        .scalar_subquery()
    )
    return select(found, pending)


def _unseen(chosen: Select[*tuple[Any, ...]], *, passing_over: bool) -> Select[*tuple[Any, ...]]:
    seen = exists(literal(1)).where(
        col(Exposure.participant_id) == bindparam("participant_id", type_=Integer),
        col(Exposure.node_id) == col(Tally.node_id),
    )
    unseen = chosen.where(
        col(Tally.trajectory_id) == bindparam("trajectory_id", type_=Integer),
        col(Tally.kind) == bindparam("kind", type_=String),
        col(Tally.is_open).is_(True),
        ~seen,
    )
    if not passing_over:
        return unseen
    return unseen.where(col(Tally.node_id).not_in(bindparam("passed_over", expanding=True)))
