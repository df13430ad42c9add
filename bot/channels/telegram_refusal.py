"""How Telegram says no, and what that means for a message."""

from __future__ import annotations

from bot.channels.channel import Blocked, Outcome, Rejected, Retry

_NOBODY_THERE = ("chat not found", "user is deactivated", "user not found", "peer_id_invalid")


class BadToken(Exception):
    """Telegram does not know this bot token. Copy it once more from @BotFather, in full."""

    def __init__(self) -> None:
        super().__init__(self.__doc__)


class Refusal(Exception):
    """A call was not done; `status` is 0 without an answer, `after` in seconds when Telegram names a wait."""

    def __init__(self, status: int, description: str = "", after: float = 0.0) -> None:
        super().__init__(f"Telegram did not do it ({status}): {description}")
        self.status = status
        self.description = description.lower()
        self.after = after

    @property
    def is_final(self) -> bool:
        """Whether asking the same again is of no use."""
        return self.status in (400, 401, 403, 404)


def outcome(refusal: Refusal) -> Outcome:
    """What becomes of a message that was refused."""
    match refusal.status:
        case 403:
            return Blocked()
        case 429:
            return Retry(refusal.after or 2.0, account=True, reason="too_fast")
        case 401 | 404:
            return Retry(60.0, account=True, reason="credentials")
        case 400 if any(words in refusal.description for words in _NOBODY_THERE):
            return Blocked()
        case 400:
            return Rejected("telegram_400")
        case _:
            return Retry(2.0)
