"""What a test can do to a server that runs by itself, over HTTP and with JSON.

    POST /control/users/1001/says   {"text": "Hallo"}        any deed of `User`, with its arguments
    POST /control/users/1001/hears  {"contains": "Welkom"}   `data` of a file is base64
    GET  /control/users/1001                                 messages and notices
    POST /control/down              {"seconds": 2}           also fail_next, redeliver, deliver_raw, settled
    GET  /control/calls                                      and /control/faults

A deed that cannot be done, or a wait that ends in nothing, answers 400 and says why.
"""

import base64
import json
from collections.abc import Callable
from dataclasses import asdict, is_dataclass
from inspect import isawaitable
from typing import Any

from aiohttp import web

from fakes.bot_api.people import User
from fakes.bot_api.server import FakeBotApi

_DEEDS = {
    *("says", "opens", "says_in_group", "edits", "sends_voice", "sends_photo", "sends_document"),
    *("sends", "presses", "forges", "blocks", "unblocks", "hears", "last"),
}
_TROUBLE = {"down", "fail_next", "redeliver", "deliver_raw", "settled"}


class Control:
    """The routes under /control/ of one server; add them before it starts."""

    def __init__(self, api: FakeBotApi) -> None:
        self._api = api
        router = api.app.router
        router.add_get("/control/calls", self._calls)
        router.add_get("/control/faults", self._faults)
        router.add_get("/control/users/{id}", self._user)
        router.add_post("/control/users/{id}/{deed}", self._deed)
        router.add_post("/control/{trouble}", self._trouble)

    async def _calls(self, _: web.Request) -> web.Response:
        return _answer([asdict(call) for call in self._api.calls])

    async def _faults(self, _: web.Request) -> web.Response:
        return _answer(self._api.faults)

    async def _user(self, request: web.Request) -> web.Response:
        user = self._person(request)
        messages = [asdict(heard) for heard in user.messages]
        return _answer({"messages": messages, "notices": user.notices})

    async def _deed(self, request: web.Request) -> web.Response:
        return await self._do(self._person(request), request.match_info["deed"], _DEEDS, request)

    async def _trouble(self, request: web.Request) -> web.Response:
        return await self._do(self._api, request.match_info["trouble"], _TROUBLE, request)

    def _person(self, request: web.Request) -> User:
        return self._api.user(int(request.match_info["id"]))

    async def _do(self, whom: object, what: str, known: set[str], request: web.Request) -> web.Response:
        if what not in known:
            raise web.HTTPNotFound
        arguments = await request.json() if request.can_read_body else {}
        if "data" in arguments:
            arguments["data"] = base64.b64decode(arguments["data"])
        deed: Callable[..., Any] = getattr(whom, what)
        try:
            done = deed(**arguments)
            done = await done if isawaitable(done) else done
        except (AssertionError, LookupError, TimeoutError, TypeError, ValueError) as error:
            raise web.HTTPBadRequest(text=f"{type(error).__name__}: {error}") from error
        return _answer(asdict(done) if is_dataclass(done) and not isinstance(done, type) else done)


def _answer(data: Any) -> web.Response:
    """As JSON; the bytes of a file as base64."""
    text = json.dumps(data, default=lambda value: base64.b64encode(value).decode())
    return web.Response(text=text, content_type="application/json")
