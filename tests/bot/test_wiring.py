"""Everything put together: what a start demands of its data, and being mounted into a bot that exists."""

from __future__ import annotations

import asyncio
import importlib.util
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import httpx
import pytest
import structlog
from fakes.bot_api import FakeBotApi
from sqlalchemy import select
from sqlmodel import col
from stage import TRAJECTORY
from world import SECRET, world

from bot.channels.telegram import TELEGRAM
from bot.core import Core
from bot.demo import sign_in_link
from bot.pacing import Pacer
from bot.settings import Settings
from bot.trajectory_files import check_file, read_file
from bot.wiring import _address, alone, build, open_links, participation, prepare, serving_all
from flows.deeds.found_trajectory import found_trajectory
from flows.deeds.publish import publish
from flows.inbound import Wrote
from storage import migrating, schema
from storage.database import Unusable
from storage.schema import SchemaBehind
from storage.secrets import Unsealable
from storage.tables import Network, Node, Outbox

EXAMPLES = Path(__file__).parents[2] / "examples"
HELLO = "Hallo, dit is de bot van de gemeente."
UNKNOWN = "Dat ken ik niet. Probeer /hello."
STORY = "Bij de vijver ligt na het weekend altijd plastic in het riet."


@pytest.fixture
async def api() -> AsyncIterator[FakeBotApi]:
    async with FakeBotApi("1:TEST", per_chat=100, overall=100) as played:
        yield played


def settings(folder: Path, **changes: object) -> Settings:
    return Settings(data_dir=folder, port=0, secret_key=SECRET).model_copy(update=changes)


async def leases(core: Core) -> list[str]:
    async with core.database.reading() as connection:
        return list((await connection.execute(select(col(Outbox.leased_by)))).scalars())


# Starting


async def test_a_new_folder(tmp_path: Path) -> None:
    """From nothing a start makes the database in the data folder, with the newest schema."""
    core = build(Settings(data_dir=tmp_path / "data"), "http://samen.test")
    await prepare(core)
    assert await schema.revision_of(core.database) == schema.newest()
    assert (tmp_path / "data" / "samenspraak.db").is_file()
    await core.database.close()


async def test_leases_of_an_earlier_process(sqlite_url: str, tmp_path: Path) -> None:
    """The one process that sends takes over what an earlier one held; a short command does not."""
    async with world(sqlite_url, tmp_path) as earlier:
        async with earlier.core.database.writing() as connection:
            await earlier.core.turns.take(connection, earlier.inbound(Wrote("hallo")), earlier.now)
        held = [earlier.core.turns.worker]
    core = build(settings(tmp_path, database_url=sqlite_url), "http://samen.test")
    await prepare(core, alone=False)
    assert await leases(core) == held
    await prepare(core)
    assert await leases(core) == [""]
    await core.database.close()


async def test_leases_of_other_workers(postgresql_url: str, tmp_path: Path) -> None:
    """Where there may be other workers nobody takes over what they hold."""
    async with world(postgresql_url, tmp_path) as other:
        async with other.core.database.writing() as connection:
            await other.core.turns.take(connection, other.inbound(Wrote("hallo")), other.now)
        core = build(settings(tmp_path, database_url=postgresql_url), "http://samen.test")
        await prepare(core)
        assert await leases(core) == [other.core.turns.worker] != [core.turns.worker]
        await core.database.close()


async def test_one_at_a_time(sqlite_url: str, tmp_path: Path) -> None:
    """On one SQLite file a second program that serves is refused, and short commands are not."""
    chosen = settings(tmp_path, database_url=sqlite_url)
    async with serving_all(chosen):
        with pytest.raises(Unusable, match="uses this data already"):
            async with serving_all(chosen):
                pass
        core = build(chosen, "http://samen.test")
        await prepare(core, alone=False)
        await core.database.close()
    with alone(chosen):
        pass


async def test_as_many_as_you_like(postgresql_url: str, tmp_path: Path) -> None:
    """On PostgreSQL any number may serve."""
    chosen = settings(tmp_path, database_url=postgresql_url)
    async with (
        serving_all(chosen) as one,
        serving_all(chosen) as two,
        httpx.AsyncClient() as web,
    ):
        for core in (one, two):
            assert (await web.get(f"{core.base_url}/ready")).status_code == 200


async def test_an_old_schema(postgresql_url: str, tmp_path: Path) -> None:
    """A database that others may be using is not changed by a start."""
    core = build(settings(tmp_path, database_url=postgresql_url), "http://samen.test")
    await migrating.unmigrate(core.database)
    with pytest.raises(SchemaBehind, match="samenspraak migrate"):
        await prepare(core)
    assert await schema.revision_of(core.database) == ""
    await core.database.close()


async def test_another_secret(database_url: str, tmp_path: Path) -> None:
    """With a key that did not write the data nothing starts; with both keys it does, and people are known."""
    async with world(database_url, tmp_path) as there:
        await there.says("hallo")
        other = "another secret of thirty-two characters!"
        core = build(settings(tmp_path, database_url=database_url, secret_key=other), "http://samen.test")
        with pytest.raises(Unsealable):
            await prepare(core)
        await core.database.close()
        both = settings(tmp_path, database_url=database_url, secret_key=f"{other},{SECRET}")
        core = build(both, "http://samen.test", clock=lambda: there.now)
        await prepare(core)
        core.attach(there.channel)
        await core.receive(there.inbound(Wrote("nederlands")))
        await core.sender.close()
        assert "Welkom bij" in there.channel.texts[-1]
        await core.database.close()


