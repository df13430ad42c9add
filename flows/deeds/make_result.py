"""The desk lays in a result: a theme, a scenario, a part of the concept or the plan, an update."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import insert
from sqlmodel import col

from flows.deeds.acting import Acting
from flows.deeds.contribute import next_number
from flows.deeds.deciding import Refused, write_audit
from flows.engine.readers import clean
from flows.ledger import RESULTS
from storage.tables import Node

Texts = Mapping[str, str]
"""Language to words."""


@dataclass(frozen=True)
class Made:
    """The result as it stands in the ledger."""

    node_id: int
    number: int


async def make_result(
    acting: Acting,
    trajectory_id: int,
    kind: str,
    title: Texts,
    body: Texts | None = None,
    *,
    about_id: int | None = None,
    version: int = 1,
) -> Made | Refused:
    """Number it and publish it. Where it came from is for `link_nodes`, in the same transaction."""
    if kind not in RESULTS:
        return Refused("weave-kind", {"kind": kind})
    words = _cleaned(title)
    if not words:
        return Refused("weave-title-missing")
    number = await next_number(acting, trajectory_id)
    inserted = await acting.connection.execute(
        insert(Node)
        .values(
            trajectory_id=trajectory_id,
            kind=kind,
            number=number,
            channel="desk",
            text="",
            title=words,
            body=_cleaned(body or {}) or None,
            language=next(iter(words)),
            may_show=True,
            state="published",
            created_at=acting.now,
            decided_at=acting.now,
            about_id=about_id,
            version=version,
            sample=False,
        )
        .returning(col(Node.id))
    )
    node_id = inserted.scalar_one()
    await write_audit(acting, f"make_{kind}", node_id)
    return Made(node_id, number)


def _cleaned(texts: Texts) -> dict[str, str]:
    return {language: words for language, raw in texts.items() if (words := clean(raw))}
