"""The one address: what it answers while parts of the program are loading, away, or back again."""

from __future__ import annotations

import asyncio
import errno
import json
import socket
import threading
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import pytest
import structlog
from fakes.bot_api import FakeBotApi
from fastapi import APIRouter
from sqlalchemy import text
from sqlalchemy.engine import make_url
from stage import TRAJECTORY
from starlette.responses import PlainTextResponse

from bot import wiring
from bot.core import Core
from bot.serving import WEBHOOK_LIMIT, Serving, listen, web_app
from bot.settings import Settings, WrongSetting
from bot.trajectory_files import check_file, read_file
from bot.wiring import serving_all
from flows.deeds.found_trajectory import found_trajectory
from storage.tables import Address, SeenEvent

SECRET = "a secret of at least thirty-two characters"
WEBHOOK = "/telegram/webhook"


@dataclass
class Parts:
    """What an application is made of, as a test wants it."""

    is_ready: bool = True
    webhook: Callable[[bytes, str], Any] | None = None
    posted: list[tuple[bytes, str]] = field(default_factory=list)

    async def ready(self) -> bool:
        return self.is_ready

    async def take(self, body: bytes, secret: str) -> int:
        self.posted.append((body, secret))
        return 200 if secret == "right" else 401

    def client(self) -> httpx.AsyncClient:
        router = APIRouter()
        router.add_api_route("/", lambda: PlainTextResponse("the public page"))
        app = web_app(Serving((router,), lambda: self.webhook, self.ready))
        return httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url="http://samen.test")


