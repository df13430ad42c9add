from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from aiogram import Bot, Dispatcher, Router
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import Message as TelegramMessage
from fakes.bot_api import FakeBotApi
from fakes.telegram_bots import Program

from bot.channels import telegram_guest
from bot.channels.channel import Participation, Retry
from bot.channels.telegram import ALLOWED_UPDATES
from bot.channels.telegram_aiogram import participation_router
from bot.channels.telegram_guest import NotStored
from flows.inbound import Edited, Uploaded, Wrote
from flows.rendering import Message


@pytest.fixture
async def api() -> AsyncIterator[FakeBotApi]:
    async with FakeBotApi("1:TEST", per_chat=100, overall=100) as api:
        yield api


@pytest.fixture
async def host(api: FakeBotApi) -> AsyncIterator[Bot]:
    session = AiohttpSession(api=TelegramAPIServer.from_base(api.url))
    async with Bot("1:TEST", session, default=DefaultBotProperties(parse_mode="HTML")).context() as host:
        yield host


def mounted(program: Participation) -> Dispatcher:
    dispatcher = Dispatcher()
    dispatcher.include_router(participation_router(program))
    return dispatcher


async def test_a_hosts_habits_are_not_ours(api: FakeBotApi, host: Bot) -> None:
    """A host that writes HTML does not make us write it."""
    program = Program()
    await mounted(program).feed_raw_update(host, await api.user(1001).says("/start n1"))
    assert api.user(1001).heard == ["Welkom bij <Samenspraak>"]


async def test_the_first_update_settles_us(api: FakeBotApi, host: Bot) -> None:
    """A host that tells nobody that it starts, mounts us by its first update."""
    program = Program()
    dispatcher = mounted(program)
    assert program.channels == []
    await dispatcher.feed_raw_update(host, await api.user(1001).says("/hello"))
    await dispatcher.feed_raw_update(host, await api.user(1001).says("/hello"))
    assert len(program.channels) == 1
    assert len(api.made("getMe")) == 1


async def test_a_host_that_starts_without_a_bot(host: Bot) -> None:
    """A host that has no bot yet when it starts can start."""
    program = Program()
    await mounted(program).emit_startup()
    assert program.channels == []


async def test_a_host_that_starts_while_telegram_is_away(api: FakeBotApi, host: Bot) -> None:
    """When Telegram is away as the host starts, we are mounted as soon as it is back."""
    program = Program()
    dispatcher = mounted(program)
    api.fail_next(2, 502, "Bad Gateway", method="getMe")
    await dispatcher.emit_startup(bot=host)
    said = await api.user(1001).says("/start n1")
    await dispatcher.feed_raw_update(host, said)
    assert program.channels == []
    await dispatcher.feed_raw_update(host, said)
    assert len(program.taken) == 1


async def test_two_hosts(api: FakeBotApi, host: Bot) -> None:
    """Each router can be mounted into one dispatcher, and there can be more of them."""
    program = Program()
    first, second = mounted(program), mounted(program)
    await first.feed_raw_update(host, await api.user(1001).says("/start n1"))
    await second.feed_raw_update(host, await api.user(1002).says("/start n1"))
    assert [inbound.address for inbound in program.taken] == ["1001", "1002"]


async def test_the_host_asks_for_the_kinds_that_we_need(host: Bot) -> None:
    """What aiogram works out that its handlers need, holds what we need."""
    assert set(mounted(Program()).resolve_used_update_types()) == set(ALLOWED_UPDATES)


async def test_what_could_not_be_stored_is_told_to_the_host(
    api: FakeBotApi, host: Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The host hears of what could not be stored, so that its webhook can ask for it again."""
    monkeypatch.setattr(telegram_guest, "PAUSES_BEFORE_AGAIN", (0.01,))
    dispatcher = mounted(Program(answer=lambda inbound: "again"))
    with pytest.raises(NotStored):
        await dispatcher.feed_raw_update(host, await api.user(1001).says("/start n1"))


async def test_what_aiogram_read_is_what_telegram_sent(api: FakeBotApi, host: Bot) -> None:
    """An update that went through aiogram's own types still tells all that we need."""
    program = Program()
    dispatcher = mounted(program)
    sanne = api.user(1001, language_code="en-GB")
    said = await sanne.says("/start n1")
    updates = [
        said,
        await sanne.sends_voice(b"OggS", 12),
        await sanne.sends_photo(b"x", "een \ud83d\ude00"),
    ]
    updates.append(await sanne.edits(said["message"]["message_id"], "anders"))
    for update in updates:
        await dispatcher.feed_raw_update(host, update)
    started, voice, photo, edit = program.taken
    assert (started.address, started.order, started.language) == ("1001", said["update_id"], "en")
    assert started.at.timestamp() == said["message"]["date"]
    assert voice.event == Uploaded("file-voice-1", "voice", "audio/ogg", 4, 12)
    assert photo.event == Uploaded("file-photo-2", "photo", "image/jpeg", 1, None, "een 😀")
    assert (edit.event, edit.message_id) == (Edited("anders"), started.message_id)


async def test_what_a_host_wants_stays_its_own(api: FakeBotApi, host: Bot) -> None:
    """What is not ours goes on to the routers after ours."""
    program, own = Program(), Router()
    heard: list[str | None] = []

    async def hear(message: TelegramMessage) -> None:
        heard.append(message.text)

    own.message.register(hear)
    dispatcher = mounted(program)
    dispatcher.include_router(own)
    for text in ("Hallo", "/start n1", "Mijn verhaal"):
        await dispatcher.feed_raw_update(host, await api.user(1001).says(text))
    assert heard == ["Hallo"]
    assert program.taken[-1].event == Wrote("Mijn verhaal")


async def test_a_host_that_sends_too_fast(api: FakeBotApi, host: Bot) -> None:
    """What Telegram asks of the host's bot to wait, we wait too."""
    program = Program()
    await mounted(program).feed_raw_update(host, await api.user(1001).says("/hello"))
    api.fail_next(1, 429, "Too Many Requests: retry after 7", retry_after=7, method="sendMessage")
    sent = await program.channels[0].send("1001", Message("Hoi"), "k")
    assert sent == Retry(7.0, account=True, reason="too_fast")
