from __future__ import annotations

import asyncio
import importlib.util
from collections.abc import AsyncIterator, Callable, Coroutine
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from fakes.bot_api import FakeBotApi
from fakes.telegram_bots import Program

from bot.channels import telegram_guest
from bot.channels.channel import Received, Sent
from bot.channels.telegram_aiogram import AiogramCalls
from bot.channels.telegram_guest import Guest
from flows.inbound import Blocked, Inbound, Started, Wrote
from flows.rendering import Message

EXAMPLES = Path(__file__).parents[3] / "examples"
HELLO = "Hallo, dit is de bot van de gemeente."
UNKNOWN = "Dat ken ik niet. Probeer /hello."

Start = Callable[[Program], Coroutine[Any, Any, None]]


def example(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, EXAMPLES / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
async def api() -> AsyncIterator[FakeBotApi]:
    async with FakeBotApi("1:TEST", per_chat=100, overall=100) as api:
        yield api


@pytest.fixture(params=["host_aiogram", "host_ptb"])
async def start(request: pytest.FixtureRequest, api: FakeBotApi) -> AsyncIterator[Start]:
    """Runs the example's host with a program of ours mounted into it."""
    serving: list[asyncio.Task[None]] = []
    host = example(request.param)

    async def start(program: Program) -> None:
        built = host.build(program, api.token, api.url)
        if request.param == "host_aiogram":
            bot, dispatcher = built
            kinds = dispatcher.resolve_used_update_types()
            run = dispatcher.start_polling(bot, allowed_updates=kinds, handle_signals=False)
        else:
            run = host.serve(built, program)
        serving.append(asyncio.create_task(run))
        await program.bell.until(lambda: program.channels or None, within=5)

    yield start
    for task in serving:
        task.cancel()
        await asyncio.wait([task])


async def test_the_host_keeps_what_is_its_own(api: FakeBotApi, start: Start) -> None:
    """The host's own commands and messages come to the host, and none of them to us."""
    program = Program()
    await start(program)
    sanne = api.user(1001)
    for said, heard in (("/hello", HELLO), ("Wat kan ik hier?", UNKNOWN), ("/start", UNKNOWN)):
        await sanne.says(said)
        assert (await sanne.last()).text == heard
    assert program.taken == []


async def test_ours_come_to_us(api: FakeBotApi, start: Start) -> None:
    """Our link, our button, and what is said in a chat of ours come to us, and none of them to the host."""
    program = Program()
    await start(program)
    sanne = api.user(1001)
    await sanne.says("/start n1")
    await sanne.hears("Welkom bij <Samenspraak>")
    await sanne.presses("Meedoen")
    await sanne.hears("Welkom")
    await sanne.says("Hier is het fijn")
    await sanne.hears("Welkom")
    await api.settled()
    assert [type(inbound.event).__name__ for inbound in program.taken] == ["Started", "Pressed", "Wrote"]
    assert not {HELLO, UNKNOWN} & set(sanne.heard)
    await sanne.says("/hello")
    await sanne.hears(HELLO)
    assert len(api.made("answerCallbackQuery")) == 1
    await api.user(1002).says("/hello")
    await api.user(1002).hears(HELLO)


async def test_what_leaves_by_itself_goes_through_the_hosts_bot(api: FakeBotApi, start: Start) -> None:
    """From the start on we can send, not only when somebody says something; our links open the host's bot."""
    program = Program()
    await api.user(1001).says("/hello")
    await start(program)
    assert program.channels[0].link("n1") == "https://t.me/samenspraak_bot?start=n1"
    sent = await program.channels[0].send("1001", Message("Je verhaal is gelezen."), "k")
    assert isinstance(sent, Sent)
    await api.user(1001).hears("Je verhaal is gelezen.")


async def test_both_hear_of_a_block(api: FakeBotApi, start: Start) -> None:
    """Who blocks the bot does not want to hear from us either."""
    program = Program()
    await start(program)
    sanne = api.user(1001)
    await sanne.says("/start n1")
    await sanne.hears("Welkom")
    await sanne.blocks()
    await api.settled()
    await program.bell.until(lambda: program.taken[1:] or None, within=5)
    assert program.taken[-1].event == Blocked()


async def test_when_we_fail_the_host_goes_on(api: FakeBotApi, start: Start) -> None:
    """When we cannot tell whether something is ours, the host gets it."""

    class Broken(Program):
        async def concerns(self, inbound: Inbound) -> bool:
            raise OSError("the database is away")

    await start(Broken())
    sanne = api.user(1001)
    await sanne.says("/hello")
    await sanne.hears(HELLO)


async def test_a_moment_of_weakness(api: FakeBotApi, start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    """What cannot be stored at once is tried again some times, and then given up; the host goes on."""
    monkeypatch.setattr(telegram_guest, "PAUSES_BEFORE_AGAIN", (0.01, 0.01))
    answers: list[Received] = ["again", "again", "handled", "again", "again", "again"]
    program = Program(answer=lambda inbound: answers.pop(0))
    await start(program)
    sanne = api.user(1001)
    await sanne.says("/start n1")
    await sanne.hears("Welkom")
    await sanne.says("Dit gaat verloren")
    await program.bell.until(lambda: None if answers else True, within=5)
    assert [inbound.event for inbound in program.taken] == [Started("n1")]
    await api.user(1002).says("/hello")
    await api.user(1002).hears(HELLO)
    assert Wrote("Dit gaat verloren") in [inbound.event for inbound in program.weighed]


async def test_what_one_person_says_is_taken_in_order(api: FakeBotApi, start: Start) -> None:
    """A host that handles updates side by side does not make us mix up what one person says."""
    answers: list[Received] = ["handled", "again"]
    program = Program(answer=lambda inbound: answers.pop(0) if answers else "handled")
    await start(program)
    sanne = api.user(1001)
    await sanne.says("/start n1")
    await sanne.hears("Welkom")
    for words in ("een", "twee", "drie"):
        await sanne.says(words)
    await program.bell.until(lambda: program.taken[3:] or None, within=5)
    assert [inbound.event for inbound in program.taken[1:]] == [Wrote("een"), Wrote("twee"), Wrote("drie")]


async def test_what_we_cannot_read_is_for_the_host(api: FakeBotApi) -> None:
    """An update that makes no sense to us is left alone."""
    bot = Bot("1:TEST", AiohttpSession(api=TelegramAPIServer.from_base(api.url)))
    program = Program()
    assert not await Guest(program).offer({"update_id": 5, "message": {"text": []}}, AiogramCalls(bot))
    assert program.weighed == []
    await bot.session.close()
