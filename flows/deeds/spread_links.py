"""Note who is to hear of a link. Doing it twice does no harm."""

from __future__ import annotations

from flows.deeds.acting import Acting
from flows.deeds.undo_decision import UNDO_WITHIN
from storage import notices

PAGE = 2000


async def spread_links(acting: Acting) -> int:
    """One page of people for the oldest link that still has to be spread; returns how much was done.

    A link that can still be taken back waits: nobody hears of what was a slip of the hand.
    """
    link = await notices.next_to_spread(acting.connection, acting.now - UNDO_WITHIN)
    if link is None:
        return 0
    link_id, source_id = link
    if await notices.spread(acting.connection, link_id, source_id, acting.now, PAGE) < PAGE:
        await notices.settle(acting.connection, link_id, acting.now)
    return 1
