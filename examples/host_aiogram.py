"""A municipality's own bot on aiogram, with Samenspraak mounted into it.

    HOST_TOKEN=123:abc python examples/host_aiogram.py

Where Samenspraak keeps its data is set by its own settings (SAMENSPRAAK_DATABASE_URL and the others).
"""

from __future__ import annotations

import asyncio
import os

from aiogram import Bot, Dispatcher, Router
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.filters import Command
from aiogram.types import Message

from bot.channels.channel import Participation
from bot.channels.telegram_aiogram import participation_router

TELEGRAM = "https://api.telegram.org"


async def hello(message: Message) -> None:
    await message.answer("Hallo, dit is de bot van de gemeente.")


async def anything_else(message: Message) -> None:
    await message.answer("Dat ken ik niet. Probeer /hello.")


def build(participation: Participation, token: str, api_url: str = TELEGRAM) -> tuple[Bot, Dispatcher]:
    """The host's bot. Its own handlers come in a router after ours: the first that fits gets an update."""
    own = Router(name="host")
    own.message.register(hello, Command("hello"))
    own.message.register(anything_else)

    dispatcher = Dispatcher()
    dispatcher.include_router(participation_router(participation))
    dispatcher.include_router(own)
    return Bot(token, session=AiohttpSession(api=TelegramAPIServer.from_base(api_url))), dispatcher


async def main() -> None:
    # Here and not above, because it is the one part that reads settings and opens the database.
    from bot.wiring import participation

    async with participation() as samenspraak:
        host, dispatcher = build(samenspraak, os.environ["HOST_TOKEN"])
        await dispatcher.start_polling(host, allowed_updates=dispatcher.resolve_used_update_types())


if __name__ == "__main__":
    asyncio.run(main())
