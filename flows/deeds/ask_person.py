"""A resident wants to talk to a person."""

from __future__ import annotations

from flows.deeds.acting import Acting
from flows.deeds.contribute import Contributed, contribute
from flows.engine.readers import Told
from flows.engine.talk import deed


@deed("ask_person")
async def ask_person(acting: Acting, words: str) -> Contributed:
    """Put a call-back request in the queue."""
    return await contribute(acting, "call_back", Told(words), may_show=False)
