"""A web chat on a real database, with somebody at the other side who answers by a script."""

from __future__ import annotations

import asyncio
import re
import socket
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import pseudo
import pytest
import uvicorn
from fastapi import FastAPI
from playwright.async_api import Browser, Page
from sqlalchemy import delete, text
from starlette.responses import HTMLResponse
from starlette.staticfiles import StaticFiles

import admin
from bot.channels.channel import Beside, Received
from bot.channels.web.chat_pages import chat_routes
from bot.channels.web.webchat import Heading, WebChat
from flows.inbound import Inbound, Pressed, Started, Uploaded, Wrote
from flows.languages import best
from flows.rendering import Button, Dot, Message
from flows.wording import Wording
from storage.database import Database
from storage.secrets import Secrets
from storage.tables import WebMessage

SLUG = "wijkteam-oost"
ORIGIN = "http://chat.test"
TABLE = str(WebMessage.__tablename__)
WORDING = Wording()
LANGUAGES = ("nl", "en", pseudo.LANGUAGE)


@dataclass
class Clock:
    """A moment that moves when a test says so."""

    at: datetime = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.at += timedelta(milliseconds=10)
        return self.at


class Trajectories:
    async def heading(self, slug: str, wished: Sequence[str]) -> Heading | None:
        if slug != SLUG:
            return None
        language = best(wished, LANGUAGES) or LANGUAGES[0]
        sub = {"en": "step 3 of 9: ideas"}.get(language, "stap 3 van 9: ideeën")
        return Heading("Wijkteam Oost", sub, sample=True, language=language, languages=LANGUAGES)

    async def slug_of(self, code: str) -> str | None:
        return SLUG if code == "buurthuis7" else None


@dataclass
class Somebody:
    """Answers what comes in through the chat, each event once, by the words it knows."""

    chat: WebChat
    database: Database
    received: list[Inbound] = field(default_factory=list)
    outcome: Received = "handled"
    agreed: bool = True
    seen: set[str] = field(default_factory=set)

    async def __call__(self, inbound: Inbound, beside: Beside | None = None) -> Received:
        if self.outcome == "again":
            return "again"
        if inbound.event_id in self.seen:
            return "duplicate"
        if beside:
            async with self.database.writing() as connection:
                await beside(connection, self.agreed)
        self.seen.add(inbound.event_id)
        self.received.append(inbound)
        for number, message in enumerate(self.answers(inbound)):
            await self.chat.send(inbound.address, message, f"turn:web:{inbound.event_id}.{number}")
        return self.outcome

    def answers(self, inbound: Inbound) -> list[Message]:
        match inbound.event:
            case Started():
                return [Message("Welkom. Wil je meedenken?", (Button("Ja, begin", "1a|1|begin|yes"),))]
            case Wrote(text) if text in SAMPLES:
                return SAMPLES[text]
            case Wrote(text):
                return [Message(f"Je zei: {text}")]
            case Pressed("1x|language|en"):
                return [Message("We speak English now.", language="en")]
            case Pressed(payload):
                return [Message(f"Je koos {payload}.")]
            case Uploaded(kind=kind):
                return [Message(f"Dank je voor je {kind}.")]
        return []


SAMPLES = {
    "kaart": [
        Message("Vijf ideeën van buurtgenoten. Eén tik per idee. Klaar in een minuut."),
        Message(
            "Idee 3 van 5\nEen vaste plek in het buurthuis waar je zonder afspraak iemand spreekt.",
            (
                Button("Eens", "1a|2|vote:abc|agree"),
                Button("Oneens", "1a|2|vote:abc|disagree"),
                Button("Weet ik niet", "1a|2|vote:abc|pass"),
            ),
            look="card",
        ),
    ],
    "nieuws": [
        Message("Dank je. 38 mensen dachten hierover mee, 31 zijn het met je eens."),
        Message(
            "Nieuws over jouw verhaal",
            (
                Button("Bekijk scenario B", "1x|mine|b"),
                Button("Nog vijf ideeën", "1x|idea|"),
                Button("Menu", "1x|menu|"),
            ),
            look="journey",
            dots=(
                Dot("Jouw verhaal van 3 maart"),
                Dot("Gelezen, en hoort bij het thema Iemand die luistert"),
                Dot(
                    "Gebruikt in scenario B: Inloop om de hoek",
                    "Omdat drie mensen bellen moeilijk vinden.",
                ),
                Dot("Straks: het plan", reached=False),
            ),
        ),
    ],
    "lijst": [
        Message(
            "Als wat doe je mee?",
            tuple(
                Button(label, f"1a|3|role|{number}")
                for number, label in enumerate(
                    (
                        "Ik woon hier",
                        "Ik gebruik deze hulp",
                        "Ik werk hier",
                        "Iets anders",
                        "Dat zeg ik liever niet",
                    )
                )
            ),
            rows=True,
        )
    ],
}


