"""A resident says what they think of something: the last time counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import insert, select
from sqlmodel import col

from flows.deeds.acting import Acting
from flows.deeds.read_trajectory import standings
from flows.engine.talk import deed
from flows.steps import allowed
from storage.tables import Link, Node, Vote
from storage.voting import OVER, may_be_voted_on

SCRIPTS: Final[Mapping[str, str]] = {"idea": "vote-cards"}
"""Kind of node to the script in which it is voted on: while a step allows that, a vote can be changed."""


@dataclass(frozen=True)
class Voted:
    """The vote stands; `was` is what the person said before, None the first time."""

    number: int
    value: int
    was: int | None
    kind: str = "idea"


@dataclass(frozen=True)
class NotVoted:
    """It was not counted; `text` is the key of a sentence that says why.

    `number` is that of what it is about, `into` of what that became (several, parted by commas).
    """

    text: str
    number: str = ""
    into: str = ""


@deed("cast_vote")
async def cast_vote(acting: Acting, node_id: int, value: int) -> Voted | NotVoted:
    """1 agree (recognise, good, support), -1 disagree (change this, a dot on the i), 0 pass.

    One vote a person, whatever the chat they use. Saying the same again adds nothing.
    """
    person = acting.resident
    found = select(
        col(Node.number), col(Node.kind), col(Node.trajectory_id), may_be_voted_on().label("open")
    ).where(col(Node.id) == node_id)
    node: Any = (await acting.connection.execute(found)).one_or_none()
    if node is None or node.trajectory_id != person.trajectory_id:
        return NotVoted("vote-elsewhere")
    if not node.open:
        return await _why_not(acting, node_id, node.number)
    if node.kind in SCRIPTS and not await _allows(acting, SCRIPTS[node.kind]):
        return NotVoted("vote-closed")
    was = await own_vote(acting, node_id)
    if was != value:
        await acting.connection.execute(
            insert(Vote).values(
                node_id=node_id,
                participant_id=person.participant_id,
                value=value,
                was=was,
                channel=person.channel,
                at=acting.now,
            )
        )
    return Voted(node.number, value, was, node.kind)


async def numbered(acting: Acting, number: int) -> int | None:
    """The id of what has this number in the resident's trajectory."""
    found = select(col(Node.id)).where(
        col(Node.trajectory_id) == acting.resident.trajectory_id, col(Node.number) == number
    )
    return (await acting.connection.execute(found)).scalar_one_or_none()


async def own_vote(acting: Acting, node_id: int) -> int | None:
    """What the resident said last, None when they did not say anything."""
    last = (
        select(col(Vote.value))
        .where(col(Vote.node_id) == node_id, col(Vote.participant_id) == acting.resident.participant_id)
        .order_by(col(Vote.id).desc())
        .limit(1)
    )
    return (await acting.connection.execute(last)).scalar_one_or_none()


async def _allows(acting: Acting, script: str) -> bool:
    return script in allowed(await standings(acting, acting.resident.trajectory_id))


async def _why_not(acting: Acting, node_id: int, number: int) -> NotVoted:
    """What became of it: it went over into something else, or it is not shown any more."""
    into = (
        select(col(Node.number), col(Link.relation))
        .join(Link, col(Link.target_id) == col(Node.id))
        .where(col(Link.source_id) == node_id, col(Link.relation).in_(OVER))
        .order_by(col(Link.id))
    )
    over = (await acting.connection.execute(into)).all()
    if not over:
        return NotVoted("vote-gone", str(number))
    text = f"vote-{over[0].relation}".replace("_", "-")
    return NotVoted(text, str(number), ", ".join(str(row.number) for row in over))
