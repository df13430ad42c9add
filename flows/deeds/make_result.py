"""The desk lays in a result: a theme, a scenario, a part of the concept or the plan, an update."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import insert
from sqlmodel import col

from flows.deeds.acting import Acting
from flows.deeds.contribute import next_number
from flows.deeds.deciding import Refused, write_audit
from flows.deeds.weaving import written
from flows.ledger import RESULTS
from storage.tables import Node

Texts = Mapping[str, str]
"""Language to words."""

LONGEST_TITLE = 200
LONGEST_BODY = 4000


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
    because: Texts | None = None,
    about_id: int | None = None,
    version: int = 1,
) -> Made | Refused:
    """Number it and publish it. Where it came from is for `weave_result`, in the same transaction."""
    words, more = written(title), written(body or {})
    if (why := why_not_made(kind, words, more)) is not None:
        return why
    number = await next_number(acting, trajectory_id)
    language = next(iter(words))
    inserted = await acting.connection.execute(
        insert(Node)
        .values(
            trajectory_id=trajectory_id,
            kind=kind,
            number=number,
            channel="desk",
            # An idea is read as a text wherever ideas are, whoever wrote it.
            text=words[language] if kind == "idea" else "",
            title=words,
            body=more or None,
            because=written(because or {}) or None,
            language=language,
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


def why_not_made(kind: str, title: Texts, body: Texts) -> Refused | None:
    """Why a result with these words (cleaned) cannot be laid in."""
    if kind not in RESULTS:
        return Refused("weave-kind", {"kind": kind})
    if not title:
        return Refused("weave-title-missing")
    if any(len(text) > LONGEST_TITLE for text in title.values()):
        return Refused("weave-title-too-long", {"most": str(LONGEST_TITLE)})
    if any(len(text) > LONGEST_BODY for text in body.values()):
        return Refused("weave-body-too-long", {"most": str(LONGEST_BODY)})
    return None
