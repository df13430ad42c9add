"""Files that people send: fetched after the turn, made anew, and what is said when that fails."""

from __future__ import annotations

import asyncio
import itertools
import stat
import struct
import wave
import zlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from io import BytesIO
from pathlib import Path
from typing import Literal

import pytest
from PIL import Image
from world import World, world

from bot.channels.channel import MediaGone, MediaTooLarge
from bot.channels.web.webchat import WebChat
from bot.fetching import TRIES
from bot.wiring import web
from flows.inbound import Event, Uploaded, Wrote
from storage import erasure, participants, trajectories
from storage.secrets import random_token
from storage.tables import Media, Node, Participant

WHERE = b"Dorpsstraat 7"
SENTENCES = {
    "media-lost": "Het is niet gelukt om je bestand op te halen. Wil je het nog eens sturen?",
    "media-too-large": "Je bestand is te groot. Wil je een kleiner bestand sturen?",
    "media-wrong-type": "Je bestand kan ik niet openen. Stuur een gewone foto of een spraakbericht.",
    "media-too-many-pixels": "Je foto is te groot. Wil je een kleinere foto sturen?",
    "media-too-long": "Je bericht duurt te lang. Wil je het in tien minuten of korter vertellen?",
    "media-damaged": "Je bestand is beschadigd. Wil je het nog eens sturen?",
}


@pytest.fixture
async def there(sqlite_url: str, tmp_path: Path) -> AsyncIterator[World]:
    async with at_the_question(sqlite_url, tmp_path) as made:
        yield made


@pytest.fixture
async def anywhere(database_url: str, tmp_path: Path) -> AsyncIterator[World]:
    """The same, on each kind of database in turn."""
    async with at_the_question(database_url, tmp_path) as made:
        yield made


@asynccontextmanager
async def at_the_question(url: str, folder: Path) -> AsyncIterator[World]:
    """Somebody has joined and is asked for a story."""
    async with world(url, folder) as made:
        async with made.core.database.writing() as connection:
            found = await trajectories.by_slug(connection, "parkrand")
            assert found is not None
            secrets = made.core.secrets
            await participants.join(connection, secrets, "standin", "ada", found.id, None, made.now)
            person = await participants.find(connection, secrets, "standin", "ada")
            assert person is not None
            await participants.change(
                connection, person.participant_id, language="nl", role="lives", consented_at=made.now
            )
        await made.says("verhaal")
        made.channel.sent.clear()
        yield made


def photo(width: int = 60) -> bytes:
    """A photo, 40 pixels high, that says in its metadata where it was taken."""
    image = Image.new("RGB", (width, 40), "red")
    about = Image.Exif()
    about[0x010E] = WHERE.decode()
    output = BytesIO()
    image.save(output, "JPEG", exif=about)
    assert WHERE in output.getvalue()
    return output.getvalue()


def voice() -> bytes:
    """Two seconds of nothing, as a WAV file."""
    output = BytesIO()
    with wave.open(output, "wb") as file:
        file.setparams((1, 2, 8000, 0, "NONE", ""))
        file.writeframes(bytes(2 * 8000 * 2))
    return output.getvalue()


