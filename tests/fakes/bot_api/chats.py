"""What has been said where."""

import time
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from fakes.bot_api.bell import Bell
from fakes.bot_api.refusals import Refused, bad_request

Json = dict[str, Any]


@dataclass
class Chat:
    """A private chat or a group, and its messages as Telegram shows them to the bot.

    `known` once somebody wrote in it; `closed` says why the bot may no longer write.
    """

    about: Json
    known: bool = False
    messages: dict[int, Json] = field(default_factory=dict)
    changed: dict[int, int] = field(default_factory=dict)
    closed: str | None = None


class Chats:
    """All chats of the one bot.

    `moment` counts what happened, so that one can ask what is newer than something else.
    """

    def __init__(self, bot: Json, bell: Bell) -> None:
        self.bot = bot
        self.notices: dict[int, list[str]] = {}
        self.moment = 0
        self._bell = bell
        self._chats: dict[int, Chat] = {}
        self._ids = count(1)
        self._queries: dict[str, int] = {}
        self._query_ids = count(4_000_000_000_000_000_001)

    def place(self, about: Json) -> Chat:
        """The chat with a user or of a group."""
        return self._chats.setdefault(about["id"], Chat(about))

    def known(self, chat_id: Any) -> Chat:
        """The chat that a call names."""
        chat = self._chats.get(chat_id)
        if chat is None or not chat.known:
            raise bad_request("chat not found")
        return chat

    def writable(self, chat_id: Any) -> Chat:
        """The chat that a call wants to write in; it may have been closed to the bot."""
        chat = self.known(chat_id)
        if chat.closed is not None:
            raise Refused(403, f"Forbidden: {chat.closed}")
        return chat

    def add(self, chat: Chat, sender: Json, content: Json) -> Json:
        """A new message; what it answers to and its buttons are part of the content."""
        message = {
            "message_id": next(self._ids),
            "from": sender,
            "chat": chat.about,
            "date": int(time.time()),
            **content,
        }
        self.change(chat, message)
        return message

    def change(self, chat: Chat, message: Json) -> None:
        """A message came, or took this new form."""
        self.moment += 1
        chat.messages[message["message_id"]] = message
        chat.changed[message["message_id"]] = self.moment
        self._bell.ring()

    def remove(self, chat: Chat, message_id: int) -> None:
        """A message is gone."""
        del chat.messages[message_id]
        del chat.changed[message_id]
        self._bell.ring()

    def press(self, user_id: int) -> str:
        """The id of a new press that waits for its answer."""
        query_id = str(next(self._query_ids))
        self._queries[query_id] = user_id
        return query_id

    def answer(self, query_id: str, text: str) -> None:
        """Answer a press, once: the user sees the text for a moment, if there is one."""
        user_id = self._queries.pop(query_id, None)
        if user_id is None:
            raise bad_request("query is too old and response timeout expired or query ID is invalid")
        if text:
            self.notices.setdefault(user_id, []).append(text)
        self._bell.ring()
