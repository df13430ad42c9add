"""A moderator asks the author something."""

from __future__ import annotations

from flows.deeds.acting import Acting
from flows.deeds.deciding import Decided, Refused, decide
from flows.engine.readers import clean


async def ask_back(acting: Acting, *, node_id: int, sentence: str) -> Decided | Refused:
    """Put a question to the author; the answer comes back to the same item in the queue."""
    if not clean(sentence):
        return Refused("decide-question-missing")
    return await decide(acting, node_id, "ask_back", "asked_back", sentence)