def giant() -> bytes:
    """A PNG of a few kilobytes that unpacks to 3.6 gigapixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    size = struct.pack(">IIBBBBB", 60_000, 60_000, 1, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", size)
        + chunk(b"IDAT", zlib.compress(bytes(100_000), 9))
        + chunk(b"IEND", b"")
    )


names = (f"file-{number}" for number in itertools.count())


async def sends(
    there: World,
    data: bytes | None,
    kind: Literal["voice", "photo"] = "photo",
    address: str = "ada",
    caption: str = "",
) -> str:
    """The person sends a file, which the messenger keeps under the name that is returned."""
    name = next(names)
    if data is not None:
        there.channel.files[name] = data
    uploaded = Uploaded(name, kind, caption=caption)
    assert await there.core.receive(there.inbound(uploaded, address)) == "handled"
    await there.core.sender.close()
    return name


async def fetch(there: World) -> None:
    """One round of fetching, and of sending what it had to say."""
    await there.core.fetcher.fetch_due()
    await there.core.sender.send_due()


async def files(there: World) -> list[Media]:
    rows = [row for row in await there.rows(Media) if isinstance(row, Media)]
    return sorted(rows, key=lambda row: row.created_at)


def on_disk(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


@pytest.mark.parametrize(
    ("data", "kind", "mime"), [(photo(), "photo", "image/jpeg"), (voice(), "voice", "audio/mpeg")]
)
async def test_a_file_is_made_anew(
    anywhere: World, tmp_path: Path, data: bytes, kind: Literal["voice", "photo"], mime: str
) -> None:
    """Nothing is fetched in the turn; after it the file is made anew, and kept where only we can read it."""
    there = anywhere
    await sends(there, data, kind)
    (noted,) = await files(there)
    assert noted.state == "noted"
    assert on_disk(tmp_path / "media") == []
    with pytest.raises(LookupError):
        await there.core.read_media(noted.key)
    await fetch(there)
    (ready,) = await files(there)
    assert (ready.state, ready.mime, ready.remote) == ("ready", mime, None)
    made, shown_as = await there.core.read_media(ready.key)
    assert (len(made), shown_as) == (ready.size, mime)
    assert made != data
    assert WHERE not in made
    (path,) = on_disk(tmp_path / "media")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert made not in path.read_bytes()
    if kind == "voice":
        assert ready.seconds == 2
    else:
        assert (ready.width, ready.height) == (60, 40)
    (reply,) = there.channel.texts
    assert reply.startswith("Dank je. Mogen anderen je verhaal lezen?")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (None, "media-lost"),
        (b"%PDF-1.7 a plan of many pages", "media-wrong-type"),
        (giant(), "media-too-many-pixels"),
        (photo()[:200], "media-damaged"),
        (photo() + bytes(20 * 1024 * 1024), "media-too-large"),
    ],
    ids=["gone", "of another type", "of gigapixels", "damaged", "too large"],
)
async def test_a_file_that_cannot_be_taken(there: World, data: bytes | None, reason: str) -> None:
    """Its sender hears which and what to do, in one sentence, and the question is open as it was before."""
    await sends(there, data)
    assert "Mogen anderen je verhaal lezen?" in there.channel.texts[-1]
    there.channel.sent.clear()
    await fetch(there)
    assert there.channel.texts == [SENTENCES[reason]]
    (refused,) = await files(there)
    assert (refused.state, refused.reason, refused.remote) == ("refused", reason, None)
    await there.says("Er lag glas bij de bank, en niemand ruimde het op.")
    assert "Mogen anderen je verhaal lezen?" in there.channel.texts[-1]
    await there.says("ja hoor")
    (node,) = await there.rows(Node)
    assert isinstance(node, Node)
    assert node.text == "Er lag glas bij de bank, en niemand ruimde het op."
    await fetch(there)
    assert sum(text == SENTENCES[reason] for text in there.channel.texts) == 1


async def test_too_large_for_the_messenger(there: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the channel itself cannot fetch because of its size is refused with the same sentence."""

    async def too_large(_: str) -> bytes:
        raise MediaTooLarge

    monkeypatch.setattr(there.channel, "fetch", too_large)
    await sends(there, photo())
    there.channel.sent.clear()
    await fetch(there)
    assert there.channel.texts == [SENTENCES["media-too-large"]]


async def test_a_larger_photo_instead(there: World) -> None:
    """After a refusal another file answers the same question, and becomes the story."""
    await sends(there, b"no photo at all")
    await fetch(there)
    await sends(there, photo())
    await fetch(there)
    await there.says("ja hoor")
    (node,) = await there.rows(Node)
    first, second = await files(there)
    assert isinstance(node, Node)
    assert (first.state, first.node_id) == ("refused", None)
    assert (second.state, second.node_id) == ("ready", node.id)


async def test_a_story_that_was_only_a_file(there: World) -> None:
    """When the story was told already it is taken back, and its teller can tell it again with a button."""
    await sends(there, b"no photo at all")
    await there.says("ja hoor")
    there.channel.sent.clear()
    await fetch(there)
    (node,) = await there.rows(Node)
    assert isinstance(node, Node)
    assert node.state == "withdrawn"
    ((_, message, _),) = there.channel.sent
    assert message.text.startswith(SENTENCES["media-wrong-type"])
    await there.says("verhaal")
    assert "Vertel eens" in there.channel.texts[-1]


