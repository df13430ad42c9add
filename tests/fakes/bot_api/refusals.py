"""How Telegram says no."""

from typing import Any


class Refused(Exception):
    """The answer that stands in place of a result; a second to wait comes with a 429."""

    def __init__(self, status: int, description: str, retry_after: int | None = None) -> None:
        super().__init__(f"{status} {description}")
        self.status = status
        self.answer: dict[str, Any] = {
            "ok": False,
            "error_code": status,
            "description": description,
        }
        if retry_after is not None:
            self.answer["parameters"] = {"retry_after": retry_after}


class NotPlayed(Refused):
    """The call is right, but the fake does not know how to answer it: teach it."""

    def __init__(self, what: str) -> None:
        super().__init__(501, f"Not Implemented: the fake does not play {what}")


def bad_request(why: str) -> Refused:
    """A 400 in Telegram's words."""
    return Refused(400, f"Bad Request: {why}")


def too_many_requests(retry_after: int) -> Refused:
    """A 429 that asks to wait, in seconds."""
    return Refused(429, f"Too Many Requests: retry after {retry_after}", retry_after)
