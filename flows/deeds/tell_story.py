"""A resident tells a story."""

from __future__ import annotations

from flows.deeds.acting import Acting
from flows.deeds.contribute import Contributed, contribute
from flows.engine.readers import Told
from flows.engine.talk import deed


@deed("tell_story")
async def tell_story(acting: Acting, told: Told, may_show: bool) -> Contributed:
    """Store it for a moderator to read; `may_show` is what the resident allows, never more."""
    return await contribute(acting, "story", told, may_show=may_show)
