"""Being mounted into a Telegram bot that exists: which updates are ours, and what becomes of them."""

from __future__ import annotations

import asyncio
from weakref import WeakValueDictionary

import structlog

from bot.channels.channel import Participation
from bot.channels.telegram import read_update
from bot.channels.telegram_account import Calls, TelegramAccount
from bot.channels.telegram_polling import Update
from bot.channels.telegram_refusal import Refusal
from flows.inbound import Blocked, Inbound, Unblocked

_log = structlog.get_logger()

PAUSES_BEFORE_AGAIN = (0.5, 1.0, 2.0)


class NotStored(Exception):
    """Samenspraak could not store this update. A webhook that answers 500 to it gets it once more."""

    def __init__(self) -> None:
        super().__init__(self.__doc__)


class Guest:
    """Samenspraak in somebody else's bot."""

    def __init__(self, participation: Participation) -> None:
        self._participation = participation
        self._account: TelegramAccount | None = None
        self._turns: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    async def settle(self, calls: Calls) -> TelegramAccount | None:
        """Let what leaves go through the host's bot, from the first time that this can be done."""
        if self._account is None:
            account = TelegramAccount(calls)
            try:
                await account.introduce()
            except Refusal as refusal:
                _log.warning("telegram_not_reached", status=refusal.status)
                return None
            await account.open(self._participation.receive)
            self._participation.attach(account)
            self._account = account
        return self._account

    async def offer(self, update: Update, calls: Calls) -> bool:
        """Take an update if it is ours; whether it stops here. NotStored when it is ours and that failed."""
        account = await self.settle(calls)
        inbound = _read(update, account.username) if account else None
        if account is None or inbound is None:
            return False
        # A host may handle updates side by side; those of one chat we take one after the other.
        async with self._turns.setdefault(inbound.address, asyncio.Lock()):
            if not await self._concerns(inbound):
                return False
            await _take(account, inbound, update)
        # The host has to know as well who does not want to hear from its bot.
        return not isinstance(inbound.event, Blocked | Unblocked)

    async def _concerns(self, inbound: Inbound) -> bool:
        try:
            return await self._participation.concerns(inbound)
        except Exception as error:
            # Whatever is wrong with us, the host's bot goes on.
            _log.error("telegram_update_not_weighed", update_id=inbound.order, error=type(error).__name__)
            return False


def _read(update: Update, username: str) -> Inbound | None:
    try:
        return read_update(update, username)
    except ValueError:
        _log.warning("telegram_update_not_read")
        return None


async def _take(account: TelegramAccount, inbound: Inbound, update: Update) -> None:
    for pause in (*PAUSES_BEFORE_AGAIN, None):
        if await account.take(inbound, update) != "again":
            return
        if pause is not None:
            await asyncio.sleep(pause)
    raise NotStored
