"""A resident in Telegram, through the strict fake of its Bot API, with either library."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, ClassVar, Literal, Self

from fakes.bot_api import FakeBotApi
from fakes.bot_api.limits import START_PAYLOAD
from fakes.telegram_bots import LIBRARIES, SECRET, door

from bot.channels.telegram import TELEGRAM
from bot.core import Core
from rigs.rig import Heard, Kind, Refusal, Rig

GROUP = -100_200_300_400
SANNE = 6_100_200_300

_REFUSALS: dict[Refusal, tuple[int, str, int | None]] = {
    "too fast": (429, "Too Many Requests: retry after 1", 1),
    "not now": (500, "Internal Server Error", None),
    "never": (400, "Bad Request: this message cannot be sent", None),
    "blocked": (403, "Forbidden: bot was blocked by the user", None),
}


class TelegramRig(Rig):
    """A private chat with the bot; updates come by webhook with one library, by polling with the other."""

    channel = "telegram"
    capabilities = TELEGRAM
    library: ClassVar[str]
    mode: ClassVar[Literal["webhook", "polling"]]

    def __init__(self, core: Core, api: FakeBotApi) -> None:
        self.core = core
        self._api = api
        self._user = api.user(SANNE, first_name="Sanne")
        self._last: dict[str, Any] = {}
        self._written = 0
        self.address = str(SANNE)

    @classmethod
    @asynccontextmanager
    async def opened(cls, core: Core, folder: Path) -> AsyncIterator[Self]:
        async with door() as way_in, FakeBotApi() as api:
            account = LIBRARIES[cls.library](
                api.token, api.url, mode=cls.mode, webhook_url=way_in.url, secret_token=SECRET
            )
            way_in.channel = account
            await core.add(account)
            try:
                yield cls(core, api)
                # What is still on its way would open the connection again.
                await api.settled()
                await core.sender.close()
            finally:
                await account.close()

    @property
    def heard(self) -> list[Heard]:
        return [
            Heard(" ".join(message.text.split()), tuple(label for label, _ in message.buttons))
            for message in self._user.messages
        ]

    async def arrives(self) -> None:
        """Telegram itself notes something in the chat: the bot may write here, and has nothing to say."""
        await self._user.sends(message_auto_delete_timer_changed={"message_auto_delete_time": 86_400})
        await self._api.settled()

    async def opens(self, code: str = "") -> None:
        link = self.core.channels["telegram"].link(code)
        by_link = not code or START_PAYLOAD.fullmatch(code)
        await (self._user.opens(link) if by_link else self._user.says(f"/start {code}"))

    async def writes(self, text: str) -> None:
        self._last = await self._user.says(text)
        self._written = self._last["message"]["message_id"]

    async def sends(self, kind: Kind, data: bytes) -> None:
        if kind == "voice":
            self._last = await self._user.sends_voice(data)
        elif kind == "photo":
            self._last = await self._user.sends_photo(data)
        else:
            self._last = await self._user.sends_document(data, "application/pdf", "brief.pdf")

    async def saves(self, ending: str) -> bytes:
        *_, newest = [heard for heard in self._user.messages if heard.file and heard.file[0].endswith(ending)]
        return newest.file[1]

    async def presses(self, label: str) -> None:
        self._last = await self._user.presses(label)

    async def forges(self, payload: str) -> None:
        self._last = await self._user.forges(payload)

    async def repeats(self) -> None:
        self._api.redeliver(self._last["update_id"])
        await self._api.settled()

    async def writes_late(self, text: str) -> None:
        message = {**self._last["message"], "message_id": 1_000_001, "text": text}
        self._api.deliver_raw({"update_id": self._last["update_id"] - 1, "message": message})

    async def edits(self, text: str) -> None:
        await self._user.edits(self._written, text)

    async def blocks(self) -> None:
        await self._user.blocks()
        await self._api.settled()

    async def unblocks(self) -> None:
        await self._user.unblocks()
        await self._api.settled()

    async def sends_sticker(self) -> None:
        sticker = {"file_id": "s", "file_unique_id": "s", "type": "regular", "width": 512, "height": 512}
        await self._user.sends(sticker={**sticker, "is_animated": False, "is_video": False})

    async def writes_in_group(self, text: str) -> list[str]:
        await self._user.says_in_group(GROUP, f"@{self._api.bot['username']} {text}")
        await self._api.settled()
        await self.core.sender.close()
        calls = self._api.made("sendMessage")
        return [call.params["text"] for call in calls if str(call.params["chat_id"]) == str(GROUP)]

    async def is_refused(self, how: Refusal) -> None:
        status, description, after = _REFUSALS[how]
        self._api.fail_next(1, status, description, after, method="sendMessage")

    async def loses_touch(self, seconds: float) -> None:
        self._api.down(seconds)


class AiogramRig(TelegramRig):
    """Through aiogram, by webhook."""

    library = "aiogram"
    mode = "webhook"


class PtbRig(TelegramRig):
    """Through python-telegram-bot, by polling."""

    library = "python-telegram-bot"
    mode = "polling"
