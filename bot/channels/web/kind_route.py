"""Routes of the chat whose mishaps are pages too, in words for a resident."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

import structlog
from fastapi.routing import APIRoute
from starlette.requests import Request
from starlette.responses import Response

from bot.channels.web.sheets import Sheets
from flows.mistakes import place
from storage.database import is_unavailable

log = structlog.get_logger()


def kind_route(sheets: Sheets) -> type[APIRoute]:
    """A class of routes that draw on `sheets` what went wrong: the database is away, or we made a mistake."""

    class KindRoute(APIRoute):
        """One of those."""

        def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
            """The handler with a page around its mishaps."""
            handle = super().get_route_handler()

            async def kindly(request: Request) -> Response:
                try:
                    return await handle(request)
                except Exception as problem:
                    if is_unavailable(problem):
                        return sheets.away(request)
                    log.error("page failed", problem=type(problem).__name__, at=place(problem))
                    return sheets.broken(request)

            return kindly

    return KindRoute
