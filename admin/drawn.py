"""In which state something was drawn. Forms say it, so an old page decides nothing about what is new."""

from __future__ import annotations

from sqlalchemy import ColumnElement, String, cast, func, select, type_coerce
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlmodel import col

from storage.tables import Addition, Decision, Node


def drawn() -> ColumnElement[str]:
    """A column beside `Node`: words that change with every decision, undo, and answer of the author."""
    decisions = select(func.max(col(Decision.id))).where(col(Decision.node_id) == col(Node.id))
    additions = select(func.max(col(Addition.id))).where(col(Addition.node_id) == col(Node.id))
    last = (func.coalesce(newest.correlate(Node).scalar_subquery(), 0) for newest in (decisions, additions))
    words: ColumnElement[str] = type_coerce(col(Node.state), String)
    for number in last:
        words = words.concat("-").concat(cast(number, String))
    return words.label("drawn")


async def is_as_drawn(connection: AsyncConnection, node_id: int, words: str) -> bool:
    """Whether it still stands as a form says; it stays so until the transaction ends."""
    # First the lock, then the look: who waits here reads what the one before left.
    await connection.execute(select(col(Node.id)).where(col(Node.id) == node_id).with_for_update())
    found = await connection.execute(select(drawn()).where(col(Node.id) == node_id))
    return found.scalar_one_or_none() == words
