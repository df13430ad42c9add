"""The whole story on Telegram, with each library, and the process killed in the middle."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from fakes.bot_api import FakeBotApi, User
from program import Program
from sqlalchemy import select
from sqlmodel import col
from stage import CAPABILITIES

from bot.channels.telegram import TELEGRAM
from bot.wiring import present
from flows.deeds.acting import Acting
from flows.deeds.publish import publish
from flows.wording import Wording
from storage.database import Database
from storage.secrets import Secrets
from storage.tables import Node, Outbox

TOKEN = "4242:a-token-of-the-tests"
TRAJECTORY = Path(__file__).parents[1] / "trajectory.toml"
SECRET = "a secret of at least thirty-two characters"
STORY = "Bij de vijver ligt na het weekend altijd plastic in het riet."


@pytest.fixture
async def telegram() -> AsyncIterator[FakeBotApi]:
    async with FakeBotApi(token=TOKEN) as api:
        yield api


@pytest.fixture(params=["aiogram", "python-telegram-bot"])
async def program(
    request: pytest.FixtureRequest, tmp_path: Path, telegram: FakeBotApi
) -> AsyncIterator[Program]:
    settings = {
        "SECRET_KEY": SECRET,
        "TELEGRAM_TOKEN": TOKEN,
        "TELEGRAM_API_URL": telegram.url,
        "TELEGRAM_MODE": "webhook",
        "TELEGRAM_LIBRARY": request.param,
    }
    made = Program(tmp_path / "data", settings)
    await made.run("trajectory", "new", str(TRAJECTORY))
    await made.start()
    await telegram_is_open(telegram)
    yield made
    await made.kill()


async def telegram_is_open(telegram: FakeBotApi) -> None:
    """Wait until the program has loaded its library and told Telegram where it is."""
    async with asyncio.timeout(60):
        async for _ in every(0.1):
            if telegram.made("setWebhook"):
                return


async def every(seconds: float) -> AsyncIterator[None]:
    """A look now and then."""
    while True:
        yield
        await asyncio.sleep(seconds)


async def invitation(program: Program) -> str:
    """The link that `samenspraak invite` prints for Telegram."""
    found = re.search(r"https://t\.me/\S+", await program.run("invite", "parkrand", "hondenclub"))
    assert found
    return found[0]


async def answers(resident: User, label: str, then: str) -> None:
    """Press a button, and wait for what comes."""
    await resident.presses(label)
    await resident.hears(then, within=20)


async def publishes(program: Program, sentence: str = "Dank je, we gaan kijken.") -> None:
    """A moderator in another process publishes the story."""
    database = Database(f"sqlite+aiosqlite:///{program.data_dir / 'samenspraak.db'}")
    async with database.writing() as connection:
        capabilities = {**CAPABILITIES, "telegram": TELEGRAM}
        acting = Acting(connection, present(), Secrets(SECRET), Wording(), capabilities)
        node_id = (await connection.execute(select(col(Node.id)))).scalar_one()
        await publish(acting, node_id=node_id, sentence=sentence)
    await database.close()


async def settled(program: Program) -> None:
    """Wait until what was sent is noted as sent: within that moment a kill sends one message again."""
    database = Database(f"sqlite+aiosqlite:///{program.data_dir / 'samenspraak.db'}")
    async with asyncio.timeout(20):
        async for _ in every(0.05):
            async with database.reading() as connection:
                due = await connection.execute(select(col(Outbox.id)).where(col(Outbox.state) == "due"))
                if due.first() is None:
                    break
    await database.close()


async def comes_in(telegram: FakeBotApi, program: Program) -> User:
    """From the link to the question of consent."""
    resident = telegram.user(1001, first_name="Sanne", language_code="nl")
    await resident.opens(await invitation(program))
    await resident.hears("Kies je taal", within=20)
    await answers(resident, "Nederlands", "Welkom bij")
    await answers(resident, "Verder", "Wie beslist?")
    await answers(resident, "Verder", "Stoppen kan altijd")
    await answers(resident, "Dat is duidelijk", "Als wie doe je mee?")
    await answers(resident, "Ik woon hier", "Mogen we bewaren")
    return resident


async def test_whole_story(telegram: FakeBotApi, program: Program) -> None:
    """From the link to the moderator's answer; two kill -9s lose nothing and double no effect."""
    resident = await comes_in(telegram, program)
    await program.kill()
    await resident.presses("Ja, dat mag")
    await program.start()
    await resident.hears("Vertel eens", within=60)
    await resident.says(STORY)
    await resident.hears("Mogen anderen je verhaal lezen?", within=20)
    await resident.presses("Ja, laat maar zien")
    await resident.hears("Je verhaal is binnen. Het is nummer 1.", within=20)

    await settled(program)
    await program.kill()
    await publishes(program)
    await program.start()
    await resident.hears("Dank je, we gaan kijken.", within=60)
    await answers(resident, "Mijn inbreng", "anderen kunnen het nu lezen")
    assert sum("Je verhaal is binnen" in heard for heard in resident.heard) == 1
    assert sum("Nieuws over jouw verhaal 1." in heard for heard in resident.heard) == 1
    assert not [
        call for call in telegram.calls if call.outcome != "ok" and not call.outcome.startswith("429")
    ]


@pytest.mark.parametrize("program", ["python-telegram-bot"], indirect=True)
async def test_killed_between_two_parts(
    telegram: FakeBotApi, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a long message the rest comes after the restart, once, and before the reply to what came later."""
    resident = await comes_in(telegram, program)
    await answers(resident, "Ja, dat mag", "Vertel eens")
    await resident.says(STORY)
    await resident.hears("Mogen anderen je verhaal lezen?", within=20)
    await answers(resident, "Ja, laat maar zien", "Je verhaal is binnen")
    await settled(program)

    on_its_way = asyncio.Event()
    execute = telegram.execute

    async def never_arrives(name: str, raw: dict[str, Any]) -> dict[str, Any]:
        if "tot zover." in str(raw.get("text")):
            on_its_way.set()
            await asyncio.Event().wait()
        return await execute(name, raw)

    with monkeypatch.context() as broken:
        broken.setattr(telegram, "execute", never_arrives)
        await publishes(program, "Dit is wat we gaan doen. " * 200 + "En tot zover.")
        async with asyncio.timeout(20):
            await on_its_way.wait()
        await program.kill()
    await resident.says("menu")
    await program.start()
    await resident.hears("Wat wil je doen?", within=60)
    await settled(program)
    parts = ["Nieuws over jouw verhaal 1.", "En tot zover.", "Wat wil je doen?"]
    places = [[place for place, heard in enumerate(resident.heard) if part in heard] for part in parts]
    assert [len(found) for found in places] == [1, 1, 1]
    assert places == sorted(places)
