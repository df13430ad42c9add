"""What stands on a card."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Label, select
from sqlmodel import col

from flows.engine.questions import Localized
from storage.tables import Media, Node


def words_of(
    text: str, language: str, title: dict[str, str] | None, body: dict[str, str] | None
) -> Localized:
    """What a resident wrote, or title and body of what the desk made."""
    if not title:
        return Localized({language: text})
    whole = {code: (words, (body or {}).get(code, "")) for code, words in title.items()}
    return Localized({code: "\n".join(filter(None, parts)) for code, parts in whole.items()})


def told_by() -> Label[Any]:
    """The column that says whether a node was told by voice or with a photo; None for by text."""
    file = select(col(Media.kind)).where(col(Media.node_id) == col(Node.id)).limit(1)
    return file.correlate(Node).scalar_subquery().label("told")
