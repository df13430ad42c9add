from __future__ import annotations

import json
import traceback
from collections.abc import AsyncIterator, Callable
from typing import Any, Literal

import pytest
import structlog
from aiohttp import web
from fakes.bot_api import FakeBotApi
from fakes.telegram_bots import LIBRARIES, SECRET, Door, door

from bot.channels import telegram_account, telegram_polling
from bot.channels.channel import (
    Blocked,
    MediaGone,
    MediaTooLarge,
    Outcome,
    Received,
    Rejected,
    Retry,
    Sent,
)
from bot.channels.telegram import ALLOWED_UPDATES, TELEGRAM
from bot.channels.telegram_account import TelegramAccount
from bot.channels.telegram_refusal import BadToken, Refusal
from flows.inbound import Edited, Inbound, Pressed, Wrote
from flows.rendering import Button, Message

Make = Callable[..., TelegramAccount]
TOKEN = "1:TEST"
COMMANDS = {"nl": [("menu", "Het menu"), ("mijn", "Mijn inbreng")], "en": [("menu", "The menu")]}


@pytest.fixture(autouse=True)
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(telegram_account, "FIRST_PAUSE", 0.02)
    monkeypatch.setattr(telegram_polling, "FIRST_PAUSE", 0.02)
    monkeypatch.setattr(telegram_polling, "PAUSE_BEFORE_AGAIN", 0.02)


@pytest.fixture
async def api() -> AsyncIterator[FakeBotApi]:
    async with FakeBotApi(TOKEN, per_chat=100, overall=100) as api:
        yield api


@pytest.fixture
async def outside() -> AsyncIterator[Door]:
    async with door() as outside:
        yield outside


@pytest.fixture(params=LIBRARIES)
async def make(request: pytest.FixtureRequest, api: FakeBotApi, outside: Door) -> AsyncIterator[Make]:
    made: list[TelegramAccount] = []

    def make(
        mode: Literal["webhook", "polling"] = "polling", token: str = TOKEN, **more: Any
    ) -> TelegramAccount:
        settings: dict[str, Any] = {"webhook_url": outside.url, "secret_token": SECRET, **more}
        outside.channel = LIBRARIES[request.param](token, settings.pop("api_url", api.url), mode, **settings)
        made.append(outside.channel)
        return outside.channel

    yield make
    for channel in made:
        await channel.close()


class Listener:
    """Takes what comes; `answers` are given first, one for each event, an exception is raised."""

    def __init__(self, *answers: Received | Exception) -> None:
        self.events: list[Inbound] = []
        self.tries: list[Inbound] = []
        self._answers = list(answers)

    async def __call__(self, inbound: Inbound) -> Received:
        self.tries.append(inbound)
        answer = self._answers.pop(0) if self._answers else "handled"
        if isinstance(answer, Exception):
            raise answer
        if answer != "again":
            self.events.append(inbound)
        return answer

    @property
    def words(self) -> list[str]:
        return [inbound.event.text for inbound in self.events if isinstance(inbound.event, Wrote | Edited)]


async def listening(channel: TelegramAccount, *answers: Received | Exception) -> Listener:
    listener = Listener(*answers)
    await channel.open(listener)
    return listener


def called(api: FakeBotApi, but: str = "") -> list[tuple[str, dict[str, Any]]]:
    return [(call.method, call.params) for call in api.calls if call.method != but]


async def test_opening_for_a_webhook(api: FakeBotApi, make: Make, outside: Door) -> None:
    """The bot learns its name, sets its menu in each language, and says where updates go."""
    channel = make("webhook", commands=COMMANDS)
    assert (channel.name, channel.capabilities, channel.link("n1")) == ("telegram", TELEGRAM, "")
    await listening(channel)
    scope = {"type": "all_private_chats"}
    dutch = [
        {"command": "menu", "description": "Het menu"},
        {"command": "mijn", "description": "Mijn inbreng"},
    ]
    english = [{"command": "menu", "description": "The menu"}]
    assert called(api) == [
        ("getMe", {}),
        ("setMyCommands", {"commands": dutch, "scope": scope}),
        ("setMyCommands", {"commands": dutch, "scope": scope, "language_code": "nl"}),
        ("setMyCommands", {"commands": english, "scope": scope, "language_code": "en"}),
        (
            "setWebhook",
            {"url": outside.url, "secret_token": SECRET, "allowed_updates": list(ALLOWED_UPDATES)},
        ),
    ]
    assert channel.link("n1") == "https://t.me/samenspraak_bot?start=n1"


