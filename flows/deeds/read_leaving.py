"""What someone leaves behind who stops, and what lies half told in a conversation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlmodel import col

from flows.deeds.acting import Acting
from flows.engine.talk import query
from storage import journal
from storage.journal import Standing
from storage.tables import Node

ABOUT_ONESELF = frozenset(("welcome", "settings", "leave", "forget", "linking", "linking-code", "unlinking"))
"""Scripts in which nobody tells anything."""


@dataclass(frozen=True)
class Leaving:
    """Whether something was half told when this turn began, and whether something was given before."""

    halfway: bool
    gave: bool


@query("leaving")
async def read_leaving(acting: Acting) -> Leaving:
    """Of the chat and the resident whose turn it is."""
    person = acting.resident
    talking = await journal.read(acting.connection, acting.secrets, person.address_id)
    given = await acting.connection.execute(
        select(col(Node.id))
        .where(col(Node.participant_id) == person.participant_id, col(Node.state) != "withdrawn")
        .limit(1)
    )
    return Leaving(half_told(talking.top) or half_told(talking.beneath), given.first() is not None)


def half_told(standing: Standing | None) -> bool:
    """Whether a script under way holds something told that no deed has taken yet."""
    if standing is None or standing.script in ABOUT_ONESELF:
        return False
    told = False
    for entry in standing.journal.values():
        told = entry["kind"] == "answer" and (told or _is_told(entry["value"]))
    return told


def _is_told(value: Any) -> bool:
    """What was told is an object or words in a row; what was chosen is a key."""
    return isinstance(value, Mapping) or (isinstance(value, str) and " " in value)
