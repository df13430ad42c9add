"""The short commands: what they store, what they print, and what they say when a name does not exist."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console
from sqlalchemy import insert, select
from sqlmodel import SQLModel
from stage import TRAJECTORY

from bot.complaints import complaint
from bot.finding import NotThere
from bot.organising import (
    OVERRIDE,
    add_to_desk,
    change_step,
    list_trajectories,
    new_trajectory,
    print_links,
)
from bot.settings import Settings
from bot.trajectory_files import WrongFile
from flows.deeds.found_trajectory import SlugTaken
from flows.deeds.stepping import UnknownStep
from storage.database import Database
from storage.secrets import fingerprint
from storage.tables import Audit, DeclineReason, Moderator, Network, Node, SignInLink, Step, Trajectory, WayIn

EXAMPLE = Path(__file__).parents[2] / "bot" / "samples" / "example.toml"


class Desk:
    """Someone at a keyboard, and what the program prints there."""

    def __init__(self, url: str, folder: Path) -> None:
        self.settings = Settings(database_url=url, data_dir=folder)
        self.console = Console(file=StringIO(), highlight=False, soft_wrap=True, width=100)
        self.database = Database(url)

    def read(self) -> str:
        """What was printed since the last look."""
        file = self.console.file
        assert isinstance(file, StringIO)
        printed = file.getvalue()
        file.seek(0)
        file.truncate()
        return printed

    async def rows(self, table: type[SQLModel]) -> list[SQLModel]:
        async with self.database.reading() as connection:
            found = (await connection.execute(select(table))).mappings()
            return [table.model_construct(**row) for row in found]


@pytest.fixture
async def desk(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Desk]:
    made = Desk(sqlite_url, tmp_path)
    yield made
    await made.database.close()


@pytest.fixture
async def anywhere(database_url: str, tmp_path: Path) -> AsyncIterator[Desk]:
    """The same, on each kind of database in turn."""
    made = Desk(database_url, tmp_path)
    yield made
    await made.database.close()


async def test_a_new_trajectory(anywhere: Desk) -> None:
    """The example that ships is laid in whole, and the next command is printed."""
    await new_trajectory(anywhere.settings, anywhere.console, EXAMPLE)
    assert anywhere.read().splitlines() == [
        "Laid in: werk-dichtbij, with 3 networks.",
        "People can tell stories after: samenspraak trajectory step werk-dichtbij exchange open",
    ]
    counts = [len(await anywhere.rows(table)) for table in (Trajectory, Network, Step, DeclineReason)]
    assert counts == [1, 3, 9, 6]


async def test_a_slug_that_is_taken(desk: Desk) -> None:
    """The same file twice changes nothing the second time."""
    await new_trajectory(desk.settings, desk.console, EXAMPLE)
    before = [len(await desk.rows(table)) for table in (Trajectory, Network, Step, DeclineReason)]
    with pytest.raises(SlugTaken, match="werk-dichtbij"):
        await new_trajectory(desk.settings, desk.console, EXAMPLE)
    after = [len(await desk.rows(table)) for table in (Trajectory, Network, Step, DeclineReason)]
    assert after == before


async def test_a_file_with_a_mistake(desk: Desk, tmp_path: Path) -> None:
    """Of a file with a mistake nothing at all is stored."""
    path = tmp_path / "mine.toml"
    path.write_text(EXAMPLE.read_text().replace('key = "double"', 'key = "!"'))
    with pytest.raises(WrongFile):
        await new_trajectory(desk.settings, desk.console, path)
    assert await desk.rows(Trajectory) == []


async def test_the_list(desk: Desk) -> None:
    """Each trajectory with its title and open steps; without any, how to make one."""
    await list_trajectories(desk.settings, desk.console)
    assert desk.read() == "There are no trajectories yet. Make one: samenspraak trajectory new FILE.toml\n"
    for path in (TRAJECTORY, EXAMPLE):
        await new_trajectory(desk.settings, desk.console, path)
    desk.read()
    await list_trajectories(desk.settings, desk.console)
    lines = [re.split(r"\s*[│┃]\s*", line)[1:-1] for line in desk.read().splitlines() if line[:1] in "│┃"]
    assert lines == [
        ["slug", "title", "open steps", "overdue", ""],
        ["parkrand", "Een schoon park", "exchange", "0", ""],
        ["werk-dichtbij", "Werk dichtbij", "none", "0", ""],
    ]


async def test_what_is_overdue(desk: Desk) -> None:
    """The list says how many contributions should have had an answer by now."""
    await new_trajectory(desk.settings, desk.console, TRAJECTORY)
    ago = datetime(2026, 1, 1, tzinfo=UTC)
    given = {"trajectory_id": 1, "kind": "story", "created_at": ago}
    stands = [(ago, "waiting"), (ago, "waiting"), (ago, "published"), (None, "waiting")]
    rows = [
        {**given, "number": number, "due_at": due, "state": state}
        for number, (due, state) in enumerate(stands, start=1)
    ]
    async with desk.database.writing() as connection:
        await connection.execute(insert(Node), rows)
    desk.read()
    await list_trajectories(desk.settings, desk.console)
    assert re.search(r"exchange *│ *2 *│", desk.read())


async def test_a_title_with_brackets(desk: Desk, tmp_path: Path) -> None:
    """A title is shown as it was written, also when it looks like what a terminal would colour."""
    path = tmp_path / "mine.toml"
    path.write_text(EXAMPLE.read_text().replace("Werk dichtbij", "Werk [red]dichtbij[/oost]"))
    await new_trajectory(desk.settings, desk.console, path)
    desk.read()
    await list_trajectories(desk.settings, desk.console)
    assert "Werk [red]dichtbij[/oost]" in desk.read()


STEP_SAID = {
    "open": "step exchange is open. Everyone is told in a minute; until then: undo.",
    "close": "step exchange is closed.",
    "undo": "step exchange is as it was. Nobody was told.",
}


async def test_a_step(anywhere: Desk) -> None:
    """A step is opened, closed and taken back now, each time with an audit line."""
    await new_trajectory(anywhere.settings, anywhere.console, EXAMPLE)
    anywhere.read()
    acts = ["open", "undo", "open", "close"]
    for act in acts:
        assert await change_step(anywhere.settings, anywhere.console, "werk-dichtbij", "exchange", act)
        assert anywhere.read() == f"werk-dichtbij: {STEP_SAID[act]}\n"
        step = await exchange(anywhere)
        assert (step.opened_at is not None, step.closed_at is None) == (act != "undo", act != "close")
    audit = [row for row in await anywhere.rows(Audit) if isinstance(row, Audit)]
    assert [(row.act, row.detail) for row in audit] == [
        (f"step_{act}", "werk-dichtbij exchange") for act in acts
    ]


async def exchange(desk: Desk) -> Step:
    rows = [row for row in await desk.rows(Step) if isinstance(row, Step)]
    (step,) = [row for row in rows if row.code == "exchange"]
    return step


async def test_a_step_that_is_not_changed(desk: Desk) -> None:
    """What cannot be is said in a sentence, and leaves the step as it is; a reason closes what waits."""
    await new_trajectory(desk.settings, desk.console, EXAMPLE)
    desk.read()

    async def said(act: str, override: str = "") -> tuple[bool, str]:
        done = await change_step(desk.settings, desk.console, "werk-dichtbij", "exchange", act, override)
        return done, desk.read().removeprefix("werk-dichtbij: ").rstrip()

    assert await said("close") == (False, "This step is not open.")
    assert (await said("open"))[0]
    assert await said("open") == (False, "This step is open already.")
    async with desk.database.writing() as connection:
        values = {"trajectory_id": 1, "kind": "story", "number": 7, "step": "exchange", "state": "waiting"}
        await connection.execute(insert(Node).values(created_at=datetime.now(UTC), **values))
    before = await exchange(desk)
    done, words = await said("close")
    assert not done
    first, second = words.splitlines()
    assert first.startswith("Not yet: contributions in this step wait for an answer (1). They are number 7.")
    assert second == OVERRIDE
    assert (await exchange(desk)).model_dump() == before.model_dump()
    assert await said("close", "The council meets [tomorrow].") == (
        True,
        "step exchange is closed, with 1 contributions that still wait.",
    )
    audit = [row for row in await desk.rows(Audit) if isinstance(row, Audit)]
    assert audit[-1].detail == "werk-dichtbij exchange, 1 waiting: The council meets [tomorrow]."


async def test_what_does_not_exist(desk: Desk) -> None:
    """An unknown trajectory or network is named, with those there are; an unknown step changes nothing."""
    with pytest.raises(NotThere) as raised:
        await print_links(desk.settings, desk.console, "park", "taalcafe")
    assert str(raised.value) == "There is no trajectory park; there is none yet."
    await new_trajectory(desk.settings, desk.console, EXAMPLE)
    with pytest.raises(NotThere) as raised:
        await change_step(desk.settings, desk.console, "park", "exchange", "open")
    assert str(raised.value) == "There is no trajectory park; there is werk-dichtbij."
    with pytest.raises(NotThere) as raised:
        await print_links(desk.settings, desk.console, "park", "taalcafe")
    assert str(raised.value) == "There is no trajectory park; there is werk-dichtbij."
    with pytest.raises(NotThere) as raised:
        await print_links(desk.settings, desk.console, "werk-dichtbij", "kerk")
    assert str(raised.value) == "werk-dichtbij has no network kerk; it has bibliotheek, taalcafe, werkgevers."
    with pytest.raises(UnknownStep):
        await change_step(desk.settings, desk.console, "werk-dichtbij", "party", "open")
    assert await desk.rows(Audit) == []


async def test_the_links_of_a_network(desk: Desk) -> None:
    """Without a messenger there is one link, with the network's own code in it."""
    await new_trajectory(desk.settings, desk.console, EXAMPLE)
    desk.read()
    await print_links(desk.settings, desk.console, "werk-dichtbij", "taalcafe")
    networks = {row.code: row for row in await desk.rows(Network) if isinstance(row, Network)}
    assert desk.read() == f"web       http://127.0.0.1:8000/c/{networks['taalcafe'].token}\n"


