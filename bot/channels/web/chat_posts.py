"""What a visitor sends from the pages of the web chat.

With the page's script each post is answered by 204, or by a status and a sentence; without it, by the page.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Literal

import structlog
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.channels.channel import Received
from bot.channels.web.entries import Own
from bot.channels.web.posting import Post, read_post, wants_a_status
from bot.channels.web.recognising import Recognised, recognise
from bot.channels.web.refusing import Refused
from bot.channels.web.sheets import LONGEST, PROTECTION, Forms, Sheets
from bot.channels.web.visitor import Visitor, let_go, visitor_of
from bot.channels.web.webchat import Heading, WebChat, is_slug, readable_code
from flows.attempts import Attempts
from flows.engine.cleaning import clean
from flows.inbound import Event, Pressed, Started, Uploaded, Wrote
from flows.mistakes import place
from flows.rendering import Message
from storage.database import is_unavailable

log = structlog.get_logger()

Take = Callable[[Visitor, Post], Awaitable[Received]]

MOST_POSTS, MOST_POSTS_WITHIN = 20, timedelta(seconds=10)
"""Of one visitor: more than anybody types or taps."""

_AROUND_A_FILE = 64_000
"""Bytes that the other fields of an upload may take."""


class ChatPosts:
    """What a visitor can send."""

    def __init__(self, chat: WebChat, sheets: Sheets) -> None:
        """Hands what comes in to `chat`; draws on `sheets` why something does not."""
        self._chat = chat
        self._sheets = sheets
        self._attempts = Attempts(MOST_POSTS, MOST_POSTS_WITHIN)

    async def start(self, request: Request, slug: str) -> Response:
        """Begin: only this makes somebody a visitor."""

        async def take(visitor: Visitor, post: Post) -> Received:
            if await self._chat.heading(slug, [self._language(post)]) is None:
                raise Refused("webchat-unknown-what", 404)
            return await self._arrive(visitor, slug, post, Started(readable_code(post.text("code"))), None)

        return await self._posted(request, slug, take, newcomers=True)

    async def say(self, request: Request, slug: str) -> Response:
        """Words."""

        async def take(visitor: Visitor, post: Post) -> Received:
            words = clean(post.text("text"))
            if len(words) > LONGEST:
                raise Refused("webchat-too-long", 413, words)
            if not words:
                return "handled"
            outcome = await self._arrive(visitor, slug, post, Wrote(words), Own("words", words))
            if outcome == "again":
                raise Refused("webchat-again-words", 503, words)
            return outcome

        return await self._posted(request, slug, take)

    async def press(self, request: Request, slug: str) -> Response:
        """A button, of the last question or of an older one, or what somebody made of it."""

        async def take(visitor: Visitor, post: Post) -> Received:
            payload = clean(post.text("payload"))[:256]
            if not payload:
                raise Refused("webchat-cannot-read", 400)
            label = await self._label(visitor, payload, self._language(post))
            own = Own("pressed", label) if label else None
            return await self._arrive(visitor, slug, post, Pressed(payload), own)

        return await self._posted(request, slug, take)

    async def upload(self, request: Request, slug: str) -> Response:
        """A photo or a voice message; one that we cannot take has no effect."""

        async def take(visitor: Visitor, post: Post) -> Received:
            data, found = await self._file(post)
            remote = await self._chat.uploads.keep(data)
            seconds = _seconds(post.text("seconds")) if found.kind == "voice" else None
            event = Uploaded(remote, found.kind, found.mime, len(data), seconds)
            outcome = await self._arrive(visitor, slug, post, event, Own(found.kind, "", seconds))
            if outcome == "duplicate":
                await self._chat.uploads.discard(remote)
            return outcome

        limit = self._chat.capabilities.upload + _AROUND_A_FILE
        return await self._posted(request, slug, take, limit)

    async def leave_device(self, request: Request, slug: str) -> Response:
        """Clear everything from this device."""
        visitor = self._chat.visitor(request)
        if not is_slug(slug):
            return self._sheets.unknown(request)
        try:
            post = await read_post(request, visitor, self._chat.base_url)
        except Refused as refused:
            return await self._refusal(request, slug, visitor, refused)
        page = self._sheets.sentence(
            self._sheets.language(request, asked=self._language(post)),
            "webchat-left-title",
            ["webchat-left-what", "webchat-left-back"],
            ("webchat-left-begin", f"/chat/{slug}"),
            200,
        )
        let_go(page, slug, secure=self._chat.is_secure(request.url.scheme))
        if visitor:
            await self._chat.leave(visitor, slug, post.event)
        return page

    async def _posted(
        self, request: Request, slug: str, take: Take, limit: int | None = None, *, newcomers: bool = False
    ) -> Response:
        known = self._chat.visitor(request)
        try:
            if not is_slug(slug):
                raise Refused("webchat-unknown-what", 404)
            post = await read_post(request, known, self._chat.base_url, limit)
            visitor = known or (self._newcomer(slug, post.event) if newcomers else None)
            if visitor is None:
                raise Refused("webchat-no-visitor", 401)
            await self._taken(take, visitor, post)
        except Refused as refused:
            return await self._refusal(request, slug, known, refused)
        return self._done(request, visitor, slug, "?begun=1" if newcomers else "")

    async def _taken(self, take: Take, visitor: Visitor, post: Post) -> None:
        try:
            if self._attempts.wait(visitor.lookup, self._chat.clock()):
                raise Refused("webchat-too-fast", 429, clean(post.text("text")))
            outcome = await take(visitor, post)
        except Refused:
            raise
        except Exception as problem:
            if not is_unavailable(problem):
                log.error("post failed", problem=type(problem).__name__, at=place(problem))
                raise Refused("webchat-broken-what", 500, clean(post.text("text"))) from problem
            outcome = "again"
        finally:
            await post.fields.close()
        if outcome == "again":
            raise Refused("webchat-again", 503)

    async def _arrive(
        self, visitor: Visitor, slug: str, post: Post, event: Event, own: Own | None
    ) -> Received:
        language = self._language(post)
        return await self._chat.arrive(visitor, slug, event, post.event, language=language, own=own)

    def _language(self, post: Post) -> str:
        return post.language if post.language in self._chat.wording.languages else ""

    async def _file(self, post: Post) -> tuple[bytes, Recognised]:
        kind: Literal["photo", "voice"] = "photo" if post.text("kind") == "photo" else "voice"
        data = await post.file("file")
        if data is None:
            raise Refused("webchat-file-none", 400)
        if len(data) > self._chat.capabilities.upload:
            raise Refused("webchat-file-too-large", 413)
        return data, recognise(data, kind)

    async def _label(self, visitor: Visitor, payload: str, language: str) -> str:
        """What stands on the button, by our own word: an unknown payload has none."""
        for entry in reversed(await self._chat.history.latest(visitor)):
            if isinstance(entry.said, Message):
                for button in entry.said.buttons:
                    if button.payload == payload:
                        return button.label
        return self._sheets.command_label(payload, language)

    def _newcomer(self, slug: str, event: str) -> Visitor:
        """The visitor that this press of "Begin" makes.

        The page gave the press 256 random bits; the token is made of them with a key of ours, so that a
        double press makes one visitor and not two.
        """
        if len(event) < 40:
            raise Refused("webchat-cannot-read", 400)
        first, second = (
            self._chat.secrets.signature(f"web-visitor-{half}", f"{slug} {event}") for half in "ab"
        )
        return visitor_of(self._chat.secrets, first + second)

    def _done(self, request: Request, visitor: Visitor, slug: str, query: str) -> Response:
        response: Response
        if wants_a_status(request):
            response = Response(status_code=204, headers=PROTECTION)
        else:
            response = RedirectResponse(f"/chat/{slug}{query}#last", 303, headers=PROTECTION)
        self._chat.remember(response, visitor, slug, request.url.scheme)
        return response

    async def _refusal(
        self, request: Request, slug: str, visitor: Visitor | None, refused: Refused
    ) -> Response:
        """The sentence that says why, where the conversation stands."""
        if wants_a_status(request):
            return self._sheets.notice(self._sheets.language(request), refused.key, refused.status)
        if refused.status == 401:
            return RedirectResponse(f"/chat/{slug}", 303, headers=PROTECTION)
        if visitor is None:
            return self._sheets.sentence(
                self._sheets.language(request),
                "webchat-refused-title",
                [refused.key],
                ("webchat-away-again", f"/chat/{slug}"),
                refused.status,
            )
        try:
            entries = await self._chat.history.latest(visitor)
            heading = await self._chat.heading(slug, self._sheets.wished(request, entries))
            language = heading.language if heading else self._sheets.language(request, entries)
        except Exception as problem:
            if not is_unavailable(problem):
                raise
            # Without the database there is no history to show, but what was typed has to stay.
            entries, language, heading = [], self._sheets.language(request), None
        return self._sheets.conversation(
            Forms(slug, language, visitor.proof),
            heading or Heading(""),
            entries,
            refused=refused,
        )


def _seconds(stated: str) -> int | None:
    """What the page measured; nobody depends on it."""
    return min(int(stated), 3600) if stated.isascii() and stated.isdigit() and len(stated) < 6 else None
