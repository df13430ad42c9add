"""The same conversations in a terminal: words and numbered options, no token needed."""

from __future__ import annotations

import asyncio
import itertools
import mimetypes
import os
import threading
from collections.abc import Callable
from datetime import UTC, datetime
from io import TextIOWrapper
from pathlib import Path
from typing import Literal, TextIO

from rich.console import Console
from rich.text import Text

from bot.channels.channel import MediaGone, MediaTooLarge, Outcome, Receive, Sent
from flows.capabilities import Capabilities
from flows.engine.talk import Document
from flows.inbound import Event, Inbound, Started, Uploaded, Wrote
from flows.rendering import Message
from flows.wording import Wording
from storage.secrets import random_token

ADDRESS = "terminal"

_WIDEST = 76
_MARGIN = "  "
_TRIES = 3


class Terminal:
    """The channel "terminal": one person, at this keyboard."""

    name = "terminal"
    capabilities = Capabilities(
        text_length=2000,
        documents=True,
        per_second=1000.0,
        per_chat=1000.0,
        chat_burst=1000,
        deep_link="none",
    )

    def __init__(
        self,
        console: Console,
        lines: TextIO,
        trajectory: str = "",
        *,
        code: str = "",
        language: str = "nl",
        wording: Wording | None = None,
        folder: Path = Path(),
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        """Messages go to `console`, answers come from `lines`; `language` is for the terminal's own hints.

        Files that the program makes go into `folder`.
        """
        self._console = console
        self._lines = lines
        self._trajectory = trajectory
        self._code = code
        self._language = language
        self._wording = wording or Wording()
        self._folder = folder
        self._clock = clock
        self._receive: Receive | None = None
        self._last_order = 0

    async def open(self, receive: Receive) -> None:
        """From now on, lines are handed to `receive`; `talk` reads them."""
        self._receive = receive

    async def close(self) -> None:
        """No more lines are taken."""
        self._receive = None

    async def discard(self, remote: str) -> None:
        """The file is the person's own and stays where it is."""

    def link(self, code: str) -> str:
        """A terminal has no address."""
        return ""

    async def send(self, address: str, message: Message, key: str) -> Outcome:
        """Show one message."""
        width = min(self._console.width, _WIDEST)
        self._console.print()
        for line in Text(message.text).wrap(self._console, width - len(_MARGIN)):
            line.rstrip()
            self._console.print(Text(_MARGIN) + line if line else "")
        if message.document is not None:
            path = await asyncio.to_thread(_save, message.document, self._folder)
            self._hint("webchat-terminal-saved", path=str(path))
        return Sent()

    async def fetch(self, remote: str) -> bytes:
        """The file at this path."""
        path = Path(remote)
        try:
            if (await asyncio.to_thread(path.stat)).st_size > self.capabilities.upload:
                raise MediaTooLarge(MediaTooLarge.__doc__)
            return await asyncio.to_thread(path.read_bytes)
        except FileNotFoundError as problem:
            raise MediaGone(MediaGone.__doc__) from problem

    async def talk(self) -> None:
        """Begin, and go on until /quit or the end of the lines."""
        lines = _read(self._lines)
        typed_by_hand = self._lines.isatty()
        self._hint("webchat-terminal-hint")
        await self._hand_over(Started(self._code))
        while self._receive is not None:
            self._console.print("\n> ", end="", markup=False)
            line = await lines.get()
            if not typed_by_hand:
                self._console.print(line or "", markup=False, highlight=False)
            if line is None or line.strip() == "/quit":
                return
            event = self._event(line)
            if event is not None:
                await self._hand_over(event)

    def _event(self, line: str) -> Event | None:
        words = line.strip()
        command, _, path = words.partition(" ")
        match command:
            case "/photo":
                return self._file("photo", path)
            case "/voice":
                return self._file("voice", path)
            case _:
                return Wrote(words) if words else None

    def _file(self, kind: Literal["photo", "voice"], typed: str) -> Event | None:
        path = Path(typed.strip()).expanduser().absolute()
        if not path.is_file():
            self._hint("webchat-terminal-no-file", path=typed.strip())
            return None
        mime = mimetypes.guess_type(path)[0] or ""
        return Uploaded(str(path), kind, mime, path.stat().st_size)

    async def _hand_over(self, event: Event) -> None:
        now = self._clock()
        self._last_order = max(self._last_order + 1, int(now.timestamp() * 1_000_000))
        event_id = random_token()
        inbound = Inbound(
            self.name,
            ADDRESS,
            event_id,
            self._last_order,
            now,
            event,
            message_id=event_id,
            language=self._language,
            trajectory=self._trajectory,
        )
        for pause in range(_TRIES):
            if self._receive is None or await self._receive(inbound) != "again":
                return
            await asyncio.sleep(0.2 * 2**pause)
        self._hint("webchat-terminal-again")

    def _hint(self, key: str, **arguments: str) -> None:
        words = self._wording.word(self._language, key, arguments)
        self._console.print(Text(words, style="dim"), width=min(self._console.width, _WIDEST))


def _save(document: Document, folder: Path) -> Path:
    """Readable by its owner alone, beside what stands there already."""
    name = Path(document.name)
    for number in itertools.count():
        path = folder / (f"{name.stem}-{number}{name.suffix}" if number else name)
        try:
            with open(
                path, "x", encoding="utf-8", opener=lambda file, flags: os.open(file, flags, 0o600)
            ) as file:
                file.write(document.text)
        except FileExistsError:
            continue
        return path.absolute()
    raise AssertionError


def _read(stream: TextIO) -> asyncio.Queue[str | None]:
    """The lines without their ends, then None.

    A daemon thread reads them, because nothing can interrupt a read: the program may end while it waits.
    """
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(errors="replace")
    loop = asyncio.get_running_loop()
    lines: asyncio.Queue[str | None] = asyncio.Queue()

    def hand_on(line: str | None) -> None:
        # After /quit the loop may be gone while somebody still types.
        if not loop.is_closed():
            loop.call_soon_threadsafe(lines.put_nowait, line)

    def read() -> None:
        for line in stream:
            hand_on(line.rstrip("\r\n"))
        hand_on(None)

    threading.Thread(target=read, name="terminal", daemon=True).start()
    return lines
