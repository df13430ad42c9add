"""A resident on the web chat's page, with its script: posts go out beside the page, answers come live."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, MutableMapping
from contextlib import asynccontextmanager
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, Self
from urllib.parse import quote, urlencode

import httpx
from fastapi import FastAPI

from bot.channels.web.visitor import COOKIE
from bot.channels.web.webchat import WebChat
from bot.core import Core
from bot.wiring import web
from rigs.rig import SLUG, Heard, Kind, Rig
from storage.secrets import random_token

CHAT = f"/chat/{SLUG}"


class WebRig(Rig):
    """One browser. A sentence in place of the conversation counts as heard: the page shows it."""

    channel = "web"
    capabilities = WebChat.capabilities

    def __init__(self, core: Core, app: FastAPI) -> None:
        self.core = core
        self._app = app
        self._browser = httpx.AsyncClient(
            transport=httpx.ASGITransport(app=app),
            base_url=core.base_url,
            headers={"Origin": core.base_url, "Accept": "application/json"},
            follow_redirects=True,
        )
        self._said: list[Heard] = []
        self._payloads: dict[str, str] = {}
        self._last: tuple[str, dict[str, str]] = ("", {})
        self._last_id = "0"
        self._documents: list[tuple[str, str]] = []
        self._listening: asyncio.Task[None] | None = None

    @classmethod
    @asynccontextmanager
    async def opened(cls, core: Core, folder: Path) -> AsyncIterator[Self]:
        rig = cls(core, await web(core))
        try:
            yield rig
        finally:
            await core.channels["web"].close()
            if rig._listening is not None and not rig._listening.cancelled():
                await rig._listening
            await rig._browser.aclose()

    @property
    def heard(self) -> list[Heard]:
        return self._said

    async def arrives(self) -> None:
        """The device kept its cookie from an earlier time."""
        self.address = random_token()
        self._browser.cookies.set(COOKIE, self.address, domain="chat.test", path=CHAT)
        self._listen()

    async def opens(self, code: str = "") -> None:
        link = self.core.channels["web"].link(quote(code, safe="")) if code else CHAT
        page = await self._browser.get(link)
        shown = read(page.text)
        if page.status_code != 200:
            self._said.append(Heard(shown.text))
            return
        await self._post("start", code=shown.fields["code"])
        self.address = self._browser.cookies[COOKIE]
        self._listen()

    async def writes(self, text: str) -> None:
        await self._post("say", text=text)

    async def sends(self, kind: Kind, data: bytes) -> None:
        fields = {"event": random_token(), "kind": "voice" if kind == "voice" else "photo"}
        self._shown(
            await self._browser.post(f"{CHAT}/upload", data=fields, files={"file": ("bestand", data)})
        )

    async def saves(self, ending: str) -> bytes:
        *_, newest = [link for link, name in self._documents if name.endswith(ending)]
        answer = await self._browser.get(newest)
        assert answer.headers["content-disposition"].startswith("attachment; filename=")
        return answer.content

    async def presses(self, label: str) -> None:
        await self._post("press", payload=self._payloads[label])

    async def forges(self, payload: str) -> None:
        await self._post("press", payload=payload)

    async def repeats(self) -> None:
        await self._send(*self._last)

    async def loses_touch(self, seconds: float) -> None:
        assert self._listening is not None
        self._listening.cancel()
        asyncio.get_running_loop().call_later(seconds, self._listen)

    async def _post(self, form: str, **fields: str) -> None:
        self._last = (form, {"event": random_token(), "lang": "nl", **fields})
        await self._send(*self._last)

    async def _send(self, form: str, fields: dict[str, str]) -> None:
        body = urlencode(fields, errors="surrogatepass")
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        self._shown(await self._browser.post(f"{CHAT}/{form}", content=body, headers=headers))

    def _shown(self, answer: httpx.Response) -> None:
        """Nothing, or the sentence that says why it was not taken."""
        if answer.status_code != 204:
            self._said.append(Heard(answer.json()["notice"]))

    def _listen(self) -> None:
        self._listening = asyncio.create_task(self._follow())

    async def _follow(self) -> None:
        """The stream, straight from the application: httpx would wait for its end."""
        headers = {"host": "chat.test", "cookie": f"{COOKIE}={self._browser.cookies[COOKIE]}"}
        scope = {
            "type": "http",
            "asgi": {"version": "3.0"},
            "http_version": "1.1",
            "method": "GET",
            "scheme": "http",
            "path": f"{CHAT}/stream",
            "query_string": f"after={self._last_id}".encode(),
            "headers": [(name.encode(), value.encode()) for name, value in headers.items()],
        }

        async def receive() -> MutableMapping[str, Any]:
            await asyncio.Event().wait()
            return {"type": "http.disconnect"}

        async def send(message: MutableMapping[str, Any]) -> None:
            self._came(message.get("body", b"").decode())

        await self._app(scope, receive, send)

    def _came(self, event: str) -> None:
        """One server-sent event."""
        number = re.search(r"^id: (\d+)$", event, re.MULTILINE)
        if number is None:
            return
        self._last_id = number[1]
        shown = read("\n".join(re.findall(r"^data: (.*)$", event, re.MULTILINE)))
        self._payloads |= shown.buttons
        self._documents += shown.documents
        if not shown.is_own:
            self._said.append(Heard(shown.text, tuple(shown.buttons)))


class Page(HTMLParser):
    """What a person sees of HTML: its words, and the labels of its buttons with what they carry."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self.buttons: dict[str, str] = {}
        self.fields: dict[str, str] = {}
        self.documents: list[tuple[str, str]] = []
        self.is_own = False
        self._inside: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.is_own = self.is_own or "own" in values.get("class", "").split()
        if tag in ("br", "p", "li", "h1"):
            self.text += " "
        if tag == "a" and "download" in values:
            self.documents.append((values["href"], values["download"]))
        if tag == "input":
            self.fields[values["name"]] = values.get("value", "")
        elif tag not in ("br", "meta", "link"):
            self._inside.append((values.get("class", ""), values.get("value", "")))

    def handle_endtag(self, tag: str) -> None:
        self._inside.pop()

    def handle_data(self, data: str) -> None:
        classes = " ".join(kind for kind, _ in self._inside).split()
        payload = self._inside[-1][1] if self._inside else ""
        if payload:
            self.buttons[data.strip()] = payload
        elif not {"visually-hidden", "day"} & set(classes):
            self.text += data


def read(html: str) -> Page:
    """Look at it."""
    page = Page()
    page.feed(html)
    page.text = " ".join(page.text.split())
    return page
