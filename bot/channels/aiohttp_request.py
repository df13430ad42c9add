"""python-telegram-bot's requests made by aiohttp, which is several times as fast as its own client."""

from __future__ import annotations

import json
from typing import Any

from aiohttp import ClientError, ClientSession, ClientTimeout, FormData
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData

TOO_MANY_REQUESTS = 429


class SlowDown(TelegramError):
    """Telegram asks to wait, in seconds. (RetryAfter warns of its own future at every use.)"""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"Wait {seconds} s.")
        self.seconds = seconds


class AiohttpRequest(BaseRequest):
    """One pool of connections; `seconds` is how long to wait for an answer unless a call says otherwise."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._session: ClientSession | None = None

    @property
    def read_timeout(self) -> float | None:
        """How long to wait for an answer, in seconds."""
        return self._seconds

    async def initialize(self) -> None:
        """Nothing: the pool is made at the first request, in the loop that makes it."""

    async def shutdown(self) -> None:
        """Close the pool; a later request opens a new one."""
        session, self._session = self._session, None
        if session is not None:
            await session.close()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: object = BaseRequest.DEFAULT_NONE,
        write_timeout: object = BaseRequest.DEFAULT_NONE,
        connect_timeout: object = BaseRequest.DEFAULT_NONE,
        pool_timeout: object = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """The status and the body of the answer; of the timeouts, that of reading alone is used."""
        if self._session is None:
            self._session = ClientSession(headers={"User-Agent": self.USER_AGENT})
        seconds = read_timeout if isinstance(read_timeout, int | float) else self._seconds
        timeout = ClientTimeout(total=None, sock_connect=self._seconds, sock_read=seconds)
        form = _form(request_data) if request_data else None
        try:
            async with self._session.request(method, url, data=form, timeout=timeout) as response:
                status, payload = response.status, await response.read()
        except TimeoutError:
            raise TimedOut from None
        except (ClientError, OSError) as error:
            # The kind alone: the address in the message holds the bot's token.
            raise NetworkError(type(error).__name__) from None
        if status == TOO_MANY_REQUESTS:
            raise SlowDown(_seconds_asked(payload))
        return status, payload

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """The answer as an object; unlike the original, writes none of it to the log."""
        try:
            found = json.loads(payload)
        except ValueError:
            raise TelegramError("Invalid server response") from None
        if not isinstance(found, dict) or not found.keys() & {"result", "error_code"}:
            raise TelegramError("Invalid server response")
        return found


def _form(request_data: RequestData) -> FormData:
    form = FormData(quote_fields=False)
    for name, value in request_data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, mime) in request_data.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=mime)
    return form


def _seconds_asked(payload: bytes) -> float:
    parameters = AiohttpRequest.parse_json_payload(payload).get("parameters")
    asked = parameters.get("retry_after") if isinstance(parameters, dict) else None
    return float(asked) if isinstance(asked, int | float) else 0.0
