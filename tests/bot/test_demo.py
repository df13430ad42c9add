"""The samples that the demonstration lays in: how much there is, what it says, and who can read it."""

from __future__ import annotations

import re
import stat
from collections import Counter
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest
import structlog
from sqlalchemy import select
from sqlmodel import SQLModel, col
from stage import MONDAY
from world import World, world

from bot import demo
from bot.core import Core
from bot.demo import MODERATOR, lay_in_samples, make_sample_files, sign_in_link
from bot.settings import Settings
from bot.wiring import build, prepare, web
from storage.tables import Decision, Media, Moderator, Network, Node, Trajectory, Vote

FORM = {"csrf": ""}


@pytest.fixture
async def there(database_url: str, tmp_path: Path) -> AsyncIterator[World]:
    async with world(database_url, tmp_path, fresh=False) as made:
        yield made


@pytest.fixture
async def fresh(tmp_path: Path) -> AsyncIterator[Core]:
    """The program in a folder of its own, as on a machine that has nothing yet."""
    core = build(Settings(data_dir=tmp_path / "data"), "http://desk.test", clock=lambda: MONDAY)
    await prepare(core)
    yield core
    for channel in core.channels.values():
        await channel.close()
    await core.database.close()


async def rows(core: Core, table: type[SQLModel]) -> list[dict[str, object]]:
    async with core.database.reading() as connection:
        return [dict(row) for row in (await connection.execute(select(table))).mappings()]


def sentences(text: str) -> int:
    return len(re.findall(r"[.!?]+[\"'”]?(?:\s|$)", text))


async def test_how_much_there_is(there: World) -> None:
    """At least sixty contributions, twelve ideas, four hundred votes, a few declined, with kind words."""
    assert await lay_in_samples(there.core)
    nodes = [row for row in await there.rows(Node) if isinstance(row, Node)]
    kinds = Counter(node.kind for node in nodes)
    assert kinds["story"] + kinds["idea"] >= 60
    assert kinds["idea"] >= 12
    assert len(await there.rows(Vote)) >= 400
    declined = {node.id for node in nodes if node.state == "declined"}
    assert len(declined) >= 3
    decisions = [row for row in await there.rows(Decision) if isinstance(row, Decision)]
    answers = [row for row in decisions if row.node_id in declined]
    assert len(answers) == len(declined)
    assert all(row.reason and sentences(row.sentence) >= 2 for row in answers)
    stories = [node for node in nodes if node.kind == "story"]
    assert sum(sentences(story.text) >= 3 for story in stories) >= len(stories) / 2
    assert all(sentences(story.text) >= 2 for story in stories)


async def test_three_trajectories_in_two_languages(there: World) -> None:
    """All are marked as samples, in Dutch and English, and so is everything in them."""
    await lay_in_samples(there.core)
    found = [row for row in await there.rows(Trajectory) if isinstance(row, Trajectory)]
    assert [one.slug for one in found] == ["wijkteam-oost", "park-zilverwei", "weg-naar-werk"]
    for one in found:
        assert (one.sample, one.languages) == (True, ["nl", "en"])
        assert all(set(words) == {"nl", "en"} for words in one.texts.values())
    assert all(row.sample for row in await there.rows(Node) if isinstance(row, Node))
    languages = Counter(row.language for row in await there.rows(Node) if isinstance(row, Node))
    assert min(languages["nl"], languages["en"]) >= 5
    networks = Counter(row.trajectory_id for row in await there.rows(Network) if isinstance(row, Network))
    assert all(count >= 5 for count in networks.values())


async def test_a_second_start(there: World) -> None:
    """A second start lays nothing in, also when somebody has added a trajectory of their own."""
    assert await lay_in_samples(there.core)
    tables = (Trajectory, Node, Vote, Decision, Moderator)
    before = [len(await there.rows(table)) for table in tables]
    assert not await lay_in_samples(there.core)
    assert [len(await there.rows(table)) for table in tables] == before


async def test_beside_a_trajectory_of_ones_own(sqlite_url: str, tmp_path: Path) -> None:
    """Where there is a real trajectory no samples come, but the link to the desk does."""
    async with world(sqlite_url, tmp_path) as there:
        assert not await lay_in_samples(there.core)
        assert re.fullmatch(r"http://127\.0\.0\.1:8000/desk/in/[\w-]{43}", await sign_in_link(there.core))
        assert len(await there.rows(Moderator)) == 1


