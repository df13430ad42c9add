import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from aiohttp import ClientSession, FormData, web

from fakes.bot_api import FakeBotApi


async def call(api: FakeBotApi, method: str, **params: Any) -> Any:
    """One call with JSON, as (status, result or description)."""
    async with (
        ClientSession() as http,
        http.post(f"{api.url}/bot{api.token}/{method}", json=params) as answer,
    ):
        told = await answer.json()
    assert told["ok"] is (answer.status == 200)
    return answer.status, told["result"] if told["ok"] else told["description"]


def keyboard(**button: Any) -> dict[str, Any]:
    return {"inline_keyboard": [[button]]}


REFUSALS: list[tuple[str, dict[str, Any], int, str]] = [
    ("sendMassage", {}, 404, "Not Found"),
    ("sendMessage", {"chat_id": 1001}, 400, "text"),
    ("sendMessage", {"chat_id": 1001, "text": 5}, 400, "text"),
    ("sendMessage", {"chat_id": 1001, "text": "a", "colour": "red"}, 400, "colour"),
    ("sendMessage", {"chat_id": 1001, "text": "a", "reply_markup": "{"}, 400, "reply_markup"),
    ("sendMessage", {"chat_id": 1001, "text": "a", "reply_markup": keyboard(text="a", x=1)}, 400, "'x'"),
    ("sendMessage", {"chat_id": 1001, "text": " "}, 400, "message text is empty"),
    ("sendMessage", {"chat_id": 1001, "text": "🌳" * 2049}, 400, "message is too long"),
    ("sendMessage", {"chat_id": 1001, "text": "<b>a", "parse_mode": "HTML"}, 400, "can't parse entities"),
    ("sendMessage", {"chat_id": 1001, "text": "<p>a</p>", "parse_mode": "HTML"}, 400, "start tag"),
    ("sendMessage", {"chat_id": 1001, "text": "\ud83d"}, 400, "UTF-8"),
    ("sendMessage", {"chat_id": 2002, "text": "a"}, 400, "chat not found"),
    ("sendMessage", {"chat_id": "@sanne", "text": "a"}, 400, "chat not found"),
    ("sendMessage", {"chat_id": 1001, "text": "a", "reply_markup": keyboard(text="a")}, 400, "unallowed"),
    (
        "sendMessage",
        {"chat_id": 1001, "text": "a", "reply_markup": keyboard(text="", callback_data="a")},
        400,
        "button text must be non-empty",
    ),
    (
        "sendMessage",
        {"chat_id": 1001, "text": "a", "reply_markup": keyboard(text="a", callback_data="é" * 33)},
        400,
        "BUTTON_DATA_INVALID",
    ),
    (
        "sendMessage",
        {"chat_id": 1001, "text": "a", "reply_markup": keyboard(text="a", url="http://localhost:1")},
        400,
        "Wrong HTTP URL",
    ),
    (
        "sendMessage",
        {"chat_id": 1001, "text": "a", "reply_parameters": {"message_id": 99}},
        400,
        "message to be replied not found",
    ),
    ("sendPhoto", {"chat_id": 1001, "photo": "nothing"}, 400, "wrong file identifier"),
    ("sendPhoto", {"chat_id": 1001, "photo": "attach://a"}, 400, "no file"),
    ("sendVoice", {"chat_id": 1001, "voice": "a", "caption": "a" * 1025}, 400, "caption is too long"),
    ("sendChatAction", {"chat_id": 1001, "action": "dancing"}, 400, "wrong parameter action"),
    ("editMessageText", {"chat_id": 1001, "message_id": 99, "text": "a"}, 400, "message to edit not found"),
    ("editMessageText", {"chat_id": 1001, "message_id": 1, "text": "a"}, 400, "message can't be edited"),
    ("deleteMessage", {"chat_id": 1001, "message_id": 99}, 400, "message to delete not found"),
    ("answerCallbackQuery", {"callback_query_id": "7"}, 400, "query is too old"),
    ("leaveChat", {"chat_id": 1001}, 400, "private chats"),
    ("getFile", {"file_id": "nothing"}, 400, "invalid file_id"),
    ("setWebhook", {"url": "http://example.org"}, 400, "HTTPS URL"),
    ("setWebhook", {"url": "", "secret_token": "not so secret!"}, 400, "secret token"),
    ("setWebhook", {"url": "", "allowed_updates": ["massage"]}, 400, "massage"),
    ("getUpdates", {"limit": 0}, 400, "limit"),
    ("setMyCommands", {"commands": [{"command": "Stop", "description": "a"}]}, 400, "COMMAND_INVALID"),
    ("setMyShortDescription", {"short_description": "a" * 121}, 400, "too long"),
]


