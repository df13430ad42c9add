"""What something in the ledger is called, for whoever hears of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import aliased
from sqlmodel import col

from flows.engine.cleaning import shortened
from flows.journeys import Linked, Thing
from storage.tables import Link, Node

LONGEST = 80
"""Characters of somebody's own words, where these name a thing."""


def named(node: Any, prefix: str) -> tuple[Any, ...]:
    """The columns of a node (or an alias of it) that `thing` reads, under this prefix."""
    columns = (
        col(node.kind),
        col(node.number),
        col(node.title),
        func.substr(col(node.text), 1, LONGEST + 1),
        col(node.language),
        col(node.state),
        col(node.may_show),
    )
    names = ("kind", "number", "title", "text", "language", "state", "may_show")
    return tuple(column.label(f"{prefix}_{name}") for column, name in zip(columns, names, strict=True))


def thing(row: Mapping[Any, Any], prefix: str) -> Thing:
    """The node of these columns."""
    return Thing(row[f"{prefix}_kind"], row[f"{prefix}_number"], _words(row, prefix))


def links(*more: Any) -> Select[*tuple[Any, ...]]:
    """A query for links with both their ends, and more columns; `linked` reads its rows."""
    source, target = aliased(Node), aliased(Node)
    return (
        select(
            col(Link.id),
            col(Link.source_id),
            col(Link.relation),
            col(Link.reason),
            col(Link.created_at),
            *named(source, "source"),
            *named(target, "target"),
            *more,
        )
        .select_from(Link)
        .join(source, col(source.id) == col(Link.source_id))
        .outerjoin(target, col(target.id) == col(Link.target_id))
    )


def linked(row: Mapping[Any, Any], source: Thing | None = None) -> Linked:
    """One row of `links`; `source` as in `Linked`."""
    target = thing(row, "target") if row["target_kind"] is not None else None
    return Linked(row["relation"], row["reason"], row["created_at"], target, source)


def _words(row: Mapping[Any, Any], prefix: str) -> Mapping[str, str]:
    """What the desk called it, else its own words as far as others may read them."""
    if row[f"{prefix}_title"]:
        title: Mapping[str, str] = row[f"{prefix}_title"]
        return title
    stands = row[f"{prefix}_state"] in ("published", "replaced") and row[f"{prefix}_may_show"]
    text = row[f"{prefix}_text"]
    return {row[f"{prefix}_language"]: shortened(" ".join(text.split()), LONGEST)} if stands and text else {}