async def in_pieces(size: int) -> AsyncIterator[bytes]:
    for _ in range(size // 100_000):
        yield bytes(100_000)


async def test_health_and_readiness() -> None:
    """The process is healthy as long as it answers, and ready only while its database is there."""
    parts = Parts()
    async with parts.client() as client:
        assert (await client.get("/health")).text == "ok"
        ready = await client.get("/ready")
        assert (ready.status_code, ready.json()) == (200, {"database": True})
        parts.is_ready = False
        away = await client.get("/ready")
        assert (away.status_code, away.json()) == (503, {"database": False})
        assert (await client.get("/health")).status_code == 200


async def test_webhook() -> None:
    """Telegram is asked to come back while its library loads; then body and secret are handed on whole."""
    parts = Parts()
    async with parts.client() as client:
        assert (await client.post(WEBHOOK, content=b"{}")).status_code == 503
        parts.webhook = parts.take
        right = {"X-Telegram-Bot-Api-Secret-Token": "right"}
        assert (await client.post(WEBHOOK, content=b"{}", headers=right)).status_code == 200
        assert (await client.post(WEBHOOK, content=b"{}")).status_code == 401
        assert parts.posted == [(b"{}", "right"), (b"{}", "")]


async def test_a_browser_at_the_webhook() -> None:
    """Who looks there, or asks for what nothing answers to, gets a few plain words, never a program's own."""
    async with Parts().client() as client:
        for ask, path, status in (
            (client.get, WEBHOOK, 405),
            (client.head, WEBHOOK, 405),
            (client.put, WEBHOOK, 405),
            (client.delete, "/health", 405),
            (client.get, "/nowhere", 404),
            (client.post, "/nowhere", 404),
            (client.get, "/static/none.css", 404),
        ):
            answer = await ask(path)
            assert answer.status_code == status, path
            assert answer.headers["content-type"] == "text/plain; charset=utf-8"
            assert "{" not in answer.text
        assert (await client.get(WEBHOOK)).headers["allow"] == "POST"
        assert (await client.get(WEBHOOK)).text == "405 Method Not Allowed\n"


async def test_webhook_too_large() -> None:
    """What is larger than any update is not even read."""
    parts = Parts(webhook=lambda body, secret: parts.take(body, secret))
    async with parts.client() as client:
        just_right, too_large = bytes(WEBHOOK_LIMIT), bytes(WEBHOOK_LIMIT + 1)
        assert (await client.post(WEBHOOK, content=just_right)).status_code == 401
        assert (await client.post(WEBHOOK, content=too_large)).status_code == 413
    assert len(parts.posted) == 1


async def test_webhook_too_large_in_pieces() -> None:
    """Nor when its sender does not say beforehand how large it is."""
    parts = Parts(webhook=lambda body, secret: parts.take(body, secret))
    async with parts.client() as client:
        assert (await client.post(WEBHOOK, content=in_pieces(WEBHOOK_LIMIT))).status_code == 401
        answer = await client.post(WEBHOOK, content=in_pieces(2 * WEBHOOK_LIMIT))
    assert answer.status_code == 413
    assert [len(body) for body, _ in parts.posted] == [WEBHOOK_LIMIT]


async def test_files_and_nothing_else() -> None:
    """Style sheets and scripts are served, no file beside them, and no description of the program."""
    async with Parts().client() as client:
        style = await client.get("/static/desk.css")
        assert style.status_code == 200
        assert style.headers["content-type"].startswith("text/css")
        for path in (
            "/static/../pages.py",
            "/static/%2e%2e/pages.py",
            "/static/..%2fpages.py",
            "/static/none.css",
            "/docs",
            "/redoc",
            "/openapi.json",
        ):
            assert (await client.get(path)).status_code == 404, path


def test_a_taken_port() -> None:
    """A port that somebody listens on cannot be had, and no socket is left open."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(WrongSetting) as raised:
            listen("127.0.0.1", port)
    assert str(raised.value) == f"SAMENSPRAAK_PORT: port {port} on 127.0.0.1 is taken; choose another."


def test_two_programs_that_start_at_once() -> None:
    """Of two programs that take the same port, the later is told at once, not when it begins to answer."""
    with listen("127.0.0.1", 0) as sock, pytest.raises(WrongSetting, match="is taken"):
        listen("127.0.0.1", sock.getsockname()[1])


@pytest.mark.parametrize("host", ["192.0.2.1", "2001:db8::1", "a..b"])
def test_an_address_that_is_not_ours(host: str) -> None:
    """Who listens elsewhere is told which setting says so."""
    with pytest.raises(WrongSetting) as raised:
        listen(host, 0)
    assert str(raised.value) == f"SAMENSPRAAK_HOST: {host} is no address of this machine."


def test_a_port_that_is_not_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    """The low ports belong to root."""

    def refuse(*_: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(socket.socket, "bind", refuse)
    with pytest.raises(WrongSetting, match=r"SAMENSPRAAK_PORT: port 80 .* 1024 or higher"):
        listen("127.0.0.1", 80)


# The whole program on a port of its own, with a Telegram that is played.


def settings(folder: Path, api: FakeBotApi | None = None, url: str = "") -> Settings:
    return Settings(
        data_dir=folder,
        port=0,
        secret_key=SECRET,
        database_url=url,
        telegram_token=api.token if api else "",
        telegram_api_url=api.url if api else "https://api.telegram.org",
        telegram_mode="webhook",
    )


async def lay_in(core: Core) -> None:
    async with core.database.writing() as connection:
        now = core.clock()
        new = check_file(TRAJECTORY, read_file(TRAJECTORY), now.date())
        await found_trajectory(core.turns.acting(connection, now), new)


@pytest.fixture
async def api() -> AsyncIterator[FakeBotApi]:
    async with FakeBotApi("1:TEST") as played:
        yield played


async def until(holds: Callable[[], Any], seconds: float = 30) -> None:
    """Look now and then, because what is waited for happens in many places."""
    async with asyncio.timeout(seconds):
        async for _ in now_and_then():
            if holds():
                return


async def now_and_then() -> AsyncIterator[None]:
    while True:
        yield
        await asyncio.sleep(0.02)


async def statuses(client: httpx.AsyncClient, paths: Iterable[str]) -> dict[str, int]:
    return {path: (await client.get(path)).status_code for path in paths}


def update(words: str, number: int = 7) -> bytes:
    person = {"id": 1001, "is_bot": False, "first_name": "Sanne", "language_code": "nl"}
    chat = {"id": 1001, "type": "private", "first_name": "Sanne"}
    message = {"message_id": number, "date": 1_790_000_000, "chat": chat, "from": person, "text": words}
    return json.dumps({"update_id": number, "message": message}).encode()


async def test_the_web_answers_before_the_messenger(
    api: FakeBotApi, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While a messenger's library is loading the pages answer and its webhook says to come back."""
    loaded = threading.Event()
    adapter = wiring._adapter

    def slowly(library: str) -> Any:
        assert loaded.wait(20)
        return adapter(library)

    monkeypatch.setattr(wiring, "_adapter", slowly)
    async with serving_all(settings(tmp_path, api)) as core, httpx.AsyncClient(base_url=core.base_url) as web:
        await lay_in(core)
        found = await statuses(web, ("/", "/health", "/ready", "/t/parkrand", "/chat/parkrand"))
        assert set(found.values()) == {200}
        assert (await web.post(WEBHOOK, content=update("/start"))).status_code == 503
        assert api.calls == []
        loaded.set()
        await until(lambda: api.made("setWebhook"))
        await until(lambda: "telegram" in core.channels)


async def test_a_webhook_that_is_open(api: FakeBotApi, tmp_path: Path) -> None:
    """Unsigned, malformed and oversized posts are refused and stored nowhere; an update counts once."""
    async with serving_all(settings(tmp_path, api)) as core, httpx.AsyncClient(base_url=core.base_url) as web:
        await lay_in(core)
        await until(lambda: api.made("setWebhook"))
        assert api.updates.webhook.url == f"{core.base_url}{WEBHOOK}"
        right = {"X-Telegram-Bot-Api-Secret-Token": api.updates.webhook.secret or ""}
        posts: tuple[tuple[dict[str, str], bytes, int], ...] = (
            ({}, update("geheim"), 401),
            ({"X-Telegram-Bot-Api-Secret-Token": "wrong"}, update("geheim"), 401),
            (right, b"{geheim", 400),
            (right, b"[]", 400),
            (right, bytes(WEBHOOK_LIMIT + 1), 413),
        )
        with structlog.testing.capture_logs() as logs:
            for headers, body, status in posts:
                assert (await web.post(WEBHOOK, content=body, headers=headers)).status_code == status
        assert "geheim" not in repr(logs)
        async with core.database.reading() as connection:
            for table in (SeenEvent, Address):
                found = await connection.execute(text(f'SELECT count(*) FROM "{table.__tablename__}"'))
                assert found.scalar_one() == 0
        await api.user(1001).says("hallo")
        await api.user(1001).hears("Kies je taal")
        await api.settled()
        sent = len(api.made("sendMessage"))
        api.redeliver(next(iter(api.updates.made)))
        await api.settled()
        assert len(api.made("sendMessage")) == sent == 1


async def test_a_token_that_telegram_does_not_know(api: FakeBotApi, tmp_path: Path) -> None:
    """When the messenger cannot be opened it is off, with a line in the log, and the web goes on."""
    wrong = settings(tmp_path, api).model_copy(update={"telegram_token": "2:WRONG"})
    with structlog.testing.capture_logs() as logs:
        async with serving_all(wrong) as core, httpx.AsyncClient(base_url=core.base_url) as web:
            await until(lambda: any(line["event"] == "telegram is off" for line in logs))
            assert set((await statuses(web, ("/", "/ready"))).values()) == {200}
            assert (await web.post(WEBHOOK, content=update("/start"))).status_code in (401, 503)
    assert "WRONG" not in repr(logs)


async def test_stopping_while_a_messenger_is_loading(
    api: FakeBotApi, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A messenger that is ready only when everything stops is not opened any more."""
    loading, loaded = threading.Event(), threading.Event()
    adapter = wiring._adapter

    def slowly(library: str) -> Any:
        loading.set()
        assert loaded.wait(20)
        return adapter(library)

    monkeypatch.setattr(wiring, "_adapter", slowly)
    close = wiring._close_channels

    async def finishes_meanwhile(core: Core) -> None:
        await close(core)
        loaded.set()
        await asyncio.sleep(1)

    monkeypatch.setattr(wiring, "_close_channels", finishes_meanwhile)
    async with serving_all(settings(tmp_path, api)) as core:
        await until(loading.is_set)
    assert "telegram" not in core.channels
    assert api.calls == []


async def test_stopping_while_it_starts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A start that is broken off, wherever it stands, leaves nothing running and nothing held."""
    chosen = settings(tmp_path)
    for seconds in (0.0, 0.02, 0.05, 0.1, 0.2, 0.3):
        starting = asyncio.create_task(_serve(chosen))
        await asyncio.sleep(seconds)
        starting.cancel()
        await asyncio.wait([starting])
        assert starting.cancelled()
        assert asyncio.all_tasks() == {asyncio.current_task()}
    async with serving_all(chosen) as core, httpx.AsyncClient(base_url=core.base_url) as web:
        assert (await web.get("/ready")).status_code == 200


async def _serve(chosen: Settings) -> None:
    async with serving_all(chosen):
        await asyncio.Event().wait()


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
async def test_nothing_speaks_of_a_framework(tmp_path: Path, method: str) -> None:
    """Whatever is asked of whichever address, no answer of a page is JSON."""
    async with serving_all(settings(tmp_path)) as core, httpx.AsyncClient(base_url=core.base_url) as web:
        for path in ("/nowhere", "/chat/nowhere", "/desk/nowhere", "/t/nowhere", "/", WEBHOOK):
            answer = await web.request(method, path)
            assert answer.status_code >= 400
            assert "json" not in answer.headers.get("content-type", ""), path


# A database that goes away and comes back.


class Gate:
    """Stands before a PostgreSQL server; closed, every connection is broken and a new one is refused."""

    def __init__(self, url: str) -> None:
        self._url = make_url(url)
        self._port = 0
        self._server: asyncio.Server | None = None
        self._writers: set[asyncio.StreamWriter] = set()

    @property
    def url(self) -> str:
        """The database behind the gate."""
        gated = self._url.set(host="127.0.0.1", port=self._port, query={})
        return gated.render_as_string(hide_password=False)

    async def open(self) -> None:
        self._server = await asyncio.start_server(self._pass, "127.0.0.1", self._port)
        self._port = self._server.sockets[0].getsockname()[1]

    async def close(self) -> None:
        if self._server is not None:
            self._server.close()
        for writer in self._writers:
            writer.transport.abort()
        await asyncio.sleep(0)

    async def _pass(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        host, port = self._url.query.get("host") or self._url.host or "localhost", self._url.port or 5432
        if isinstance(host, str) and host.startswith("/"):
            inner = await asyncio.open_unix_connection(f"{host}/.s.PGSQL.{port}")
        else:
            inner = await asyncio.open_connection(str(host), port)
        self._writers |= {writer, inner[1]}
        await asyncio.gather(_pour(reader, inner[1]), _pour(inner[0], writer))
        self._writers -= {writer, inner[1]}


async def _pour(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    try:
        while data := await reader.read(65536):
            writer.write(data)
            await writer.drain()
    except ConnectionError:
        pass
    finally:
        writer.close()


@asynccontextmanager
async def behind_a_gate(url: str) -> AsyncIterator[Gate]:
    gate = Gate(url)
    await gate.open()
    try:
        yield gate
    finally:
        await gate.close()


async def test_the_database_goes_away_and_comes_back(
    api: FakeBotApi, postgresql_url: str, tmp_path: Path
) -> None:
    """Meanwhile pages and webhook answer 503; after it the same process goes on, and nothing is lost."""
    async with (
        behind_a_gate(postgresql_url) as gate,
        serving_all(settings(tmp_path, api, gate.url)) as core,
        httpx.AsyncClient(base_url=core.base_url) as web,
    ):
        await lay_in(core)
        await until(lambda: api.made("setWebhook"))
        sanne = api.user(1001)
        await sanne.says("hallo")
        await sanne.hears("Kies je taal")
        await api.settled()

        await gate.close()
        await sanne.says("nederlands")
        await until(lambda: api.updates.webhook.last_error)
        away = await statuses(web, ("/ready", "/", "/t/parkrand", "/chat/parkrand", "/health"))
        assert away == {"/ready": 503, "/": 503, "/t/parkrand": 503, "/chat/parkrand": 503, "/health": 200}
        assert sanne.heard == ["Kies je taal. / Choose your language."]

        await gate.open()
        await sanne.hears("Welkom bij", within=20)
        await api.settled(within=10)
        back = await statuses(web, ("/ready", "/", "/t/parkrand", "/chat/parkrand"))
        assert set(back.values()) == {200}
        assert sum("Welkom bij" in heard for heard in sanne.heard) == 1
        assert not any(task.done() for task in core.tasks if task.get_name() != "opening telegram")


async def test_connections_that_were_killed(postgresql_url: str, tmp_path: Path) -> None:
    """When the server ended every connection, nobody notices."""
    async with (
        serving_all(settings(tmp_path, url=postgresql_url)) as core,
        httpx.AsyncClient(base_url=core.base_url) as web,
    ):
        await lay_in(core)
        for _ in range(3):
            async with core.database.reading() as connection:
                await connection.execute(
                    text(
                        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                        " WHERE datname = current_database() AND pid <> pg_backend_pid()"
                    )
                )
            found = await statuses(web, ("/ready", "/", "/t/parkrand", "/chat/parkrand"))
            assert set(found.values()) == {200}
        assert not any(task.done() for task in core.tasks)