@pytest.mark.parametrize(("method", "params", "status", "why"), REFUSALS)
async def test_refusals(api: FakeBotApi, method: str, params: dict[str, Any], status: int, why: str) -> None:
    """What Telegram would refuse is refused with its status and words, and recorded so."""
    await api.user(1001).says("Hallo")
    told, description = await call(api, method, **params)
    assert told == status
    assert why in description
    assert api.calls[-1].outcome == f"{status} {description}"


async def test_a_wrong_token(api: FakeBotApi) -> None:
    """A call with another token is unauthorised."""
    async with ClientSession() as http, http.get(f"{api.url}/bot2:OTHER/getMe") as answer:
        assert answer.status == 401
        assert await answer.json() == {"ok": False, "error_code": 401, "description": "Unauthorized"}


async def test_forms_and_uploads(api: FakeBotApi) -> None:
    """Parameters of a form are read by their type, and a file may be attached by name."""
    await api.user(1001).says("Hallo")
    form = FormData({"chat_id": "1001", "photo": "attach://a", "has_spoiler": "true"})
    form.add_field("reply_markup", json.dumps(keyboard(text="Ja", callback_data="yes")))
    form.add_field("a", b"picture", filename="a.jpg")
    async with ClientSession() as http:
        await (await http.post(f"{api.url}/bot1:TEST/sendPhoto", data=form)).read()
    assert api.calls[-1].outcome == "ok"
    assert api.calls[-1].params == {
        "chat_id": 1001,
        "photo": {"file": "a.jpg", "size": 7},
        "has_spoiler": True,
        "reply_markup": keyboard(text="Ja", callback_data="yes"),
    }


async def test_texts_at_the_limit(api: FakeBotApi) -> None:
    """A text of exactly 4096 units after its tags passes."""
    await api.user(1001).says("Hallo")
    text = "<b>" + "&amp;" * 4096 + "</b>"
    status, message = await call(api, "sendMessage", chat_id=1001, text=text, parse_mode="HTML")
    assert (status, message["text"]) == (200, "&" * 4096)


async def test_edits_that_change_nothing(api: FakeBotApi) -> None:
    """The same text with the same buttons is not modified; without its buttons it is."""
    await api.user(1001).says("Hallo")
    markup = keyboard(text="Ja", callback_data="yes")
    _, sent = await call(api, "sendMessage", chat_id=1001, text="Goed?", reply_markup=markup)
    where = {"chat_id": 1001, "message_id": sent["message_id"]}
    status, why = await call(api, "editMessageText", **where, text="Goed?", reply_markup=markup)
    assert status == 400
    assert "message is not modified" in why
    assert (await call(api, "editMessageReplyMarkup", **where))[0] == 200
    assert api.user(1001).messages[0].buttons == []
    assert (await call(api, "deleteMessage", **where))[0] == 200
    assert api.user(1001).heard == []


async def test_a_press_is_answered_once(api: FakeBotApi) -> None:
    """The second answer to a press comes too late."""
    sanne = api.user(1001)
    await sanne.says("Hallo")
    await call(api, "sendMessage", chat_id=1001, text="a", reply_markup=keyboard(text="a", callback_data="b"))
    update = await sanne.presses("a")
    query = {"callback_query_id": update["callback_query"]["id"], "text": "Ja"}
    assert (await call(api, "answerCallbackQuery", **query))[0] == 200
    assert (await call(api, "answerCallbackQuery", **query))[0] == 400
    assert sanne.notices == ["Ja"]
    with pytest.raises(LookupError, match="no button 'c'"):
        await sanne.presses("c")


async def test_blocking(api: FakeBotApi) -> None:
    """Who blocked the bot cannot be written to until the block is taken back."""
    sanne = api.user(1001)
    send = {"chat_id": 1001, "text": "Ben je daar?"}
    await sanne.says("Hallo")
    blocked = await sanne.blocks()
    assert blocked["my_chat_member"]["new_chat_member"]["status"] == "kicked"
    assert await call(api, "sendMessage", **send) == (403, "Forbidden: bot was blocked by the user")
    with pytest.raises(ValueError, match="nothing said here"):
        await sanne.says("Hallo")
    await sanne.unblocks()
    assert (await call(api, "sendMessage", **send))[0] == 200
    kinds = [set(update) - {"update_id"} for update in (await call(api, "getUpdates"))[1]]
    assert kinds == [{"message"}, {"my_chat_member"}, {"my_chat_member"}]


