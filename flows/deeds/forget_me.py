"""A resident wants to be forgotten."""

from __future__ import annotations

from flows.deeds.acting import Acting
from flows.deeds.part_with_promises import part_with_promises
from flows.engine.talk import deed
from storage import erasure


@deed("forget_me")
async def forget_me(acting: Acting) -> None:
    """Take the words and the person out; the last reply still goes, then the address is erased too."""
    await part_with_promises(acting, acting.resident.participant_id)
    await erasure.forget(acting.connection, acting.resident.participant_id, acting.now)
