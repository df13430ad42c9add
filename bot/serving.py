"""The one web application: chat, desk, public page, webhooks, health."""

from __future__ import annotations

import asyncio
import errno
import socket
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from contextlib import ExitStack, asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path

import uvicorn
from fastapi import APIRouter, FastAPI, Request, Response
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect
from starlette.responses import JSONResponse, PlainTextResponse
from starlette.staticfiles import StaticFiles

import admin
from bot.settings import WrongSetting

Webhook = Callable[[bytes, str], Awaitable[int]]
"""Body and secret token in, HTTP status out."""

WEBHOOK_PATH = "/telegram/webhook"

WEBHOOK_LIMIT = 1_000_000
"""Bytes; no update of a messenger comes near it."""

BACKLOG = 2048
"""Visitors who may wait at the door while everything starts."""


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
    app.add_exception_handler(HTTPException, _in_a_word)
    return app


async def _in_a_word(_: Request, problem: Exception) -> Response:
    """What no page of ours answers to, in plain words."""
    status = HTTPStatus(problem.status_code if isinstance(problem, HTTPException) else 500)
    words = f"{status.value} {status.phrase}\n"
    return PlainTextResponse(words, status, headers=getattr(problem, "headers", None))


async def _body(request: Request) -> bytes:
    """What was posted; HTTPException 413 for what is larger than any update, and 400 for half of one."""
    body = bytearray()
    try:
        async for piece in request.stream():
            body += piece
            if len(body) > WEBHOOK_LIMIT:
                raise HTTPException(413, headers={"Connection": "close"})
    except ClientDisconnect as problem:
        raise HTTPException(400) from problem
    return bytes(body)


def _plumbing(serving: Serving) -> APIRouter:
    router = APIRouter()

    @router.post(WEBHOOK_PATH)
    async def telegram(request: Request) -> Response:
        webhook = serving.telegram()
        if webhook is None:
            return Response(status_code=503)
        secret = request.headers.get("x-telegram-bot-api-secret-token", "")
        return Response(status_code=await webhook(await _body(request), secret))

    @router.api_route(WEBHOOK_PATH, methods=["GET", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS"])
    async def look() -> Response:
        raise HTTPException(405, headers={"Allow": "POST"})

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
        """Tell when it answers, or when it never will."""
        try:
            await super().startup(sockets)
        finally:
            self.up.set()

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Leave them."""
        yield


def listen(host: str, port: int) -> socket.socket:
    """A port that is ours from now on; 0 takes a free one. Raises WrongSetting when it cannot be had."""
    with ExitStack() as stack:
        try:
            sock = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
            stack.enter_context(sock)
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            sock.bind((host, port))
            # At once: two sockets may be bound to one port, as long as neither listens.
            sock.listen(BACKLOG)
        except (OSError, UnicodeError) as problem:
            raise WrongSetting(_refused(host, port, problem)) from problem
        stack.pop_all()
    return sock


def _refused(host: str, port: int, problem: Exception) -> str:
    match getattr(problem, "errno", None):
        case errno.EADDRINUSE:
            return f"SAMENSPRAAK_PORT: port {port} on {host} is taken; choose another."
        case errno.EACCES:
            return f"SAMENSPRAAK_PORT: port {port} is not for everybody; choose one of 1024 or higher."
        case _:
            return f"SAMENSPRAAK_HOST: {host} is no address of this machine."


@asynccontextmanager
async def serving(app: FastAPI, sock: socket.socket) -> AsyncIterator[None]:
    """Answer on this socket inside the block."""
    config = uvicorn.Config(app, log_config=None, access_log=False, timeout_graceful_shutdown=2)
    server = WebServer(config)
    task = asyncio.create_task(server.serve(sockets=[sock]))
    try:
        await server.up.wait()
        if not server.started:
            await task
        yield
    finally:
        server.should_exit = True
        await task
