import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from aiogram import Bot, Dispatcher, F
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramForbiddenError, TelegramRetryAfter
from aiogram.methods import SendMessage
from aiogram.types import (
    BufferedInputFile,
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    Message,
    Update,
)
from aiogram.webhook.aiohttp_server import SimpleRequestHandler
from aiohttp import web
from telegram import InlineKeyboardButton as PtbButton
from telegram import InlineKeyboardMarkup as PtbKeyboard
from telegram import Update as PtbUpdate
from telegram.error import Forbidden, RetryAfter
from telegram.ext import (
    Application,
    ApplicationBuilder,
    CallbackQueryHandler,
    ContextTypes,
    MessageHandler,
    filters,
)

from fakes.bot_api import FakeBotApi

SECRET = "quiet-please"
YES_OR_NO = InlineKeyboardMarkup(
    inline_keyboard=[
        [
            InlineKeyboardButton(text="Ja", callback_data="yes"),
            InlineKeyboardButton(text="Nee", callback_data="no"),
        ]
    ]
)


# Two small bots that do the same: they echo with two buttons, and say which one was pressed.


def aiogram_bot(api: FakeBotApi) -> Bot:
    return Bot(api.token, session=AiohttpSession(api=TelegramAPIServer.from_base(api.url)))


def aiogram_echo() -> Dispatcher:
    dispatcher = Dispatcher()

    @dispatcher.message(F.text)
    async def echo(message: Message) -> None:
        await message.answer(f"Je zei: {message.text}", reply_markup=YES_OR_NO)

    @dispatcher.message(F.voice)
    async def listen(message: Message, bot: Bot) -> None:
        assert message.voice is not None
        data = await bot.download(message.voice)
        assert data is not None
        await message.answer_voice(BufferedInputFile(data.read(), "back.oga"), caption="Je klonk zo")

    @dispatcher.callback_query()
    async def pressed(query: CallbackQuery) -> None:
        assert isinstance(query.message, Message)
        await query.answer(text="Dank je")
        await query.message.edit_text(f"Je koos: {query.data}")

    return dispatcher


PtbApplication = Application[Any, Any, Any, Any, Any, Any]


def ptb_echo(api: FakeBotApi) -> PtbApplication:
    async def echo(update: PtbUpdate, _: ContextTypes.DEFAULT_TYPE) -> None:
        assert update.message is not None
        keyboard = PtbKeyboard([[PtbButton("Ja", callback_data="yes"), PtbButton("Nee", callback_data="no")]])
        await update.message.reply_text(f"Je zei: {update.message.text}", reply_markup=keyboard)

    async def listen(update: PtbUpdate, _: ContextTypes.DEFAULT_TYPE) -> None:
        assert update.message is not None
        assert update.message.voice is not None
        file = await update.message.voice.get_file()
        data = bytes(await file.download_as_bytearray())
        await update.message.reply_voice(data, filename="back.oga", caption="Je klonk zo")

    async def pressed(update: PtbUpdate, _: ContextTypes.DEFAULT_TYPE) -> None:
        query = update.callback_query
        assert query is not None
        await query.answer("Dank je")
        await query.edit_message_text(f"Je koos: {query.data}")

    built = ApplicationBuilder().token(api.token)
    built = built.base_url(f"{api.url}/bot").base_file_url(f"{api.url}/file/bot")
    application = built.build()
    application.add_handler(MessageHandler(filters.TEXT, echo))
    application.add_handler(MessageHandler(filters.VOICE, listen))
    application.add_handler(CallbackQueryHandler(pressed))
    return application


@asynccontextmanager
async def aiogram_polling(api: FakeBotApi) -> AsyncIterator[None]:
    bot, dispatcher = aiogram_bot(api), aiogram_echo()
    polling = asyncio.create_task(dispatcher.start_polling(bot, handle_signals=False))
    yield
    await dispatcher.stop_polling()
    await polling


@asynccontextmanager
async def ptb_polling(api: FakeBotApi) -> AsyncIterator[None]:
    async with ptb_echo(api) as application:
        assert application.updater is not None
        await application.updater.start_polling()
        await application.start()
        yield
        await application.updater.stop()
        await application.stop()


