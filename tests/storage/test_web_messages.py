from datetime import UTC, datetime, timedelta

from storage import web_messages
from storage.database import Database

NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)


async def put(
    database: Database, key: str, lookup: str = "a", at: datetime = NOW, *, own: bool = False
) -> int | None:
    async with database.writing() as connection:
        return await web_messages.put(connection, key=key, lookup=lookup, own=own, body=key.encode(), at=at)


async def bodies(database: Database, lookup: str = "a") -> list[bytes]:
    async with database.reading() as connection:
        return [kept.body for kept in await web_messages.latest(connection, [lookup], 10)]


async def after(database: Database, last_id: int, *lookups: str) -> list[bytes] | None:
    async with database.reading() as connection:
        found = await web_messages.after(connection, lookups, last_id)
    return None if found is None else [kept.body for kept in found]


async def test_once(database: Database) -> None:
    """The same key stands there once, and tells so."""
    assert await put(database, "turn:1") is not None
    assert await put(database, "turn:1") is None
    assert await bodies(database) == [b"turn:1"]


async def test_latest(database: Database) -> None:
    """The last messages come oldest first, of one chat alone."""
    for number in range(5):
        await put(database, f"turn:{number}")
    await put(database, "elsewhere", "b")
    async with database.reading() as connection:
        kept = await web_messages.latest(connection, ["a"], 2)
    assert [message.body for message in kept] == [b"turn:3", b"turn:4"]
    assert kept[0].at == NOW


async def test_after(database: Database) -> None:
    """Reading on gives what came after, from the start when nothing was read yet."""
    first = await put(database, "turn:1")
    await put(database, "elsewhere", "b")
    await put(database, "turn:2")
    assert first is not None
    assert await after(database, first, "a") == [b"turn:2"]
    assert await after(database, 0, "a") == [b"turn:1", b"turn:2"]
    assert await after(database, 0, "nobody") == []


async def test_older_key(database: Database) -> None:
    """A chat is read under the hashes of older keys too."""
    await put(database, "turn:1", "old")
    await put(database, "turn:2", "new")
    assert await after(database, 0, "new", "old") == [b"turn:1", b"turn:2"]


async def test_after_one_that_is_gone(database: Database) -> None:
    """Where only that message was erased, the chat goes on."""
    await put(database, "turn:1")
    erased = await put(database, "unagreed:1", own=True)
    await put(database, "turn:2")
    assert erased is not None
    async with database.writing() as connection:
        await web_messages.erase(connection, [erased])
    assert await after(database, erased, "a") == [b"turn:2"]


async def test_after_what_is_gone(database: Database) -> None:
    """Who reads on from a message that was erased is told so."""
    first = await put(database, "turn:1")
    await put(database, "turn:2")
    assert first is not None
    async with database.writing() as connection:
        await web_messages.forget(connection, ["a"])
    await put(database, "elsewhere", "b")
    assert await after(database, first + 1, "a") is None


async def test_forget(database: Database) -> None:
    """Forgetting one visitor leaves the others."""
    await put(database, "turn:1", "a")
    await put(database, "turn:2", "b")
    async with database.writing() as connection:
        await web_messages.forget(connection, ["a"])
    assert await bodies(database, "a") == []
    assert await bodies(database, "b") == [b"turn:2"]


async def test_forget_own(database: Database) -> None:
    """What one visitor said goes, under older keys too; what was answered stays, and so do the others."""
    for lookup in ("new", "old", "other"):
        await put(database, f"own:{lookup}", lookup, own=True)
        await put(database, f"turn:{lookup}", lookup)
    async with database.writing() as connection:
        await web_messages.forget_own(connection, ["new", "old"])
    assert [await bodies(database, lookup) for lookup in ("new", "old")] == [[b"turn:new"], [b"turn:old"]]
    assert len(await bodies(database, "other")) == 2


async def test_passed(database: Database) -> None:
    """What has a kind of key and is older is found, and nothing else."""
    old = await put(database, "x_y:1", at=NOW - timedelta(minutes=16))
    await put(database, "x_y:2", at=NOW - timedelta(minutes=14))
    await put(database, "x-y:1", at=NOW - timedelta(minutes=16))
    async with database.reading() as connection:
        assert await web_messages.passed(connection, "x_y:", NOW - timedelta(minutes=15)) == [old]


async def test_forget_before(database: Database) -> None:
    """Retention erases what is older, and that alone."""
    await put(database, "old", at=NOW - timedelta(days=31))
    await put(database, "young", at=NOW - timedelta(days=29))
    async with database.writing() as connection:
        await web_messages.forget_before(connection, NOW - timedelta(days=30))
    assert await bodies(database) == [b"young"]
