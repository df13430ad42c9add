"""The methods about the bot itself: who it is, and how updates reach it."""

import re
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlsplit

from aiogram.types import Update

from fakes.bot_api.files import Files
from fakes.bot_api.refusals import bad_request
from fakes.bot_api.updates import Updates, Webhook

Json = dict[str, Any]

_KINDS = Update.model_fields.keys() - {"update_id"}


class Account:
    """The bot as it describes itself and as it wants to be reached."""

    def __init__(self, bot: Json, updates: Updates, files: Files) -> None:
        self.commands: dict[tuple[str, str], list[Json]] = {}
        self.descriptions: dict[tuple[str, str], str] = {}
        self._bot = bot
        self._updates = updates
        self._files = files

    def methods(self) -> Mapping[str, Callable[[Json], Any]]:
        """By name; each takes checked parameters."""
        return {
            "getMe": self._get_me,
            "getUpdates": self._get_updates,
            "setWebhook": self._set_webhook,
            "deleteWebhook": self._delete_webhook,
            "getWebhookInfo": self._webhook_info,
            "getFile": lambda params: self._files.give(params["file_id"]),
            "setMyCommands": self._set_commands,
            "getMyCommands": lambda params: self.commands.get(_audience(params), []),
            "setMyDescription": lambda params: self._describe("description", 512, params),
            "setMyShortDescription": lambda params: self._describe("short_description", 120, params),
            "close": lambda _: True,
            "logOut": lambda _: True,
        }

    def _get_me(self, _: Json) -> Json:
        return {
            **self._bot,
            "can_join_groups": True,
            "can_read_all_group_messages": False,
            "supports_inline_queries": False,
        }

    async def _get_updates(self, params: Json) -> list[Json]:
        self._allow(params)
        limit = params.get("limit", 100)
        if not 1 <= limit <= 100:
            raise bad_request("limit must be between 1 and 100")
        return await self._updates.poll(params.get("offset", 0), limit, params.get("timeout", 0))

    def _set_webhook(self, params: Json) -> bool:
        url = params["url"]
        parts = urlsplit(url)
        # Telegram wants https; a test's own webhook on this machine has no certificate.
        if url and parts.scheme != "https" and parts.hostname not in ("127.0.0.1", "localhost"):
            raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
        secret = params.get("secret_token")
        if secret is not None and not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", secret):
            raise bad_request("secret token contains unallowed characters")
        self._allow(params)
        return self._reach(Webhook(url, secret), params)

    def _delete_webhook(self, params: Json) -> bool:
        return self._reach(Webhook(), params)

    def _reach(self, webhook: Webhook, params: Json) -> bool:
        self._updates.webhook = webhook
        if params.get("drop_pending_updates"):
            self._updates.forget()
        self._updates.bell.ring()
        return True

    def _allow(self, params: Json) -> None:
        """The list stays as it was when a call does not name it."""
        allowed = params.get("allowed_updates", self._updates.allowed)
        if strangers := set(allowed) - _KINDS:
            raise bad_request(f"unknown kinds of update: {sorted(strangers)}")
        self._updates.allowed = allowed

    def _webhook_info(self, _: Json) -> Json:
        webhook = self._updates.webhook
        info: Json = {
            "url": webhook.url,
            "has_custom_certificate": False,
            "pending_update_count": self._updates.pending(),
        }
        if self._updates.allowed:
            info["allowed_updates"] = self._updates.allowed
        if webhook.last_error is not None:
            info["last_error_message"] = webhook.last_error
        return info

    def _set_commands(self, params: Json) -> bool:
        commands = params["commands"]
        if len(commands) > 100:
            raise bad_request("BOT_COMMANDS_TOO_MUCH")
        for command in commands:
            if not re.fullmatch(r"[a-z0-9_]{1,32}", command["command"]):
                raise bad_request("BOT_COMMAND_INVALID")
            if not 1 <= len(command["description"]) <= 256:
                raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
        self.commands[_audience(params)] = commands
        return True

    def _describe(self, name: str, longest: int, params: Json) -> bool:
        text = params.get(name, "")
        if len(text) > longest:
            raise bad_request(f"{name} is too long")
        self.descriptions[name, params.get("language_code", "")] = text
        return True


def _audience(params: Json) -> tuple[str, str]:
    """For whom commands are: the scope and the language, as one key."""
    scope = params.get("scope", {"type": "default"})
    return repr(sorted(scope.items())), params.get("language_code", "")
