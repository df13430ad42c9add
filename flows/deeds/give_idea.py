"""A resident gives an idea."""

from __future__ import annotations

from flows.deeds.acting import Acting
from flows.deeds.contribute import Contributed, contribute
from flows.engine.readers import Told
from flows.engine.talk import deed


@deed("give_idea")
async def give_idea(acting: Acting, words: str) -> Contributed:
    """Store it for a moderator to read; an idea is meant to be shown, and the question said so."""
    return await contribute(acting, "idea", Told(words), may_show=True)
