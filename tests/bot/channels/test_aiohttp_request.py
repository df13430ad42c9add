from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator

import pytest
from aiohttp import web
from fakes.bot_api import FakeBotApi
from telegram import Bot
from telegram.error import NetworkError, TelegramError, TimedOut

from bot.channels.aiohttp_request import AiohttpRequest, SlowDown

SECRET_WORDS = "Mijn buurvrouw is ziek"


@pytest.fixture
async def request_() -> AsyncIterator[AiohttpRequest]:
    async with AiohttpRequest(seconds=5) as made:
        yield made


def bot(url: str, request: AiohttpRequest) -> Bot:
    base, files = f"{url}/bot", f"{url}/file/bot"
    return Bot("1:TEST", base_url=base, base_file_url=files, request=request, get_updates_request=request)


@pytest.fixture
async def odd() -> AsyncIterator[str]:
    """A server that answers with what nobody expects."""

    async def answer(request: web.Request) -> web.Response:
        method = request.match_info["method"]
        if method == "getMe":
            await asyncio.sleep(1)
        body = {"deleteWebhook": b"[]", "close": b'{"ok": true}'}.get(method, SECRET_WORDS.encode())
        return web.Response(body=body, status=429 if method == "logOut" else 200)

    app = web.Application()
    app.router.add_post("/bot{token}/{method}", answer)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    await runner.cleanup()


async def test_a_whole_bot_through_it(request_: AiohttpRequest) -> None:
    """Calls, files in both directions and refusals go as they do with the library's own client."""
    async with FakeBotApi() as api:
        await api.user(1001).says("Hallo")
        made = bot(api.url, request_)
        async with made:
            assert made.username == "samenspraak_bot"
            await made.send_voice(1001, b"OggS" * 99, duration=2, filename='é "1".oga')
            assert api.made("sendVoice")[0].params["voice"] == {"file": 'é "1".oga', "size": 396}
            file = await made.get_file("file-voice-1")
            assert await file.download_as_bytearray() == b"OggS" * 99
            with pytest.raises(TelegramError, match="Chat not found"):
                await made.send_message(5, "Hallo")


async def test_a_wait_is_told(request_: AiohttpRequest) -> None:
    """What Telegram asks to wait is known in seconds."""
    async with FakeBotApi() as api:
        await api.user(1001).says("Hallo")
        api.fail_next(1, 429, "Too Many Requests: retry after 9", retry_after=9)
        with pytest.raises(SlowDown) as raised:
            await bot(api.url, request_).send_message(1001, "Hallo")
        assert raised.value.seconds == 9


async def test_nobody_at_the_other_end(request_: AiohttpRequest) -> None:
    """A server that is not there is a network error, which does not tell the token."""
    with pytest.raises(NetworkError) as raised:
        await bot("http://127.0.0.1:9", request_).send_message(1001, "Hallo")
    assert "TEST" not in str(raised.value)


async def test_an_answer_that_does_not_come(odd: str, request_: AiohttpRequest) -> None:
    """A call waits no longer than it was told to."""
    with pytest.raises(TimedOut):
        await bot(odd, request_).get_me(read_timeout=0.05)


@pytest.mark.parametrize("method", ["delete_webhook", "close", "log_out", "get_webhook_info"])
async def test_an_answer_that_is_none(
    odd: str, request_: AiohttpRequest, method: str, caplog: pytest.LogCaptureFixture
) -> None:
    """An answer that is no answer is an error, and none of it is in the log."""
    caplog.set_level(logging.INFO)
    with pytest.raises(TelegramError):
        await getattr(bot(odd, request_), method)()
    assert SECRET_WORDS not in caplog.text


async def test_it_opens_again(request_: AiohttpRequest) -> None:
    """After a shutdown a next call just works, and a second shutdown does no harm."""
    async with FakeBotApi() as api:
        for _ in range(2):
            assert (await bot(api.url, request_).get_me()).username == "samenspraak_bot"
            await request_.shutdown()
            await request_.shutdown()
        assert request_.read_timeout == 5
