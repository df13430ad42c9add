"""A resident says what some stories have in common."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import insert
from sqlmodel import col

from flows.deeds.acting import Acting
from flows.deeds.contribute import Contributed, contribute
from flows.deeds.lay_side_by_side import LEAST
from flows.deeds.read_shown import NotShown, find_shown
from flows.engine.readers import Told
from flows.engine.talk import deed
from storage.tables import Compared, Node


@deed("find_meaning")
async def find_meaning(acting: Acting, story_ids: Sequence[int], told: Told) -> Contributed | NotShown:
    """Store it with the stories that it is about; what was withdrawn meanwhile is left out."""
    stories = await find_shown(acting, col(Node.id).in_(story_ids))
    if len(stories) < LEAST:
        return NotShown("meaning-gone")
    given = await contribute(acting, "meaning", told, may_show=True)
    await acting.connection.execute(
        insert(Compared),
        [
            {"node_id": given.node_id, "story_id": story.node_id, "place": place}
            for place, story in enumerate(stories)
        ],
    )
    return given