async def test_a_story_with_words_beside_the_file(there: World) -> None:
    """A caption remains a story when its photo cannot be taken after the story was told."""
    await sends(there, b"no photo at all", caption="Dit ligt hier elke maandag.")
    await there.says("ja hoor")
    await fetch(there)
    (node,) = await there.rows(Node)
    assert isinstance(node, Node)
    assert (node.state, node.text) == ("waiting", "Dit ligt hier elke maandag.")


async def test_refused_while_another_question_is_open(there: World) -> None:
    """A story beneath another conversation has its question open again too: no empty story comes of it."""
    await sends(there, b"no photo at all")
    await there.says("mens")
    assert "Je kunt altijd met een mens praten." in there.channel.texts[-1]
    await fetch(there)
    assert there.channel.texts[-1] == SENTENCES["media-wrong-type"]
    await there.says("Bel me maar op dinsdag.")
    assert "We hebben het doorgegeven." in there.channel.texts[-2]
    assert "Vertel eens" in there.channel.texts[-1]
    await there.says("Er lag glas bij de bank.")
    await there.says("ja hoor")
    stories = [row for row in await there.rows(Node) if isinstance(row, Node) and row.kind == "story"]
    assert [story.text for story in stories] == ["Er lag glas bij de bank."]


async def test_the_messenger_is_away(there: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """Fetching is tried again after pauses that double, and given up with a sentence after the eighth."""
    asked: list[str] = []

    async def away(remote: str) -> bytes:
        asked.append(remote)
        raise OSError("no route to the messenger")

    monkeypatch.setattr(there.channel, "fetch", away)
    await sends(there, photo())
    there.channel.sent.clear()
    pauses: list[float] = []
    for _ in range(TRIES - 1):
        await fetch(there)
        (noted,) = await files(there)
        assert noted.retry_at is not None
        pauses.append((noted.retry_at - there.now).total_seconds())
        there.now = noted.retry_at
    assert pauses == [5, 10, 20, 40, 80, 160, 320]
    assert there.channel.texts == []
    await fetch(there)
    assert len(asked) == TRIES == 8
    assert there.channel.texts == [SENTENCES["media-lost"]]
    there.wait(days=1)
    await fetch(there)
    assert len(asked) == TRIES


async def test_not_before_its_pause_is_over(there: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that could not be fetched is left alone until its pause is over, and then it comes."""
    name = await sends(there, photo())

    async def away(_: str) -> bytes:
        raise OSError("no route to the messenger")

    with monkeypatch.context() as outage:
        outage.setattr(there.channel, "fetch", away)
        await fetch(there)
    there.wait(seconds=4)
    await fetch(there)
    assert [row.state for row in await files(there)] == ["noted"]
    there.wait(seconds=1)
    await fetch(there)
    assert [row.state for row in await files(there)] == ["ready"]
    assert name in there.channel.files


async def test_forgotten_while_it_was_fetched(
    anywhere: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who is forgotten while a file of theirs is on its way leaves no file behind."""
    there = anywhere
    await sends(there, photo())
    (person,) = await there.rows(Participant)
    assert isinstance(person, Participant)

    async def forgotten_meanwhile(_: str) -> bytes:
        async with there.core.database.writing() as connection:
            await erasure.forget(connection, person.id, there.now)
        return photo()

    monkeypatch.setattr(there.channel, "fetch", forgotten_meanwhile)
    there.channel.sent.clear()
    await fetch(there)
    assert on_disk(tmp_path / "media") == []
    assert there.channel.sent == []


async def test_a_file_that_breaks_everything(there: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that nobody foresaw holds up no other, and is not tried without end."""
    bad = await sends(there, b"x")
    there.wait(seconds=1)
    await sends(there, photo(), address="ada")
    take = there.channel.fetch

    async def breaks(remote: str) -> bytes:
        if remote == bad:
            raise RuntimeError("a mistake in an adapter")
        return await take(remote)

    monkeypatch.setattr(there.channel, "fetch", breaks)
    for _ in range(2):
        try:
            await fetch(there)
        except RuntimeError:
            continue
    assert [row.state for row in await files(there)][1] == "ready"


async def test_two_workers_fetch_the_same_file(
    postgresql_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two processes that fetch one file at the same time leave that file readable."""
    async with (
        at_the_question(postgresql_url, tmp_path) as one,
        world(postgresql_url, tmp_path, fresh=False) as other,
    ):
        await sends(one, photo())
        both = asyncio.Barrier(2)

        async def together(_: str) -> bytes:
            async with asyncio.timeout(10):
                await both.wait()
            return photo()

        for there in (one, other):
            monkeypatch.setattr(there.channel, "fetch", together)
        await asyncio.gather(one.core.fetcher.fetch_due(), other.core.fetcher.fetch_due())
        (row,) = await files(one)
        assert row.state == "ready"
        made, _ = await one.core.read_media(row.key)
        assert made


@pytest.fixture
async def workers(database_url: str, tmp_path: Path) -> AsyncIterator[tuple[World, World]]:
    """Two processes that share a database and a folder."""
    async with (
        at_the_question(database_url, tmp_path) as one,
        world(database_url, tmp_path, fresh=False) as other,
    ):
        yield one, other


async def test_another_worker_was_first(
    workers: tuple[World, World], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What stands on the disk is what the row tells of: the slower worker changes nothing."""
    one, other = workers
    name = await sends(one, photo())
    other.channel.files[name] = photo(90)

    async def slowly(_: str) -> bytes:
        await other.core.fetcher.fetch_due()
        return photo(30)

    monkeypatch.setattr(one.channel, "fetch", slowly)
    await one.core.fetcher.fetch_due()
    (row,) = await files(one)
    made, _ = await one.core.read_media(row.key)
    assert (row.state, row.width, row.size) == ("ready", 90, len(made))
    assert Image.open(BytesIO(made)).size == (90, 40)
    assert [path.name for path in on_disk(tmp_path / "media")] == [row.key]


async def test_refused_by_the_slower_worker(
    workers: tuple[World, World], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that one worker has is not refused by another to whom the messenger gives it no more."""
    one, other = workers
    name = await sends(one, photo())
    other.channel.files[name] = photo()

    async def too_late(_: str) -> bytes:
        await other.core.fetcher.fetch_due()
        raise MediaGone

    monkeypatch.setattr(one.channel, "fetch", too_late)
    one.channel.sent.clear()
    await fetch(one)
    (row,) = await files(one)
    assert (row.state, row.reason) == ("ready", "")
    assert one.channel.sent == []
    await one.says("ja hoor")
    (node,) = await one.rows(Node)
    assert isinstance(node, Node)
    assert row.node_id is None
    assert [found.node_id for found in await files(one)] == [node.id]


async def test_tried_later_by_the_slower_worker(
    workers: tuple[World, World], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor does a worker that could not fetch it put it off for one that could."""
    one, other = workers
    name = await sends(one, photo())
    other.channel.files[name] = photo()

    async def away(_: str) -> bytes:
        await other.core.fetcher.fetch_due()
        raise OSError("no route to the messenger")

    monkeypatch.setattr(one.channel, "fetch", away)
    await one.core.fetcher.fetch_due()
    (row,) = await files(one)
    assert (row.state, row.tries, row.retry_at) == ("ready", 0, None)


async def test_a_full_disk(there: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that could not be put in its place is not called ready, and comes later."""
    await sends(there, photo())

    def full(*_: object) -> None:
        raise OSError("no space left on the disk")

    for step in ("stage", "keep"):
        with monkeypatch.context() as trouble:
            trouble.setattr(there.core.files, step, full)
            await there.core.fetcher.fetch_due()
        (row,) = await files(there)
        assert row.state == "noted"
        assert on_disk(tmp_path / "media") == []
        assert row.retry_at is not None
        there.now = row.retry_at
    await there.core.fetcher.fetch_due()
    assert [row.state for row in await files(there)] == ["ready"]


async def test_an_upload_of_the_web_chat_does_not_stay(sqlite_url: str, tmp_path: Path) -> None:
    """Once a file was made anew, what the visitor uploaded is gone from the disk."""
    async with world(sqlite_url, tmp_path) as there:
        await web(there.core)
        chat = there.core.channels["web"]
        assert isinstance(chat, WebChat)

        async def visits(event: Event) -> None:
            inbound = there.inbound(event, visitor, channel="web", trajectory="parkrand")
            assert await there.core.receive(inbound) == "handled"

        visitor = random_token()
        for words in ("hallo", "nederlands", "verder", "verder", "duidelijk", "ik woon hier", "ja"):
            await visits(Wrote(words))
        await visits(Uploaded(await chat.uploads.keep(photo()), "photo"))
        await there.core.fetcher.fetch_due()
        assert [row.state for row in await files(there)] == ["ready"]
        assert on_disk(tmp_path / "incoming") == []
        await chat.close()
