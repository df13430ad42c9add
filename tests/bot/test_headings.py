"""What stands above a web chat, read afresh each time."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import delete, update
from world import World, world

from bot.channels.web.webchat import Heading
from bot.demo import lay_in_samples
from bot.headings import Headings
from flows.deeds.close_step import close_step
from flows.deeds.open_step import open_step
from storage.tables import Network, Step, Trajectory


@pytest.fixture
async def there(database_url: str, tmp_path: Path) -> AsyncIterator[World]:
    async with world(database_url, tmp_path) as made:
        yield made


def headings(there: World) -> Headings:
    return Headings(there.core.database, there.core.wording)


def dutch(sub: str) -> Heading:
    return Heading("Een schoon park", sub, language="nl", languages=("nl", "en"))


async def test_heading(there: World) -> None:
    """Title and step come in the language that is asked for, and follow the step that is open now."""
    read = headings(there).heading
    assert await read("parkrand", ["nl"]) == dutch("stap 3 van 9: Ideeën delen")
    assert await read("parkrand", ["en"]) == Heading(
        "A clean park", "step 3 of 9: Sharing ideas", language="en", languages=("nl", "en")
    )
    async with there.core.database.writing() as connection:
        await open_step(there.core.turns.acting(connection, there.now), 1, "choose")
    assert await read("parkrand", ["nl"]) == dutch("stap 4 van 9: Kiezen")
    async with there.core.database.writing() as connection:
        for code in ("exchange", "choose"):
            await close_step(there.core.turns.acting(connection, there.now), 1, code)
    assert (await read("parkrand", []) or Heading("")).sub == "stap 4 van 9: Kiezen"


async def test_without_steps_or_words(there: World) -> None:
    """Before the first step only the title stands there, in the language in which it was written."""
    async with there.core.database.writing() as connection:
        await connection.execute(delete(Step))
        await connection.execute(update(Trajectory).values(texts={"title": {"nl": "Een schoon park"}}))
    found = await headings(there).heading("parkrand", ["en"])
    assert found is not None
    assert (found.title, found.sub) == ("Een schoon park", "")


@pytest.mark.parametrize(
    ("wished", "language"),
    [([], "nl"), (["ar"], "nl"), (["ar", "en-GB", "nl"], "en"), (["NL-be", "en"], "nl")],
)
async def test_the_best_language_it_has(there: World, wished: list[str], language: str) -> None:
    """The first that is wished and spoken here; the trajectory's own first when there is none."""
    found = await headings(there).heading("parkrand", wished)
    assert found is not None
    assert found.language == language


async def test_only_its_own_languages(there: World) -> None:
    """A language that the texts know but the trajectory does not is no choice here."""
    async with there.core.database.writing() as connection:
        await connection.execute(update(Trajectory).values(languages=["nl"]))
    found = await headings(there).heading("parkrand", ["en", "nl"])
    assert found is not None
    assert (found.language, found.languages) == ("nl", ("nl",))


async def test_a_sample_says_so(sqlite_url: str, tmp_path: Path) -> None:
    """A sample is marked as one, and carries its own zone."""
    async with world(sqlite_url, tmp_path, fresh=False) as there:
        await lay_in_samples(there.core)
        found = await headings(there).heading("wijkteam-oost", ["en"])
    assert found is not None
    assert (found.sample, found.zone) == (True, "Europe/Amsterdam")


async def test_where_a_code_leads(there: World) -> None:
    """The code of a network leads to its trajectory; anything else to nothing."""
    (network,) = await there.rows(Network)
    assert isinstance(network, Network)
    read = headings(there)
    assert await read.slug_of(network.token) == "parkrand"
    assert await read.heading("zwembad", ["nl"]) is None
    for code in ("", network.token[:-1], network.token.upper(), "' OR 1=1 --", "x" * 5000):
        assert await read.slug_of(code) is None
