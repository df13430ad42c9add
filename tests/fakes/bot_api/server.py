"""The server: what comes in by HTTP, what is recorded, and trouble on demand."""

import asyncio
import time
from dataclasses import dataclass
from inspect import isawaitable
from types import TracebackType
from typing import Any, Self

from aiohttp import ClientResponse, web

from fakes.bot_api import schema
from fakes.bot_api.account import Account
from fakes.bot_api.bell import Bell
from fakes.bot_api.chats import Chats
from fakes.bot_api.conversation import Conversation
from fakes.bot_api.files import Files
from fakes.bot_api.pace import Pace
from fakes.bot_api.people import User
from fakes.bot_api.reading import read_parameters
from fakes.bot_api.refusals import NotPlayed, Refused
from fakes.bot_api.updates import Updates

Json = dict[str, Any]

LARGEST_REQUEST = 64 * 1024 * 1024


@dataclass
class Call:
    """One call of the bot, `at` seconds since 1970; files in `params` are a name and a size.

    `outcome` is "ok", or the refusal as "400 Bad Request: chat not found"; "open" while a poll
    waits.
    """

    method: str
    params: Json
    at: float
    outcome: str = "open"


@dataclass
class _Failure:
    left: int
    refusal: Refused
    method: str | None


class FakeBotApi:
    """Telegram for one bot, on a port of 127.0.0.1; see the package for how it is used.

    A 429 follows on more than `per_chat` messages to one chat, or `overall` to all, in a second.
    On leaving, AssertionError tells what the bot asked that the fake does not play.
    """

    def __init__(self, token: str = "1:TEST", *, port: int = 0, per_chat: int = 3, overall: int = 30) -> None:
        self.token = token
        self.url = ""
        self.calls: list[Call] = []
        self.faults: list[str] = []
        self.bot: Json = {
            "id": int(token.split(":")[0]),
            "is_bot": True,
            "first_name": "Samenspraak",
            "username": "samenspraak_bot",
        }
        self._port = port
        self._bell = Bell()
        self._down_until = 0.0
        self._failures: list[_Failure] = []
        self._users: dict[int, User] = {}
        self._chats = Chats(self.bot, self._bell)
        self._files = Files()
        self.updates = Updates(self._bell, self._is_down)
        self.account = Account(self.bot, self.updates, self._files)
        conversation = Conversation(self._chats, self._files, Pace(per_chat, overall))
        self._methods = {**conversation.methods(), **self.account.methods()}
        self.app = web.Application(client_max_size=LARGEST_REQUEST)
        self.app.router.add_route("*", "/bot{token:[^/]+}/{method}", self._on_call)
        self.app.router.add_get("/file/bot{token:[^/]+}/{path:.+}", self._on_file)

    async def __aenter__(self) -> Self:
        # Handlers of requests that the bot's death broke off must not hold up the end of a test.
        self._runner = web.AppRunner(self.app, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", self._port)
        await site.start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}"
        self._pushing = asyncio.create_task(self.updates.push(self._on_webhook_answer))
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._pushing.cancel()
        ended = await asyncio.gather(self._pushing, return_exceptions=True)
        await self._runner.cleanup()
        self.faults += [repr(end) for end in ended if isinstance(end, Exception)]
        if self.faults and error is None:
            raise AssertionError("\n".join(self.faults))

    def user(self, id: int, first_name: str = "Sanne", language_code: str = "nl") -> User:
        """The person with this id, who has not written yet; the same one when asked again."""
        about = {
            "id": id,
            "is_bot": False,
            "first_name": first_name,
            "language_code": language_code,
        }
        if id not in self._users:
            self._users[id] = User(about, self._chats, self._files, self.updates)
        return self._users[id]

    def made(self, *methods: str) -> list[Call]:
        """The calls of these methods, in order."""
        return [call for call in self.calls if call.method in methods]

    def down(self, seconds: float) -> None:
        """From now on every call gets a 502 and no update leaves, for so long."""
        self._down_until = time.perf_counter() + seconds
        asyncio.get_running_loop().call_later(seconds + 0.01, self._bell.ring)

    def fail_next(
        self,
        n: int,
        status: int,
        description: str,
        retry_after: int | None = None,
        method: str | None = None,
    ) -> None:
        """Refuse the next n right calls: those of one method, or all but getUpdates."""
        refusal = Refused(status, description, retry_after)
        self._failures.append(_Failure(n, refusal, method))

    def redeliver(self, update_id: int) -> None:
        """Send an update that was made before once more."""
        self.updates.deliver(dict(self.updates.made[update_id]))

    def deliver_raw(self, update: Json) -> None:
        """Send anything at all as an update."""
        self.updates.deliver(update)

    async def settled(self, within: float = 5) -> None:
        """Wait until the bot has taken all updates: its webhook said yes, or it polled on."""
        await self._bell.until(lambda: None if self.updates.pending() else True, within)

    async def execute(self, name: str, raw: Json) -> Json:
        """Answer one call, recorded, as if it came by HTTP; Refused when Telegram would refuse."""
        call = Call(name, schema.plain(raw), time.time())
        self.calls.append(call)
        try:
            call.method, params = schema.check(name, raw)
            call.params = schema.plain(params)
            self._raise_trouble(call.method)
            if call.method not in self._methods:
                raise NotPlayed(call.method)
            result = self._methods[call.method](params)
            answer = {"ok": True, "result": await result if isawaitable(result) else result}
        except Refused as refusal:
            call.outcome = str(refusal)
            if isinstance(refusal, NotPlayed):
                self.faults.append(str(refusal))
            raise
        except Exception as bug:
            self.faults.append(f"{name}: {bug!r}")
            raise
        call.outcome = "ok"
        return answer

    def _is_down(self) -> bool:
        return time.perf_counter() < self._down_until

    def _raise_trouble(self, method: str) -> None:
        if self._is_down():
            raise Refused(502, "Bad Gateway")
        for failure in self._failures:
            if failure.left and failure.method in (None, method):
                if failure.method is None and method == "getUpdates":
                    continue
                failure.left -= 1
                raise failure.refusal

    async def _on_call(self, request: web.Request) -> web.Response:
        try:
            if request.match_info["token"] != self.token:
                raise Refused(401, "Unauthorized")
            raw = {**request.query, **await read_parameters(request)}
            return web.json_response(await self.execute(request.match_info["method"], raw))
        except Refused as refusal:
            return web.json_response(refusal.answer, status=refusal.status)

    async def _on_file(self, request: web.Request) -> web.Response:
        if self._is_down():
            return web.Response(status=502)
        data = self._files.fetch(request.match_info["path"])
        if request.match_info["token"] != self.token or data is None:
            return web.json_response(Refused(404, "Not Found").answer, status=404)
        return web.Response(body=data)

    async def _on_webhook_answer(self, response: ClientResponse) -> None:
        """A webhook may answer with one call; nobody hears what comes of it, but it is recorded."""
        try:
            raw = await read_parameters(response)
            if "method" in raw:
                await self.execute(str(raw.pop("method")), raw)
        except Refused as refusal:
            self.faults += [str(refusal)] if isinstance(refusal, NotPlayed) else []
