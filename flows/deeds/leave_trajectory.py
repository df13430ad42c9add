"""A resident leaves, and what they gave stays without them."""

from __future__ import annotations

from flows.deeds.acting import Acting
from flows.deeds.part_with_promises import part_with_promises
from flows.engine.talk import deed
from storage import erasure


@deed("leave_trajectory")
async def leave_trajectory(acting: Acting) -> None:
    """Take the person out and leave the words; the last reply still goes, then the address is erased too."""
    await part_with_promises(acting, acting.resident.participant_id)
    await erasure.leave(acting.connection, acting.resident.participant_id, acting.now)
