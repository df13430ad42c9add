"""The outbox: in once, leased in order, settled once."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import insert, select, update
from sqlmodel import col

from storage import outbox
from storage.database import Database
from storage.outbox import LEASE, Kind, Waiting
from storage.tables import Address, Outbox, Participant

SECOND = timedelta(seconds=1)
CHANNELS = ("telegram", "web")


async def put(
    database: Database, key: str, now: datetime, chat: int = 1, kind: Kind = "reply", **more: Any
) -> int | None:
    async with database.writing() as connection:
        return await outbox.put(
            connection,
            key=key,
            kind=kind,
            address_id=chat,
            participant_id=chat,
            body=key.encode(),
            now=now,
            **more,
        )


async def lease(database: Database, now: datetime, worker: str = "w", **more: Any) -> list[str]:
    """The keys of what was leased, in order."""
    async with database.writing() as connection:
        ids = await outbox.lease_due(connection, worker, now, channels=more.pop("channels", CHANNELS), **more)
    found = await table(database)
    return [found[number]["key"] for number in ids]


async def table(database: Database) -> dict[int, dict[str, Any]]:
    async with database.reading() as connection:
        return {row["id"]: dict(row) for row in (await connection.execute(select(Outbox))).mappings()}


async def one(database: Database, key: str) -> dict[str, Any]:
    return next(row for row in (await table(database)).values() if row["key"] == key)


async def in_line(database: Database, key: str) -> Waiting:
    row = await one(database, key)
    async with database.reading() as connection:
        waiting = await outbox.line(connection, row["address_id"], row["id"])
    assert waiting[-1].key == key
    return waiting[-1]


# In


async def test_under_one_key_once(chats: Database, now: datetime) -> None:
    """A key stands there once, whoever puts it in and whatever it holds; the first one counts."""
    first = await put(chats, "turn:1", now)
    assert first is not None
    assert await put(chats, "turn:1", now + SECOND, chat=2, kind="answer") is None
    row = await one(chats, "turn:1")
    assert (row["id"], row["address_id"], row["kind"], row["body"]) == (first, 1, "reply", b"turn:1")
    assert (row["state"], row["not_before"], row["leased_until"], row["tries"]) == ("due", now, None, 0)


async def test_also_after_it_left(chats: Database, now: datetime) -> None:
    """What was sent once is not put in again."""
    number = await put(chats, "turn:1", now)
    assert number is not None
    async with chats.writing() as connection:
        await outbox.settle(connection, number, "sent", now)
    assert await put(chats, "turn:1", now) is None


async def test_two_at_once_under_one_key(database_url: str, chats: Database, now: datetime) -> None:
    """Two processes that put in the same at the same moment put it in once."""
    other = Database(database_url)
    try:
        found = await asyncio.gather(put(chats, "nudge:1", now), put(other, "nudge:1", now))
    finally:
        await other.close()
    assert sorted(number is None for number in found) == [False, True]


async def test_in_with_a_lease(chats: Database, now: datetime) -> None:
    """The process that puts it in may send it at once: nobody else gets it until the lease runs out."""
    await put(chats, "turn:1", now, leased_by="receiver")
    row = await one(chats, "turn:1")
    assert (row["leased_by"], row["leased_until"]) == ("receiver", now + LEASE)
    assert await lease(chats, now) == []
    assert await lease(chats, now + LEASE) == []
    assert await lease(chats, now + LEASE + SECOND) == ["turn:1"]


# Leasing


async def test_by_kind_and_then_by_age(chats: Database, now: datetime) -> None:
    """Replies pass answers, answers pass nudges; of one kind the oldest goes first."""
    for number in range(5, 10):
        await new_chat(chats, number, now)
    kinds: list[Kind] = ["broadcast", "nudge", "check_in", "answer", "reply", "nudge", "reply", "opening"]
    for chat, kind in enumerate(kinds, start=1):
        await put(chats, f"{kind}:{chat}", now, chat=chat, kind=kind)
    assert await lease(chats, now, limit=6) == [
        "reply:5",
        "reply:7",
        "answer:4",
        "check_in:3",
        "opening:8",
        "nudge:2",
    ]
    assert await lease(chats, now) == ["nudge:6", "broadcast:1"]


async def new_chat(database: Database, number: int, now: datetime) -> None:
    async with database.writing() as connection:
        await connection.execute(
            insert(Address).values(channel="web", lookup=str(number), sealed=b"", used_at=now, last_order=0)
        )
        await connection.execute(
            insert(Participant).values(key=f"new-{number}", trajectory_id=1, often="usual", joined_at=now)
        )


async def test_of_a_chat_the_oldest_alone(chats: Database, now: datetime) -> None:
    """Messages of one chat go one by one, in the order they were put in, whatever their kind."""
    await put(chats, "broadcast", now, kind="broadcast")
    await put(chats, "reply", now)
    await put(chats, "other chat", now, chat=2)
    assert await lease(chats, now) == ["other chat", "broadcast"]
    assert await lease(chats, now) == []
    async with chats.writing() as connection:
        await outbox.settle(connection, (await one(chats, "broadcast"))["id"], "sent", now)
    assert await lease(chats, now) == ["reply"]


async def test_what_is_held_lets_others_pass(chats: Database, now: datetime) -> None:
    """A message that waits for a decent hour does not hold up its chat."""
    await put(chats, "answer", now, kind="answer", not_before=now + timedelta(hours=8))
    await put(chats, "reply", now)
    assert await lease(chats, now) == ["reply"]
    assert await lease(chats, now + timedelta(hours=8)) == ["answer"]


async def test_only_when_it_is_due(chats: Database, now: datetime) -> None:
    """Not before its moment, and not once it was settled."""
    await put(chats, "later", now, not_before=now + SECOND)
    assert await lease(chats, now) == []
    assert await lease(chats, now + SECOND) == ["later"]
    async with chats.writing() as connection:
        await outbox.settle(connection, (await one(chats, "later"))["id"], "dropped", now)
    assert await lease(chats, now + timedelta(days=1)) == []


async def test_only_through_these_channels(chats: Database, now: datetime) -> None:
    """A process leases what it can send; without channels that is nothing."""
    await put(chats, "telegram", now, chat=1)
    await put(chats, "web", now, chat=4)
    assert await lease(chats, now, channels=()) == []
    assert await lease(chats, now, channels=("web",)) == ["web"]
    assert await lease(chats, now) == ["telegram"]


async def test_a_lease_that_ran_out_is_taken_over(chats: Database, now: datetime) -> None:
    """Who died with a lease loses it after half a minute."""
    await put(chats, "turn:1", now)
    assert await lease(chats, now, "first") == ["turn:1"]
    assert await lease(chats, now + LEASE, "second") == []
    assert await lease(chats, now + LEASE + SECOND, "second") == ["turn:1"]
    row = await one(chats, "turn:1")
    assert (row["leased_by"], row["leased_until"]) == ("second", now + 2 * LEASE + SECOND)


async def test_workers_never_lease_the_same_row(database_url: str, chats: Database, now: datetime) -> None:
    """Several at once, each with connections of its own: every row once, and of a chat in order."""
    for number in range(5, 13):
        await new_chat(chats, number, now)
    for chat in range(1, 13):
        for number in range(3):
            await put(chats, f"{chat}:{number}", now, chat=chat)
    workers = [Database(database_url) for _ in range(4)]
    try:
        found = await asyncio.gather(*(drain(worker, str(n), now) for n, worker in enumerate(workers)))
    finally:
        for worker in workers:
            await worker.close()
    everything = [key for keys in found for key in keys]
    assert sorted(everything) == sorted(f"{chat}:{number}" for chat in range(1, 13) for number in range(3))
    rows = sorted((await table(chats)).values(), key=lambda row: row["settled_at"])
    for chat in range(1, 13):
        sent = [row["key"] for row in rows if row["address_id"] == chat]
        assert sent == [f"{chat}:{number}" for number in range(3)]


async def drain(worker: Database, name: str, now: datetime) -> list[str]:
    """Lease and settle until there is nothing left, a little later each time."""
    taken: list[str] = []
    idle = 0
    while idle < 20:
        async with worker.writing() as connection:
            ids = await outbox.lease_due(connection, name, now, channels=CHANNELS, limit=2)
        idle = 0 if ids else idle + 1
        for number in ids:
            async with worker.writing() as connection:
                ((chat, newest),) = (await outbox.chats(connection, [number])).items()
                (row,) = await outbox.line(connection, chat, newest)
                taken.append(row.key)
                step = timedelta(milliseconds=int(row.key.split(":")[1]))
                await outbox.settle(connection, number, "sent", now + step)
        await asyncio.sleep(0.001)
    return taken


# What the policy needs


async def test_read(chats: Database, now: datetime) -> None:
    """A row comes with its chat, its person and what the trajectory set."""
    await put(chats, "answer:1", now, kind="answer", expires_at=now + LEASE)
    async with chats.writing() as connection:
        await connection.execute(update(Participant).values(paused_until=now, stopped_at=now + SECOND))
        await connection.execute(update(Address).values(blocked_at=now + LEASE))
    row = await in_line(chats, "answer:1")
    assert (row.kind, row.body, row.tries, row.channel) == ("answer", b"answer:1", 0, "telegram")
    assert (row.created_at, row.expires_at, row.last_heard_at) == (now, now + LEASE, now)
    assert (row.paused_until, row.stopped_at, row.blocked_at) == (now, now + SECOND, now + LEASE)
    assert (row.zone, row.quiet_from, row.quiet_until) == ("Europe/Amsterdam", "22:00", "09:00")
    assert (row.often, row.pushes_a_week) == ("less", 1)


async def test_the_persons_own_zone_counts(chats: Database, now: datetime) -> None:
    """Who chose a zone is not written to by the clock of the trajectory."""
    await put(chats, "answer:1", now)
    async with chats.writing() as connection:
        await connection.execute(update(Participant).values(zone="America/Curacao"))
    assert (await in_line(chats, "answer:1")).zone == "America/Curacao"


async def test_a_chat_that_takes_part_in_nothing(chats: Database, now: datetime) -> None:
    """A group or a stranger has no person and no trajectory; the ordinary hours count."""
    async with chats.writing() as connection:
        await connection.execute(
            update(Address).where(col(Address.id) == 1).values(trajectory_id=None, participant_id=None)
        )
        await outbox.put(
            connection, key="door", kind="reply", address_id=1, participant_id=None, body=b"", now=now
        )
    row = await in_line(chats, "door")
    assert (row.participant_id, row.often, row.pushes_a_week) == (None, "usual", 1)
    assert (row.zone, row.quiet_from, row.quiet_until) == ("Europe/Amsterdam", "21:00", "09:00")


async def test_the_line_of_a_chat(chats: Database, now: datetime) -> None:
    """What has not left of one chat, held or not, in the order of putting in, up to the row asked for."""
    ids = [await put(chats, f"turn:{n}", now + n * SECOND) for n in range(4)]
    await put(chats, "other chat", now, chat=2)
    numbers = [number for number in ids if number is not None]
    async with chats.writing() as connection:
        await outbox.settle(connection, numbers[1], "sent", now)
        await outbox.hold(connection, numbers[0], now + timedelta(hours=8), "quiet_hours")
        rows = await outbox.line(connection, 1, numbers[2])
    assert [(row.key, row.not_before) for row in rows] == [
        ("turn:0", now + timedelta(hours=8)),
        ("turn:2", now + 2 * SECOND),
    ]


async def test_chats_of_rows(chats: Database, now: datetime) -> None:
    """Rows by chat, each with its newest; what was settled still says which chat it was for."""
    ids = [await put(chats, f"{chat}:{n}", now, chat=chat) for n in range(2) for chat in (1, 2)]
    numbers = [number for number in ids if number is not None]
    async with chats.writing() as connection:
        await outbox.settle(connection, numbers[0], "sent", now)
        assert await outbox.chats(connection, numbers) == {1: numbers[2], 2: numbers[3]}
        assert await outbox.chats(connection, []) == {}


async def test_take(chats: Database, now: datetime) -> None:
    """A worker takes what is free or its own; what another holds, or what left, it does not get."""
    for key in ("free", "own", "another's", "left"):
        await put(chats, key, now, leased_by={"own": "w", "another's": "v"}.get(key, ""))
    ids = {key: (await one(chats, key))["id"] for key in ("free", "own", "another's", "left")}
    async with chats.writing() as connection:
        await outbox.settle(connection, ids["left"], "sent", now)
        taken = await outbox.take(connection, list(ids.values()), "w", now + SECOND)
        assert taken == {ids["free"], ids["own"]}
        assert await outbox.take(connection, [], "w", now) == set()
    assert (await one(chats, "own"))["leased_until"] == now + SECOND + LEASE
    assert (await one(chats, "another's"))["leased_by"] == "v"
    async with chats.writing() as connection:
        later = now + LEASE + SECOND
        assert await outbox.take(connection, [ids["another's"]], "w", later) == {ids["another's"]}


# Settling


@pytest.mark.parametrize("state", ["sent", "dropped"])
async def test_settled(chats: Database, now: datetime, state: outbox.Final) -> None:
    """The last word on a row: its body is erased, and the reason stays."""
    number = await put(chats, "turn:1", now, leased_by="w")
    assert number is not None
    async with chats.writing() as connection:
        await outbox.settle(connection, number, state, now + SECOND, reason="because", remote_id="77")
    row = await one(chats, "turn:1")
    assert (row["state"], row["body"], row["settled_at"]) == (state, None, now + SECOND)
    assert (row["reason"], row["remote_id"]) == ("because", "77")
    assert (row["leased_by"], row["leased_until"]) == ("", None)


async def test_held(chats: Database, now: datetime) -> None:
    """A row that may not go now waits by itself, with the reason, and keeps its body."""
    for key in ("answer", "reply"):
        await put(chats, key, now)
    await lease(chats, now)
    until = now + timedelta(hours=8)
    async with chats.writing() as connection:
        await outbox.hold(connection, (await one(chats, "answer"))["id"], until, "quiet_hours")
    row = await one(chats, "answer")
    assert (row["not_before"], row["reason"], row["leased_until"]) == (until, "quiet_hours", None)
    assert row["body"] == b"answer"
    assert await lease(chats, now) == ["reply"]


async def test_tried_later(chats: Database, now: datetime) -> None:
    """When the messenger says not now, the whole chat waits, so that order is kept; others do not."""
    for key in ("first", "second"):
        await put(chats, key, now)
    await put(chats, "much later", now, not_before=now + timedelta(days=1))
    await put(chats, "other", now, chat=2)
    assert await lease(chats, now) == ["first", "other"]
    until = now + timedelta(seconds=10)
    async with chats.writing() as connection:
        await outbox.retry(connection, await in_line(chats, "first"), until, "429")
    first, second, later = [await one(chats, key) for key in ("first", "second", "much later")]
    assert (first["not_before"], first["tries"], first["reason"]) == (until, 1, "429")
    assert (second["not_before"], second["tries"], second["reason"]) == (until, 0, "")
    assert later["not_before"] == now + timedelta(days=1)
    assert (await one(chats, "other"))["leased_by"] == "w"
    assert await lease(chats, now) == []
    assert await lease(chats, until) == ["first"]


async def test_what_was_refused_for_now_keeps_its_place(chats: Database, now: datetime) -> None:
    """Nothing that is put in later passes it, until the policy holds it."""
    await put(chats, "first", now)
    until = now + timedelta(minutes=5)
    async with chats.writing() as connection:
        await outbox.retry(connection, await in_line(chats, "first"), until, "unreachable")
    await put(chats, "reply", now + SECOND)
    assert await lease(chats, now + SECOND) == []
    async with chats.writing() as connection:
        await outbox.hold(connection, (await one(chats, "first"))["id"], until, "quiet_hours")
    assert (await one(chats, "first"))["tries"] == 0
    assert await lease(chats, now + SECOND) == ["reply"]


async def test_queued_up(chats: Database, now: datetime) -> None:
    """Who waits behind another is free again at that moment, with the reason; what left stays away."""
    for key in ("reply", "left"):
        await put(chats, key, now, leased_by="w")
    ids = {key: (await one(chats, key))["id"] for key in ("reply", "left")}
    async with chats.writing() as connection:
        await outbox.settle(connection, ids["left"], "sent", now)
        await outbox.queue_up(connection, ids.values(), now + SECOND)
    row = await one(chats, "reply")
    assert (row["not_before"], row["reason"], row["leased_by"]) == (now + SECOND, "in_order", "")
    assert (await one(chats, "left"))["reason"] == ""
    assert await lease(chats, now) == []
    assert await lease(chats, now + SECOND) == ["reply"]


async def test_released(chats: Database, now: datetime) -> None:
    """At the start of the only process, whoever held a lease is gone."""
    await put(chats, "turn:1", now, leased_by="dead")
    async with chats.writing() as connection:
        await outbox.release_all(connection)
    assert await lease(chats, now) == ["turn:1"]


async def test_dropped_for_a_chat(chats: Database, now: datetime) -> None:
    """What waits for one chat is dropped, of all kinds or of some; what was sent stays as it was."""
    kinds: list[Kind] = ["reply", "answer", "nudge"]
    for kind in kinds:
        await put(chats, kind, now, kind=kind)
    await put(chats, "sent", now)
    await put(chats, "other", now, chat=2)
    async with chats.writing() as connection:
        await outbox.settle(connection, (await one(chats, "sent"))["id"], "sent", now)
        await outbox.drop_for(connection, 1, "stopped", now, kinds=("answer", "nudge"))
    states = {
        row["key"]: (row["state"], row["reason"], row["body"] is None)
        for row in (await table(chats)).values()
    }
    assert states == {
        "reply": ("due", "", False),
        "answer": ("dropped", "stopped", True),
        "nudge": ("dropped", "stopped", True),
        "sent": ("sent", "", True),
        "other": ("due", "", False),
    }
    async with chats.writing() as connection:
        await outbox.drop_for(connection, 1, "blocked", now)
    assert (await one(chats, "reply"))["reason"] == "blocked"
    assert (await one(chats, "answer"))["reason"] == "stopped"
    assert (await one(chats, "other"))["state"] == "due"


async def test_drop_keys(chats: Database, now: datetime) -> None:
    """What waits under keys that begin so is dropped, not what is being sent or was sent, nor another's."""
    for key in ("step:1:1", "step:1:2", "step:1:3", "step:12:1", "step_1:1"):
        await put(chats, key, now, kind="opening")
    async with chats.writing() as connection:
        ids = {row["key"]: row_id for row_id, row in (await table(chats)).items()}
        await outbox.take(connection, [ids["step:1:2"]], "worker", now)
        await outbox.settle(connection, ids["step:1:3"], "sent", now)
        await outbox.drop_keys(connection, "step:1:", "overtaken", now)
    dropped = [row["key"] for row in (await table(chats)).values() if row["reason"] == "overtaken"]
    assert dropped == ["step:1:1"]


