"""Keep what a resident said beside the question, for a moderator to read."""

from __future__ import annotations

from flows.deeds.acting import Acting
from flows.deeds.contribute import Contributed, contribute
from flows.engine.readers import Told
from flows.engine.talk import deed


@deed("keep_remark")
async def keep_remark(acting: Acting, told: Told) -> Contributed:
    """Store it as a remark; never shown to others."""
    return await contribute(acting, "remark", told, may_show=False)
