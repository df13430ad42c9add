"""A moderator takes a decision back, within a minute."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import exists, select, update
from sqlmodel import col

from flows.deeds.acting import Acting
from flows.deeds.deciding import Decided, Refused, last_decision, subject, tell, write_audit
from storage import outbox
from storage.tables import Decision, Link, Node

UNDO_WITHIN = timedelta(seconds=60)


async def undo_decision(acting: Acting, *, node_id: int) -> Decided | Refused:
    """Put the contribution back in the queue; who was told already hears that we look again."""
    about = await subject(acting, node_id)
    standing = await last_decision(acting, node_id)
    if about is None or standing is None or about.state == "withdrawn":
        return Refused("undo-nothing")
    decision_id, _act, at = standing
    if acting.now - at > UNDO_WITHIN:
        return Refused("undo-too-late")
    if await _is_woven(acting, node_id):
        return Refused("undo-used")
    await acting.connection.execute(
        update(Decision).where(col(Decision.id) == decision_id).values(undone_at=acting.now)
    )
    await acting.connection.execute(
        update(Node).where(col(Node.id) == node_id).values(state="waiting", decided_at=None)
    )
    await write_audit(acting, "undo", node_id)
    if await outbox.keep_back(acting.connection, f"answer:{decision_id}", "undone", acting.now):
        return Decided(node_id, about.number, told=False)
    told = await tell(acting, about, f"undone:{decision_id}", "answer-undone", "", "undo")
    return Decided(node_id, about.number, told)


async def _is_woven(acting: Acting, node_id: int) -> bool:
    """Whether something was made of it meanwhile, or it was set aside."""
    query = select(exists().where(col(Link.source_id) == node_id))
    return bool((await acting.connection.execute(query)).scalar())
