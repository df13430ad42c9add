"""Forgetting people: their words and whatever could lead back to them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Select, delete, exists, insert, literal, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlmodel import col
from sqlmodel.sql.sqltypes import UTCDateTime

from storage.secrets import Secrets, Unsealable, random_code
from storage.tables import (
    Addition,
    Address,
    Belonging,
    CheckIn,
    Commitment,
    Conversation,
    Decision,
    FailedEvent,
    Joining,
    Link,
    LinkingCode,
    Media,
    NamedNetwork,
    Node,
    Notice,
    Outbox,
    Participant,
    SeenEvent,
    WayIn,
    WebMessage,
)

LAST_WORD = timedelta(minutes=2)
"""How long an address outlives the wish to be forgotten, so that the goodbye can be delivered."""


async def forget(connection: AsyncConnection, participant_id: int, now: datetime) -> None:
    """Take out the words, the files' owners and the person's own data; votes stay as a bare count.

    The address itself and its chat are erased by `finish` shortly after.
    """
    await _let_go_of_promises(connection, participant_id, now)
    own = select(col(Node.id)).where(col(Node.participant_id) == participant_id)
    await _take_out_words(connection, own)
    await _erase_files(connection, col(Media.participant_id) == participant_id)
    theirs = col(Node.participant_id) == participant_id
    await connection.execute(update(Node).where(theirs).values(participant_id=None))
    await _let_go(connection, participant_id, now)


async def leave(connection: AsyncConnection, participant_id: int, now: datetime) -> None:
    """Take out the person; what they gave stays, and nobody can tell any more whose it was.

    The address itself and its chat are erased by `finish` shortly after.
    """
    await _let_go_of_promises(connection, participant_id, now)
    for table in (Node, Media):
        theirs = col(table.participant_id) == participant_id
        await connection.execute(update(table).where(theirs).values(participant_id=None))
    await _let_go(connection, participant_id, now)


async def withdraw(connection: AsyncConnection, node_id: int, now: datetime) -> None:
    """Take out the words of one thing that somebody gave. Only they still see that it was there.

    What was made of it stays, and so do the links that it had: without their reasons, which may quote it.
    """
    await _take_out_words(connection, select(col(Node.id)).where(col(Node.id) == node_id))
    await connection.execute(update(Node).where(col(Node.id) == node_id).values(decided_at=now))
    await connection.execute(update(Commitment).where(col(Commitment.node_id) == node_id).values(name=""))


async def _take_out_words(connection: AsyncConnection, own: Select[int]) -> None:
    await connection.execute(delete(Addition).where(col(Addition.node_id).in_(own)))
    await connection.execute(update(Decision).where(col(Decision.node_id).in_(own)).values(sentence=""))
    await connection.execute(update(Link).where(col(Link.source_id).in_(own)).values(reason={}))
    await _erase_files(connection, col(Media.node_id).in_(own))
    await connection.execute(delete(NamedNetwork).where(col(NamedNetwork.node_id).in_(own)))
    await connection.execute(
        update(Node).where(col(Node.id).in_(own)).values(text="", state="withdrawn", may_show=False)
    )


async def _erase_files(connection: AsyncConnection, which: ColumnElement[bool]) -> None:
    gone = {"state": "erase", "participant_id": None, "node_id": None, "remote": None}
    await connection.execute(update(Media).where(which).values(gone))


async def _let_go_of_promises(connection: AsyncConnection, participant_id: int, now: datetime) -> None:
    """Nobody is left to keep them. What was promised in public goes on being counted, without a name."""
    theirs = col(Node.participant_id) == participant_id
    is_commitment = col(Node.kind) == "commitment"
    # What nobody saw yet is nothing without whoever promised it.
    await connection.execute(
        update(Node)
        .where(theirs, is_commitment, col(Node.state).in_(("waiting", "asked_back")))
        .values(state="withdrawn")
    )
    own = select(col(Node.id)).where(theirs, is_commitment)
    public = select(col(Node.id)).where(theirs, is_commitment, col(Node.state) == "published")
    still = col(Commitment.state).in_(("conditional", "active")) & col(Commitment.node_id).in_(public)
    open_ones = select(col(Commitment.node_id), literal("release"), literal(now, UTCDateTime())).where(still)
    await connection.execute(insert(CheckIn).from_select(["node_id", "answer", "at"], open_ones))
    await connection.execute(update(Commitment).where(still).values(state="released", settled_at=now))
    await connection.execute(update(Commitment).where(col(Commitment.node_id).in_(own)).values(name=""))
    offered = col(Commitment.node_id).in_(own) | (col(Commitment.offered_to) == participant_id)
    await connection.execute(update(Commitment).where(offered).values(offered_to=None, offered_at=None))
    await connection.execute(delete(Joining).where(col(Joining.participant_id) == participant_id))


async def _let_go(connection: AsyncConnection, participant_id: int, now: datetime) -> None:
    """What a person is known by; the bare row stays, so that what they chose goes on being counted."""
    await connection.execute(
        update(Participant)
        .where(col(Participant.id) == participant_id)
        .values(
            key=random_code(12),
            language=None,
            role=None,
            zone=None,
            network_id=None,
            way_in_id=None,
            consented_at=None,
            paused_until=None,
            stopped_at=now,
        )
    )
    for table in (Belonging, Notice):
        await connection.execute(delete(table).where(col(table.participant_id) == participant_id))
    await _forget_failures(connection, participant_id)
    await _forget_ways(connection, participant_id)
    await connection.execute(
        update(Address).where(col(Address.participant_id) == participant_id).values(forget_at=now + LAST_WORD)
    )


async def is_due(connection: AsyncConnection, now: datetime) -> bool:
    """Whether there is anything to finish."""
    addresses = exists().where(col(Address.forget_at) <= now)
    files = exists().where(col(Media.state) == "erase")
    return bool((await connection.execute(select(addresses | files))).scalar())


async def finish(connection: AsyncConnection, secrets: Secrets, now: datetime) -> list[str]:
    """Erase the addresses whose time has come; returns the keys of media files to remove."""
    due = await connection.execute(
        select(col(Address.id), col(Address.channel), col(Address.sealed), col(Address.lookup)).where(
            col(Address.forget_at) <= now
        )
    )
    for row in due.all():
        try:
            hashes = secrets.lookups(row.channel, secrets.open(row.sealed).decode())
        except Unsealable:
            hashes = [row.lookup]
        await _erase(connection, row.id, row.channel, hashes)
    files = select(col(Media.key)).where(col(Media.state) == "erase")
    keys = list((await connection.execute(files)).scalars())
    await connection.execute(delete(Media).where(col(Media.key).in_(keys)))
    return keys


async def erase_address(
    connection: AsyncConnection, secrets: Secrets, address_id: int, channel: str, address: str
) -> None:
    """Take out one chat: what waits for it, what it talked about, where it is."""
    await _erase(connection, address_id, channel, secrets.lookups(channel, address))


async def _forget_ways(connection: AsyncConnection, participant_id: int) -> None:
    """The codes of their chats, and whose link it was: who came by it came all the same."""
    chats = select(col(Address.id)).where(col(Address.participant_id) == participant_id)
    await connection.execute(
        delete(LinkingCode).where(
            (col(LinkingCode.participant_id) == participant_id) | col(LinkingCode.asked_by).in_(chats)
        )
    )
    await connection.execute(
        update(WayIn).where(col(WayIn.participant_id) == participant_id).values(participant_id=None)
    )


async def _forget_failures(connection: AsyncConnection, participant_id: int) -> None:
    """What was said and could not be taken; under an older key it goes with the address."""
    theirs = exists().where(
        col(Address.participant_id) == participant_id,
        col(Address.channel) == col(FailedEvent.channel),
        col(Address.lookup) == col(FailedEvent.lookup),
    )
    await connection.execute(delete(FailedEvent).where(theirs))


async def _erase(connection: AsyncConnection, address_id: int, channel: str, hashes: Sequence[str]) -> None:
    """`hashes`: under an older key the same chat may stand under another one."""
    undecided = select(col(Address.id)).where(
        col(Address.channel) == channel,
        col(Address.lookup).in_(hashes),
        col(Address.trajectory_id).is_(None),
    )
    ids = [address_id, *(await connection.execute(undecided)).scalars()]
    await connection.execute(delete(Outbox).where(col(Outbox.address_id).in_(ids)))
    await connection.execute(
        delete(LinkingCode).where(col(LinkingCode.address_id).in_(ids) | col(LinkingCode.asked_by).in_(ids))
    )
    await connection.execute(delete(Conversation).where(col(Conversation.address_id).in_(ids)))
    await connection.execute(delete(Address).where(col(Address.id).in_(ids)))
    await connection.execute(delete(WebMessage).where(col(WebMessage.lookup).in_(hashes)))
    await connection.execute(
        delete(FailedEvent).where(col(FailedEvent.channel) == channel, col(FailedEvent.lookup).in_(hashes))
    )
    for lookup in hashes:
        # The web chat's own events begin with a piece of the visitor's hash.
        await connection.execute(delete(SeenEvent).where(col(SeenEvent.event_id).startswith(lookup[:12])))