async def test_opening_for_polling(api: FakeBotApi, make: Make) -> None:
    """A bot that fetches first gives up its webhook."""
    await listening(make("polling"))
    await api.user(1001).says("Hallo")
    await api.settled()
    assert called(api)[:3] == [
        ("getMe", {}),
        ("deleteWebhook", {}),
        ("getUpdates", {"offset": 0, "timeout": 25, "allowed_updates": list(ALLOWED_UPDATES)}),
    ]


@pytest.mark.parametrize("mode", ["webhook", "polling"])
async def test_a_conversation(api: FakeBotApi, make: Make, mode: Literal["webhook", "polling"]) -> None:
    """What a person does arrives once, in order, and what we send arrives with its buttons."""
    channel = make(mode)
    listener = await listening(channel)
    sanne = api.user(1001)
    said = await sanne.says("Hallo")
    await api.settled()
    buttons = (Button("Ja hoor", "a:yes"), Button("Nee", "a:no"))
    assert await channel.send("1001", Message("<b>Mag dat?</b>", buttons), "k") == Sent("2")
    heard = await sanne.hears("<b>Mag dat?</b>")
    assert heard.buttons == [("Ja hoor", "a:yes"), ("Nee", "a:no")]
    await sanne.presses("Nee")
    await sanne.edits(said["message"]["message_id"], "Hallo!")
    await api.settled()
    assert [inbound.event for inbound in listener.events] == [
        Wrote("Hallo"),
        Pressed("a:no"),
        Edited("Hallo!"),
    ]
    assert len(api.made("answerCallbackQuery")) == 1
    assert api.made("sendMessage")[0].params["link_preview_options"] == {"is_disabled": True}


async def test_opening_waits_for_telegram(api: FakeBotApi, make: Make) -> None:
    """When Telegram is away or too busy, opening goes on until it is back."""
    api.fail_next(2, 502, "Bad Gateway", method="getMe")
    api.fail_next(1, 429, "Too Many Requests: retry after 1", retry_after=1, method="setMyCommands")
    await listening(make("webhook", commands=COMMANDS))
    assert [call.outcome[:3] for call in api.calls] == [
        "502",
        "502",
        "ok",
        "429",
        "ok",
        "ok",
        "ok",
        "ok",
        "ok",
    ]


async def test_a_token_that_telegram_does_not_know(make: Make) -> None:
    """A wrong token is said to be wrong, at once."""
    with pytest.raises(BadToken, match="BotFather"):
        await listening(make("polling", token="1:WRONG"))


@pytest.mark.parametrize("token", ["", "TEST", "1:", "1:a b", "1:TEST\n", "x:TEST"])
async def test_what_cannot_be_a_token(make: Make, token: str) -> None:
    """What does not look like a token is never sent anywhere."""
    with pytest.raises(BadToken):
        make("polling", token=token)


async def test_a_webhook_that_telegram_does_not_want(make: Make) -> None:
    """What Telegram will never accept is not asked again."""
    with pytest.raises(Refusal, match=r"(?i)https"):
        await listening(make("webhook", webhook_url="http://example.org/telegram"))


async def test_a_webhook_without_a_secret(make: Make) -> None:
    """A webhook that anybody could post to is not made."""
    with pytest.raises(ValueError, match="secret"):
        make("webhook", secret_token="")


