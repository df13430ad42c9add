"""Count what a step brought, from the ledger."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import func, select
from sqlmodel import col

from flows.counting import ENOUGH
from flows.deeds.acting import Acting
from flows.deeds.tap_first import favourite_tap
from flows.engine.questions import Localized
from flows.harvest import Answers, Favourite, Harvest, Made
from flows.ledger import CONTRIBUTIONS, RESULTS
from flows.steps import Step
from storage import outcomes
from storage.tables import Commitment, Node, Participant, Ranking, Tally
from storage.voting import most_agreed

NAMED = 3
"""So many titles are named."""


async def read_harvest(acting: Acting, trajectory_id: int, step: Step) -> Harvest:
    """The counts of one step as they are now; answers to cards as far as they were folded."""
    given, accepted = await _given(acting, trajectory_id, step)
    people, networks = await _people(acting, trajectory_id)
    promises, municipal = (0, 0)
    if "commitment" in step.yields:
        promises, municipal = await _promises(acting, trajectory_id)
    return Harvest(
        code=step.code,
        people=people,
        networks=networks,
        given=given,
        accepted=accepted,
        made=await _made(acting, trajectory_id, [kind for kind in step.yields if kind in RESULTS]),
        answers=await _answers(acting, trajectory_id, step.weighs) if step.weighs else Answers(),
        commitments=promises,
        municipal=municipal,
        ranked=await _ranked(acting, trajectory_id) if "scenario" in step.yields else 0,
        taps=await favourite_tap(acting, trajectory_id) if step.weighs == "tap" else None,
        idea=await _best_idea(acting, trajectory_id) if step.weighs == "idea" else None,
        scenario=await _winner(acting, trajectory_id) if "scenario" in step.yields else None,
    )


async def _given(acting: Acting, trajectory_id: int, step: Step) -> tuple[dict[str, int], dict[str, int]]:
    rows = await acting.connection.execute(
        select(col(Node.kind), col(Node.state), func.count())
        .where(
            col(Node.trajectory_id) == trajectory_id,
            col(Node.step) == step.code,
            col(Node.kind).in_(CONTRIBUTIONS),
            col(Node.state).not_in(("withdrawn", "replaced")),
        )
        .group_by(col(Node.kind), col(Node.state))
    )
    given: dict[str, int] = defaultdict(int)
    accepted: dict[str, int] = {}
    for kind, state, count in rows:
        given[kind] += count
        if state == "published":
            accepted[kind] = count
    return given, accepted


async def _people(acting: Acting, trajectory_id: int) -> tuple[int, int]:
    row: Any = (
        await acting.connection.execute(
            select(func.count(), func.count(col(Participant.network_id).distinct())).where(
                col(Participant.trajectory_id) == trajectory_id, col(Participant.consented_at).is_not(None)
            )
        )
    ).one()
    return row[0], row[1]


async def _made(acting: Acting, trajectory_id: int, kinds: Sequence[str]) -> dict[str, Made]:
    rows = await acting.connection.execute(
        select(col(Node.kind), col(Node.title))
        .where(
            col(Node.trajectory_id) == trajectory_id,
            col(Node.kind).in_(kinds),
            col(Node.state) == "published",
        )
        .order_by(col(Node.number))
    )
    titles: dict[str, list[dict[str, str]]] = defaultdict(list)
    for kind, title in rows:
        titles[kind].append(title or {})
    return {kind: Made(len(listed), _quoted(listed[:NAMED])) for kind, listed in titles.items()}


def _quoted(titles: Sequence[dict[str, str]]) -> Localized:
    """In a row, for each language that all of them have."""
    languages = set.intersection(*(set(title) for title in titles))
    return Localized(
        {language: ", ".join(f"“{title[language]}”" for title in titles) for language in languages}
    )


async def _answers(acting: Acting, trajectory_id: int, kind: str) -> Answers:
    answered = col(Tally.agree) + col(Tally.disagree) + col(Tally.passed)
    row: Any = (
        await acting.connection.execute(
            select(
                func.coalesce(func.sum(answered), 0),
                func.coalesce(func.sum(col(Tally.agree)), 0),
                func.count(),
            ).where(col(Tally.trajectory_id) == trajectory_id, col(Tally.kind) == kind, answered > 0)
        )
    ).one()
    return Answers(int(row[0]), int(row[1]), int(row[2]))


async def _best_idea(acting: Acting, trajectory_id: int) -> Favourite | None:
    """The idea that the largest part of those who answered agrees with."""
    first = (await acting.connection.execute(most_agreed(trajectory_id, ENOUGH, 1))).one_or_none()
    if first is None:
        return None
    return Favourite(str(first.number), first.agree, first.agree + first.disagree + first.passed)


async def _winner(acting: Acting, trajectory_id: int) -> Favourite | None:
    """The scenario that was left when everyone's order was counted; None while several are level."""
    kept = await outcomes.last(acting.connection, trajectory_id, "ranking")
    if kept is None or len(kept.data["winners"]) != 1:
        return None
    (node_id,) = kept.data["winners"]
    titles = await acting.connection.execute(select(col(Node.title)).where(col(Node.id) == node_id))
    votes = kept.data["rounds"][-1]["votes"].get(str(node_id), 0)
    return Favourite(Localized(titles.scalar_one() or {}), votes, kept.data["people"])


async def _ranked(acting: Acting, trajectory_id: int) -> int:
    query = select(func.count(col(Ranking.participant_id).distinct())).where(
        col(Ranking.trajectory_id) == trajectory_id
    )
    return (await acting.connection.execute(query)).scalar_one()


async def _promises(acting: Acting, trajectory_id: int) -> tuple[int, int]:
    """(all that stand or were kept, the municipality's own among them)"""
    rows = await acting.connection.execute(
        select(col(Commitment.municipal), func.count())
        .join(Node, col(Node.id) == col(Commitment.node_id))
        .where(
            col(Node.trajectory_id) == trajectory_id,
            col(Node.state) == "published",
            col(Commitment.state).in_(("active", "conditional", "kept")),
        )
        .group_by(col(Commitment.municipal))
    )
    counts = {bool(municipal): count for municipal, count in rows}
    return sum(counts.values()), counts.get(True, 0)
