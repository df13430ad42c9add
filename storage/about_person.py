"""Everything that is kept about one person, read from every table that leads to them.

The tables are found in the schema itself, so that a new one is never forgotten here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, Table, select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlmodel import col

from storage.schema import SCHEMA
from storage.secrets import Secrets, Unsealable
from storage.tables import Address, Node, Participant

Rows = Mapping[str, list[dict[str, Any]]]
"""Table name to rows; moments and days as ISO 8601, what is sealed opened."""

OURS: Final = frozenset(
    (
        "lookup",
        "moderator_id",
        "leased_by",
        "leased_until",
        "remote_id",
        "folded",
        "code_hash",
        "body",
        "offered",
        "offered_to",
    )
)
"""Columns that say nothing about the person: hashes, who at the desk, how a message was sent.

The body of a message that is still to be sent is what we say, and is in the chat a moment later.
"""

LATER: Final = frozenset(("webmessage", "seenevent", "failedevent"))
"""What a chat itself shows, or what goes by itself within some days: see docs/running.md."""


async def read_everything(connection: AsyncConnection, secrets: Secrets, participant_id: int) -> Rows:
    """All rows that are about this person, directly or through something that they gave."""
    found: dict[str, list[dict[str, Any]]] = {}
    for table, theirs in _ways(participant_id):
        query: Select[Any] = select(table).where(theirs).order_by(*table.primary_key.columns)
        rows = [_plain(row, secrets) for row in (await connection.execute(query)).mappings()]
        if rows:
            found[table.name] = rows
    return found


def _ways(participant_id: int) -> Iterator[tuple[Table, ColumnElement[bool]]]:
    """Each table with the condition that makes its rows theirs."""
    given = select(col(Node.id)).where(col(Node.participant_id) == participant_id)
    chats = select(col(Address.id)).where(col(Address.participant_id) == participant_id)
    for table in SCHEMA.sorted_tables:
        if table.name in LATER:
            continue
        if table.name == Participant.__tablename__:
            yield table, table.c.id == participant_id
        elif table.name == "outbox":
            # A reply is nothing but its place in the conversation, which the chat itself shows.
            yield table, (table.c.participant_id == participant_id) & (table.c.kind != "reply")
        elif "participant_id" in table.c:
            yield table, table.c.participant_id == participant_id
        elif "node_id" in table.c and table.name != "audit":
            yield table, table.c.node_id.in_(given)
        elif table.name == "link":
            yield table, table.c.source_id.in_(given)
        elif "address_id" in table.c:
            yield table, table.c.address_id.in_(chats)


def _plain(row: Mapping[Any, Any], secrets: Secrets) -> dict[str, Any]:
    return {
        str(name): _as_json(value, secrets)
        for name, value in row.items()
        if name not in OURS and value is not None
    }


def _as_json(value: Any, secrets: Secrets) -> Any:
    match value:
        case bytes():
            try:
                return secrets.open(value).decode("utf-8", "replace")
            except Unsealable:
                return "(sealed with a key that is no longer known)"
        case datetime() | date():
            return value.isoformat()
        case _:
            return value
