"""Whoever promised something is asked how it went, at its day and after. Doing it twice does no harm."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import or_, select, update
from sqlmodel import col

from flows.deeds.acting import Acting
from flows.deeds.tell_members import said
from flows.deeds.tell_person import tell_person
from flows.engine.questions import Phrase
from flows.engine.talk import Action, Say
from flows.nudges import local_day
from flows.promising import MOST_ASKED, PATIENCE, next_question
from storage import promises
from storage.promises import Stored
from storage.tables import Commitment, Node, Trajectory

PAGE = 100
ANSWERS = ("done", "later", "hand_over", "release")


async def ask_check_ins(acting: Acting) -> int:
    """One page of those who are to be asked; returns how many were.

    Who does not answer is asked again after `PATIENCE`, three times in all; then we say that we do not know.
    """
    due = await promises.listed(
        acting.connection,
        promises.IS_PUBLIC,
        col(Commitment.municipal).is_(False),
        col(Commitment.state) == "active",
        col(Node.participant_id).is_not(None),
        col(Commitment.offered_at).is_(None),
        # A day more than in UTC: in the east of the world it is tomorrow already.
        col(Commitment.due_on) <= (acting.now + timedelta(days=1)).date(),
        col(Commitment.asked) < MOST_ASKED,
        or_(col(Commitment.asked) == 0, col(Commitment.asked_at) <= acting.now - PATIENCE),
        order=(col(Commitment.due_on), col(Node.id)),
        most=PAGE,
    )
    # Everywhere in the same order, so that two workers never wait for each other.
    return sum([await _ask(acting, promise) for promise in sorted(due, key=lambda one: one.node_id)])


def answering(node_id: int) -> tuple[Action, ...]:
    """The buttons that answer it, now or later."""
    return tuple(
        Action("checkin", Phrase(f"checkin-{answer}".replace("_", "-")), f"{node_id}.{answer}")
        for answer in ANSWERS
    )


async def _ask(acting: Acting, promise: Stored) -> int:
    today = local_day(acting.now, await _zone(acting, promise))
    question = next_question(promise.due_on, promise.asked, promise.asked_at, today, acting.now)
    if not question or promise.participant_id is None:
        return 0
    changed = await acting.connection.execute(
        update(Commitment)
        .where(
            col(Commitment.node_id) == promise.node_id,
            col(Commitment.asked) == promise.asked,
            col(Commitment.due_on) == promise.due_on,
            col(Commitment.state) == "active",
        )
        .values(asked=question, asked_at=acting.now)
    )
    if changed.rowcount == 0:
        return 0
    key = f"check_in:{promise.node_id}:{promise.due_on.isoformat()}"
    await tell_person(
        acting,
        promise.participant_id,
        Say(
            "checkin-asked" if question == 1 else "checkin-asked-again",
            said(promise),
            actions=answering(promise.node_id),
        ),
        key=key if question == 1 else f"{key}:{question}",
        kind="check_in",
    )
    return 1


async def _zone(acting: Acting, promise: Stored) -> str:
    query = select(col(Trajectory.zone)).where(col(Trajectory.id) == promise.trajectory_id)
    zone: str = (await acting.connection.execute(query)).scalar_one()
    return zone
