"""The two routers that are mounted: the desk, and the pages that anyone may see."""

from __future__ import annotations

from collections.abc import Callable

from fastapi import APIRouter, Depends
from starlette.requests import Request
from starlette.responses import Response

from admin import (
    attachments,
    group_list,
    handling,
    meanings,
    meetings,
    network_list,
    overview,
    promise_list,
    public_page,
    queue,
    reason_list,
    step_list,
    undelivered,
    updates,
    weaving_room,
)
from admin.pages import PageRoute, Turned
from admin.services import Services
from admin.signing_in import signing_in

EVERY_METHOD = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]


def desk(services: Services) -> APIRouter:
    """Everything under /desk."""
    router = APIRouter(dependencies=[Depends(_providing(services))], include_in_schema=False)
    rooms = (
        overview,
        attachments,
        queue,
        handling,
        step_list,
        network_list,
        group_list,
        reason_list,
        meanings,
        meetings,
        promise_list,
        updates,
        undelivered,
        weaving_room,
    )
    router.include_router(signing_in())
    for room in rooms:
        router.include_router(room.router)
    router.include_router(_rest("/desk/{rest:path}"))
    return router


def public(services: Services) -> APIRouter:
    """/ and /t/{slug}."""
    router = APIRouter(dependencies=[Depends(_providing(services))], include_in_schema=False)
    router.include_router(public_page.router)
    router.include_router(_rest("/t/{rest:path}"))
    return router


def otherwise(services: Services) -> APIRouter:
    """Every address that nothing else answers to; mounted last."""
    router = APIRouter(dependencies=[Depends(_providing(services))], include_in_schema=False)
    router.include_router(_rest("/{rest:path}"))
    return router


def _providing(services: Services) -> Callable[[Request], None]:
    def provide(request: Request) -> None:
        request.state.services = services

    return provide


def _rest(path: str) -> APIRouter:
    """What is not there, said on a page of ours."""
    router = APIRouter(route_class=PageRoute)

    async def gone() -> Response:
        raise Turned(404, "gone")

    router.add_api_route(path, gone, methods=EVERY_METHOD)
    return router