HALLO = {
    "update_id": 5,
    "message": {
        "message_id": 1,
        "date": 1_790_000_000,
        "chat": {"id": 1001, "type": "private"},
        "from": {"id": 1001, "is_bot": False, "first_name": "Sanne"},
        "text": "Mijn buurvrouw is ziek",
    },
}


@pytest.mark.parametrize("secret", ["", "wrong", SECRET + "x", "é"])
async def test_who_does_not_know_the_secret(make: Make, secret: str) -> None:
    """Whoever posts without the secret is refused, and nothing is taken."""
    channel = make("webhook")
    listener = await listening(channel)
    assert await channel.webhook(json.dumps(HALLO).encode(), secret) == 401
    assert listener.tries == []


async def test_polling_has_no_webhook(make: Make) -> None:
    """A bot that fetches takes nothing that is posted, not even without a secret."""
    channel = make("polling", secret_token="")
    listener = await listening(channel)
    assert await channel.webhook(json.dumps(HALLO).encode(), "") == 401
    assert listener.tries == []


MALFORMED = [b"", b"{", b"[]", b"5", b"null", b'"x"', b'{"update_id": "x"}', b"\xff\xfe", b"[" * 100_000]


@pytest.mark.parametrize("body", MALFORMED, ids=range(len(MALFORMED)))
async def test_what_is_no_update(make: Make, body: bytes) -> None:
    """What is no update is refused, and nothing is taken."""
    channel = make("webhook")
    listener = await listening(channel)
    assert await channel.webhook(body, SECRET) == 400
    assert listener.tries == []


STATUSES: list[tuple[Received | Exception, int]] = [
    ("handled", 200),
    ("duplicate", 200),
    ("set_aside", 200),
    ("again", 503),
    (OSError("Mijn buurvrouw is ziek"), 503),
]


@pytest.mark.parametrize(("answer", "status"), STATUSES)
async def test_what_telegram_hears_of_an_update(
    make: Make, answer: Received | Exception, status: int
) -> None:
    """Only what is stored, or never will be, gets a 200; nothing of it is in the log."""
    channel = make("webhook")
    with structlog.testing.capture_logs() as logs:
        await listening(channel, answer)
        assert await channel.webhook(json.dumps(HALLO).encode(), SECRET) == status
    assert "buurvrouw" not in repr(logs)


async def test_what_is_nothing_to_us_is_not_stored(make: Make) -> None:
    """An update that we do not serve gets a 200 and is not handed over."""
    channel = make("webhook")
    listener = await listening(channel)
    assert await channel.webhook(b'{"update_id": 5, "channel_post": {}}', SECRET) == 200
    assert listener.tries == []


async def test_a_webhook_before_opening_and_after_closing(make: Make) -> None:
    """Who is not there yet, or no longer, asks Telegram to come back."""
    channel = make("webhook")
    body = json.dumps(HALLO).encode()
    assert await channel.webhook(body, SECRET) == 503
    await listening(channel)
    assert await channel.webhook(body, SECRET) == 200
    await channel.close()
    await channel.close()
    assert await channel.webhook(body, SECRET) == 503


@pytest.mark.parametrize("mode", ["webhook", "polling"])
async def test_again(api: FakeBotApi, make: Make, mode: Literal["webhook", "polling"]) -> None:
    """What could not be stored comes again, and what its chat said next comes after it."""
    listener = await listening(make(mode), "again", OSError(), "again")
    for word in ("een", "twee", "drie"):
        await api.user(1001).says(word)
    await api.settled()
    assert listener.words == ["een", "twee", "drie"]


async def test_while_one_chat_waits_others_go_on(api: FakeBotApi, make: Make) -> None:
    """A chat whose message cannot be stored holds up nobody else, and each message is taken once."""
    refusing = True

    async def receive(inbound: Inbound) -> Received:
        if refusing and inbound.address == "1001":
            return "again"
        taken.append((inbound.address, inbound.order))
        return "handled"

    taken: list[tuple[str, int]] = []
    sanne, omar = api.user(1001), api.user(1002, "Omar")
    for person in (sanne, omar, sanne, omar):
        await person.says("Hallo")
    await make("polling").open(receive)
    with pytest.raises(TimeoutError):
        await api.settled(within=0.2)
    assert taken == [("1002", 870_000_002), ("1002", 870_000_004)]
    refusing = False
    await api.settled()
    assert taken[2:] == [("1001", 870_000_001), ("1001", 870_000_003)]


