"""The methods that write in a chat."""

from collections.abc import Callable, Mapping
from typing import Any

from aiogram.types import BufferedInputFile

from fakes.bot_api import limits
from fakes.bot_api.chats import Chat, Chats
from fakes.bot_api.files import Files, Stored, shown
from fakes.bot_api.pace import Pace
from fakes.bot_api.refusals import NotPlayed, bad_request

Json = dict[str, Any]

_NAMES = {"photo": "photo.jpg", "voice": "voice.oga", "document": "document"}
_CHAT_ACTIONS = {
    *("typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice"),
    *("upload_document", "choose_sticker", "find_location", "record_video_note"),
    "upload_video_note",
}


class Conversation:
    """Sends, edits and deletes as Telegram would, with its refusals."""

    def __init__(self, chats: Chats, files: Files, pace: Pace) -> None:
        self._chats = chats
        self._files = files
        self._pace = pace

    def methods(self) -> Mapping[str, Callable[[Json], Any]]:
        """By name; each takes checked parameters."""
        return {
            "sendMessage": self._send_message,
            "sendPhoto": lambda params: self._send_file("photo", params),
            "sendVoice": lambda params: self._send_file("voice", params),
            "sendDocument": lambda params: self._send_file("document", params),
            "sendChatAction": self._send_chat_action,
            "editMessageText": self._edit_text,
            "editMessageReplyMarkup": self._edit_markup,
            "deleteMessage": self._delete,
            "answerCallbackQuery": self._answer_query,
            "leaveChat": self._leave,
        }

    def _send_message(self, params: Json) -> Json:
        return self._send(params, {"text": limits.read_text(params)})

    def _send_file(self, kind: str, params: Json) -> Json:
        caption = limits.read_caption(params)
        more = {"duration": params.get("duration", 1)} if kind == "voice" else {}
        if kind == "document" and isinstance(params[kind], BufferedInputFile):
            more = {"file_name": params[kind].filename}
        content = shown(self._stored(kind, params[kind]), **more)
        return self._send(params, {**content, "caption": caption} if caption else content)

    def _stored(self, kind: str, given: BufferedInputFile | str) -> Stored:
        """A file that came with the call, or the one whose id it names."""
        if isinstance(given, BufferedInputFile):
            if not 0 < len(given.data) <= limits.UPLOAD[kind]:
                raise bad_request("file must be non-empty and not too big")
            return self._files.keep(kind, given.data, given.filename or _NAMES[kind])
        if given.startswith(("http://", "https://")):
            raise NotPlayed(f"a {kind} by its address")
        stored = self._files.find(given)
        if stored is None or stored.kind != kind:
            raise bad_request("wrong file identifier/HTTP URL specified")
        return stored

    def _send(self, params: Json, content: Json) -> Json:
        chat = self._chats.writable(params["chat_id"])
        limits.check_keyboard(params.get("reply_markup"))
        if reply := params.get("reply_parameters"):
            answered = chat.messages.get(reply["message_id"])
            if answered is None and not reply.get("allow_sending_without_reply"):
                raise bad_request("message to be replied not found")
        self._pace.step(params["chat_id"])
        return self._chats.add(chat, self._chats.bot, content | _inline_keyboard(params))

    def _send_chat_action(self, params: Json) -> bool:
        self._chats.writable(params["chat_id"])
        if params["action"] not in _CHAT_ACTIONS:
            raise bad_request("wrong parameter action in request")
        return True

    def _edit_text(self, params: Json) -> Json:
        if "rich_message" in params:
            raise NotPlayed("a rich message")
        chat, message = self._own_message(params)
        if "text" not in message:
            raise bad_request("there is no text in the message to edit")
        return self._edit(chat, message, {"text": limits.read_text(params)}, params)

    def _edit_markup(self, params: Json) -> Json:
        return self._edit(*self._own_message(params), {}, params)

    def _edit(self, chat: Chat, message: Json, change: Json, params: Json) -> Json:
        limits.check_keyboard(params.get("reply_markup"))
        without = {key: value for key, value in message.items() if key != "reply_markup"}
        edited = without | change | _inline_keyboard(params)
        if edited == message:
            raise bad_request(
                "message is not modified: specified new message content and reply markup are "
                "exactly the same as a current content and reply markup of the message"
            )
        self._chats.change(chat, edited)
        return edited

    def _own_message(self, params: Json) -> tuple[Chat, Json]:
        if "inline_message_id" in params:
            raise NotPlayed("an inline message")
        chat = self._chats.known(params.get("chat_id"))
        message = chat.messages.get(params.get("message_id", 0))
        if message is None:
            raise bad_request("message to edit not found")
        if message["from"] != self._chats.bot:
            raise bad_request("message can't be edited")
        return chat, message

    def _delete(self, params: Json) -> bool:
        chat = self._chats.known(params["chat_id"])
        if params["message_id"] not in chat.messages:
            raise bad_request("message to delete not found")
        self._chats.remove(chat, params["message_id"])
        return True

    def _answer_query(self, params: Json) -> bool:
        text = params.get("text", "")
        if limits.utf16_units(text) > limits.NOTICE:
            raise bad_request("MESSAGE_TOO_LONG")
        self._chats.answer(params["callback_query_id"], text)
        return True

    def _leave(self, params: Json) -> bool:
        chat = self._chats.writable(params["chat_id"])
        if chat.about["type"] == "private":
            raise bad_request("chat member status can't be changed in private chats")
        chat.closed = f"bot is not a member of the {chat.about['type']} chat"
        return True


def _inline_keyboard(params: Json) -> Json:
    """Messages show their inline keyboard only, and no empty one."""
    markup = params.get("reply_markup") or {}
    return {"reply_markup": markup} if markup.get("inline_keyboard") else {}
