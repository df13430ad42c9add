"""Tell people what others replied to what they gave: together in one message, at a decent hour, once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Select, exists, func, literal_column, select, update
from sqlalchemy.orm import aliased
from sqlmodel import col

from flows.deeds.acting import Acting
from flows.deeds.card_words import told_by
from flows.deeds.read_shown import may_be_read
from flows.deeds.tell_person import tell_person
from flows.deeds.undo_decision import UNDO_WITHIN
from flows.engine.cleaning import shortened
from flows.engine.questions import Localized, Phrase, TextArgument
from flows.engine.talk import Action, Say, Stage
from flows.nudges import local_day
from flows.policy import is_quiet
from storage.tables import Address, Node, Participant, Trajectory

PAGE = 100
QUOTED = 5
LONGEST = 300
"""Characters of one reply."""

APART: Final = {"usual": timedelta(days=1), "less": timedelta(days=14)}
"""How long from one such message to the next, by how often a person is written to; others get none."""


async def pass_on_replies(acting: Acting) -> int:
    """One page of people who are to hear of replies now; returns how many there were."""
    people = await acting.connection.execute(_people(acting))
    due = [person for person in people if _is_due(acting, person)][:PAGE]
    for person in due:
        await _tell(acting, person.id)
    return len(due)


def _is_due(acting: Acting, person: Any) -> bool:
    """By daylight, and not on the day of the last time."""
    wall = acting.now.astimezone(ZoneInfo(person.zone)).time()
    if is_quiet(wall, person.quiet_from, person.quiet_until):
        return False
    if person.last is None:
        return True
    return local_day(acting.now, person.zone) >= local_day(person.last, person.zone) + APART[person.often]


def _people(acting: Acting) -> Select[*tuple[Any, ...]]:
    """Everyone who gave something that was replied to, with when they last heard of a reply."""
    reply = aliased(Node)
    authors = select(col(Node.participant_id)).join(reply, _to_pass_on(acting, reply)).where(may_be_read())
    last = (
        select(func.max(col(reply.passed_on_at)))
        .join(Node, col(Node.id) == col(reply.about_id))
        .where(col(Node.participant_id) == col(Participant.id))
        .correlate(Participant)
        .scalar_subquery()
    )
    reached = exists().where(
        col(Address.participant_id) == col(Participant.id),
        col(Address.blocked_at).is_(None),
        col(Address.forget_at).is_(None),
    )
    pause = col(Participant.paused_until)
    return (
        select(
            col(Participant.id),
            col(Participant.often),
            func.coalesce(col(Participant.zone), col(Trajectory.zone)).label("zone"),
            col(Trajectory.quiet_from),
            col(Trajectory.quiet_until),
            last.label("last"),
        )
        .join(Trajectory, col(Trajectory.id) == col(Participant.trajectory_id))
        .where(
            col(Participant.id).in_(authors),
            reached,
            col(Participant.often).in_(APART),
            col(Participant.stopped_at).is_(None),
            pause.is_(None) | (pause <= acting.now),
        )
        .order_by(col(Participant.id))
    )


def _to_pass_on(acting: Acting, reply: Any) -> ColumnElement[bool]:
    """The condition on a reply to `Node`, in the words of its index; publishing it is final by now."""
    return (
        (col(reply.about_id) == col(Node.id))
        & (col(reply.kind) == literal_column("'reply'"))
        & (col(reply.state) == literal_column("'published'"))
        & col(reply.passed_on_at).is_(None)
        & (col(reply.decided_at) <= acting.now - UNDO_WITHIN)
        & col(reply.participant_id).is_distinct_from(col(Node.participant_id))
    )


async def _tell(acting: Acting, participant_id: int) -> None:
    replies = await _take(acting, participant_id)
    if not replies:
        return
    stages = [_stage(reply) for reply in replies[:QUOTED]]
    if len(replies) > QUOTED:
        stages.append(Stage(Phrase("replies-more", {"count": len(replies) - QUOTED})))
    actions = [Action("mine", Phrase("action-mine")), Action("settings", Phrase("action-less-often"))]
    numbers = {reply.number for reply in replies}
    if len(numbers) == 1:
        actions.insert(0, Action("reply", Phrase("action-reply"), str(numbers.pop())))
    say = Say("replies", {"count": len(replies)}, look="journey", stages=stages, actions=actions)
    await tell_person(acting, participant_id, say, key=f"replies:{participant_id}:{replies[0].id}")


async def _take(acting: Acting, participant_id: int) -> Sequence[Any]:
    """What is to be told to this person, marked as told; what another worker took is not in it."""
    reply = aliased(Node)
    theirs = (
        select(col(reply.id))
        .join(Node, _to_pass_on(acting, reply))
        .where(col(Node.participant_id) == participant_id, may_be_read())
    )
    taken = await acting.connection.execute(
        update(Node)
        .where(col(Node.id).in_(theirs), col(Node.passed_on_at).is_(None))
        .values(passed_on_at=acting.now)
        .returning(col(Node.id))
    )
    about = aliased(Node)
    query = (
        select(
            col(Node.id),
            col(Node.text),
            col(Node.language),
            told_by(),
            col(about.kind),
            col(about.number),
        )
        .join(about, col(about.id) == col(Node.about_id))
        .where(col(Node.id).in_(taken.scalars().all()))
        .order_by(col(Node.id))
    )
    return (await acting.connection.execute(query)).all()


def _stage(reply: Any) -> Stage:
    about: dict[str, TextArgument] = {
        "kind": Phrase(f"kind-{reply.kind}"),
        "number": str(reply.number),
        "told": reply.told or "text",
    }
    return Stage(Phrase("replies-on", about), Localized({reply.language: shortened(reply.text, LONGEST)}))