@asynccontextmanager
async def served(routes: web.Application) -> AsyncIterator[str]:
    runner = web.AppRunner(routes, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    await runner.cleanup()


@asynccontextmanager
async def aiogram_webhook(api: FakeBotApi) -> AsyncIterator[None]:
    routes = web.Application()
    async with aiogram_bot(api) as bot:
        handler = SimpleRequestHandler(aiogram_echo(), bot, handle_in_background=False, secret_token=SECRET)
        handler.register(routes, "/hook")
        async with served(routes) as url:
            await bot.set_webhook(url, secret_token=SECRET)
            yield


@asynccontextmanager
async def ptb_webhook(api: FakeBotApi) -> AsyncIterator[None]:
    async with ptb_echo(api) as application:

        async def take(request: web.Request) -> web.Response:
            assert request.headers["X-Telegram-Bot-Api-Secret-Token"] == SECRET
            await application.process_update(PtbUpdate.de_json(await request.json(), application.bot))
            return web.Response()

        routes = web.Application()
        routes.router.add_post("/hook", take)
        async with served(routes) as url:
            await application.bot.set_webhook(url, secret_token=SECRET)
            yield


ECHOES = [aiogram_polling, aiogram_webhook, ptb_polling, ptb_webhook]


@pytest.mark.parametrize("echo", ECHOES)
async def test_a_conversation(api: FakeBotApi, echo: Any) -> None:
    """Words, buttons and voices travel both ways, with each library and either way of delivery."""
    sanne = api.user(1001, first_name="Sanne")
    async with echo(api):
        await sanne.says("Hallo")
        heard = await sanne.hears("Je zei: Hallo")
        assert heard.buttons == [("Ja", "yes"), ("Nee", "no")]
        await sanne.presses("Ja")
        assert (await sanne.hears("Je koos: yes")).message_id == heard.message_id
        await sanne.sends_voice(b"OggS and then some", duration=2)
        assert (await sanne.last()).kind == "voice"
        await api.settled()
    assert sanne.notices == ["Dank je"]
    assert sanne.heard == ["Je koos: yes", "Je klonk zo"]
    assert {made.outcome for made in api.calls if made.method != "getUpdates"} == {"ok"}


async def test_both_libraries_are_recorded_alike() -> None:
    """The same conversation leaves the same calls, whichever library the bot is on."""
    recorded = []
    for echo in (aiogram_webhook, ptb_webhook):
        async with FakeBotApi() as api, echo(api):
            sanne = api.user(1001)
            await sanne.says("Hallo")
            await sanne.hears("Hallo")
            await sanne.presses("no")
            await sanne.hears("Je koos")
            await sanne.sends_voice(b"OggS")
            await sanne.hears("Je klonk zo")
        told = ("getFile", "sendMessage", "sendVoice", "editMessageText", "answerCallbackQuery")
        recorded.append([(made.method, made.params) for made in api.made(*told)])
    assert recorded[0] == recorded[1]
    assert recorded[0][-1][1]["voice"] == {"file": "back.oga", "size": 4}


async def test_updates_by_hand(api: FakeBotApi) -> None:
    """Without webhook or polling, each deed gives the update that can be fed to either library."""
    sanne = api.user(1001)
    hello = await sanne.says("Hallo")
    async with aiogram_bot(api) as bot:
        await aiogram_echo().feed_update(bot, Update.model_validate(hello))
    async with ptb_echo(api) as application:
        await application.process_update(PtbUpdate.de_json(hello, application.bot))
    assert sanne.heard == ["Je zei: Hallo", "Je zei: Hallo"]


async def test_a_reply_in_the_webhooks_answer(api: FakeBotApi) -> None:
    """What aiogram writes into its answer to the webhook, as a form, is executed."""
    dispatcher = Dispatcher()
    dispatcher.message()(lambda message: SendMessage(chat_id=message.chat.id, text="Dag"))
    routes = web.Application()
    async with aiogram_bot(api) as bot:
        SimpleRequestHandler(dispatcher, bot, handle_in_background=False).register(routes, "/hook")
        async with served(routes) as url:
            await bot.set_webhook(url)
            await api.user(1001).says("Hallo")
            assert (await api.user(1001).last()).text == "Dag"


async def test_refusals_reach_each_library(api: FakeBotApi, monkeypatch: pytest.MonkeyPatch) -> None:
    """A 429 and a 403 become the errors by which each library knows them."""
    # Without it python-telegram-bot warns of a coming change in each 429.
    monkeypatch.setenv("PTB_TIMEDELTA", "1")
    sanne = api.user(1001)
    await sanne.says("Hallo")
    async with aiogram_bot(api) as bot, ptb_echo(api) as application:
        api.fail_next(2, 429, "Too Many Requests: retry after 7", retry_after=7)
        with pytest.raises(TelegramRetryAfter, match="7"):
            await bot.send_message(1001, "Dag")
        with pytest.raises(RetryAfter, match="7"):
            await application.bot.send_message(1001, "Dag")
        await sanne.blocks()
        with pytest.raises(TelegramForbiddenError, match="blocked"):
            await bot.send_message(1001, "Dag")
        with pytest.raises(Forbidden, match="blocked"):
            await application.bot.send_message(1001, "Dag")
