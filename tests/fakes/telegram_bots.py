"""What a Telegram channel stands between: an address for its webhook, and a program with its answers."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from aiohttp import web

from bot.channels.channel import Channel, Received
from bot.channels.telegram_account import TelegramAccount
from bot.channels.telegram_aiogram import TelegramAiogram
from bot.channels.telegram_ptb import TelegramPtb
from fakes.bot_api.bell import Bell
from flows.inbound import Inbound, Pressed, Started, Wrote
from flows.rendering import Button, Message

LIBRARIES: dict[str, type[TelegramAiogram] | type[TelegramPtb]] = {
    "aiogram": TelegramAiogram,
    "python-telegram-bot": TelegramPtb,
}

OUR_COMMANDS = ("/menu", "/mine", "/language", "/stop")

SECRET = "a-secret_of-40-characters"


@dataclass
class Door:
    """Where updates are posted; each goes to the channel, which says with which status it answers."""

    url: str = ""
    channel: TelegramAccount | None = None
    statuses: list[int] = field(default_factory=list)

    async def on_post(self, request: web.Request) -> web.Response:
        """One update."""
        if self.channel is None:
            return web.Response(status=503)
        secret = request.headers.get("X-Telegram-Bot-Api-Secret-Token", "")
        status = await self.channel.webhook(await request.read(), secret)
        self.statuses.append(status)
        return web.Response(status=status)


@asynccontextmanager
async def door() -> AsyncIterator[Door]:
    """An address on this machine, for as long as it is open."""
    made = Door()
    app = web.Application()
    app.router.add_post("/telegram", made.on_post)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    made.url = f"http://127.0.0.1:{runner.addresses[0][1]}/telegram"
    try:
        yield made
    finally:
        await runner.cleanup()


@dataclass
class Program:
    """A Participation in memory: remembers what came, and answers what comes back from `answer`."""

    answer: Callable[[Inbound], Received] = lambda inbound: "handled"
    taken: list[Inbound] = field(default_factory=list)
    weighed: list[Inbound] = field(default_factory=list)
    channels: list[Channel] = field(default_factory=list)
    bell: Bell = field(default_factory=Bell)

    async def receive(self, inbound: Inbound) -> Received:
        """Take one event, and greet who sent it."""
        received = self.answer(inbound)
        self.bell.ring()
        if received == "handled":
            self.taken.append(inbound)
            self.bell.ring()
            greeting = Message("Welkom bij <Samenspraak>", (Button("Meedoen", "p:join"),))
            await self.channels[-1].send(inbound.address, greeting, f"turn:{inbound.event_id}")
        return received

    async def concerns(self, inbound: Inbound) -> bool:
        """Ours are our links, our buttons, and chats that followed a link, but for others' commands."""
        self.weighed.append(inbound)
        match inbound.event:
            case Started(code):
                return code != ""
            case Pressed(payload):
                return payload.startswith("p:")
            case Wrote(text) if text.startswith("/") and text not in OUR_COMMANDS:
                return False
        return inbound.address in {known.address for known in self.taken}

    def attach(self, channel: Channel) -> None:
        """What leaves goes through this channel."""
        self.channels.append(channel)
        self.bell.ring()