async def test_pacing() -> None:
    """The fourth message in a second to one chat, and one too many to all, have to wait."""
    async with FakeBotApi(per_chat=3, overall=4) as api:
        for id in (1001, 1002):
            await api.user(id).says("Hallo")
        told = [await call(api, "sendMessage", chat_id=1001, text=text) for text in "abcd"]
        told += [await call(api, "sendMessage", chat_id=1002, text=text) for text in "ef"]
        assert [status for status, _ in told] == [200, 200, 200, 429, 200, 429]
        assert told[3][1] == "Too Many Requests: retry after 1"
        await asyncio.sleep(1)
        assert (await call(api, "sendMessage", chat_id=1001, text="d"))[0] == 200
    assert api.user(1001).heard == ["a", "b", "c", "d"]


async def test_what_is_not_played_fails_the_test() -> None:
    """A call that Telegram knows and the fake does not is told when the server closes."""
    with pytest.raises(AssertionError, match="does not play getChat"):
        async with FakeBotApi() as api:
            assert (await call(api, "getChat", chat_id=1001))[0] == 501


async def test_polling(api: FakeBotApi) -> None:
    """Updates come again until they are confirmed, and a long poll ends as soon as there is one."""
    sanne = api.user(1001)
    poll = asyncio.create_task(call(api, "getUpdates", timeout=5))
    await asyncio.sleep(0.05)
    first = await sanne.says("een")
    assert await poll == (200, [first])
    second = await sanne.says("twee")
    assert await call(api, "getUpdates") == (200, [first, second])
    assert await call(api, "getUpdates", offset=second["update_id"]) == (200, [second])
    assert await call(api, "getUpdates", offset=second["update_id"] + 1) == (200, [])
    api.redeliver(first["update_id"])
    assert await call(api, "getUpdates", offset=second["update_id"] + 1) == (200, [first])


async def test_one_poll_at_a_time(api: FakeBotApi) -> None:
    """A second poll ends the first, and a webhook ends them all."""
    polls = []
    for _ in range(2):
        polls.append(asyncio.create_task(call(api, "getUpdates", timeout=5)))
        await asyncio.sleep(0.05)
    assert await polls[0] == (409, "Conflict: terminated by other getUpdates request")
    await call(api, "setWebhook", url="https://example.org/hook")
    told, why = await polls[1]
    assert told == 409
    assert "webhook is active" in why
    await call(api, "deleteWebhook")


async def test_allowed_updates_stay(api: FakeBotApi) -> None:
    """Kinds that the bot did not ask for never come, also when a later call names no kinds."""
    await call(api, "getUpdates", allowed_updates=["callback_query"])
    await api.user(1001).says("Hallo")
    assert await call(api, "getUpdates") == (200, [])


