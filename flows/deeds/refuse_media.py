"""A file turned out to be unusable after the turn: tell its sender, and put the conversation where it was."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import select, update
from sqlmodel import col

from flows.deeds.acting import Acting
from flows.deeds.post_message import post_message
from flows.engine.questions import Phrase
from flows.engine.talk import Action, Say
from flows.phrasing import Phrasing
from storage import journal, media, participants
from storage.participants import Person
from storage.tables import Address, Media, Node


async def refuse_media(acting: Acting, key: str, reason: str) -> None:
    """Mark it, take it out of an open conversation or an empty contribution, and ask for another.

    Nothing happens when somebody else settled it before: it is ready, refused, or to be erased.
    """
    person = await _sender(acting, key)
    if not await media.refuse(acting.connection, key, reason):
        return
    node_id = await _node_of(acting, key)
    emptied = node_id is not None and await _withdraw_if_empty(acting, node_id)
    if person is not None:
        await _tell(acting, person, key, reason, emptied=emptied)


async def _sender(acting: Acting, key: str) -> Person | None:
    """Who sent it and can be told. Locked before the file is: a turn locks in the same order."""
    address_id = (
        await acting.connection.execute(
            select(col(Address.id))
            .join(Media, col(Media.participant_id) == col(Address.participant_id))
            .where(
                col(Media.key) == key,
                col(Address.channel) == col(Media.channel),
                col(Address.blocked_at).is_(None),
            )
            .order_by(col(Address.used_at).desc())
            .limit(1)
        )
    ).scalar_one_or_none()
    return None if address_id is None else await participants.read_at(acting.connection, address_id)


async def _node_of(acting: Acting, key: str) -> int | None:
    query = select(col(Media.node_id)).where(col(Media.key) == key)
    return (await acting.connection.execute(query)).scalar_one()


async def _withdraw_if_empty(acting: Acting, node_id: int) -> bool:
    """A contribution that was only this file is nothing without it."""
    changed = await acting.connection.execute(
        update(Node)
        .where(col(Node.id) == node_id, col(Node.text) == "", col(Node.state) == "waiting")
        .values(state="withdrawn", decided_at=acting.now)
    )
    return changed.rowcount == 1


async def _tell(acting: Acting, person: Person, key: str, reason: str, *, emptied: bool) -> None:
    reopened = await _reopen(acting, person.address_id, key)
    again = () if reopened or not emptied else (Action("story", Phrase("action-story")),)
    await post_message(
        acting,
        Phrasing(acting.wording, person.language).spoken(Say(reason, actions=again)),
        key=f"media:{key}",
        kind="reply",
        address_id=person.address_id,
        channel=person.channel,
        participant_id=person.participant_id,
    )


async def _reopen(acting: Acting, address_id: int, key: str) -> bool:
    """Take the answer that was this file out of an open journal: its question is asked again."""
    talking = await journal.read(acting.connection, acting.secrets, address_id)
    without = replace(talking, top=_without(talking.top, key), beneath=_without(talking.beneath, key))
    if without == talking:
        return False
    await journal.rewrite(acting.connection, acting.secrets, without)
    return True


def _without(standing: journal.Standing | None, key: str) -> journal.Standing | None:
    if standing is None:
        return None
    kept = {name: entry for name, entry in standing.journal.items() if journal.file_of(entry) != key}
    return replace(standing, journal=kept)
