"""A desk on a real database, with a clock that is moved by hand, and people to work at it."""

from __future__ import annotations

import asyncio
import os
import re
import socket
import threading
import time
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import pseudo
import pytest
import uvicorn
from fastapi import FastAPI
from sqlalchemy import event, insert, select, update
from sqlmodel import SQLModel, inspect
from starlette.staticfiles import StaticFiles

import admin
from admin.app import desk, public
from admin.services import Services
from admin.signing_in import add_moderator, make_link
from flows.capabilities import Capabilities
from flows.deeds.acting import Acting
from flows.deeds.count_votes import count_votes
from flows.deeds.fold_votes import fold_votes
from flows.deeds.lay_out_cards import lay_out_cards
from flows.wording import Wording
from storage.database import Database
from storage.secrets import Secrets
from storage.tables import (
    Address,
    DeclineReason,
    Media,
    Network,
    Node,
    Participant,
    Step,
    Trajectory,
)

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
BASE = "http://desk.test"
TEXTS = {
    "title": {"nl": "Samen een wijkteam", "en": "A team together"},
    "municipality": {"nl": "gemeente Vechtoever", "en": "Municipality of Vechtoever"},
    "summary": {"nl": "Bewoners bedenken samen hoe het wordt.", "en": "Residents work it out together."},
    "who_decides": {"nl": "De raad beslist.", "en": "The council decides."},
    "other_ways": {"nl": "Kom langs bij De Brug.", "en": "Come to De Brug."},
    "contact": {"nl": "Bel 030 555 01 12.", "en": "Call 030 555 01 12."},
    "controller": {"nl": "De gemeente let op je gegevens.", "en": "The municipality looks after your data."},
    "goal": {"nl": "Iemand die luistert.", "en": "Someone who listens."},
    "result": {"nl": "Een voorstel.", "en": "A proposal."},
    "frames": {"nl": "Er komt één team.", "en": "There will be one team."},
    "room": {"nl": "De plek en de tijden.", "en": "The place and the hours."},
}
REASONS = {
    "personal": (
        {"nl": "Er is iemand in te herkennen", "en": "Somebody can be recognised"},
        {"nl": "We laten het niet zien: iemand is te herkennen.", "en": "Somebody can be recognised in it."},
    ),
    "double": (
        {"nl": "Was al binnen", "en": "Had come in already"},
        {"nl": "Dit hadden we al van je.", "en": "We had this already."},
    ),
}


