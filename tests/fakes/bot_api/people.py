"""People who use the bot, with their own eyes and thumbs."""

import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs, urlsplit

from fakes.bot_api import limits
from fakes.bot_api.chats import Chat, Chats
from fakes.bot_api.files import Files, shown
from fakes.bot_api.updates import Updates

Json = dict[str, Any]


@dataclass(frozen=True)
class Heard:
    """A message of the bot as its receiver sees it now.

    `kind` is text, photo, voice or document; `buttons` are (label, payload) pairs, or (label,
    address) for those that lead elsewhere; `file` is the name and content of a document.
    """

    message_id: int
    kind: str
    text: str
    buttons: list[tuple[str, str]]
    file: tuple[str, bytes] = ("", b"")


class User:
    """One person in a private chat with the bot; what they do returns the update it made.

    An update reaches the bot later, in its own time: wait for what it brings with `hears` or
    `last`, or for the bot to have taken it with `FakeBotApi.settled`.
    """

    def __init__(self, about: Json, chats: Chats, files: Files, updates: Updates) -> None:
        self.about = about
        self._chats = chats
        self._files = files
        self._updates = updates
        self._acted = 0
        named = {key: about[key] for key in ("id", "first_name")}
        self._chat = chats.place({**named, "type": "private"})

    async def says(self, text: str) -> Json:
        """Write 1 to 4096 UTF-16 units, a command perhaps; unlike Telegram, the fake cleans nothing."""
        return self._say(text, self._chat)

    async def opens(self, link: str) -> Json:
        """Follow a link to the bot and press Start, as `https://t.me/bot?start=payload`."""
        payload = parse_qs(urlsplit(link).query).get("start", [""])[0]
        if "start=" in link and not limits.START_PAYLOAD.fullmatch(payload):
            raise ValueError(f"Telegram opens no chat for {link}")
        return await self.says(f"/start {payload}".strip())

    async def says_in_group(self, group_id: int, text: str, title: str = "Buurtapp") -> Json:
        """Write in a group where the bot is a member too; its id is negative."""
        if group_id >= 0:
            raise ValueError("a group has a negative id")
        group = self._chats.place({"id": group_id, "title": title, "type": "supergroup"})
        return self._say(text, group)

    async def edits(self, message_id: int, text: str) -> Json:
        """Change an own message that was written before."""
        message = self._chat.messages[message_id]
        if message["from"] != self.about:
            raise ValueError("nobody can edit what someone else wrote")
        kept = {key: value for key, value in message.items() if key != "entities"}
        words = _worded(text) if "text" in message else {"caption": text}
        edited = {**kept, **words, "edit_date": int(time.time())}
        self._chats.change(self._chat, edited)
        return self._act("edited_message", edited)

    async def sends_voice(self, data: bytes, duration: int = 3) -> Json:
        """Hold the microphone for so many seconds."""
        stored = self._files.keep("voice", data, "voice.oga")
        return self._send(shown(stored, duration=duration, mime_type="audio/ogg"), self._chat)

    async def sends_photo(self, data: bytes, caption: str = "") -> Json:
        """Send a picture; the fake does not re-encode it, as Telegram would."""
        content = shown(self._files.keep("photo", data, "photo.jpg"))
        return self._send({**content, "caption": caption} if caption else content, self._chat)

    async def sends_document(self, data: bytes, mime: str, name: str) -> Json:
        """Send a file as it is."""
        stored = self._files.keep("document", data, name)
        return self._send(shown(stored, mime_type=mime, file_name=name), self._chat)

    async def sends(self, **content: Any) -> Json:
        """Send anything else, as the API shows it: `location={"latitude": 52.0, "longitude": 4.3}`."""
        return self._send(content, self._chat)

    async def presses(self, button: str, message_id: int | None = None) -> Json:
        """Press a button by its label or payload: on the newest message that has it, or this one.

        LookupError when there is none, or when it only leads to an address.
        """
        for message in reversed(self._received()):
            for made in _buttons(message) if message_id in (None, message["message_id"]) else ():
                payload = made.get("callback_data")
                if payload is not None and button in (made["text"], payload):
                    return self._query(message, payload)
        raise LookupError(f"no button {button!r} in {[heard.buttons for heard in self.messages]}")

    async def forges(self, payload: str) -> Json:
        """Press a button that the bot never made, on its newest message."""
        return self._query(self._received()[-1], payload)

    async def blocks(self) -> Json:
        """Block the bot: it can write no more."""
        self._chat.closed = "bot was blocked by the user"
        return self._membership("member", "kicked")

    async def unblocks(self) -> Json:
        """Let the bot write again."""
        self._chat.closed = None
        return self._membership("kicked", "member")

    @property
    def messages(self) -> list[Heard]:
        """What the bot wrote here and has not deleted, as it reads now, oldest first."""
        return [_heard(message, self._files) for message in self._received()]

    @property
    def heard(self) -> list[str]:
        """The words of `messages`."""
        return [message.text for message in self.messages]

    @property
    def notices(self) -> list[str]:
        """The short texts that answered the presses of this user."""
        return self._chats.notices.get(self.about["id"], [])

    async def hears(self, contains: str, within: float = 5) -> Heard:
        """The newest message with these words that came, or was edited, since the last act.

        Waits for it, in seconds; AssertionError when it does not come.
        """
        return await self._newest(lambda heard: contains in heard.text, repr(contains), within)

    async def last(self, within: float = 5) -> Heard:
        """The newest message that came, or was edited, since the last act; waits for one."""
        return await self._newest(lambda _: True, "anything", within)

    def _say(self, text: str, chat: Chat) -> Json:
        if not 1 <= limits.utf16_units(text) <= limits.TEXT:
            raise ValueError("Telegram sends texts of 1 to 4096 UTF-16 units")
        return self._send(_worded(text), chat)

    def _send(self, content: Json, chat: Chat) -> Json:
        if chat.closed is not None:
            raise ValueError(f"nothing said here reaches the bot: {chat.closed}")
        chat.known = True
        message = self._chats.add(chat, self.about, content)
        return self._act("message", message)

    def _query(self, message: Json, payload: str) -> Json:
        return self._act(
            "callback_query",
            {
                "id": self._chats.press(self.about["id"]),
                "from": self.about,
                "message": message,
                "chat_instance": str(self.about["id"]),
                "data": payload,
            },
        )

    def _act(self, kind: str, content: Json) -> Json:
        self._acted = self._chats.moment
        return self._updates.add(kind, content)

    def _received(self) -> list[Json]:
        return [m for m in self._chat.messages.values() if m["from"] == self._chats.bot]

    def _membership(self, old: str, new: str) -> Json:
        def member(status: str) -> Json:
            until = {"until_date": 0} if status == "kicked" else {}
            return {"user": self._chats.bot, "status": status, **until}

        return self._act(
            "my_chat_member",
            {
                "chat": self._chat.about,
                "from": self.about,
                "date": int(time.time()),
                "old_chat_member": member(old),
                "new_chat_member": member(new),
            },
        )

    async def _newest(self, fits: Callable[[Heard], bool], what: str, within: float) -> Heard:
        def look() -> Heard | None:
            changed = self._chat.changed
            fresh = (m for m in reversed(self.messages) if changed[m.message_id] > self._acted)
            return next(filter(fits, fresh), None)

        try:
            return await self._updates.bell.until(look, within)
        except TimeoutError:
            name = self.about["first_name"]
            raise AssertionError(f"{name} did not hear {what} in {within} s, but: {self.heard}") from None


def _worded(text: str) -> Json:
    command = re.match(r"/\w{1,32}(@\w+)?(?!\S)", text, re.ASCII)
    if command is None:
        return {"text": text}
    entity = {"type": "bot_command", "offset": 0, "length": command.end()}
    return {"text": text, "entities": [entity]}


def _buttons(message: Json) -> list[Json]:
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return [button for row in rows for button in row]


def _heard(message: Json, files: Files) -> Heard:
    document = message.get("document", {})
    stored = files.find(document.get("file_id", ""))
    return Heard(
        message_id=message["message_id"],
        kind=next(kind for kind in ("text", "photo", "voice", "document") if kind in message),
        text=str(message.get("text") or message.get("caption") or ""),
        buttons=[
            (button["text"], str(button.get("callback_data") or button.get("url") or ""))
            for button in _buttons(message)
        ],
        file=(document.get("file_name", ""), stored.data if stored else b""),
    )