@pytest.mark.parametrize(
    ("changes", "begin"),
    [
        ({"base_url": "https://samen.example"}, "https://samen.example/desk/in/"),
        ({"host": "::1", "port": 8100}, "http://[::1]:8100/desk/in/"),
        ({"host": "fd00::1"}, "http://[fd00::1]:8000/desk/in/"),
    ],
)
async def test_where_links_lead(desk: Desk, changes: dict[str, object], begin: str) -> None:
    """Links begin with the address at which the program will answer."""
    settings = desk.settings.model_copy(update=changes)
    await add_to_desk(settings, desk.console, "Noor", "moderator")
    assert desk.read().startswith(begin)


async def test_someone_for_the_desk(desk: Desk) -> None:
    """A new name is added with a role; a known one gets another link; only hashes of the links are kept."""
    tokens = []
    for name in ("Noor", "Noor", "Bo"):
        await add_to_desk(desk.settings, desk.console, name, "organiser")
        link, note = desk.read().splitlines()
        assert note == "This link works once, within 15 minutes."
        found = re.fullmatch(r"http://127\.0\.0\.1:8000/desk/in/([\w-]{43})", link)
        assert found
        tokens.append(found[1])
    people = [row for row in await desk.rows(Moderator) if isinstance(row, Moderator)]
    assert [(row.name, row.role) for row in people] == [("Noor", "organiser"), ("Bo", "organiser")]
    links = [row for row in await desk.rows(SignInLink) if isinstance(row, SignInLink)]
    assert {row.token_hash for row in links} == {fingerprint(token) for token in tokens}
    audit = [row for row in await desk.rows(Audit) if isinstance(row, Audit)]
    assert [row.act for row in audit] == ["add_moderator", "add_moderator"]


