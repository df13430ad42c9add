"""A moderator takes a decision back, within a minute."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import exists, func, select, update
from sqlmodel import col

from flows.deeds.acting import Acting
from flows.deeds.deciding import Decided, Refused, last_decision, subject, tell, write_audit
from storage.tables import Decision, Link, Node, Outbox

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
    if await _withheld(acting, decision_id):
        return Decided(node_id, about.number, told=False)
    told = await tell(acting, about, f"undone:{decision_id}", "answer-undone", "", "undo")
    return Decided(node_id, about.number, told)


async def _is_woven(acting: Acting, node_id: int) -> bool:
    """Whether something was made of it meanwhile, or it was set aside."""
    query = select(exists().where(col(Link.source_id) == node_id))
    return bool((await acting.connection.execute(query)).scalar())


async def _withheld(acting: Acting, decision_id: int) -> bool:
    """Keep back what has not left; whether that is all of it: who read a part is told as well."""
    key = f"answer:{decision_id}"
    parts = (col(Outbox.key) == key) | col(Outbox.key).like(f"{key}/%")
    dropped = await acting.connection.execute(
        update(Outbox)
        .where(
            parts,
            col(Outbox.state) == "due",
            col(Outbox.leased_until).is_(None) | (col(Outbox.leased_until) < acting.now),
        )
        .values(state="dropped", body=None, reason="undone", settled_at=acting.now)
    )
    left = select(func.count()).select_from(Outbox).where(parts, col(Outbox.reason) != "undone")
    return dropped.rowcount > 0 and (await acting.connection.execute(left)).scalar_one() == 0