@asynccontextmanager
async def moody_webhook(api: FakeBotApi, answers: list[web.Response]) -> AsyncIterator[list[int]]:
    """A webhook that answers by the list, then with 200; gives the ids of the updates it saw."""
    seen: list[int] = []

    async def take(request: web.Request) -> web.Response:
        seen.append((await request.json())["update_id"])
        return answers.pop(0) if answers else web.Response()

    routes = web.Application()
    routes.router.add_post("/hook", take)
    runner = web.AppRunner(routes, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    await call(api, "setWebhook", url=f"http://127.0.0.1:{runner.addresses[0][1]}/hook")
    yield seen
    await runner.cleanup()


async def test_webhooks_are_retried_in_order(api: FakeBotApi) -> None:
    """An update comes again until the webhook takes it, and the next one waits for that."""
    sanne = api.user(1001)
    async with moody_webhook(api, [web.Response(status=503), web.Response(status=500)]) as seen:
        first, second = await sanne.says("een"), await sanne.says("twee")
        await api.settled()
        assert seen == [first["update_id"]] * 3 + [second["update_id"]]
        api.redeliver(first["update_id"])
        api.deliver_raw({"update_id": 5, "nonsense": {}})
        await api.settled()
        assert seen[4:] == [first["update_id"], 5]
        _, info = await call(api, "getWebhookInfo")
        assert info["pending_update_count"] == 0
        assert "500" in info["last_error_message"]


async def test_a_webhook_that_comes_back(api: FakeBotApi) -> None:
    """Updates wait while nothing listens, and arrive once something does."""
    await call(api, "setWebhook", url="http://127.0.0.1:9/hook")
    first = await api.user(1001).says("Hallo")
    await asyncio.sleep(0.1)
    async with moody_webhook(api, []) as seen:
        await api.settled()
        assert seen == [first["update_id"]]


async def test_a_call_in_the_webhooks_answer(api: FakeBotApi) -> None:
    """A method in the answer to a webhook is executed, checked and recorded like any call."""
    sanne = api.user(1001)
    reply = web.json_response({"method": "sendMessage", "chat_id": 1001, "text": "Dag"})
    wrong = web.json_response({"method": "sendMessage", "chat_id": 1001, "text": ""})
    async with moody_webhook(api, [reply, wrong]):
        await sanne.says("Hallo")
        await sanne.says("Hallo?")
        await api.settled()
    assert sanne.heard == ["Dag"]
    assert [made.outcome for made in api.made("sendMessage")] == [
        "ok",
        "400 Bad Request: message text is empty",
    ]


async def test_trouble_on_demand(api: FakeBotApi) -> None:
    """Outages and failures come when a test asks for them, and go."""
    sanne = api.user(1001)
    await sanne.says("Hallo")
    send = {"chat_id": 1001, "text": "Dag"}
    api.fail_next(1, 429, "Too Many Requests: retry after 7", retry_after=7, method="sendMessage")
    assert (await call(api, "getMe"))[0] == 200
    assert await call(api, "sendMessage", **send) == (429, "Too Many Requests: retry after 7")
    assert (await call(api, "sendMessage", **send))[0] == 200
    async with moody_webhook(api, []) as seen:
        await api.settled()
        api.down(0.2)
        await sanne.says("Hoor je mij?")
        assert (await call(api, "sendMessage", **send))[0] == 502
        assert len(seen) == 1
        await api.settled()
        assert (await call(api, "sendMessage", **send))[0] == 200


async def test_files(api: FakeBotApi) -> None:
    """A file can be fetched where getFile says, unless it is larger than 20 MB."""
    sanne = api.user(1001)
    update = await sanne.sends_photo(b"picture", caption="Het park")
    photo = update["message"]["photo"][-1]
    _, file = await call(api, "getFile", file_id=photo["file_id"])
    async with ClientSession() as http, http.get(f"{api.url}/file/bot1:TEST/{file['file_path']}") as answer:
        assert await answer.read() == b"picture"
    async with ClientSession() as http, http.get(f"{api.url}/file/bot1:TEST/photos/file_9.jpg") as answer:
        assert answer.status == 404
    large = await sanne.sends_document(bytes(20 * 1024 * 1024 + 1), "application/pdf", "plan.pdf")
    file_id = large["message"]["document"]["file_id"]
    assert await call(api, "getFile", file_id=file_id) == (400, "Bad Request: file is too big")


async def test_groups(api: FakeBotApi) -> None:
    """A group is a chat of its own, which the bot can leave for good."""
    update = await api.user(1001).says_in_group(-500, "Hallo allemaal")
    assert update["message"]["chat"] == {"id": -500, "title": "Buurtapp", "type": "supergroup"}
    assert (await call(api, "sendMessage", chat_id=-500, text="Dag"))[0] == 200
    assert (await call(api, "leaveChat", chat_id=-500))[0] == 200
    assert (await call(api, "sendMessage", chat_id=-500, text="Dag"))[0] == 403
    assert (await call(api, "sendMessage", chat_id=1001, text="Dag"))[1] == "Bad Request: chat not found"


async def test_links_and_commands(api: FakeBotApi) -> None:
    """A link starts the chat with its payload, if Telegram would open it; commands are marked."""
    sanne = api.user(1001)
    update = await sanne.opens("https://t.me/samenspraak_bot?start=buurt_1")
    assert update["message"]["text"] == "/start buurt_1"
    assert update["message"]["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]
    with pytest.raises(ValueError, match="opens no chat"):
        await sanne.opens("https://t.me/samenspraak_bot?start=" + "a" * 65)
    edited = await sanne.edits(update["message"]["message_id"], "Hallo")
    assert edited["edited_message"]["text"] == "Hallo"
    assert "entities" not in edited["edited_message"]


async def test_who_hears_nothing_says_so(api: FakeBotApi) -> None:
    """Waiting in vain tells what was heard instead; what came before the last act is not new."""
    sanne = api.user(1001)
    await sanne.says("Hallo")
    await call(api, "sendMessage", chat_id=1001, text="Dag")
    assert (await sanne.last()).text == "Dag"
    await sanne.says("Ben je daar?")
    with pytest.raises(AssertionError, match="Sanne did not hear 'Dag'"):
        await sanne.hears("Dag", within=0.05)


async def test_the_bot_describes_itself(api: FakeBotApi) -> None:
    """Commands are kept for each language, and descriptions too."""
    commands = [{"command": "stop", "description": "Stoppen"}]
    await call(api, "setMyCommands", commands=commands, language_code="nl")
    assert await call(api, "getMyCommands", language_code="nl") == (200, commands)
    assert await call(api, "getMyCommands") == (200, [])
    await call(api, "setMyDescription", description="Praat mee")
    assert api.account.descriptions == {("description", ""): "Praat mee"}
