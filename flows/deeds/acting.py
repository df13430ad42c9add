"""What a deed or a query acts with, and for whom."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from sqlalchemy.ext.asyncio import AsyncConnection

from flows.capabilities import Capabilities
from flows.wording import Wording
from storage.participants import Person
from storage.secrets import Secrets

Links: TypeAlias = Callable[[str], Mapping[str, str]]
"""From the token of a link to its address in each channel that is on."""


def no_links(_token: str) -> Mapping[str, str]:
    """Where no channel has an address of its own."""
    return {}


@dataclass(frozen=True)
class Acting:
    """One transaction and its surroundings; `capabilities` is by channel name, `links` as in `Links`.

    `person` is the resident whose turn it is; `moderator_id` is set when someone at the desk acts.
    """

    connection: AsyncConnection
    now: datetime
    secrets: Secrets
    wording: Wording
    capabilities: Mapping[str, Capabilities]
    person: Person | None = None
    moderator_id: int | None = None
    links: Links = no_links

    @property
    def resident(self) -> Person:
        """The resident whose turn it is; a deed of residents cannot run without one."""
        if self.person is None:
            raise LookupError("this deed needs a resident, and nobody is talking")
        return self.person