async def test_the_link_works_once(fresh: Core) -> None:
    """The printed link shows a button that signs the sample's moderator in, one time."""
    await lay_in_samples(fresh)
    link = await sign_in_link(fresh)
    origin = {"Origin": fresh.base_url}
    transport = httpx.ASGITransport(app=await web(fresh))
    async with httpx.AsyncClient(transport=transport, base_url=fresh.base_url, headers=origin) as browser:
        page = await browser.get(link)
        assert page.status_code == 200
        assert MODERATOR in page.text
        signed_in = await browser.post(link, data=FORM)
        assert (signed_in.status_code, signed_in.headers["location"]) == (303, "/desk")
        assert (await browser.get("/desk")).status_code == 200
        assert (await browser.post(link, data=FORM)).status_code == 410
        again = await sign_in_link(fresh)
        assert again != link
        assert (await browser.post(again, data=FORM)).status_code == 303


async def test_the_samples_say_that_they_are_samples(fresh: Core) -> None:
    """Every page that a visitor can open says so, in both languages."""
    await lay_in_samples(fresh)
    transport = httpx.ASGITransport(app=await web(fresh))
    async with httpx.AsyncClient(transport=transport, base_url=fresh.base_url) as browser:
        for slug in ("wijkteam-oost", "park-zilverwei"):
            for path, key in ((f"/t/{slug}", "page-sample"), (f"/chat/{slug}", "webchat-sample")):
                for language in ("nl", "en"):
                    page = await browser.get(path, params={"lang": language})
                    assert page.status_code == 200
                    assert fresh.wording.word(language, key) in page.text


async def test_files_are_the_owners_alone(fresh: Core, tmp_path: Path) -> None:
    """Nobody else on the machine can open the data folder, or a file or folder in it."""
    await lay_in_samples(fresh)
    await web(fresh)
    fresh.files.write("abcdefgh", b"a photo")
    folder = tmp_path / "data"
    modes = {path: stat.S_IMODE(path.stat().st_mode) for path in (folder, *folder.rglob("*"))}
    assert {path.name for path in modes} >= {"data", "samenspraak.db", "secret.key", "media", "abcdefgh"}
    for path, mode in modes.items():
        assert mode == (0o700 if path.is_dir() else 0o600), path


async def files(core: Core) -> dict[tuple[str, str], list[str]]:
    """The states of files, by kind and by the state of the contribution they came with."""
    async with core.database.reading() as connection:
        found = await connection.execute(
            select(col(Media.kind), col(Node.state), col(Media.state))
            .join(Node, col(Node.id) == col(Media.node_id))
            .order_by(col(Media.kind))
        )
        by_place: dict[tuple[str, str], list[str]] = {}
        for kind, place, state in found:
            by_place.setdefault((kind, place), []).append(state)
        return by_place


async def test_voices_and_photos(fresh: Core) -> None:
    """In the queue and in what was published are voice messages and photos; the desk plays and shows them."""
    await lay_in_samples(fresh)
    assert await files(fresh) == {
        (kind, place): ["noted", "noted"] for kind in ("photo", "voice") for place in ("published", "waiting")
    }
    for _ in range(2):
        await make_sample_files(fresh)
    assert {state for states in (await files(fresh)).values() for state in states} == {"ready"}
    transport = httpx.ASGITransport(app=await web(fresh))
    headers = {"Origin": fresh.base_url}
    async with httpx.AsyncClient(transport=transport, base_url=fresh.base_url, headers=headers) as browser:
        await browser.post(await sign_in_link(fresh), data=FORM)
        for place in ("waiting", "published"):
            for number in (1, 7, 30, 43):
                page = await browser.get(
                    f"/desk/park-zilverwei/queue/{number}", params={"state": place, "lang": "nl"}
                )
                (link,) = set(re.findall(r"/desk/media/[a-z0-9]+", page.text))
                shown = await browser.get(link)
                assert shown.status_code == 200
                wanted = "audio/mpeg" if number in (7, 43) else "image/jpeg"
                assert shown.headers["content-type"] == wanted


async def test_files_that_cannot_be_made(fresh: Core, monkeypatch: pytest.MonkeyPatch) -> None:
    """The demonstration goes on without them, says so in the log, and makes them at its next start."""
    await lay_in_samples(fresh)

    async def breaks(_: str) -> bytes:
        raise OSError("no more processes")

    with monkeypatch.context() as trouble, structlog.testing.capture_logs() as logs:
        trouble.setattr(demo, "drawing", breaks)
        await make_sample_files(fresh)
    assert [line["problem"] for line in logs] == ["OSError"]
    await make_sample_files(fresh)
    assert {state for states in (await files(fresh)).values() for state in states} == {"ready"}


async def test_nothing_lies_in_the_future(there: World) -> None:
    """Whatever the hour, everything in the samples was given, decided and voted before this moment."""
    there.now = datetime(2026, 11, 22, 0, 0, 30, tzinfo=UTC)
    await lay_in_samples(there.core)
    for row in await there.rows(Node):
        assert isinstance(row, Node)
        assert row.created_at <= there.now
        assert row.decided_at is None or row.created_at <= row.decided_at <= there.now
    assert all(row.at <= there.now for row in await there.rows(Vote) if isinstance(row, Vote))
