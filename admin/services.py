"""What the desk and the public page are given to work with."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import cast

from sqlalchemy.ext.asyncio import AsyncConnection
from starlette.requests import Request

from flows.capabilities import Capabilities
from flows.deeds.acting import Acting
from flows.wording import Wording
from storage.database import Database
from storage.secrets import Secrets


@dataclass(frozen=True)
class Services:
    """Everything from outside. `capabilities` is by channel name, `channels` are those that are on now.

    `wake()` is called after each commit that put something in the outbox. `read_media(key)` gives the
    decrypted bytes and their mime type, and raises LookupError. `links(code)` gives channel -> invitation
    link. `base_url` is where people reach us; over https cookies are Secure.
    """

    database: Database
    secrets: Secrets
    wording: Wording
    capabilities: Mapping[str, Capabilities]
    channels: Collection[str]
    clock: Callable[[], datetime]
    wake: Callable[[], None]
    read_media: Callable[[str], Awaitable[tuple[bytes, str]]]
    base_url: str
    links: Callable[[str], Mapping[str, str]]

    @property
    def secure(self) -> bool:
        """Whether cookies may only travel encrypted."""
        return self.base_url.startswith("https:")

    def acting(self, connection: AsyncConnection, moderator_id: int, now: datetime) -> Acting:
        """What a deed acts with when someone at the desk does it."""
        return Acting(
            connection=connection,
            now=now,
            secrets=self.secrets,
            wording=self.wording,
            capabilities=self.capabilities,
            moderator_id=moderator_id,
            links=self.links,
        )


def services_of(request: Request) -> Services:
    """The services that the router was made with."""
    return cast(Services, request.state.services)
