"""What decisions at the desk have in common: state is checked, the resident hears, it is on record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import insert, select, update
from sqlmodel import col

from flows.deeds.acting import Acting
from flows.deeds.post_message import post_message
from flows.deeds.read_author import author_hears
from flows.engine.questions import Phrase, TextArgument
from flows.engine.readers import clean
from flows.engine.talk import Action, Say
from flows.phrasing import Phrasing
from flows.wording import Wording
from storage.tables import Address, Audit, Decision, Moderator, Node, Participant, Trajectory

OPEN = ("waiting", "asked_back")


@dataclass(frozen=True)
class Decided:
    """It was done; `told` says whether the resident hears of it (see `read_author` for why not)."""

    node_id: int
    number: int
    told: bool


@dataclass(frozen=True)
class Refused:
    """It was not done; `text` is the key of a sentence that says why."""

    text: str
    arguments: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Subject:
    """The contribution that is decided about, and who may be told: in which chat, in which language."""

    node_id: int
    number: int
    kind: str
    state: str
    participant_id: int | None
    language: str
    address_id: int | None
    channel: str


async def subject(acting: Acting, node_id: int) -> Subject | None:
    """Read it, with the chat that its author used last and has not blocked."""
    row: Any = (
        await acting.connection.execute(
            select(
                col(Node.id),
                col(Node.number),
                col(Node.kind),
                col(Node.state),
                col(Node.participant_id),
                col(Participant.language),
                col(Trajectory.languages),
                col(Address.id).label("address_id"),
                col(Address.channel),
            )
            .join(Trajectory, col(Trajectory.id) == col(Node.trajectory_id))
            .outerjoin(Participant, col(Participant.id) == col(Node.participant_id))
            .outerjoin(
                Address,
                (col(Address.participant_id) == col(Participant.id)) & col(Address.blocked_at).is_(None),
            )
            .where(col(Node.id) == node_id)
            .order_by(col(Address.used_at).desc())
            .limit(1)
        )
    ).one_or_none()
    if row is None:
        return None
    return Subject(
        node_id=row.id,
        number=row.number,
        kind=row.kind,
        state=row.state,
        participant_id=row.participant_id,
        language=row.language or row.languages[0],
        address_id=row.address_id,
        channel=row.channel or "",
    )


async def decide(
    acting: Acting, node_id: int, act: str, state: str, sentence: str, reason: str = ""
) -> Decided | Refused:
    """Take a decision about a contribution that is still open, and tell its author."""
    about = await subject(acting, node_id)
    if about is None:
        return Refused("decide-gone")
    changed = await acting.connection.execute(
        update(Node)
        .where(col(Node.id) == node_id, col(Node.state).in_(OPEN))
        .values(state=state, decided_at=acting.now)
    )
    if changed.rowcount == 0:
        return await already(acting, about)
    words = clean(sentence) or standard_sentence(acting, about, act)
    inserted = await acting.connection.execute(
        insert(Decision)
        .values(
            node_id=node_id,
            act=act,
            reason=reason,
            sentence=words,
            moderator_id=acting.moderator_id,
            at=acting.now,
        )
        .returning(col(Decision.id))
    )
    await write_audit(acting, act, node_id, reason)
    told = await tell(acting, about, f"answer:{inserted.scalar_one()}", f"answer-{act}", words, act)
    return Decided(node_id, about.number, told)


def standard_sentence(acting: Acting, about: Subject, act: str) -> str:
    """The kind sentence that goes when the moderator wrote none."""
    return acting.wording.word(about.language, standard_key(acting.wording, act, about.kind))


def standard_key(wording: Wording, act: str, kind: str) -> str:
    """The key of that sentence: some kinds of contributions have one of their own."""
    key = f"answer-standard-{act}".replace("_", "-")
    return f"{key}-{kind}" if wording.has(f"{key}-{kind}") else key


async def tell(acting: Acting, about: Subject, key: str, text: str, sentence: str, act: str) -> bool:
    """Put the answer in the outbox of the chat that was used last; whether its author will hear it there.

    Of someone who stopped the policy drops it when it is due, so that the reason stands in the outbox.
    """
    if about.address_id is None:
        return False
    arguments: dict[str, TextArgument] = {
        "kind": Phrase(f"kind-{about.kind}"),
        "number": str(about.number),
        "sentence": sentence,
    }
    actions = [Action("mine", Phrase("action-mine"))]
    if act == "ask_back":
        actions.insert(0, Action("answer", Phrase("action-answer"), str(about.number)))
    say = Say(text.replace("_", "-"), arguments, actions=actions)
    await post_message(
        acting,
        Phrasing(acting.wording, about.language).spoken(say),
        key=key,
        kind="answer",
        address_id=about.address_id,
        channel=about.channel,
        participant_id=about.participant_id,
    )
    return await author_hears(acting.connection, about.node_id) == "yes"


async def already(acting: Acting, about: Subject) -> Refused:
    """Someone was here before: say who, and what they did."""
    row = (
        await acting.connection.execute(
            select(col(Moderator.name), col(Decision.act))
            .outerjoin(Moderator, col(Moderator.id) == col(Decision.moderator_id))
            .where(col(Decision.node_id) == about.node_id, col(Decision.undone_at).is_(None))
            .order_by(col(Decision.id).desc())
            .limit(1)
        )
    ).one_or_none()
    if row is None:
        return Refused("decide-gone")
    return Refused("decide-already", {"name": row.name or "", "act": row.act})


async def write_audit(acting: Acting, act: str, node_id: int | None = None, detail: str = "") -> None:
    """One line for each act at the desk."""
    await acting.connection.execute(
        insert(Audit).values(
            at=acting.now, moderator_id=acting.moderator_id, act=act, node_id=node_id, detail=detail
        )
    )


async def last_decision(acting: Acting, node_id: int) -> tuple[int, str, datetime] | None:
    """(id, act, moment) of the decision that stands."""
    row = (
        await acting.connection.execute(
            select(col(Decision.id), col(Decision.act), col(Decision.at))
            .where(col(Decision.node_id) == node_id, col(Decision.undone_at).is_(None))
            .order_by(col(Decision.id).desc())
            .limit(1)
        )
    ).one_or_none()
    return (row[0], row[1], row[2]) if row else None
