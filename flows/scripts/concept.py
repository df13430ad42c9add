"""The concept, part by part: good, or change this."""

from __future__ import annotations

from flows.engine.talk import Talk, script
from flows.scripts.parts import Sheet, go_through

CONCEPT = Sheet("concept", "concept_part", "proposal")


@script("concept")
async def concept(talk: Talk) -> None:
    """What a resident would change is a proposal, which the desk takes or declines with a reason."""
    await go_through(talk, CONCEPT)
