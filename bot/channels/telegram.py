"""What Telegram's updates mean to us and what its messages can show, without any library."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from bot.channels.telegram_fields import Fields
from flows.capabilities import Capabilities
from flows.inbound import (
    Blocked,
    Edited,
    Event,
    Inbound,
    InGroup,
    Located,
    Pressed,
    Started,
    Unblocked,
    Unreadable,
    Uploaded,
    Wrote,
)
from flows.rendering import Button, Message

TELEGRAM = Capabilities(
    text_length=4096,
    unit="utf16",
    buttons=9,
    button_label=24,
    rows=24,
    row_label=40,
    documents=True,
    upload=20 * 1024 * 1024,
    deep_link="start",
)
"""Telegram takes a hundred buttons of any length: beyond these a phone cuts labels, or is full of buttons."""

ALLOWED_UPDATES = ("message", "edited_message", "callback_query", "my_chat_member")

_LABELS_BESIDE = 3
_CHARACTERS_BESIDE = 30

_CODE = re.compile(r"[A-Za-z0-9_-]{0,64}")
_COMMAND = re.compile(r"/(?P<name>\w{1,32})(?:@(?P<bot>\w+))?(?:\s+(?P<rest>.*))?", re.ASCII | re.DOTALL)
_LANGUAGE = re.compile(r"[a-z]{2,3}")

_GROUPS = ("group", "supergroup")
_PRESENT = ("member", "administrator")
_GONE = ("left", "kicked")
_RECORDINGS = {"voice": "audio/ogg", "audio": "", "video_note": "video/mp4"}
_OTHER_FILES = ("animation", "video", "document")
_UNREADABLE = (
    *("sticker", "contact", "poll", "dice", "game", "story", "checklist", "invoice", "gift", "unique_gift"),
    *("paid_media", "live_photo", "rich_message", "giveaway", "users_shared", "chat_shared", "web_app_data"),
)


@dataclass(frozen=True)
class _Happened:
    """An update without its number."""

    address: int
    event: Event
    at: datetime
    message_id: str = ""
    language: str = ""


def read_update(raw: Mapping[str, object], bot_name: str) -> Inbound | None:
    """An update of the Bot API as we see it, None when it is nothing to us; `bot_name` is the username.

    ValueError when it is no update at all, and never another exception, whatever the mapping holds.
    """
    update = Fields(raw)
    number = update.whole("update_id")
    kind = update.first(_READERS)
    happened = _READERS[kind](update.inner(kind), bot_name) if kind else None
    if happened is None:
        return None
    return Inbound(
        channel="telegram",
        address=str(happened.address),
        event_id=str(number),
        order=number,
        at=happened.at,
        event=happened.event,
        message_id=happened.message_id,
        language=happened.language,
    )


def keyboard(message: Message) -> list[list[Button]]:
    """The buttons in rows: two or three beside each other when all labels are short, else one to a row."""
    buttons = message.buttons
    longest = max((len(button.label) for button in buttons), default=0)
    beside = min(_LABELS_BESIDE, _CHARACTERS_BESIDE // max(longest, 1))
    # Two and two look better than three and a lonely fourth.
    if beside == _LABELS_BESIDE and len(buttons) % beside == 1:
        beside -= 1
    step = 1 if message.rows else max(beside, 1)
    return [list(buttons[start : start + step]) for start in range(0, len(buttons), step)]


def deep_link(bot_name: str, code: str) -> str:
    """The address that opens the chat with a code, or without one; "" while the bot's name is unknown."""
    if not bot_name:
        return ""
    return f"https://t.me/{bot_name}?start={code}" if code else f"https://t.me/{bot_name}"


def _read_message(message: Fields, bot_name: str) -> _Happened | None:
    chat = message.inner("chat")
    at = _moment(message.whole("date"))
    if chat.text("type") in _GROUPS:
        return _in_group(chat, at, bot_name) if _is_addressed(message, bot_name) else None
    own = str(message.whole("message_id"))
    return _in_private(chat, _sender(message), _content(message, bot_name), at, own)


def _read_edit(message: Fields, bot_name: str) -> _Happened | None:
    text = message.text("text") or message.text("caption")
    at = _moment(message.whole("edit_date", default=message.whole("date")))
    own = str(message.whole("message_id"))
    return _in_private(message.inner("chat"), _sender(message), Edited(text) if text else None, at, own)


