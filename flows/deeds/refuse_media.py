"""A file turned out to be unusable after the turn: tell its sender, and put the conversation where it was."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select, update
from sqlmodel import col

from flows.deeds.acting import Acting
from flows.deeds.post_message import post_message
from flows.engine.questions import Phrase
from flows.engine.talk import Action, Say
from flows.phrasing import Phrasing
from storage import journal, media, participants
from storage.participants import Person
from storage.tables import Addition, Address, Media, Node


async def refuse_media(acting: Acting, key: str, reason: str) -> None:
    """Mark it, take it out of an open conversation or an empty contribution, and ask for another.

    Nothing happens when somebody else settled it before: it is ready, refused, or to be erased.
    """
    person = await _sender(acting, key)
    if not await media.refuse(acting.connection, key, reason):
        return
    say = await _say(acting, key, reason)
    if person is not None:
        await _tell(acting, person, key, say)


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


async def _say(acting: Acting, key: str, reason: str) -> Say:
    """What it leaves empty is as it was before it: told nothing yet, or asked something still.

    A remark was asked for by nobody, and is not asked for now.
    """
    file: Any = (
        await acting.connection.execute(
            select(
                col(Media.node_id),
                col(Media.created_at),
                col(Node.kind),
                col(Node.number),
                col(Node.created_at).label("told_at"),
            )
            .join(Node, col(Node.id) == col(Media.node_id))
            .where(col(Media.key) == key)
        )
    ).one_or_none()
    if file is None:
        return Say(reason)
    if file.created_at > file.told_at:
        asks = await _ask_back_again(acting, file.node_id, file.created_at)
        return Say(
            reason, actions=(Action("answer", Phrase("action-answer"), str(file.number)),) if asks else ()
        )
    if not await _withdraw_if_empty(acting, file.node_id):
        return Say(reason)
    if file.kind == "remark":
        return Say("media-remark")
    return Say(reason, actions=(Action("story", Phrase("action-story")),))


async def _withdraw_if_empty(acting: Acting, node_id: int) -> bool:
    """A contribution that was only this file is nothing without it."""
    changed = await acting.connection.execute(
        update(Node)
        .where(col(Node.id) == node_id, col(Node.text) == "", col(Node.state) == "waiting")
        .values(state="withdrawn", decided_at=acting.now)
    )
    return changed.rowcount == 1


async def _ask_back_again(acting: Acting, node_id: int, sent_at: datetime) -> bool:
    """An answer that was only this file is none: the question is open again, unless it was decided since."""
    answer = (
        select(col(Addition.id))
        .where(col(Addition.node_id) == node_id, col(Addition.text) == "", col(Addition.at) >= sent_at)
        .order_by(col(Addition.id))
        .limit(1)
    )
    answer_id = (await acting.connection.execute(answer)).scalar_one_or_none()
    if answer_id is None:
        return False
    await acting.connection.execute(delete(Addition).where(col(Addition.id) == answer_id))
    changed = await acting.connection.execute(
        update(Node).where(col(Node.id) == node_id, col(Node.state) == "waiting").values(state="asked_back")
    )
    return changed.rowcount == 1


async def _tell(acting: Acting, person: Person, key: str, say: Say) -> None:
    reopened = await _reopen(acting, person.address_id, key)
    await post_message(
        acting,
        Phrasing(acting.wording, person.language).spoken(replace(say, actions=()) if reopened else say),
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
