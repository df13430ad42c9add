"""A municipality's own bot on python-telegram-bot, with Samenspraak mounted into it.

    HOST_TOKEN=123:abc python examples/host_ptb.py

Where Samenspraak keeps its data is set by its own settings (SAMENSPRAAK_DATABASE_URL and the others).
"""

from __future__ import annotations

import asyncio
import os
from typing import Any

from telegram import Update
from telegram.ext import (
    Application,
    ApplicationBuilder,
    CallbackContext,
    CommandHandler,
    MessageHandler,
    filters,
)

from bot.channels.channel import Participation
from bot.channels.telegram_ptb import attach_participation, participation_handlers

TELEGRAM = "https://api.telegram.org"

Host = Application[Any, Any, Any, Any, Any, Any]
Context = CallbackContext[Any, Any, Any, Any]


async def hello(update: Update, context: Context) -> None:
    if update.effective_message:
        await update.effective_message.reply_text("Hallo, dit is de bot van de gemeente.")


async def anything_else(update: Update, context: Context) -> None:
    if update.effective_message:
        await update.effective_message.reply_text("Dat ken ik niet. Probeer /hello.")


def build(participation: Participation, token: str, api_url: str = TELEGRAM) -> Host:
    """The host's bot. Ours stand in a group before the host's own, so that they see an update first."""
    builder = ApplicationBuilder().token(token)
    application: Host = builder.base_url(f"{api_url}/bot").base_file_url(f"{api_url}/file/bot").build()
    application.add_handlers(participation_handlers(participation), group=-1)
    application.add_handler(CommandHandler("hello", hello))
    application.add_handler(MessageHandler(filters.UpdateType.MESSAGE, anything_else))
    return application


async def serve(application: Host, participation: Participation) -> None:
    """Poll until cancelled. Edits and blocks come only when they are asked for, so all kinds are."""
    async with application:
        await attach_participation(participation, application.bot)
        await application.start()
        if application.updater:
            await application.updater.start_polling(allowed_updates=Update.ALL_TYPES)
        try:
            await asyncio.Event().wait()
        finally:
            if application.updater:
                await application.updater.stop()
            await application.stop()


async def main() -> None:
    # Here and not above, because it is the one part that reads settings and opens the database.
    from bot.wiring import participation

    async with participation() as samenspraak:
        await serve(build(samenspraak, os.environ["HOST_TOKEN"]), samenspraak)


if __name__ == "__main__":
    asyncio.run(main())