def _read_press(query: Fields, bot_name: str) -> _Happened | None:
    if not query.has("message") or not query.has("data"):
        return None
    # Telegram does not say when a button was pressed, only when its message was sent.
    now = datetime.now(UTC)
    chat = query.inner("message").inner("chat")
    return _in_private(chat, _sender(query), Pressed(query.text("data")), now)


def _read_membership(change: Fields, bot_name: str) -> _Happened | None:
    chat = change.inner("chat")
    at = _moment(change.whole("date"))
    before = change.inner("old_chat_member").text("status")
    now = change.inner("new_chat_member").text("status")
    if chat.text("type") in _GROUPS:
        return _in_group(chat, at, bot_name) if before in _GONE and now in _PRESENT else None
    event = Blocked() if now in _GONE else Unblocked() if now in _PRESENT else None
    return _in_private(chat, _sender(change), event, at)


_READERS: dict[str, Callable[[Fields, str], _Happened | None]] = {
    "message": _read_message,
    "edited_message": _read_edit,
    "callback_query": _read_press,
    "my_chat_member": _read_membership,
}


def _in_group(chat: Fields, at: datetime, bot_name: str) -> _Happened:
    """Who it was, and in which language, is left out: nothing of a group's members is kept."""
    return _Happened(chat.whole("id"), InGroup(deep_link(bot_name, "")), at)


def _in_private(
    chat: Fields, sender: Fields, event: Event | None, at: datetime, message_id: str = ""
) -> _Happened | None:
    # Two bots that answer each other would never stop.
    if event is None or chat.text("type") != "private" or sender.flag("is_bot"):
        return None
    return _Happened(chat.whole("id"), event, at, message_id, _language(sender))


def _is_addressed(message: Fields, bot_name: str) -> bool:
    text = message.text("text") or message.text("caption")
    command = _COMMAND.fullmatch(text)
    if command is not None and _is_for(command, bot_name):
        return True
    mention = rf"(?<!\w)@{re.escape(bot_name)}(?!\w)"
    return bot_name != "" and re.search(mention, text, re.IGNORECASE) is not None


def _content(message: Fields, bot_name: str) -> Event | None:
    """What a message says; None for what Telegram itself notes in a chat, such as a pinned message."""
    if message.has("text"):
        return _words(message.text("text"), bot_name)
    if kind := message.first(_RECORDINGS):
        return _uploaded(message, message.inner(kind), "voice", _RECORDINGS[kind])
    if message.has("photo"):
        largest = max(message.inners("photo"), key=_pixels)
        return _uploaded(message, largest, "photo", "image/jpeg")
    if kind := message.first(_OTHER_FILES):
        file = message.inner(kind)
        is_picture = kind == "document" and file.text("mime_type").startswith("image/")
        return _uploaded(message, file, "photo" if is_picture else "other", "")
    if message.has("location"):
        place = message.inner("location")
        return Located(place.number("latitude", most=90), place.number("longitude", most=180))
    return Unreadable() if message.first(_UNREADABLE) else None


def _words(text: str, bot_name: str) -> Event:
    command = _COMMAND.fullmatch(text)
    if command is None or not _is_for(command, bot_name):
        return Wrote(text) if text.strip() else Unreadable()
    rest = (command["rest"] or "").strip()
    if command["name"].lower() == "start":
        return Started(rest if _CODE.fullmatch(rest) else "")
    return Wrote(f"/{command['name']} {rest}".rstrip())


def _is_for(command: re.Match[str], bot_name: str) -> bool:
    return command["bot"] is None or command["bot"].lower() == bot_name.lower()


def _uploaded(message: Fields, file: Fields, kind: Literal["voice", "photo", "other"], mime: str) -> Uploaded:
    return Uploaded(
        remote=file.text("file_id"),
        kind=kind,
        mime=file.text("mime_type").lower() or mime,
        size=max(file.whole("file_size", default=0), 0),
        seconds=file.whole("duration") if file.has("duration") else None,
        caption=message.text("caption"),
    )


def _pixels(size: Fields) -> int:
    return size.whole("width") * size.whole("height")


def _sender(source: Fields) -> Fields:
    return source.inner("from") if source.has("from") else Fields({})


def _language(sender: Fields) -> str:
    first = sender.text("language_code").lower().partition("-")[0]
    return first if _LANGUAGE.fullmatch(first) else ""


def _moment(seconds: int) -> datetime:
    try:
        return datetime.fromtimestamp(seconds, UTC)
    except (OverflowError, OSError) as error:
        raise ValueError("no moment in time") from error
