"""The one web application: chat, desk, public page, webhooks, health."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import uvicorn
from fastapi import APIRouter, FastAPI, Request, Response
from starlette.responses import JSONResponse, PlainTextResponse
from starlette.staticfiles import StaticFiles

import admin

Webhook = Callable[[bytes, str], Awaitable[int]]
"""Body and secret token in, HTTP status out."""

WEBHOOK_LIMIT = 1_000_000
"""Bytes; no update of a messenger comes near it."""


@dataclass(frozen=True)
class Serving:
    """What the application is made of; `otherwise` answers where nothing else does.

    `telegram` gives the webhook once that channel is loaded.
    """

    routers: Sequence[APIRouter]
    telegram: Callable[[], Webhook | None]
    is_ready: Callable[[], Awaitable[bool]]
    otherwise: APIRouter = field(default_factory=APIRouter)


def web_app(serving: Serving) -> FastAPI:
    """Build it."""
    app = FastAPI(title="Samenspraak", docs_url=None, redoc_url=None, openapi_url=None)
    for router in serving.routers:
        app.include_router(router)
    app.mount("/static", StaticFiles(directory=Path(admin.__file__).parent / "static"), name="static")
    app.include_router(_plumbing(serving))
    app.include_router(serving.otherwise)
    return app


def _plumbing(serving: Serving) -> APIRouter:
    router = APIRouter()

    @router.post("/telegram/webhook")
    async def telegram(request: Request) -> Response:
        webhook = serving.telegram()
        if webhook is None:
            return Response(status_code=503)
        if int(request.headers.get("content-length") or 0) > WEBHOOK_LIMIT:
            return Response(status_code=413)
        secret = request.headers.get("x-telegram-bot-api-secret-token", "")
        return Response(status_code=await webhook(await request.body(), secret))

    @router.get("/health")
    async def health() -> Response:
        return PlainTextResponse("ok")

    @router.get("/ready")
    async def ready() -> Response:
        is_ready = await serving.is_ready()
        return JSONResponse({"database": is_ready}, status_code=200 if is_ready else 503)

    return router


class WebServer(uvicorn.Server):
    """Runs as a task in our own event loop and leaves signals to whoever started it."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.up = asyncio.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Tell when it answers."""
        await super().startup(sockets)
        self.up.set()

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Leave them."""
        yield


def listen(host: str, port: int) -> socket.socket:
    """An open port; 0 takes a free one. Raises OSError when it cannot be had."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    sock = socket.socket(family)
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        sock.bind((host, port))
    except OSError:
        sock.close()
        raise
    return sock


@asynccontextmanager
async def serving(app: FastAPI, sock: socket.socket) -> AsyncIterator[None]:
    """Answer on this socket inside the block."""
    config = uvicorn.Config(app, log_config=None, access_log=False, timeout_graceful_shutdown=2)
    server = WebServer(config)
    task = asyncio.create_task(server.serve(sockets=[sock]))
    await asyncio.wait([asyncio.create_task(server.up.wait()), task], return_when=asyncio.FIRST_COMPLETED)
    try:
        yield
    finally:
        server.should_exit = True
        await task
