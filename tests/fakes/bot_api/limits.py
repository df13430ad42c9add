"""What a message may hold, and the words in which Telegram refuses more."""

import html
import re
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from fakes.bot_api.refusals import NotPlayed, bad_request

Json = dict[str, Any]

TEXT = 4096
CAPTION = 1024
NOTICE = 200
CALLBACK_DATA_BYTES = 64
BUTTONS = 100
DOWNLOAD = 20 * 1024 * 1024
UPLOAD = {"photo": 10 * 1024 * 1024, "voice": 50 * 1024 * 1024, "document": 50 * 1024 * 1024}
START_PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}")

_TAGS = {
    *("b", "strong", "i", "em", "u", "ins", "s", "strike", "del", "a", "code", "pre"),
    *("blockquote", "span", "tg-spoiler", "tg-emoji"),
}
_ACTIONS = {
    *("url", "callback_data", "web_app", "login_url", "switch_inline_query", "copy_text"),
    *("switch_inline_query_current_chat", "switch_inline_query_chosen_chat", "callback_game"),
    *("pay", "disabled"),
}


def utf16_units(text: str) -> int:
    """The length as Telegram counts it."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def read_text(params: Json) -> str:
    """The text of a message as its receiver sees it."""
    text = _formatted(params.get("text", ""), params.get("parse_mode"))
    if not text:
        raise bad_request("message text is empty")
    if utf16_units(text) > TEXT:
        raise bad_request("message is too long")
    return text


def read_caption(params: Json) -> str:
    """The words under a picture, a recording or a document; may be none."""
    caption = _formatted(params.get("caption", ""), params.get("parse_mode"))
    if utf16_units(caption) > CAPTION:
        raise bad_request("message caption is too long")
    return caption


def check_keyboard(markup: Json | None) -> None:
    """Buttons as the API documents them."""
    if markup is None:
        return
    buttons = [button for row in markup.get("inline_keyboard", ()) for button in row]
    for button in buttons:
        _check_inline(button)
    if "keyboard" in markup:
        raise NotPlayed("a reply keyboard")
    if len(buttons) > BUTTONS:
        raise bad_request("reply markup is too long")


def _check_inline(button: Json) -> None:
    if not button["text"].strip():
        raise bad_request("inline keyboard button text must be non-empty")
    if len(actions := _ACTIONS & button.keys()) != 1:
        raise bad_request(
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
            if not actions
            else f"inline keyboard button must do exactly one thing, not {sorted(actions)}"
        )
    data = button.get("callback_data", "-").encode()
    if not 1 <= len(data) <= CALLBACK_DATA_BYTES:
        raise bad_request("BUTTON_DATA_INVALID")
    if "url" in button:
        _check_address(button["url"])


def _check_address(url: str) -> None:
    """Telegram takes no button that leads to a host without a dot, `localhost` among them."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https", "tg"):
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: unsupported URL protocol")
    if parts.scheme != "tg" and "." not in (parts.hostname or ""):
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")


def _formatted(text: str, mode: str | None) -> str:
    readers: dict[str, Callable[[str], str]] = {"": str, "html": _read_html}
    reader = readers.get((mode or "").lower())
    if reader is None:
        if mode not in ("Markdown", "MarkdownV2"):
            raise bad_request("unsupported parse_mode")
        raise NotPlayed(f"parse_mode {mode}")
    return reader(text).strip()


def _read_html(text: str) -> str:
    opened: list[str] = []

    def drop(tag: re.Match[str]) -> str:
        name = tag[2].lower()
        if name not in _TAGS:
            raise bad_request(f'can\'t parse entities: Unsupported start tag "{name}"')
        if not tag[1]:
            opened.append(name)
        elif not opened or opened.pop() != name:
            raise bad_request(f'can\'t parse entities: Unexpected end tag "{name}"')
        return ""

    bare = re.sub(r"<(/?)([^\s<>]*)[^<>]*>", drop, text)
    if opened or "<" in bare:
        raise bad_request("can't parse entities: a tag is not closed")
    return html.unescape(bare)
