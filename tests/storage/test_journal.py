"""Where a conversation stands: kept whole, and sealed."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import insert, select
from sqlmodel import col

from storage import journal
from storage.database import Database, sqlite_path
from storage.journal import Standing, Talking
from storage.secrets import Secrets, Unsealable
from storage.tables import Conversation, Media

STORY = Standing("story", 3, {"story": {"value": {"text": "glas bij de vijver"}, "kind": "answer"}})
PERSON = Standing("person", 4, {"wish": {"value": "bel Truus maar"}})
TALKING = Talking(
    address_id=1,
    run=4,
    top=PERSON,
    beneath=STORY,
    tries=1,
    open_question="wish",
    offered=(("1x|menu|", ["Menu"]), ("1x|mine|", ["Mijn inbreng", "My contributions"])),
    expired="idea",
)


async def write(
    database: Database, secrets: Secrets, talking: Talking, now: datetime, **times: datetime
) -> None:
    async with database.writing() as connection:
        await journal.write(
            connection,
            secrets,
            talking,
            now=now,
            remind_at=times.get("remind_at"),
            expires_at=times.get("expires_at"),
        )


async def read(database: Database, secrets: Secrets, address_id: int = 1) -> Talking:
    async with database.reading() as connection:
        return await journal.read(connection, secrets, address_id)


async def row(database: Database) -> dict[str, Any]:
    async with database.reading() as connection:
        return dict((await connection.execute(select(Conversation))).mappings().one())


async def test_kept_whole(chats: Database, secrets: Secrets, now: datetime) -> None:
    """What was written is read again, the first time and every next time."""
    await write(chats, secrets, TALKING, now, remind_at=now, expires_at=now + timedelta(days=7))
    assert await read(chats, secrets) == TALKING
    again = replace(TALKING, top=STORY, beneath=None, tries=0, offered=(), expired="", open_question="story")
    await write(chats, secrets, again, now + timedelta(hours=1))
    assert await read(chats, secrets) == again
    kept = await row(chats)
    assert (kept["script"], kept["remind_at"], kept["expires_at"]) == ("story", None, None)
    assert kept["updated_at"] == now + timedelta(hours=1)


async def test_nothing_yet(chats: Database, secrets: Secrets) -> None:
    """A chat in which nothing was said has an empty conversation."""
    assert await read(chats, secrets, 2) == Talking(2)


async def test_without_a_script_nothing_is_kept(chats: Database, secrets: Secrets, now: datetime) -> None:
    """When nothing is open, no word of what was said stays."""
    await write(chats, secrets, TALKING, now)
    await write(chats, secrets, replace(TALKING, top=None, beneath=None, offered=()), now)
    kept = await row(chats)
    assert (kept["journal"], kept["beneath"], kept["offered"], kept["open_question"]) == (
        None,
        None,
        None,
        None,
    )
    assert (kept["script"], kept["run"]) == (None, 4)


async def test_each_chat_its_own(chats: Database, secrets: Secrets, now: datetime) -> None:
    """Writing one conversation leaves the others."""
    await write(chats, secrets, TALKING, now)
    await write(chats, secrets, replace(TALKING, address_id=2, top=STORY), now)
    assert (await read(chats, secrets, 1)).top == PERSON
    assert (await read(chats, secrets, 2)).top == STORY


async def test_sealed_on_the_disk(
    database_url: str, chats: Database, secrets: Secrets, now: datetime
) -> None:
    """No byte of the row, nor of SQLite's own files, shows a word, a label or an answer."""
    await write(chats, secrets, TALKING, now)
    found = repr(await row(chats)).encode()
    if path := sqlite_path(database_url):
        found += b"".join(file.read_bytes() for file in path.parent.glob(f"{path.name}*"))
    assert b"person" in found
    for words in ("vijver", "Truus", "Mijn inbreng", "1x|mine"):
        assert words.encode() not in found


async def test_with_another_secret(chats: Database, secrets: Secrets, now: datetime) -> None:
    """What another secret sealed cannot be read, until that secret is added."""
    await write(chats, secrets, TALKING, now)
    new = "a newer secret of at least thirty-two characters"
    with pytest.raises(Unsealable):
        await read(chats, Secrets(new))
    both = Secrets(f"{new},a secret of at least thirty-two characters")
    assert await read(chats, both) == TALKING