@dataclass
class World:
    """Everything around the desk. `now` may be moved; `woken` counts how often sending was woken."""

    database: Database
    wording: Wording
    base_url: str = BASE
    now: datetime = NOON
    woken: int = 0
    media: dict[str, tuple[bytes, str]] = field(default_factory=dict)
    trajectory_id: int = 0
    network_id: int = 0
    number: int = 0
    csrf: str = ""

    def __post_init__(self) -> None:
        """The same application that is served, without the bot."""
        self.secrets = Secrets("a secret of at least thirty-two characters")
        self.app = FastAPI()
        self.services = Services(
            database=self.database,
            secrets=self.secrets,
            wording=self.wording,
            capabilities={"web": Capabilities(text_length=4000, buttons=20, button_label=60)},
            channels=("web",),
            clock=lambda: self.now,
            wake=self._wake,
            read_media=self._read_media,
            base_url=self.base_url,
            links=lambda code: {"web": f"{self.base_url}/c/{code}"},
        )
        self.app.include_router(desk(self.services))
        self.app.include_router(public(self.services))
        self.app.mount("/static", StaticFiles(directory=Path(admin.__file__).parent / "static"))
        self.client = self.browser()

    def _wake(self) -> None:
        self.woken += 1

    async def _read_media(self, key: str) -> tuple[bytes, str]:
        return self.media[key]

    def browser(self) -> httpx.AsyncClient:
        """Another browser: no cookies yet."""
        transport = httpx.ASGITransport(app=self.app)
        return httpx.AsyncClient(transport=transport, base_url=self.base_url)

    def later(self, **passed: float) -> None:
        """Move the clock."""
        self.now += timedelta(**passed)

    async def insert(self, table: type[SQLModel], **values: Any) -> Any:
        """One row; its id when it has one of its own."""
        async with self.database.writing() as connection:
            done = await connection.execute(insert(table).values(**values))
            return done.inserted_primary_key[0] if done.inserted_primary_key else None

    async def count_votes(self) -> None:
        """What the ticks do with votes."""
        for deed in (lay_out_cards, fold_votes, count_votes):
            async with self.database.writing() as connection:
                acting = Acting(connection, self.now, self.secrets, self.wording, {})
                while await deed(acting):
                    pass

    async def all(self, table: type[SQLModel], **where: Any) -> list[Any]:
        """The rows of a table."""
        query = select(*inspect(table).columns).filter_by(**where)
        async with self.database.reading() as connection:
            return list((await connection.execute(query)).all())

    async def change(self, table: type[SQLModel], row_id: int, **values: Any) -> None:
        """Other values in one row."""
        async with self.database.writing() as connection:
            await connection.execute(update(table).filter_by(id=row_id).values(**values))

    async def found(self, slug: str = "oost", **values: Any) -> int:
        """A trajectory with a network, reasons and three steps, the third of them open."""
        trajectory_id: int = await self.insert(
            Trajectory,
            **{
                "slug": slug,
                "languages": ["nl", "en"],
                "texts": TEXTS,
                "created_at": self.now,
                "decided_on": datetime(2027, 6, 15, tzinfo=UTC).date(),
                **values,
            },
        )
        self.network_id = await self.insert(
            Network,
            trajectory_id=trajectory_id,
            code="brug",
            kind="place",
            name={"nl": "Buurthuis De Brug", "en": "Community centre De Brug"},
            token=f"token-{slug}",
        )
        for position, (key, (label, sentence)) in enumerate(REASONS.items()):
            await self.insert(
                DeclineReason,
                trajectory_id=trajectory_id,
                key=key,
                label=label,
                sentence=sentence,
                position=position,
            )
        ago = self.now - timedelta(days=20)
        await self.insert(
            Step, trajectory_id=trajectory_id, code="networks", opened_at=ago, closed_at=self.now
        )
        await self.insert(Step, trajectory_id=trajectory_id, code="activate", opened_at=ago)
        await self.insert(Step, trajectory_id=trajectory_id, code="exchange", opened_at=ago)
        return trajectory_id

    async def person(self, **values: Any) -> int:
        """Someone who takes part."""
        self.number += 1
        person: int = await self.insert(
            Participant,
            **{
                "key": f"p{self.number}",
                "trajectory_id": self.trajectory_id,
                "network_id": self.network_id,
                "language": "nl",
                "role": "lives",
                "joined_at": self.now,
                "consented_at": self.now,
                **values,
            },
        )
        return person

    async def give(
        self, text: str = "Een verhaal.", *, days_ago: float = 1, **values: Any
    ) -> tuple[int, int]:
        """A contribution of someone with a web chat; (id, number)."""
        participant_id = values.pop("participant_id", None) or await self.person()
        await self.insert(
            Address,
            channel="web",
            lookup=f"l{self.number}",
            sealed=b"somebody's secret address",
            trajectory_id=self.trajectory_id,
            participant_id=participant_id,
            used_at=self.now,
        )
        at = self.now - timedelta(days=days_ago)
        row = {
            "trajectory_id": self.trajectory_id,
            "kind": "story",
            "number": self.number,
            "participant_id": participant_id,
            "channel": "web",
            "text": text,
            "may_show": True,
            "created_at": at,
            "due_at": at + timedelta(days=5),
            **values,
        }
        return await self.insert(Node, **row), int(row["number"])

    async def attach(self, node_id: int, key: str, kind: str, **values: Any) -> None:
        """A file that came with a contribution."""
        row = {"channel": "web", "state": "ready", "created_at": self.now, **values}
        await self.insert(Media, key=key, kind=kind, node_id=node_id, **row)

    async def colleague(self, name: str = "Noor", role: str = "moderator") -> int:
        """Someone who may work at the desk."""
        async with self.database.writing() as connection:
            return await add_moderator(connection, name, role, self.now)

    async def link(self, moderator_id: int) -> str:
        """The path of a fresh sign-in link."""
        async with self.database.writing() as connection:
            return f"/desk/in/{await make_link(connection, moderator_id, self.now)}"

    async def sign_in(self, name: str = "Noor", role: str = "moderator") -> int:
        """Someone new signs in, in the browser at hand."""
        moderator_id = await self.colleague(name, role)
        answer = await self.submit(await self.link(moderator_id))
        assert answer.status_code == 303
        page = await self.client.get("/desk")
        self.csrf = re.findall(r'name="csrf" value="([^"]+)"', page.text)[0]
        return moderator_id

    async def submit(
        self, path: str, fields: Mapping[str, str] | None = None, **headers: str
    ) -> httpx.Response:
        """Send a form as a browser does from one of our own pages, as it is now unless `drawn` is given."""
        about = re.fullmatch(r"(/desk/[^/]+/queue/[^/]+)/[a-z-]+(?:\?.*)?", path)
        if about and "drawn" not in (fields or {}):
            fields = {**(fields or {}), "drawn": await self.drawn(about[1])}
        sent = {"Origin": self.base_url, **{name.replace("_", "-"): value for name, value in headers.items()}}
        return await self.client.post(path, data={"csrf": self.csrf, **(fields or {})}, headers=sent)

    async def drawn(self, page: str) -> str:
        """What the forms of the page of a contribution say about the state it was drawn in."""
        article = (await self.client.get(page)).text.partition("<article")[2]
        return (re.findall(r'name="drawn" value="([^"]+)"', article) or [""])[0]

    @contextmanager
    def counting(self) -> Iterator[list[str]]:
        """The statements that are sent to the database meanwhile, beginnings and ends left out."""
        seen: list[str] = []

        def note(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
            if not statement.startswith(("BEGIN", "PRAGMA")):
                seen.append(statement)

        engine = self.database._reader.sync_engine
        event.listen(engine, "before_cursor_execute", note)
        try:
            yield seen
        finally:
            event.remove(engine, "before_cursor_execute", note)


@pytest.fixture(scope="session")
def wording(tmp_path_factory: pytest.TempPathFactory) -> Wording:
    """Every text, with a made-up language that runs from right to left."""
    return Wording(also={pseudo.LANGUAGE: pseudo.make(tmp_path_factory.mktemp("texts") / "xb")})


@pytest.fixture
def world_class() -> type[World]:
    """For tests that build one of their own."""
    return World


@pytest.fixture
async def world(sqlite_url: str, wording: Wording) -> AsyncIterator[World]:
    """One trajectory, nobody signed in."""
    made = World(Database(sqlite_url), wording)
    made.trajectory_id = await made.found()
    yield made
    await made.client.aclose()
    await made.database.close()


CHROMIUM = Path(os.environ.get("SAMENSPRAAK_TEST_CHROMIUM", "/usr/bin/chromium"))
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture
async def browser() -> AsyncIterator[Any]:
    """A Chromium, where there is one."""
    if not CHROMIUM.exists():
        reason = f"there is no Chromium at {CHROMIUM}"
        if "browser" in os.environ.get("SAMENSPRAAK_TEST_REQUIRED", "").split(","):
            pytest.fail(f"browser is required here, but {reason}")
        pytest.skip(reason)
    from playwright.async_api import async_playwright

    async with async_playwright() as playwright:
        started = await playwright.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTS)
        yield started
        await started.close()


@pytest.fixture
def served(world: World) -> Iterator[World]:
    """The same desk on a port of this machine."""
    sock = socket.create_server(("127.0.0.1", 0))
    world.base_url = f"http://127.0.0.1:{sock.getsockname()[1]}"
    # The database belongs to the test's own event loop, so the server gets one of its own.
    there = World(Database(world.database.url.render_as_string(False)), world.wording, world.base_url)
    there.trajectory_id, there.now = world.trajectory_id, world.now
    server = uvicorn.Server(uvicorn.Config(there.app, log_level="warning", lifespan="off"))

    async def serve() -> None:
        await server.serve(sockets=[sock])
        await there.client.aclose()
        await there.database.close()

    thread = threading.Thread(target=lambda: asyncio.run(serve()), daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield world
    server.should_exit = True
    thread.join(10)
    sock.close()
