"""A resident says something about a part of the concept or the plan."""

from __future__ import annotations

from typing import Final

from sqlalchemy import select
from sqlmodel import col

from flows.deeds.acting import Acting
from flows.deeds.contribute import Contributed, contribute
from flows.engine.readers import Told
from flows.engine.talk import deed
from storage.tables import Node

KINDS: Final = ("proposal", "need", "obstacle", "offer", "dot")


@deed("say_about_part")
async def say_about_part(acting: Acting, kind: str, about_id: int | None, words: str) -> Contributed:
    """A proposal to change it, what it needs, what stands in its way, an offer, or a dot on the i.

    It is owed an answer like everything else. Where the part is gone it is about the whole.
    """
    there = None
    if about_id is not None:
        query = select(col(Node.id)).where(
            col(Node.id) == about_id, col(Node.trajectory_id) == acting.resident.trajectory_id
        )
        there = (await acting.connection.execute(query)).scalar_one_or_none()
    return await contribute(acting, kind, Told(words), may_show=True, about_id=there)
