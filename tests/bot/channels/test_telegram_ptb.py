from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest
from fakes.bot_api import FakeBotApi
from fakes.telegram_bots import Program
from telegram import Update
from telegram.ext import Application, ApplicationBuilder, CallbackContext, Defaults, MessageHandler, filters

from bot.channels import telegram_guest
from bot.channels.channel import Retry
from bot.channels.telegram_guest import NotStored
from bot.channels.telegram_ptb import attach_participation, participation_handlers
from flows.inbound import Edited, Uploaded, Wrote
from flows.rendering import Message

Host = Application[Any, Any, Any, Any, Any, Any]
Context = CallbackContext[Any, Any, Any, Any]


@pytest.fixture
async def api() -> AsyncIterator[FakeBotApi]:
    async with FakeBotApi("1:TEST", per_chat=100, overall=100) as api:
        yield api


@pytest.fixture
async def host(api: FakeBotApi) -> AsyncIterator[Host]:
    builder = ApplicationBuilder().token("1:TEST").base_url(f"{api.url}/bot").updater(None)
    application: Host = builder.defaults(Defaults(parse_mode="HTML")).build()
    async with application:
        yield application


async def offer(host: Host, update: dict[str, Any]) -> None:
    await host.process_update(Update.de_json(update, host.bot))


async def test_a_hosts_habits_are_not_ours(api: FakeBotApi, host: Host) -> None:
    """A host that writes HTML does not make us write it."""
    host.add_handlers(participation_handlers(Program()), group=-1)
    await offer(host, await api.user(1001).says("/start n1"))
    assert api.user(1001).heard == ["Welkom bij <Samenspraak>"]


async def test_the_first_update_settles_us(api: FakeBotApi, host: Host) -> None:
    """A host that only adds our handlers, mounts us by its first update."""
    program = Program()
    host.add_handlers(participation_handlers(program), group=-1)
    assert program.channels == []
    await offer(host, await api.user(1001).says("/hello"))
    await offer(host, await api.user(1001).says("/hello"))
    assert len(program.channels) == 1


async def test_a_host_can_settle_us_before(api: FakeBotApi, host: Host) -> None:
    """A host can let us send before anybody says something."""
    program = Program()
    await attach_participation(program, host.bot)
    assert program.channels[0].link("") == "https://t.me/samenspraak_bot"


async def test_what_could_not_be_stored_is_told_to_the_host(
    api: FakeBotApi, host: Host, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The host's error handler hears of what could not be stored, and the host's handlers do not."""
    monkeypatch.setattr(telegram_guest, "PAUSES_BEFORE_AGAIN", (0.01,))
    heard: list[object] = []

    async def hear(update: object, context: Context) -> None:
        heard.append(type(context.error))

    host.add_error_handler(hear)
    host.add_handlers(participation_handlers(Program(answer=lambda inbound: "again")), group=-1)
    await offer(host, await api.user(1001).says("/start n1"))
    assert heard == [NotStored]


async def test_what_the_library_read_is_what_telegram_sent(api: FakeBotApi, host: Host) -> None:
    """An update that went through the library's own types still tells all that we need."""
    program = Program()
    host.add_handlers(participation_handlers(program), group=-1)
    sanne = api.user(1001, language_code="en-GB")
    said = await sanne.says("/start n1")
    updates = [said, await sanne.sends_voice(b"OggS", 12), await sanne.sends_photo(b"x", "een 😀")]
    updates.append(await sanne.edits(said["message"]["message_id"], "anders"))
    for update in updates:
        await offer(host, update)
    started, voice, photo, edit = program.taken
    assert (started.address, started.order, started.language) == ("1001", said["update_id"], "en")
    assert started.at.timestamp() == said["message"]["date"]
    assert voice.event == Uploaded("file-voice-1", "voice", "audio/ogg", 4, 12)
    assert photo.event == Uploaded("file-photo-2", "photo", "image/jpeg", 1, None, "een 😀")
    assert (edit.event, edit.message_id) == (Edited("anders"), started.message_id)


async def test_what_a_host_wants_stays_its_own(api: FakeBotApi, host: Host) -> None:
    """What is not ours goes on to the groups after ours, and what is ours does not."""
    program = Program()
    heard: list[object] = []

    async def hear(update: Update, context: Context) -> None:
        heard.append(update.effective_message and update.effective_message.text)

    host.add_handler(MessageHandler(filters.ALL, hear))
    host.add_handlers(participation_handlers(program), group=-1)
    for text in ("Hallo", "/start n1", "Mijn verhaal"):
        await offer(host, await api.user(1001).says(text))
    assert heard == ["Hallo"]
    assert program.taken[-1].event == Wrote("Mijn verhaal")


@pytest.mark.filterwarnings("ignore:.*retry_after.*:telegram.warnings.PTBDeprecationWarning")
async def test_a_host_that_sends_too_fast(api: FakeBotApi, host: Host) -> None:
    """What Telegram asks of the host's bot to wait, we wait too."""
    program = Program()
    host.add_handlers(participation_handlers(program), group=-1)
    await offer(host, await api.user(1001).says("/hello"))
    api.fail_next(2, 429, "Too Many Requests: retry after 7", retry_after=7, method="sendMessage")
    too_fast = Retry(7.0, account=True, reason="too_fast")
    assert await program.channels[0].send("1001", Message("Hoi"), "k") == too_fast
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PTB_TIMEDELTA", "true")
        assert await program.channels[0].send("1001", Message("Hoi"), "k") == too_fast
