"""Who promised something says how it goes."""

from __future__ import annotations

from datetime import date

from flows.deeds.acting import Acting
from flows.deeds.advance_promise import advance_promise
from flows.deeds.give_back_promise import give_back
from flows.deeds.read_own_promise import own_promise
from flows.engine.talk import deed
from flows.nudges import local_day
from flows.promising import LATEST, Answer


@deed("keep_promise")
async def keep_promise(acting: Acting, *, node_id: int) -> bool:
    """It is done; False when there is nothing (any more) to be done."""
    return await _answer(acting, node_id, "done")


@deed("release_promise")
async def release_promise(acting: Acting, *, node_id: int) -> bool:
    """It is let go of, without a reason; False when there is nothing (any more) to let go of."""
    return await _answer(acting, node_id, "release")


@deed("postpone_promise")
async def postpone_promise(acting: Acting, *, node_id: int, due_on: date) -> bool:
    """It gets another day, from tomorrow on; False when that cannot be (any more)."""
    today = local_day(acting.now, acting.resident.zone)
    if not today < due_on <= today + LATEST:
        return False
    return await _answer(acting, node_id, "later", due_on)


async def _answer(acting: Acting, node_id: int, answer: Answer, due_on: date | None = None) -> bool:
    promise = await own_promise(acting, node_id)
    if promise is None or not await advance_promise(acting, promise, answer, due_on):
        return False
    await give_back(acting, promise, answer, due_on)
    return True
