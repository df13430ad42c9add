"""A moderator publishes a contribution."""

from __future__ import annotations

from flows.deeds.acting import Acting
from flows.deeds.deciding import Decided, Refused, decide


async def publish(acting: Acting, *, node_id: int, sentence: str = "") -> Decided | Refused:
    """Accept it (others see it only if its author allows that) and tell its author, in own words or ours."""
    return await decide(acting, node_id, "publish", "published", sentence)