POISON: list[dict[str, Any]] = [
    {"update_id": 870_000_002, "message": {"message_id": "x"}},
    {"update_id": 870_000_002, "message": {"date": 10**18, "chat": [], "from": 1}},
    {"update_id": 870_000_002, "callback_query": 5},
    {"update_id": 870_000_002, "no_such_kind": {"text": "x"}},
]


@pytest.mark.parametrize("poison", POISON)
async def test_a_poisoned_update(api: FakeBotApi, make: Make, poison: dict[str, Any]) -> None:
    """An update that nobody can parse stops no other, before or after it."""
    await api.user(1001).says("een")
    api.deliver_raw(poison)
    listener = await listening(make("polling"))
    await api.settled()
    await api.user(1001).says("twee")
    await api.settled()
    assert listener.words == ["een", "twee"]


async def test_polling_lives_through_an_outage(api: FakeBotApi, make: Make) -> None:
    """When Telegram is away, or another bot polls, fetching goes on once that is over."""
    listener = await listening(make("polling"))
    api.fail_next(2, 502, "Bad Gateway", method="getUpdates")
    api.fail_next(1, 409, "Conflict: terminated by other getUpdates request", method="getUpdates")
    api.fail_next(1, 429, "Too Many Requests: retry after 1", retry_after=1, method="getUpdates")
    await api.user(1001).says("Hallo")
    await api.settled()
    await api.user(1001).says("Daar ben ik weer")
    await api.settled()
    assert listener.words == ["Hallo", "Daar ben ik weer"]


async def test_a_new_process_goes_on_where_the_last_one_stopped(api: FakeBotApi, make: Make) -> None:
    """What was not confirmed comes again to the next process; what was is gone."""
    first = make("polling")
    listener = await listening(first, "handled", "again", "again", "again", "again")
    await api.user(1001).says("een")
    await api.settled()
    await api.user(1002).says("twee")
    await first.close()
    second = await listening(make("polling"))
    await api.settled()
    assert (listener.words, second.words) == (["een"], ["twee"])


async def test_a_press_is_answered_when_it_is_taken(make: Make, api: FakeBotApi) -> None:
    """A press is answered once it is stored, and it is no matter when that comes too late."""
    channel = make("webhook")
    listener = await listening(channel, "again")
    message = {**HALLO["message"], "text": "?"} if isinstance(HALLO["message"], dict) else {}
    query = {"id": "77", "from": message["from"], "message": message, "data": "a:yes"}
    body = json.dumps({"update_id": 6, "callback_query": query}).encode()
    assert await channel.webhook(body, SECRET) == 503
    assert api.made("answerCallbackQuery") == []
    assert await channel.webhook(body, SECRET) == 200
    [call] = api.made("answerCallbackQuery")
    assert call.params == {"callback_query_id": "77"}
    assert "query is too old" in call.outcome
    assert len(listener.events) == 1


OUTCOMES: list[tuple[int, str, int | None, Outcome]] = [
    (403, "Forbidden: bot was blocked by the user", None, Blocked()),
    (403, "Forbidden: user is deactivated", None, Blocked()),
    (400, "Bad Request: chat not found", None, Blocked()),
    (400, "Bad Request: PEER_ID_INVALID", None, Blocked()),
    (400, "Bad Request: BUTTON_DATA_INVALID", None, Rejected("telegram_400")),
    (429, "Too Many Requests: retry after 7", 7, Retry(7.0, account=True, reason="too_fast")),
    (401, "Unauthorized", None, Retry(60.0, account=True, reason="credentials")),
    (404, "Not Found", None, Retry(60.0, account=True, reason="credentials")),
    (500, "Internal Server Error: restart", None, Retry(2.0)),
    (502, "Bad Gateway", None, Retry(2.0)),
]


