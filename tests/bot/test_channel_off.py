"""A channel that people came by and that is off now: its messages wait, and nothing else stands still."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from datetime import timedelta
from io import BytesIO, TextIOWrapper
from pathlib import Path

import httpx
import pytest
from sqlalchemy import select
from sqlmodel import col
from world import SECRET, World, world

from bot.core import Core
from bot.demo import sign_in_link
from bot.running import talk
from bot.settings import Settings
from bot.wiring import present, serving_all
from flows.deeds.remind_unfinished import remind_unfinished
from storage.tables import Address, Outbox

WELCOME = ("1", "verder", "verder", "duidelijk", "1", "ja")


@pytest.fixture
async def there(sqlite_url: str, tmp_path: Path) -> AsyncIterator[World]:
    async with world(sqlite_url, tmp_path) as made:
        yield made


@pytest.fixture
def settings(sqlite_url: str, tmp_path: Path) -> Settings:
    return Settings(database_url=sqlite_url, data_dir=tmp_path, port=0, secret_key=SECRET)


async def types(monkeypatch: pytest.MonkeyPatch, settings: Settings, *lines: str) -> None:
    """What somebody says in `samenspraak chat`."""
    typed = "".join(f"{line}\n" for line in lines).encode()
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(typed), encoding="utf-8"))
    await talk(settings, "parkrand")


async def at_the_desk(core: Core, browser: httpx.AsyncClient) -> str:
    """Sign in; what every form of the desk carries."""
    await browser.post(await sign_in_link(core), data={"csrf": ""})
    return hidden((await browser.get("/desk")).text, "csrf")


def hidden(page: str, name: str) -> str:
    return re.findall(rf'name="{name}" value="([^"]+)"', page)[0]


async def waiting(core: Core) -> list[tuple[str, str, str]]:
    query = select(col(Address.channel), col(Outbox.kind), col(Outbox.state)).join(
        Address, col(Address.id) == col(Outbox.address_id)
    )
    async with core.database.reading() as connection:
        return [tuple(row) for row in await connection.execute(query.where(col(Outbox.kind) != "reply"))]


async def test_a_story_from_a_terminal(
    there: World, settings: Settings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is published while the terminal is off; the desk says why the answer waits, until it is on."""
    await types(monkeypatch, settings, *WELCOME, "Er lag glas bij de bank.", "ja hoor")
    async with serving_all(settings) as core:
        headers = {"Origin": core.base_url}
        async with httpx.AsyncClient(base_url=core.base_url, headers=headers) as browser:
            csrf = await at_the_desk(core, browser)
            page = (await browser.get("/desk/parkrand/queue/1")).text
            form = {"csrf": csrf, "drawn": hidden(page, "drawn"), "sentence": "Dank je, we gaan kijken."}
            done = await browser.post("/desk/parkrand/queue/1/publish", data=form)
            assert done.status_code == 303
            await core.sender.send_due()
            assert await waiting(core) == [("terminal", "answer", "due")]
            sending = (await browser.get("/desk/parkrand/sending")).text
            assert "het kanaal “terminal” staat uit; dit gaat weg zodra het aan is" in sending
            assert "Er staat niets klaar om te versturen." in sending
    assert "Dank je, we gaan kijken." not in capsys.readouterr().out
    await types(monkeypatch, settings, "mijn inbreng")
    assert "Dank je, we gaan kijken." in capsys.readouterr().out


async def test_reminders(there: World, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who stopped halfway in a channel that is off holds up nobody's reminder."""
    await types(monkeypatch, settings, *WELCOME)
    await there.joins()
    there.now = present() + timedelta(hours=30)
    await there.core.ticks.handle(remind_unfinished)
    assert await waiting(there.core) == [("terminal", "nudge", "due"), ("standin", "nudge", "due")]


async def test_a_channel_of_your_own(there: World, settings: Settings) -> None:
    """One that is not of this program, and not opened yet, holds up nothing either."""
    await there.joins()
    async with serving_all(settings, clock=lambda: there.now + timedelta(hours=30)) as core:
        await core.ticks.handle(remind_unfinished)
        assert await waiting(core) == [("standin", "nudge", "due")]