async def test_rewritten(chats: Database, secrets: Secrets, now: datetime) -> None:
    """A changed journal of the open script is kept, and its times stay as they were."""
    await write(chats, secrets, TALKING, now, remind_at=now, expires_at=now)
    changed = replace(TALKING, top=replace(PERSON, journal={}), tries=9)
    async with chats.writing() as connection:
        await journal.rewrite(connection, secrets, changed)
    found = await read(chats, secrets)
    assert found == replace(TALKING, top=replace(PERSON, journal={}), open_question="")
    kept = await row(chats)
    assert (kept["remind_at"], kept["expires_at"], kept["updated_at"]) == (now, now, now)


async def test_rewritten_beneath(chats: Database, secrets: Secrets, now: datetime) -> None:
    """The journal of the script beneath can be changed as well, or go."""
    await write(chats, secrets, TALKING, now)
    for beneath in (replace(STORY, journal={}), None):
        changed = replace(TALKING, beneath=beneath)
        async with chats.writing() as connection:
            await journal.rewrite(connection, secrets, changed)
        assert await read(chats, secrets) == replace(changed, open_question="")


async def test_rewriting_what_has_ended(chats: Database, secrets: Secrets, now: datetime) -> None:
    """Without an open script there is no journal to change."""
    await write(chats, secrets, TALKING, now)
    async with chats.writing() as connection:
        await journal.rewrite(connection, secrets, replace(TALKING, top=None))
    assert await read(chats, secrets) == TALKING


def holding(script: str, key: str) -> Standing:
    return Standing(script, 1, {"told": {"value": {"text": "", "media": key, "kind": "voice"}}})


async def media_states(database: Database) -> dict[str, str]:
    async with database.reading() as connection:
        rows = await connection.execute(select(col(Media.key), col(Media.state)))
        return {row.key: row.state for row in rows}


async def test_files_that_leave_the_journals(chats: Database, secrets: Secrets, now: datetime) -> None:
    """A file goes once no journal holds it, also when its script came and went within one turn."""
    async with chats.writing() as connection:
        for key in ("above", "beneath", "passing", "other"):
            values = {"state": "noted", "reason": "", "tries": 0, "created_at": now}
            await connection.execute(
                insert(Media).values(key=key, channel="telegram", kind="voice", **values)
            )
    talking = Talking(1, top=holding("person", "above"), beneath=holding("story", "beneath"))
    await write(chats, secrets, talking, now)
    read_again = await read(chats, secrets)
    assert read_again.files == {"above", "beneath"}
    passing = replace(read_again, top=holding("loose-words", "passing"))
    await write(chats, secrets, replace(passing, top=None), now)
    assert await media_states(chats) == {
        "above": "erase",
        "beneath": "noted",
        "passing": "erase",
        "other": "noted",
    }
    await write(chats, secrets, replace(await read(chats, secrets), beneath=None), now)
    assert (await media_states(chats))["beneath"] == "erase"


async def test_offered_outside_a_turn(chats: Database, secrets: Secrets, now: datetime) -> None:
    """What a message of our own showed takes the place of what was on offer, sealed; the rest stays."""
    await write(chats, secrets, TALKING, now)
    offered = (("1x|answer|7", ["Antwoord geven"]),)
    async with chats.writing() as connection:
        await journal.offer(connection, secrets, 1, offered)
    numbered = (("1x|answer|7", ["1", "Antwoord geven"]),)
    assert await read(chats, secrets) == replace(TALKING, offered=numbered)
    assert "Antwoord" not in repr(await row(chats))


def test_a_script_begins(now: datetime) -> None:
    """Each run has a number of its own; what counted for the one before begins anew."""
    first = Talking(1, tries=2, reminded_at=now).begin("story", {})
    assert (first.run, first.top, first.beneath) == (1, Standing("story", 1, {}), None)
    assert (first.tries, first.reminded_at) == (0, None)
    assert first.begin("idea", {}).beneath is None


def test_a_script_begins_over_another() -> None:
    """The open one goes beneath; a third takes the place of the second."""
    first = Talking(1).begin("story", {})
    second = first.begin("person", {"wish": 1}, over=True)
    assert (second.top, second.beneath) == (Standing("person", 2, {"wish": 1}), first.top)
    third = second.begin("idea", {}, over=True)
    assert (third.top, third.beneath, third.run) == (Standing("idea", 3, {}), first.top, 3)
    assert third.begin("settings", {}).beneath == first.top
