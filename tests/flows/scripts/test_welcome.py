"""The screens of the welcome: short enough for a phone, in every language, with real words in them."""

from __future__ import annotations

from pathlib import Path

import pytest
from stage import TRAJECTORY, Stage

import bot.samples
from flows.inbound import Started
from flows.rendering import Message

CHARACTERS = 350
PARAGRAPHS = 3
SAMPLES = sorted(Path(bot.samples.__path__[0]).glob("*.toml"))


async def screens(stage: Stage, path: Path, language: str) -> list[Message]:
    """The three screens that come before the first question about the person."""
    slug = path.read_text(encoding="utf-8").split('slug = "')[1].split('"')[0]
    await stage.event(Started(), trajectory=slug)
    shown = []
    for option in (language, "next", "next"):
        (message,) = await stage.press_option(option)
        shown.append(message)
    return shown


@pytest.fixture
async def bare(sqlite_url: str) -> Stage:
    """A stage without any trajectory."""
    return Stage(sqlite_url)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
async def test_a_screen_fits_on_a_phone(bare: Stage, path: Path, language: str) -> None:
    """Each screen has one button, three paragraphs at the most and few characters."""
    await bare.set_up(path)
    for message in await screens(bare, path, language):
        assert message.language == language
        assert len(message.buttons) == 1
        assert len(message.text.split("\n\n")) <= PARAGRAPHS, message.text
        assert len(message.text) <= CHARACTERS, f"{len(message.text)}: {message.text}"
        for sentence in message.text.replace("\n", " ").split(". "):
            assert sentence[0].isupper() or not sentence[0].isalpha(), sentence


async def test_everything_is_told_before_the_first_question(bare: Stage) -> None:
    """What this is, what comes of it, who decides and when, what is fixed and what is open, how to stop."""
    await bare.set_up(TRAJECTORY)
    shown = "\n".join(message.text for message in await screens(bare, TRAJECTORY, "nl"))
    for words in (
        "Een schoon park",
        "De gemeente Proefstad maakt dit samen met jou.",
        "Een park waar iedereen graag komt.",
        "Een plan met wat we doen.",
        "De raad beslist. De beslissing is op 17 juni 2027.",
        "Er is 20.000 euro.",
        "Alles binnen het hek van het park.",
        "“stop”",
        "“vergeet mij”",
        "De gemeente Proefstad zorgt voor je gegevens.",
        "Bel Sam: 030 555 01 00.",
    ):
        assert words in shown


async def test_a_municipality_begins_with_a_capital(bare: Stage, tmp_path: Path) -> None:
    """However its name is written in the file, a sentence that it begins has a capital."""
    path = tmp_path / "small.toml"
    content = TRAJECTORY.read_text(encoding="utf-8").replace("De gemeente Proefstad", "gemeente Proefstad", 1)
    path.write_text(content, encoding="utf-8")
    await bare.set_up(path)
    first, *_ = await screens(bare, path, "nl")
    assert "Gemeente Proefstad maakt dit samen met jou." in first.text
