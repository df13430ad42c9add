"""The whole story in a browser: a resident and a moderator side by side, and a crash in the middle."""

from __future__ import annotations

import re
import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Browser, Error, Page, expect
from program import Program

SLUG = "parkrand"
TRAJECTORY = Path(__file__).parents[1] / "trajectory.toml"
STORY = "Elke ochtend ligt er glas bij de bankjes. Mijn hond sneed zijn poot."


@pytest.fixture
async def program(tmp_path: Path) -> AsyncIterator[Program]:
    made = Program(tmp_path / "data")
    await made.run("trajectory", "new", str(TRAJECTORY))
    await made.start()
    yield made
    await made.kill()


async def link(program: Program, *arguments: str) -> str:
    """The first address that a command prints."""
    found = re.search(r"http://\S+", await program.run(*arguments))
    assert found
    return found[0]


async def press(page: Page, label: str) -> None:
    """Press the newest button with this label, and read on when the answer is there."""
    bubbles = page.locator("#messages li")
    before = await bubbles.count()
    await page.get_by_role("button", name=label, exact=True).last.click()
    await expect(bubbles.nth(before + 1)).to_be_visible()


async def read_anew(page: Page) -> None:
    """Reload; a page that has just found its server again may read itself anew at the same moment."""
    for _ in range(5):
        try:
            await page.reload()
        except Error:
            await page.wait_for_timeout(500)
        else:
            return
    await page.reload()


async def test_whole_story(chromium: Browser, program: Program) -> None:
    """From a network's link to a moderator's answer; a kill -9 halfway loses and doubles nothing."""
    resident = await chromium.new_page(viewport={"width": 360, "height": 740}, locale="nl-NL")
    began = time.monotonic()
    await resident.goto(await link(program, "invite", SLUG, "hondenclub"))
    await resident.get_by_role("button", name="Begin het gesprek").click()
    for label in ("Nederlands", "Verder", "Verder", "Dat is duidelijk", "Ik woon hier", "Ja, dat mag"):
        await press(resident, label)
    await expect(resident.get_by_text("Vertel eens wat je hebt meegemaakt")).to_be_visible()
    assert time.monotonic() - began < 60

    await program.kill()
    await program.start()

    await read_anew(resident)
    field = resident.get_by_role("textbox")
    await field.fill(STORY)
    await field.press("Enter")
    await press(resident, "Ja, laat maar zien")
    await expect(resident.get_by_text("Je verhaal is binnen. Het is nummer 1.")).to_be_visible()

    moderator = await chromium.new_page(viewport={"width": 1280, "height": 800}, locale="nl-NL")
    await moderator.goto(await link(program, "moderator", "add", "Noor"))
    await moderator.get_by_role("button").filter(has_text="balie").click()
    await moderator.goto(f"{program.url}/desk/{SLUG}/queue/1")
    await expect(moderator.get_by_text(STORY).first).to_be_visible()
    await moderator.get_by_text("aanpassen").click()
    await moderator.get_by_label("Jouw antwoord aan de schrijver").fill("Dank je, dit hoorden we vaker.")
    await moderator.get_by_role("button", name=re.compile("Publiceren")).click()
    decided = time.monotonic()
    await expect(resident.get_by_text("Dank je, dit hoorden we vaker.")).to_be_visible(timeout=5000)
    assert time.monotonic() - decided < 2

    await press(resident, "Mijn inbreng")
    await expect(resident.get_by_text("Gelezen, en anderen kunnen het nu lezen")).to_be_visible()
    assert await resident.get_by_text("Je verhaal is binnen.").count() == 1
    assert await resident.get_by_text("Nieuws over jouw verhaal 1.").count() == 1

    anyone = await chromium.new_page()
    await anyone.goto(f"{program.url}/t/{SLUG}")
    await expect(anyone.get_by_text(STORY).first).to_be_visible()
