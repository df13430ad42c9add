"""What a deed or a query acts with, and for whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from flows.capabilities import Capabilities
from flows.wording import Wording
from storage.participants import Person
from storage.secrets import Secrets


@dataclass(frozen=True)
class Acting:
    """One transaction and its surroundings; `capabilities` is by channel name.

    `person` is the resident whose turn it is; `moderator_id` is set when someone at the desk acts.
    """

    connection: AsyncConnection
    now: datetime
    secrets: Secrets
    wording: Wording
    capabilities: Mapping[str, Capabilities]
    person: Person | None = None
    moderator_id: int | None = None

    @property
    def resident(self) -> Person:
        """The resident whose turn it is; a deed of residents cannot run without one."""
        if self.person is None:
            raise LookupError("this deed needs a resident, and nobody is talking")
        return self.person
