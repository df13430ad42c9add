"""Forgetting people: what goes at once, what goes with the address, and what stays."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import insert, select, text, update
from sqlmodel import SQLModel, col

from storage import erasure, seen_events
from storage.database import Database
from storage.secrets import Secrets
from storage.tables import (
    Addition,
    Address,
    Conversation,
    Decision,
    FailedEvent,
    LinkingCode,
    Media,
    NamedNetwork,
    Node,
    Outbox,
    Participant,
    Vote,
    WayIn,
    WebMessage,
)

WORDS = "de bakker op de hoek"


async def rows(database: Database, table: type[SQLModel]) -> list[Mapping[str, Any]]:
    async with database.reading() as connection:
        found = (await connection.execute(select(table).order_by(text("1")))).mappings()
        return [dict(row) for row in found]


async def everything(database: Database) -> str:
    async with database.reading() as connection:
        return "\n".join(
            [
                f"{table.name}: {tuple(row)!r}"
                for table in SQLModel.metadata.sorted_tables
                for row in await connection.execute(select(table))
            ]
        )


async def filled(database: Database, secrets: Secrets, now: datetime) -> None:
    """Persons 1 and 4 have something in every table that can hold something of theirs."""
    async with database.writing() as connection:
        for person, channel in ((1, "telegram"), (4, "web")):
            await connection.execute(
                update(Participant)
                .where(col(Participant.id) == person)
                .values(role="lives", zone="Europe/Paris", language="nl", consented_at=now)
            )
            node = await connection.execute(
                insert(Node)
                .values(
                    trajectory_id=1,
                    kind="story",
                    number=person,
                    participant_id=person,
                    text=f"{WORDS} {person}",
                    may_show=True,
                    state="published",
                    created_at=now,
                )
                .returning(col(Node.id))
            )
            node_id = node.scalar_one()
            for table, values in (
                (Addition, {"node_id": node_id, "text": f"{WORDS} {person}", "at": now}),
                (
                    Decision,
                    {"node_id": node_id, "act": "publish", "sentence": f"over {WORDS} {person}", "at": now},
                ),
                (
                    Media,
                    {
                        "key": f"file-{person}",
                        "participant_id": person,
                        "node_id": node_id,
                        "channel": channel,
                        "kind": "photo",
                        "remote": b"remote",
                        "created_at": now,
                    },
                ),
                (
                    Vote,
                    {"node_id": node_id, "participant_id": person, "value": 1, "channel": channel, "at": now},
                ),
                (
                    Conversation,
                    {
                        "address_id": person,
                        "journal": secrets.seal(WORDS),
                        "run": 1,
                        "tries": 0,
                        "updated_at": now,
                    },
                ),
                (
                    Outbox,
                    {
                        "key": f"turn:{person}",
                        "kind": "reply",
                        "address_id": person,
                        "participant_id": person,
                        "body": secrets.seal(WORDS),
                        "created_at": now,
                        "not_before": now,
                    },
                ),
                (
                    WebMessage,
                    {
                        "key": f"own:{person}",
                        "lookup": secrets.lookup(channel, f"chat {person}"),
                        "body": secrets.seal(WORDS),
                        "at": now,
                    },
                ),
            ):
                await connection.execute(insert(table).values(**values))


async def failed(database: Database, secrets: Secrets, now: datetime, *chats: tuple[str, str]) -> None:
    """An event of each of these chats could not be taken."""
    async with database.writing() as connection:
        for number, (channel, address) in enumerate(chats):
            sealed, lookup = secrets.seal(f"{WORDS} of {address}"), secrets.lookup(channel, address)
            await seen_events.record_failure(
                connection, channel, f"{address} {number}", sealed, "RuntimeError", now, lookup
            )


async def waiting(database: Database) -> list[str]:
    """The failed events that are kept."""
    return [row["event_id"] for row in await rows(database, FailedEvent)]


async def forget(database: Database, now: datetime, person: int = 1) -> None:
    async with database.writing() as connection:
        await erasure.forget(connection, person, now)


async def finish(database: Database, secrets: Secrets, at: datetime) -> list[str]:
    async with database.writing() as connection:
        return await erasure.finish(connection, secrets, at)


async def test_words_go_at_once(chats: Database, secrets: Secrets, now: datetime) -> None:
    """Contributions, additions, the answers given to them, and what the person said of themselves."""
    await filled(chats, secrets, now)
    await forget(chats, now)
    assert f"{WORDS} 1" not in await everything(chats)
    (own, other) = await rows(chats, Node)
    assert (own["text"], own["state"], own["may_show"], own["participant_id"]) == (
        "",
        "withdrawn",
        False,
        None,
    )
    assert (other["text"], other["state"]) == (f"{WORDS} 4", "published")
    person = (await rows(chats, Participant))[0]
    for column in ("language", "role", "zone", "network_id", "consented_at", "paused_until"):
        assert person[column] is None
    assert person["key"] != "key-1"
    assert person["stopped_at"] == now


async def test_a_file_loses_its_owner(chats: Database, secrets: Secrets, now: datetime) -> None:
    """It is marked for removal, and nothing says whose it was or where it came from."""
    await filled(chats, secrets, now)
    await forget(chats, now)
    files = {row["key"]: row for row in await rows(chats, Media)}
    own = files["file-1"]
    assert (own["state"], own["participant_id"], own["node_id"], own["remote"]) == ("erase", None, None, None)
    assert files["file-4"]["participant_id"] == 4


async def test_votes_stay_as_a_number(chats: Database, secrets: Secrets, now: datetime) -> None:
    """A vote is counted still, of a participant who is nobody any more."""
    await filled(chats, secrets, now)
    await forget(chats, now)
    assert [row["value"] for row in await rows(chats, Vote)] == [1, 1]


async def test_the_goodbye_can_still_be_delivered(chats: Database, secrets: Secrets, now: datetime) -> None:
    """The address outlives the wish for two minutes and not a second more."""
    await filled(chats, secrets, now)
    await forget(chats, now)
    assert await finish(chats, secrets, now + erasure.LAST_WORD - timedelta(seconds=1)) == ["file-1"]
    assert [row["id"] for row in await rows(chats, Address)] == [1, 2, 3, 4]
    assert await finish(chats, secrets, now + erasure.LAST_WORD) == []
    assert [row["id"] for row in await rows(chats, Address)] == [2, 3, 4]


async def test_nothing_leads_back(chats: Database, secrets: Secrets, now: datetime) -> None:
    """Afterwards no table holds the words, the address, its hash, or anything that was said."""
    await filled(chats, secrets, now)
    address = (await rows(chats, Address))[0]
    await forget(chats, now)
    await finish(chats, secrets, now + erasure.LAST_WORD)
    kept = await everything(chats)
    for trace in (
        f"{WORDS} 1",
        address["lookup"],
        repr(address["sealed"]),
        "key-1",
        "turn:1",
        "own:1",
        "file-1",
    ):
        assert trace not in kept
    for table in (Conversation, Outbox, WebMessage, Media):
        assert len(await rows(chats, table)) == 1


async def test_failed_events_go_at_once(chats: Database, secrets: Secrets, now: datetime) -> None:
    """What a person said and we could not take goes with what we did take; that of others stays."""
    await filled(chats, secrets, now)
    await failed(chats, secrets, now, ("telegram", "chat 1"), ("telegram", "chat 2"), ("web", "chat 1"))
    await forget(chats, now)
    assert await waiting(chats) == ["chat 2 1", "chat 1 2"]


async def test_what_fails_after_the_wish(chats: Database, secrets: Secrets, now: datetime) -> None:
    """It goes with the address, also when an older secret had written it down."""
    await filled(chats, secrets, now)
    await forget(chats, now)
    newer = Secrets("n" * 40 + ",a secret of at least thirty-two characters")
    for key in (secrets, newer):
        await failed(chats, key, now, ("telegram", "chat 1"), ("telegram", "chat 2"))
    assert len(await waiting(chats)) == 2
    await failed(chats, newer, now, ("web", "somebody"), ("telegram", "somebody"), ("telegram", "chat 1"))
    await finish(chats, newer, now + erasure.LAST_WORD)
    assert sorted(await waiting(chats)) == ["chat 2 1", "somebody 0", "somebody 1"]


async def test_a_chat_that_is_erased(chats: Database, secrets: Secrets, now: datetime) -> None:
    """When one chat is taken out, what failed in it goes too."""
    await failed(chats, secrets, now, ("web", "chat 4"), ("telegram", "chat 4"))
    async with chats.writing() as connection:
        await erasure.erase_address(connection, secrets, 4, "web", "chat 4")
    assert await waiting(chats) == ["chat 4 1"]


async def test_several_chats_of_one_person(chats: Database, secrets: Secrets, now: datetime) -> None:
    """All of them go."""
    async with chats.writing() as connection:
        await connection.execute(update(Address).where(col(Address.id) == 2).values(participant_id=1))
    await filled(chats, secrets, now)
    await forget(chats, now)
    await finish(chats, secrets, now + erasure.LAST_WORD)
    assert [row["id"] for row in await rows(chats, Address)] == [3, 4]


async def test_under_an_older_secret(chats: Database, secrets: Secrets, now: datetime) -> None:
    """What was kept under the hash of an older secret goes as well."""
    await filled(chats, secrets, now)
    await forget(chats, now, person=4)
    newer = Secrets("n" * 40 + ",a secret of at least thirty-two characters")
    assert await finish(chats, newer, now + erasure.LAST_WORD) == ["file-4"]
    assert [row["key"] for row in await rows(chats, WebMessage)] == ["own:1"]


async def test_what_can_no_longer_be_opened(chats: Database, secrets: Secrets, now: datetime) -> None:
    """An address that was sealed with a lost secret goes too, and keeps nobody else from going."""
    await filled(chats, secrets, now)
    for person in (1, 4):
        await forget(chats, now, person)
    await finish(chats, Secrets("another secret of thirty-two characters"), now + erasure.LAST_WORD)
    assert [row["id"] for row in await rows(chats, Address)] == [2, 3]
    assert await rows(chats, WebMessage) == []


async def test_nobody_to_forget(chats: Database, secrets: Secrets, now: datetime) -> None:
    """Without anyone whose time has come nothing changes, and doing it twice does no harm."""
    await filled(chats, secrets, now)
    before = await everything(chats)
    assert await finish(chats, secrets, now + timedelta(days=9)) == []
    assert await everything(chats) == before
    for _ in range(2):
        await forget(chats, now)
        await finish(chats, secrets, now + erasure.LAST_WORD)
    assert len(await rows(chats, Address)) == 3


async def with_ways(database: Database, now: datetime) -> None:
    """Person 1 named a network, has a link by which 2 came, made a code, and typed one of person 4."""
    async with database.writing() as connection:
        (way, *_) = [
            (
                await connection.execute(
                    insert(WayIn)
                    .values(
                        trajectory_id=1,
                        participant_id=person,
                        kind="connector",
                        label={},
                        token=f"c-{person}",
                        created_at=now,
                    )
                    .returning(col(WayIn.id))
                )
            ).scalar_one()
            for person in (1, 4)
        ]
        await connection.execute(update(Participant).where(col(Participant.id) == 2).values(way_in_id=way))
        for node_id in (1, 2):
            await connection.execute(
                insert(NamedNetwork).values(node_id=node_id, kind="sport", size="few", knows=True)
            )
        for handle, person, asked_by in (("aaa", 1, None), ("bbb", 4, 1), ("ccc", 4, 2)):
            await connection.execute(
                insert(LinkingCode).values(
                    handle=handle,
                    code_hash="h",
                    participant_id=person,
                    address_id=person,
                    asked_by=asked_by,
                    expires_at=now,
                )
            )


async def test_ways_in_and_codes(chats: Database, secrets: Secrets, now: datetime) -> None:
    """A link stays for who came by it, and is nobody's; codes, and what was said of a network, go."""
    await filled(chats, secrets, now)
    await with_ways(chats, now)
    await forget(chats, now)
    assert [row["participant_id"] for row in await rows(chats, WayIn)] == [None, 4]
    assert [row["way_in_id"] for row in await rows(chats, Participant)] == [None, 1, None, None]
    assert [row["node_id"] for row in await rows(chats, NamedNetwork)] == [2]
    assert [row["handle"] for row in await rows(chats, LinkingCode)] == ["ccc"]
    await forget(chats, now, person=2)
    assert (await rows(chats, Participant))[1]["way_in_id"] is None


async def test_codes_of_a_chat(chats: Database, secrets: Secrets, now: datetime) -> None:
    """A code goes with the chat that made it, and with the chat that typed it."""
    await filled(chats, secrets, now)
    await with_ways(chats, now)
    async with chats.writing() as connection:
        await erasure.erase_address(connection, secrets, 2, "telegram", "chat 2")
    assert [row["handle"] for row in await rows(chats, LinkingCode)] == ["aaa", "bbb"]
    async with chats.writing() as connection:
        await erasure.erase_address(connection, secrets, 1, "telegram", "chat 1")
    assert await rows(chats, LinkingCode) == []
