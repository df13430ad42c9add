"""The pages of the web chat: where they are, and what a visitor sees there."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlencode

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import FileResponse, RedirectResponse, Response, StreamingResponse

from bot.channels.web.chat_posts import ChatPosts
from bot.channels.web.entries import Entry
from bot.channels.web.history import HISTORY
from bot.channels.web.kind_route import kind_route
from bot.channels.web.sheets import HERE, PROTECTION, STATIC, Forms, Sheets
from bot.channels.web.stream import Shown, events
from bot.channels.web.webchat import WebChat, readable_code
from flows.rendering import Message

EVERYTHING = 2000
"""How many messages a page shows at the most."""

EVERY_METHOD = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]


def chat_routes(chat: WebChat) -> APIRouter:
    """Everything under /chat, /c and /chat-static."""
    sheets = Sheets(chat)
    pages = ChatPages(chat, sheets)
    posts = ChatPosts(chat, sheets)
    router = APIRouter(include_in_schema=False, route_class=kind_route(sheets))
    for path, page in (
        ("/c/{code}", pages.follow),
        ("/chat/{slug}", pages.conversation),
        ("/chat/{slug}/leave-device", pages.leave),
        ("/chat/{slug}/document/{number}", pages.document),
        ("/chat-static/{name}", pages.static),
    ):
        router.add_api_route(path, page, methods=["GET", "HEAD"], response_model=None)
    router.add_api_route("/chat/{slug}/stream", pages.stream, methods=["GET"], response_model=None)
    for name in ("start", "say", "press", "upload", "leave-device"):
        post = getattr(posts, name.replace("-", "_"))
        router.add_api_route(f"/chat/{{slug}}/{name}", post, methods=["POST"], response_model=None)
    for name in ("start", "say", "press", "upload"):
        path = f"/chat/{{slug}}/{name}"
        router.add_api_route(path, pages.back, methods=["GET", "HEAD"], response_model=None)
    for path in ("/chat", "/chat/{rest:path}", "/c/{rest:path}"):
        router.add_api_route(path, pages.nothing, methods=EVERY_METHOD, response_model=None)
    return router


class ChatPages:
    """What a visitor can open."""

    def __init__(self, chat: WebChat, sheets: Sheets) -> None:
        """Draws on `sheets` what stands in `chat`."""
        self._chat = chat
        self._sheets = sheets

    async def conversation(self, request: Request, slug: str) -> Response:
        """The conversation; for who has none on this device, the page before it. Makes nobody."""
        visitor = self._chat.visitor(request)
        limit = EVERYTHING if request.query_params.get("all") else HISTORY
        entries: Sequence[Entry] = await self._chat.history.latest(visitor, limit) if visitor else ()
        heading = await self._chat.heading(slug, self._sheets.wished(request, entries))
        if heading is None:
            return self._sheets.unknown(request)
        language = heading.language
        code = readable_code(request.query_params.get("code", ""))
        if visitor is None:
            begun = bool(request.query_params.get("begun"))
            return self._sheets.begin(Forms(slug, language), heading, code, without_cookie=begun)
        page = self._sheets.conversation(
            Forms(slug, language, visitor.proof), heading, entries, code=code, earlier=len(entries) == HISTORY
        )
        self._chat.remember(page, visitor, slug, request.url.scheme)
        return page

    async def back(self, slug: str) -> Response:
        """Where a form was posted there is nothing to open: back to the conversation."""
        return RedirectResponse(f"/chat/{slug}", 303, headers=PROTECTION)

    async def nothing(self, request: Request) -> Response:
        """An address under ours that is no page."""
        return self._sheets.unknown(request)

    async def follow(self, request: Request, code: str) -> Response:
        """The link of a network or connector: on to the chat of its trajectory."""
        slug = await self._chat.slug_of(code)
        if slug is None:
            return self._sheets.unknown(request)
        return RedirectResponse(f"/chat/{slug}?{urlencode({'code': code})}", 303, headers=PROTECTION)

    async def leave(self, request: Request, slug: str) -> Response:
        """Asks before the conversation is cleared from this device."""
        visitor = self._chat.visitor(request)
        if visitor is None:
            return RedirectResponse(f"/chat/{slug}", 303, headers=PROTECTION)
        return self._sheets.leave(Forms(slug, self._sheets.language(request), visitor.proof))

    async def document(self, request: Request, slug: str, number: str) -> Response:
        """The file that went along with a message of this visitor's own conversation, to be saved."""
        visitor = self._chat.visitor(request)
        entry = None
        if visitor is not None and number.isascii() and number.isdigit() and len(number) < 19:
            entry = await self._chat.history.one(visitor, int(number))
        said = entry.said if entry is not None else None
        if not isinstance(said, Message) or said.document is None:
            return self._sheets.unknown(request)
        headers = {**PROTECTION, "Content-Disposition": f'attachment; filename="{said.document.name}"'}
        return Response(said.document.text, media_type=said.document.mime, headers=headers)

    async def stream(self, request: Request, slug: str) -> Response:
        """What the bot sends, live; goes on after the Last-Event-ID."""
        visitor = self._chat.visitor(request)
        headers = {**PROTECTION, "X-Accel-Buffering": "no"}
        if visitor is None:
            return Response("event: gone\ndata: left\n\n", media_type="text/event-stream", headers=headers)
        heading = await self._chat.heading(slug, self._sheets.wished(request))
        language = heading.language if heading else self._sheets.language(request)
        forms = Forms(slug, language, visitor.proof)

        async def read(last_id: int) -> list[Shown] | None:
            entries = await self._chat.history.since(visitor, last_id)
            if entries is None or heading is None:
                return None
            return [self._sheets.shown(forms, heading.zone, entry) for entry in entries]

        stream = events(self._chat.bells, visitor.lookup, _last_id(request), read)
        return StreamingResponse(stream, media_type="text/event-stream", headers=headers)

    async def static(self, request: Request, name: str) -> Response:
        """The chat's own style sheet, script and mark."""
        if name not in STATIC:
            return self._sheets.unknown(request)
        # The pages name a file with the hash of what is in it, so a new version has a new address.
        lasting = "public, max-age=31536000, immutable" if request.query_params.get("v") else "no-cache"
        headers = {"Cache-Control": lasting, "X-Content-Type-Options": "nosniff"}
        return FileResponse(HERE / "static" / name, media_type=STATIC[name], headers=headers)


def _last_id(request: Request) -> int:
    last = request.headers.get("last-event-id") or request.query_params.get("after", "")
    return int(last) if last.isascii() and last.isdigit() and len(last) < 19 else 0
