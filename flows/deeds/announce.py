"""Tell everyone in a trajectory the same, a page of people at a time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, false, select, update
from sqlmodel import col

from flows.deeds.acting import Acting
from flows.deeds.post_message import post_message
from flows.deeds.undo_decision import UNDO_WITHIN
from flows.engine.talk import Say
from flows.phrasing import Phrasing
from flows.rendering import Message
from storage import notices
from storage.database import insert_ignoring
from storage.outbox import Kind
from storage.tables import Address, Announcement, Node, Participant, Trajectory

PAGE = 100

BEGINS: Final = UNDO_WITHIN + timedelta(seconds=1)
"""Telling begins after the minute in which a mistake can be taken back."""

KINDS: Final[Mapping[str, Kind]] = {"step": "opening"}
"""What the first part of an announcement's key says of its kind; others are broadcasts.

To whoever gave something that led to an update it is an answer.
"""


async def announce(acting: Acting, trajectory_id: int, key: str, said: Sequence[Say], **more: object) -> None:
    """Plan to tell it, once under this key ("step:...", "update:...").

    Everyone who agreed to take part before this moment is told, in the words of this moment. `more` is kept
    beside them.
    """
    query = select(col(Trajectory.languages)).where(col(Trajectory.id) == trajectory_id)
    languages: Sequence[str] = (await acting.connection.execute(query)).scalar_one()
    messages = {
        language: [message.dump() for message in Phrasing(acting.wording, language).messages(said, None, 0)]
        for language in languages
    }
    await acting.connection.execute(
        insert_ignoring(acting.connection, Announcement).values(
            trajectory_id=trajectory_id,
            key=key,
            text=said[0].text,
            arguments={"messages": messages, **more},
            created_at=acting.now,
        )
    )


async def tell_announced(acting: Acting) -> int:
    """Put one page of one announcement in the outbox; 0 when nothing is left to tell."""
    query: Select[*tuple[Any, ...]] = (
        select(*_COLUMNS)
        .where(col(Announcement.done_at).is_(None), col(Announcement.created_at) <= acting.now - BEGINS)
        .order_by(col(Announcement.id))
        .limit(1)
        # Another worker is telling the one that is locked, and goes on with it.
        .with_for_update(skip_locked=True)
    )
    announced = (await acting.connection.execute(query)).one_or_none()
    if announced is None:
        return 0
    update_id = _update_id(announced.key)
    people: Sequence[Any] = ()
    if update_id is None or await _stands(acting, update_id):
        people = (await acting.connection.execute(_people(announced, update_id))).all()
    for person in people:
        await _tell(acting, announced, person)
    done = len(people) < PAGE
    if done and update_id is not None:
        await notices.settle_into(acting.connection, update_id, acting.now)
    await acting.connection.execute(
        update(Announcement)
        .where(col(Announcement.id) == announced.id)
        .values(reached=people[-1].id if people else announced.reached, done_at=acting.now if done else None)
    )
    return max(1, len(people))


_COLUMNS = (
    col(Announcement.id),
    col(Announcement.trajectory_id),
    col(Announcement.key),
    col(Announcement.arguments),
    col(Announcement.created_at),
    col(Announcement.reached),
)


def outbox_key(key: str, announcement_id: int) -> str:
    """How the outbox keys of an announcement begin; the participant's id follows."""
    return f"{key.partition(':')[0]}:{announcement_id}:"


def _update_id(key: str) -> int | None:
    """The node of the update that is announced under this key."""
    return int(key.removeprefix(notices.UPDATE)) if key.startswith(notices.UPDATE) else None


async def _stands(acting: Acting, update_id: int) -> bool:
    """Whether it was not taken back."""
    query = select(col(Node.id)).where(col(Node.id) == update_id, col(Node.state) == "published")
    return (await acting.connection.execute(query)).first() is not None


def _people(announced: Any, update_id: int | None) -> Select[*tuple[Any, ...]]:
    """The next page of those who are told, each with the chat they used last.

    `owed`: they gave something that led to this, so that they hear of it however seldom we may write.
    """
    owed: ColumnElement[bool] = false()
    if update_id is not None:
        owed = col(Participant.id).in_(notices.contributors(update_id))
    last = (
        select(col(Address.id))
        .where(
            col(Address.participant_id) == col(Participant.id),
            col(Address.blocked_at).is_(None),
            col(Address.forget_at).is_(None),
        )
        .order_by(col(Address.used_at).desc(), col(Address.id).desc())
        .limit(1)
        .correlate(Participant)
        .scalar_subquery()
    )
    return (
        select(
            col(Participant.id),
            col(Participant.language),
            col(Address.id).label("address_id"),
            col(Address.channel),
            owed.label("owed"),
        )
        .join(Address, col(Address.id) == last)
        .where(
            col(Participant.trajectory_id) == announced.trajectory_id,
            col(Participant.id) > announced.reached,
            # Who came in later found it as it is now.
            col(Participant.consented_at) <= announced.created_at,
            col(Participant.stopped_at).is_(None),
            owed | (col(Participant.often) != "never"),
        )
        .order_by(col(Participant.id))
        .limit(PAGE)
    )


async def _tell(acting: Acting, announced: Any, person: Any) -> None:
    messages = announced.arguments["messages"]
    own = messages.get(person.language) or next(iter(messages.values()))
    kind = KINDS.get(announced.key.partition(":")[0], "broadcast")
    for number, message in enumerate(own):
        await post_message(
            acting,
            Message.load(message),
            key=f"{outbox_key(announced.key, announced.id)}{person.id}" + (f".{number}" if number else ""),
            kind="answer" if person.owed else kind,
            address_id=person.address_id,
            channel=person.channel,
            participant_id=person.id,
        )
