"""Draws the pages of the web chat."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response

from bot.channels.web.bubbles import Bubble, Drawing
from bot.channels.web.entries import Entry
from bot.channels.web.posting import wants_a_status
from bot.channels.web.recognising import LARGEST_PICTURE
from bot.channels.web.refusing import Refused
from bot.channels.web.stream import Shown
from bot.channels.web.webchat import Heading, WebChat
from flows.languages import best, wishes
from flows.payloads import Command
from flows.rendering import Message
from storage.secrets import random_token

HERE = Path(__file__).parent
LONGEST = 10_000
"""Characters in one message; what a question takes is for the question to say."""

STATIC = {
    "chat.css": "text/css; charset=utf-8",
    "chat.js": "text/javascript; charset=utf-8",
    "files.js": "text/javascript; charset=utf-8",
    "mark.svg": "image/svg+xml",
}

_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; media-src blob:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)

PROTECTION = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": _POLICY,
    "Permissions-Policy": "microphone=(self), camera=(), geolocation=()",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex",
}


@dataclass(frozen=True)
class Forms:
    """What every form of one page carries."""

    slug: str
    language: str
    proof: str = ""

    def fresh(self) -> str:
        """An id for one event: the same when the same form is sent twice."""
        return random_token()


class Sheets:
    """The pages, in every language of the wording."""

    def __init__(self, chat: WebChat) -> None:
        """Reads the templates once."""
        self._chat = chat
        self._wording = chat.wording
        self._environment = Environment(
            loader=FileSystemLoader(HERE / "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._versions = {name: _version(HERE / "static" / name) for name in STATIC}

    def language(self, request: Request, entries: Sequence[Entry] = (), *, asked: str = "") -> str:
        """What a page that belongs to no trajectory is written in."""
        wished = self.wished(request, entries, asked=asked)
        return best(wished, self._wording.languages) or self._wording.languages[0]

    def wished(self, request: Request, entries: Sequence[Entry] = (), *, asked: str = "") -> list[str]:
        """The languages to choose from, best first: asked for, the conversation's own, the browser's."""
        asked = asked or request.query_params.get("lang", "")
        spoken = [entry.said.language for entry in entries if isinstance(entry.said, Message)]
        browser = wishes(request.headers.get("accept-language", ""))
        return [one for one in (asked, *spoken[-1:], *browser) if one]

    def words(self, language: str, key: str) -> str:
        """One sentence of the chat, with the limits that it may name."""
        limits = {
            "most": LONGEST,
            "megabytes": self._chat.capabilities.upload // 1_000_000,
            "megapixels": LARGEST_PICTURE // 1_000_000,
        }
        return self._wording.word(language, key, limits)

    def conversation(
        self,
        forms: Forms,
        heading: Heading,
        entries: Sequence[Entry],
        *,
        refused: Refused | None = None,
        code: str = "",
        earlier: bool = False,
    ) -> HTMLResponse:
        """The chat itself; when a post was `refused`, with the sentence that says why."""
        bubbles = self._drawing(forms.language, heading.zone).bubbles(entries)
        return self._draw(
            "chat.html",
            forms.language,
            refused.status if refused else 200,
            forms=forms,
            heading=heading,
            days=_by_day(bubbles),
            last_id=entries[-1].id if entries else 0,
            read_on=_read_on(bubbles),
            notice=self.words(forms.language, refused.key) if refused else "",
            draft=refused.draft if refused else "",
            code=code,
            earlier=earlier,
            commands=_commands(self._wording.languages),
            names=self._names(heading),
            upload=self._chat.capabilities.upload,
        )

    def begin(self, forms: Forms, heading: Heading, code: str, *, without_cookie: bool) -> HTMLResponse:
        """The page before the conversation; it says so when the browser did not keep the cookie."""
        return self._draw(
            "begin.html",
            forms.language,
            200,
            forms=forms,
            heading=heading,
            code=code,
            names=self._names(heading),
            without_cookie=without_cookie,
        )

    def leave(self, forms: Forms) -> HTMLResponse:
        """Asks whether the conversation may be cleared from this device."""
        return self._draw("leave.html", forms.language, 200, forms=forms)

    def unknown(self, request: Request) -> HTMLResponse:
        """There is nothing at this address."""
        return self.sentence(
            self.language(request),
            "webchat-unknown-title",
            ["webchat-unknown-what"],
            ("webchat-unknown-home", "/"),
            404,
        )

    def away(self, request: Request) -> Response:
        """The database cannot be reached for a moment."""
        return self._mishap(request, "webchat-away", 503)

    def broken(self, request: Request) -> Response:
        """A mistake of ours."""
        return self._mishap(request, "webchat-broken", 500)

    def _mishap(self, request: Request, key: str, status: int) -> Response:
        language = self.language(request)
        if wants_a_status(request):
            return self.notice(language, f"{key}-what", status)
        again = ("webchat-away-again", request.url.path)
        return self.sentence(language, f"{key}-title", [f"{key}-what"], again, status)

    def notice(self, language: str, key: str, status: int) -> Response:
        """A sentence for the page's script to show."""
        return JSONResponse({"notice": self.words(language, key)}, status, headers=PROTECTION)

    def sentence(
        self, language: str, subject: str, body: Sequence[str], onward: tuple[str, str], status: int
    ) -> HTMLResponse:
        """A page with a title, a few sentences and one way on: its label and its address."""
        return self._draw("sentence.html", language, status, subject=subject, body=body, onward=onward)

    def command_label(self, payload: str, language: str) -> str:
        """What the page's own menu calls this action; empty for another."""
        labels = {
            Command("menu").encode(): self.words(language, "webchat-menu-chat"),
            Command("stop").encode(): self.words(language, "webchat-menu-stop"),
            **{Command("language", one).encode(): name for one, name in self._names().items()},
        }
        return labels.get(payload, "")

    def shown(self, forms: Forms, zone: str, entry: Entry) -> Shown:
        """One message, as an open page gets it."""
        bubble = self._drawing(forms.language, zone).bubble(entry)
        template = self._environment.get_template("fresh.html")
        return Shown(entry.id, template.render(bubble=bubble, forms=forms, **self._context(forms.language)))

    def _names(self, heading: Heading | None = None) -> dict[str, str]:
        """The languages that can be chosen, each by its own name."""
        spoken = heading.languages if heading else self._wording.languages
        known = (one for one in self._wording.languages if one in spoken)
        return {one: self._wording.word(one, "webchat-language-name") for one in known}

    def _drawing(self, language: str, zone: str) -> Drawing:
        return Drawing(self._wording, language, zone, self._chat.clock())

    def _context(self, language: str) -> dict[str, Any]:
        return {
            "word": partial(self.words, language),
            "language": language,
            "direction": self._wording.direction(language),
            "versions": self._versions,
        }

    def _draw(self, template: str, language: str, status: int, **values: Any) -> HTMLResponse:
        html = self._environment.get_template(template).render(**self._context(language), **values)
        return HTMLResponse(html, status, headers=PROTECTION)


def _read_on(bubbles: Sequence[Bubble]) -> int:
    """Where a page opens: at one's own last words, so that the whole answer is in sight."""
    return next((bubble.id for bubble in reversed(bubbles) if bubble.own), bubbles[-1].id if bubbles else 0)


def _by_day(bubbles: Sequence[Bubble]) -> list[tuple[Bubble, list[Bubble]]]:
    """The bubbles of each day, after one that names the day."""
    days: list[tuple[Bubble, list[Bubble]]] = []
    for bubble in bubbles:
        if not days or days[-1][0].day != bubble.day:
            days.append((bubble, []))
        days[-1][1].append(bubble)
    return days


def _commands(languages: Sequence[str]) -> Mapping[str, str]:
    return {
        "menu": Command("menu").encode(),
        "stop": Command("stop").encode(),
        **{language: Command("language", language).encode() for language in languages},
    }


def _version(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()[:12]