async def test_another_secret_before_anybody_came(sqlite_url: str, tmp_path: Path) -> None:
    """Neither does it where nobody has taken part yet, also when the database was taken away since."""
    async with serving_all(settings(tmp_path, database_url=sqlite_url)):
        pass
    for url in (sqlite_url, ""):
        other = settings(tmp_path, database_url=url, secret_key="another secret of thirty-two characters!")
        with pytest.raises(Unsealable):
            async with serving_all(other):
                pass


@pytest.mark.parametrize(("host", "begin"), [("127.0.0.1", "http://127.0.0.1:"), ("::1", "http://[::1]:")])
def test_address(host: str, begin: str) -> None:
    """An address of the newer kind stands between brackets, as links want it."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as sock:
        try:
            sock.bind((host, 0))
        except OSError:
            pytest.skip(f"this machine has no {host}")
        assert _address(host, sock) == f"{begin}{sock.getsockname()[1]}"


@pytest.mark.parametrize("library", ["aiogram", "python-telegram-bot"])
async def test_links(api: FakeBotApi, sqlite_url: str, tmp_path: Path, library: str) -> None:
    """Each channel that is on has a link; finding it out receives nothing and closes what it opened."""
    chosen = settings(
        tmp_path,
        database_url=sqlite_url,
        telegram_token=api.token,
        telegram_api_url=api.url,
        telegram_library=library,
    )
    core = build(chosen, "http://samen.test")
    assert await open_links(core, "club-x7") == {
        "web": "http://samen.test/c/club-x7",
        "telegram": "https://t.me/samenspraak_bot?start=club-x7",
    }
    assert {call.method for call in api.calls} <= {"getMe", "setMyCommands"}
    api.down(60)
    with structlog.testing.capture_logs() as logs:
        assert await open_links(core, "club-x7") == {"web": "http://samen.test/c/club-x7"}
    assert [line["event"] for line in logs] == ["telegram cannot be reached"]
    await core.database.close()


# Being mounted


def example(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, EXAMPLES / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@asynccontextmanager
async def hosted(name: str, core: Core, api: FakeBotApi) -> AsyncIterator[None]:
    """The host's bot of an example, polling, with the real program mounted into it."""
    host = example(name)
    built = host.build(core, api.token, api.url)
    if name == "host_aiogram":
        bot, dispatcher = built
        kinds = dispatcher.resolve_used_update_types()
        run = dispatcher.start_polling(bot, allowed_updates=kinds, handle_signals=False)
    else:
        run = host.serve(built, core)
    polling = asyncio.create_task(run)
    try:
        yield
    finally:
        polling.cancel()
        await asyncio.wait([polling])


async def lay_in(core: Core) -> str:
    """The trajectory of the tests; the code of its network."""
    async with core.database.writing() as connection:
        now = core.clock()
        new = check_file(TRAJECTORY, read_file(TRAJECTORY), now.date())
        await found_trajectory(core.turns.acting(connection, now), new)
        return (await connection.execute(select(col(Network.token)))).scalar_one()


async def publishes(core: Core) -> None:
    async with core.database.writing() as connection:
        node_id = (await connection.execute(select(col(Node.id)))).scalar_one()
        acting = core.turns.acting(connection, core.clock())
        await publish(acting, node_id=node_id, sentence="Dank je, we gaan kijken.")
    core.sender.wake()


@pytest.mark.parametrize("name", ["host_aiogram", "host_ptb"])
async def test_mounted(api: FakeBotApi, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """The host answers what is its own, we answer what is ours, and the desk is served beside it."""
    monkeypatch.setenv("SAMENSPRAAK_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("SAMENSPRAAK_PORT", "0")
    monkeypatch.setenv("SAMENSPRAAK_TELEGRAM_TOKEN", "2:NOT-THE-HOSTS")
    async with participation() as core, hosted(name, core, api):
        # Nobody has to wait a second for each message here; that is tested with the pacer.
        core.sender._pacers["telegram"] = Pacer(replace(TELEGRAM, per_chat=100, chat_burst=100))
        sanne = api.user(1001)
        await sanne.says("/hello")
        await sanne.hears(HELLO, within=20)
        await sanne.says("hallo")
        await sanne.hears(UNKNOWN)
        await sanne.opens(f"https://t.me/samenspraak_bot?start={await lay_in(core)}")
        await sanne.hears("Kies je taal")
        for label, then in (
            ("Nederlands", "Welkom bij"),
            ("Verder", "Wie beslist?"),
            ("Verder", "Stoppen kan altijd"),
            ("Dat is duidelijk", "Als wie doe je mee?"),
            ("Ik woon hier", "Mogen we bewaren"),
        ):
            await sanne.presses(label)
            await sanne.hears(then, within=20)
        await sanne.says("/hello")
        await sanne.hears(HELLO)
        await sanne.says("ja")
        await sanne.hears("Vertel eens", within=20)
        await sanne.says(STORY)
        await sanne.hears("Mogen anderen je verhaal lezen?", within=20)
        await sanne.presses("Ja, laat maar zien")
        await sanne.hears("Je verhaal is binnen. Het is nummer 1.", within=20)
        async with httpx.AsyncClient(base_url=core.base_url) as web:
            assert (await web.get("/")).status_code == 200
            assert (await web.get("/chat/parkrand")).status_code == 200
            assert (await web.get(await sign_in_link(core))).status_code == 200
            assert (await web.post("/telegram/webhook", content=b"{}")).status_code in (401, 503)
        await publishes(core)
        await sanne.hears("Dank je, we gaan kijken.", within=20)
        await api.settled()
        assert sum(heard == UNKNOWN for heard in sanne.heard) == 1
        refused = [call for call in api.calls if call.outcome not in ("ok", "open")]
        assert not [call for call in refused if not call.outcome.startswith("429")]
