"""The desk takes back what it wove, within a minute and before anyone was told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, delete, func, or_, select, update
from sqlmodel import col

from flows.deeds.acting import Acting
from flows.deeds.deciding import Refused, write_audit
from flows.deeds.undo_decision import UNDO_WITHIN
from flows.ledger import REPLACING
from storage import threads
from storage.tables import Link, Node


@dataclass(frozen=True)
class Unwoven:
    """What was taken back: so many links, and the results that were made with them."""

    number: int
    links: int
    results: int


@dataclass(frozen=True)
class _Act:
    """What was done to one node at one moment: links laid, results made."""

    at: datetime
    links: Sequence[Any]
    made: Sequence[int] = ()


async def undo_weaving(acting: Acting, trajectory_id: int, node_id: int) -> Unwoven | Refused:
    """Take back the last thing that was done to this node: made or added to, split, or set aside.

    Results that were made by it keep their number and are withdrawn; what was replaced is open again. Refused
    after a minute, and while something stands on a result that would go.
    """
    await threads.hold(acting.connection, trajectory_id)
    query = select(col(Node.id), col(Node.number), col(Node.state), col(Node.title), col(Node.created_at))
    query = query.where(col(Node.id) == node_id, col(Node.trajectory_id) == trajectory_id).with_for_update()
    node = (await acting.connection.execute(query)).one_or_none()
    act = await _last_act(acting, node) if node is not None else None
    if node is None or act is None:
        return Refused("undo-nothing")
    if acting.now - act.at > UNDO_WITHIN or any(link.spread_at for link in act.links):
        return Refused("undo-too-late")
    if (number := await _stands_on(acting, act.made)) is not None:
        return Refused("weave-built-on", {"number": str(number)})
    await _take_back(acting, act)
    await write_audit(acting, "undo_weaving", node_id)
    return Unwoven(node.number, len(act.links), len(act.made))


async def _last_act(acting: Acting, node: Any) -> _Act | None:
    """Whatever came last: something into it (made of, added to), or out of it (split, set aside)."""
    into = await _newest(acting, col(Link.target_id) == node.id)
    if into is not None and into.links[0].relation == "split_into":
        # A part of a split goes with the whole of it.
        into = await _newest(acting, col(Link.source_id) == into.links[0].source_id)
    # Only what the desk made has a title; what was taken back before is not made any more.
    elif node.title is not None and node.state != "withdrawn":
        made = _Act(node.created_at, (), [node.id])
        into = made if into is None else replace(into, made=[node.id] if into.at == made.at else [])
    onwards = or_(col(Link.target_id).is_(None), col(Link.relation) == "split_into")
    out = await _newest(acting, (col(Link.source_id) == node.id) & onwards)
    return max((act for act in (into, out) if act is not None), key=lambda act: act.at, default=None)


async def _newest(acting: Acting, which: ColumnElement[bool]) -> _Act | None:
    """Those of these links that were laid last, at one moment."""
    at = (await acting.connection.execute(select(func.max(col(Link.created_at))).where(which))).scalar_one()
    if at is None:
        return None
    rows = await acting.connection.execute(
        select(
            col(Link.id), col(Link.source_id), col(Link.target_id), col(Link.relation), col(Link.spread_at)
        ).where(which, col(Link.created_at) == at)
    )
    links = rows.all()
    return _Act(at, links, [link.target_id for link in links if link.relation == "split_into"])


async def _stands_on(acting: Acting, made: Sequence[int]) -> int | None:
    """The number of a result that would go, and that something was made of meanwhile."""
    query = (
        select(col(Node.number))
        .join(Link, col(Link.source_id) == col(Node.id))
        .where(col(Node.id).in_(made))
        .limit(1)
    )
    found: int | None = (await acting.connection.execute(query)).scalar_one_or_none()
    return found


async def _take_back(acting: Acting, act: _Act) -> None:
    connection = acting.connection
    await connection.execute(delete(Link).where(col(Link.id).in_([link.id for link in act.links])))
    await connection.execute(update(Node).where(col(Node.id).in_(act.made)).values(state="withdrawn"))
    over = [link.source_id for link in act.links if link.relation in REPLACING]
    # Who withdrew it meanwhile keeps it withdrawn.
    await connection.execute(
        update(Node).where(col(Node.id).in_(over), col(Node.state) == "replaced").values(state="published")
    )