@dataclass
class World:
    chat: WebChat
    app: FastAPI
    clock: Clock
    somebody: Somebody
    database: Database
    secrets: Secrets
    data_dir: Path
    slug: str = SLUG
    origin: str = ORIGIN

    def browser(self, **headers: str) -> httpx.AsyncClient:
        """A browser without a script, that sends what browsers send with a form."""
        sent = {"Origin": ORIGIN, "Sec-Fetch-Site": "same-origin", **headers}
        return httpx.AsyncClient(
            transport=httpx.ASGITransport(app=self.app), base_url=ORIGIN, headers=sent, follow_redirects=True
        )

    async def begun(self, client: httpx.AsyncClient, code: str = "buurthuis7") -> httpx.Response:
        """Open the link and press the button; the conversation's page."""
        page = await client.get(f"/chat/{SLUG}", params={"code": code})
        return await client.post(f"/chat/{SLUG}/start", data={**self.hidden(page, "start"), "code": code})

    async def post(
        self, client: httpx.AsyncClient, form: str, page: httpx.Response | None = None, **fields: str
    ) -> httpx.Response:
        """Post a form of the conversation's page, as it stands there now unless a page is given."""
        page = page or await client.get(f"/chat/{SLUG}")
        return await client.post(f"/chat/{SLUG}/{form}", data={**self.hidden(page, form), **fields})

    async def upload(
        self, client: httpx.AsyncClient, kind: str, data: bytes, name: str = "bestand", **headers: str
    ) -> httpx.Response:
        """Post a file."""
        fields = {**self.hidden(await client.get(f"/chat/{SLUG}"), "upload"), "kind": kind}
        return await client.post(
            f"/chat/{SLUG}/upload", data=fields, files={"file": (name, data)}, headers=headers
        )

    async def erase(self) -> None:
        """Forget what was said."""
        async with self.database.writing() as connection:
            await connection.execute(delete(WebMessage))

    async def break_table(self) -> None:
        """From now on the database fails for whoever wants the conversation."""
        async with self.database.writing() as connection:
            await connection.execute(text(f"ALTER TABLE {TABLE} RENAME TO elsewhere"))

    def hidden(self, page: httpx.Response, form: str) -> dict[str, str]:
        """The hidden fields of the first form on a page whose action ends so."""
        html = page.text[page.text.index(f'action="/chat/{SLUG}/{form}"') :]
        return dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', html)[:3])

    def said(self, page: httpx.Response) -> list[str]:
        """The words of the bubbles of a page, in their order."""
        bubbles = re.findall(r'<div class="words"[^>]*>(.*?)</div>', page.text)
        return [re.sub(r"<[^>]+>", "", bubble) for bubble in bubbles]


@asynccontextmanager
async def opened(url: str, folder: Path, wording: Wording = WORDING) -> AsyncIterator[World]:
    database = Database(url)
    clock, secrets = Clock(), Secrets("s" * 40)
    chat = WebChat(
        database, secrets, wording, clock, Trajectories(), base_url=ORIGIN, data_dir=folder / "data"
    )
    somebody = Somebody(chat, database)
    app = FastAPI()
    app.include_router(chat_routes(chat))
    app.mount("/static", StaticFiles(directory=Path(admin.__file__).parent / "static"))
    app.add_api_route("/t/{slug}", lambda slug: HTMLResponse(f"<h1>{slug}</h1>"), response_model=None)
    await chat.open(somebody)
    try:
        yield World(chat, app, clock, somebody, database, secrets, folder / "data")
    finally:
        await chat.close()
        await database.close()


@pytest.fixture
async def world(sqlite_url: str, tmp_path: Path) -> AsyncIterator[World]:
    async with opened(sqlite_url, tmp_path) as world:
        yield world


@dataclass
class Site:
    """The chat on a port of this machine, and a Chromium to open it with."""

    world: World
    browser: Browser
    address: str
    server: uvicorn.Server
    serving: asyncio.Task[None]
    problems: list[str] = field(default_factory=list)

    @property
    def chat(self) -> str:
        """The chat's own page."""
        return f"{self.address}/chat/{SLUG}"

    async def page(self, width: int = 360, height: int = 800, **options: Any) -> Page:
        """A page of a new visitor; what goes wrong in it is a problem."""
        context = await self.browser.new_context(
            viewport={"width": width, "height": height}, locale="nl-NL", **options
        )
        context.set_default_timeout(15_000)
        page = await context.new_page()
        page.on("pageerror", lambda error: self.problems.append(str(error)))
        page.on("console", lambda said: said.type == "error" and self.problems.append(said.text))
        return page

    async def begun(self, **options: Any) -> Page:
        """A page on which the conversation has begun."""
        page = await self.page(**options)
        await page.goto(f"{self.address}/c/buurthuis7")
        await page.get_by_role("button", name="Begin het gesprek").click()
        await page.get_by_text("Welkom.").wait_for()
        await page.wait_for_load_state()
        return page

    async def close(self) -> None:
        """Stop, with every page still open."""
        await self.world.chat.close()
        self.server.should_exit = True
        async with asyncio.timeout(2):
            await self.serving


async def say(page: Page, words: str, answer: str) -> None:
    """Type, press Enter, and wait for the answer."""
    await page.fill("#words", words)
    # Before the page's script has run, Enter is only the end of a line.
    await page.wait_for_load_state()
    await page.press("#words", "Enter")
    await page.get_by_text(answer).last.wait_for()


@pytest.fixture
async def site(tmp_path: Path, sqlite_url: str, chromium: Browser) -> AsyncIterator[Site]:
    """With a made-up language besides, that runs from right to left."""
    wording = Wording(also={pseudo.LANGUAGE: pseudo.make(tmp_path / pseudo.LANGUAGE)})
    async with opened(sqlite_url, tmp_path, wording) as world:
        with socket.socket() as listening:
            listening.bind(("127.0.0.1", 0))
            world.chat.base_url = address = f"http://127.0.0.1:{listening.getsockname()[1]}"
            server = uvicorn.Server(uvicorn.Config(world.app, log_config=None, timeout_graceful_shutdown=5))
            site = Site(world, chromium, address, server, asyncio.create_task(server.serve([listening])))
            yield site
            await site.close()
    assert site.problems == []


@pytest.fixture
def talk() -> Callable[[Page, str, str], Awaitable[None]]:
    """How a test says something in a page."""
    return say
