"""One promise of whoever is talking, to change it."""

from __future__ import annotations

from flows.deeds.acting import Acting
from storage import promises
from storage.promises import Stored


async def own_promise(acting: Acting, node_id: int) -> Stored | None:
    """Locked; None when it is not theirs, or nobody may know of it yet."""
    promise = await promises.locked(acting.connection, node_id)
    if promise is None or promise.participant_id != acting.resident.participant_id:
        return None
    return promise if promise.node_state == "published" else None
