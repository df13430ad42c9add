"""The desk notes how a promise of the municipality goes."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal, TypeAlias, get_args

from sqlalchemy import select
from sqlmodel import col

from flows.deeds.acting import Acting
from flows.deeds.advance_promise import advance_promise
from flows.deeds.deciding import Refused, write_audit
from flows.deeds.give_back_promise import in_every_language, report
from flows.deeds.link_nodes import Texts
from flows.deeds.make_municipal_commitment import wrong_day
from flows.deeds.make_result import Made
from flows.engine.readers import clean
from flows.nudges import local_day
from flows.promising import Answer
from storage import promises
from storage.tables import Trajectory

Outcome: TypeAlias = Literal["done", "later", "broken"]

OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)


async def note_progress(
    acting: Acting, node_id: int, outcome: Outcome, words: Texts, due_on: date | None = None
) -> Made | Refused:
    """Write it down and make it news; `words` say what was done, or why not, `due_on` is the new day.

    Refused for what is no open promise of the municipality, without words, and for a day that cannot be.
    """
    promise = await promises.locked(acting.connection, node_id)
    if promise is None or not promise.municipal:
        return Refused("decide-gone")
    if promise.state != "active":
        return Refused("promise-settled")
    if not any(clean(said) for said in words.values()):
        return Refused("promise-reason-missing")
    if outcome == "later":
        wrong = await _wrong_day(acting, promise.trajectory_id, due_on)
        if wrong is not None:
            return wrong
    answer: Answer = outcome
    await advance_promise(acting, promise, answer, due_on if outcome == "later" else None)
    await write_audit(acting, f"promise_{outcome}", node_id)
    key = {"done": "report-kept", "later": "report-later", "broken": "report-broken"}[outcome]
    title = in_every_language(acting, key, number=str(promise.number))
    return await report(acting, promise, title, words, words)


async def _wrong_day(acting: Acting, trajectory_id: int, due_on: date | None) -> Refused | None:
    if due_on is None:
        return Refused("promise-day-missing")
    found: Any = await acting.connection.execute(
        select(col(Trajectory.zone)).where(col(Trajectory.id) == trajectory_id)
    )
    return wrong_day(due_on, local_day(acting.now, found.scalar_one()))