@pytest.mark.parametrize(("status", "description", "after", "expected"), OUTCOMES)
async def test_what_becomes_of_a_message(
    api: FakeBotApi, make: Make, status: int, description: str, after: int | None, expected: Outcome
) -> None:
    """Each way of Telegram to say no has its own meaning."""
    channel = make()
    await listening(channel)
    await api.user(1001).says("Hallo")
    await api.settled()
    api.fail_next(1, status, description, retry_after=after, method="sendMessage")
    assert await channel.send("1001", Message("Hoi"), "k") == expected


async def test_a_message_that_cannot_be_encoded(api: FakeBotApi, make: Make) -> None:
    """A text with what UTF-8 cannot hold is sent without it."""
    channel = make()
    await api.user(1001).says("Hallo")
    assert await channel.send("1001", Message("Hoi \ud800\0 ✔"), "k") == Sent("2")
    assert api.user(1001).heard == ["Hoi \ufffd ✔"]


async def test_nobody_at_the_other_end(make: Make) -> None:
    """Without an answer a message is tried again, and a file too."""
    channel = make(api_url="http://127.0.0.1:9")
    assert await channel.send("1001", Message("Hoi"), "k") == Retry(2.0)
    with pytest.raises(OSError):
        await channel.fetch("file-voice-1")


async def test_files(api: FakeBotApi, make: Make) -> None:
    """A file is brought, or it is gone, or too large, or to be tried again; the token shows nowhere."""
    channel = make("polling")
    sanne = api.user(1001)
    await sanne.sends_voice(b"OggS" * 1000)
    await sanne.sends_document(bytes(20 * 1024 * 1024 + 1), "application/pdf", "plan.pdf")
    assert await channel.fetch("file-voice-1") == b"OggS" * 1000
    with pytest.raises(MediaTooLarge):
        await channel.fetch("file-document-2")
    with pytest.raises(MediaGone):
        await channel.fetch("file-voice-9")
    api.fail_next(
        1, 400, "Bad Request: wrong file_id or the file is temporarily unavailable", method="getFile"
    )
    with pytest.raises(OSError):
        await channel.fetch("file-voice-1")
    api.fail_next(1, 429, "Too Many Requests: retry after 1", retry_after=1, method="getFile")
    with pytest.raises(OSError):
        await channel.fetch("file-voice-1")


async def test_a_file_that_breaks_off(api: FakeBotApi, make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the bytes do not come it is to be tried again, and no trace of it shows the token."""
    channel = make("polling")
    await api.user(1001).sends_voice(b"OggS")
    found = await channel._calls.find_file("file-voice-1")
    assert await found.read() == b"OggS"
    api.down(5)
    with pytest.raises(Refusal) as raised:
        await found.read()
    assert TOKEN not in "".join(traceback.format_exception(raised.value))


ODD_ANSWERS: list[tuple[int, bytes, Outcome]] = [
    (200, b'{"ok": true, "result": {}}', Sent("")),
    (200, b'{"ok": true, "result": {"message_id": 7, "date": 1, "chat": 5}}', Sent("")),
    (200, b"<html>Log in to the wifi first</html>", Retry(2.0)),
    (502, b"<html>Bad Gateway</html>", Retry(2.0)),
]


@pytest.mark.parametrize(("status", "body", "expected"), ODD_ANSWERS)
async def test_an_answer_that_nobody_expects(make: Make, status: int, body: bytes, expected: Outcome) -> None:
    """What was sent is sent, also when the answer is of a newer kind; what was not is tried again."""

    async def answer(request: web.Request) -> web.Response:
        return web.Response(body=body, status=status)

    app = web.Application()
    app.router.add_post("/{any:.*}", answer)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    channel = make(api_url=f"http://127.0.0.1:{runner.addresses[0][1]}")
    assert await channel.send("1001", Message("Hoi"), "k") == expected
    await runner.cleanup()