@pytest.mark.parametrize("name", ["", "  ", "x" * 81], ids=["empty", "blank", "too long"])
async def test_a_name_that_cannot_be(anywhere: Desk, name: str) -> None:
    """A name that is empty or too long is refused in one sentence, on either database."""
    with pytest.raises(Exception) as raised:
        await add_to_desk(anywhere.settings, anywhere.console, name, "moderator")
    said = complaint(raised.value, anywhere.settings)
    assert said
    assert "\n" not in said


async def test_the_link_of_a_poster(anywhere: Desk) -> None:
    """A poster has a link of its own; asked for again it is the same one."""
    await new_trajectory(anywhere.settings, anywhere.console, EXAMPLE)
    anywhere.read()
    for label in ("Station", "Station", "Markt"):
        await print_links(anywhere.settings, anywhere.console, "werk-dichtbij", "taalcafe", label)
    first, again, other = anywhere.read().splitlines()
    assert first == again != other
    assert re.fullmatch(r"web +http://127\.0\.0\.1:8000/c/p-[a-z2-9]{8}", first)
    assert len(await anywhere.rows(WayIn)) == 2
    with pytest.raises(NotThere, match="1 to 60 characters"):
        await print_links(anywhere.settings, anywhere.console, "werk-dichtbij", "taalcafe", "x" * 61)