async def test_pushes_since(chats: Database, now: datetime) -> None:
    """Openings, nudges and broadcasts count that were sent from that moment on, to this person."""
    history: list[tuple[int, Kind, outbox.Final, datetime]] = [
        (1, "nudge", "sent", now),
        (1, "broadcast", "sent", now + SECOND),
        (1, "nudge", "sent", now - SECOND),
        (1, "nudge", "dropped", now),
        (1, "answer", "sent", now),
        (1, "opening", "sent", now),
        (2, "nudge", "sent", now),
    ]
    for number, (chat, kind, state, at) in enumerate(history):
        row_id = await put(chats, str(number), now, chat=chat, kind=kind)
        assert row_id is not None
        async with chats.writing() as connection:
            await outbox.settle(connection, row_id, state, at)
    async with chats.reading() as connection:
        assert await outbox.pushes_since(connection, 1, now) == 3
        assert await outbox.pushes_since(connection, 3, now) == 0


async def test_next_due(chats: Database, now: datetime) -> None:
    """When something waits next, if anything does."""
    async with chats.reading() as connection:
        assert await outbox.next_due(connection) is None
    for hours in (5, 2):
        await put(chats, f"later:{hours}", now, not_before=now + timedelta(hours=hours))
    async with chats.reading() as connection:
        assert await outbox.next_due(connection) == now + timedelta(hours=2)
