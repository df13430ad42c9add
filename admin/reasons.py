"""The reasons for declining, as a trajectory's organisers keep them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlmodel import col

from admin.forms import Form
from storage.tables import DeclineReason

LONGEST_LABEL = 80
LONGEST_SENTENCE = 600
MOST = 30


@dataclass(frozen=True)
class Reason:
    """`label` is for the moderator, `sentence` for the resident; both language -> words."""

    key: str
    label: Mapping[str, str]
    sentence: Mapping[str, str]


@dataclass(frozen=True)
class Draft:
    """A reason as it was typed; `problems` is field name -> text key of what is wrong with it."""

    label: Mapping[str, str]
    sentence: Mapping[str, str]
    problems: Mapping[str, str]


async def read_reasons(connection: AsyncConnection, trajectory_id: int) -> list[Reason]:
    """The reasons in their own order."""
    rows = await connection.execute(
        select(col(DeclineReason.key), col(DeclineReason.label), col(DeclineReason.sentence))
        .where(col(DeclineReason.trajectory_id) == trajectory_id)
        .order_by(col(DeclineReason.position), col(DeclineReason.key))
    )
    return [Reason(*row) for row in rows]


def read_draft(form: Form, languages: Sequence[str]) -> Draft:
    """What was typed, every language of the trajectory required."""
    label = {language: " ".join(form[f"label-{language}"].split()) for language in languages}
    sentence = {language: form[f"sentence-{language}"] for language in languages}
    problems: dict[str, str] = {}
    for name, words, longest in (("label", label, LONGEST_LABEL), ("sentence", sentence, LONGEST_SENTENCE)):
        for language in languages:
            if not words[language]:
                problems[f"{name}-{language}"] = f"desk-{name}-missing"
            elif len(words[language]) > longest:
                problems[f"{name}-{language}"] = f"desk-{name}-long"
    return Draft(label, sentence, problems)


async def add_reason(connection: AsyncConnection, trajectory_id: int, draft: Draft) -> str:
    """Add it at the end; returns its key, made from the first label. Empty when there are too many."""
    there = await connection.execute(
        select(col(DeclineReason.key), col(DeclineReason.position)).where(
            col(DeclineReason.trajectory_id) == trajectory_id
        )
    )
    taken = {row[0]: row[1] for row in there}
    if len(taken) >= MOST:
        return ""
    key = _free_key(next(iter(draft.label.values())), taken)
    await connection.execute(
        insert(DeclineReason).values(
            trajectory_id=trajectory_id,
            key=key,
            label=dict(draft.label),
            sentence=dict(draft.sentence),
            position=max(taken.values(), default=-1) + 1,
        )
    )
    return key


async def change_reason(connection: AsyncConnection, trajectory_id: int, key: str, draft: Draft) -> bool:
    """Change its words; False when it is no longer there."""
    changed = await connection.execute(
        update(DeclineReason)
        .where(col(DeclineReason.trajectory_id) == trajectory_id, col(DeclineReason.key) == key)
        .values(label=dict(draft.label), sentence=dict(draft.sentence))
    )
    return changed.rowcount > 0


async def remove_reason(connection: AsyncConnection, trajectory_id: int, key: str) -> bool:
    """Take it off the list, unless it is the last; what was declined with it keeps its words."""
    left = await connection.execute(
        select(func.count()).where(col(DeclineReason.trajectory_id) == trajectory_id)
    )
    if left.scalar_one() < 2:
        return False
    removed = await connection.execute(
        delete(DeclineReason).where(
            col(DeclineReason.trajectory_id) == trajectory_id, col(DeclineReason.key) == key
        )
    )
    return removed.rowcount > 0


def _free_key(label: str, taken: Mapping[str, int]) -> str:
    plain = unicodedata.normalize("NFKD", label).encode("ascii", "ignore").decode().lower()
    base = re.sub(r"[^a-z0-9]+", "_", plain).strip("_")[:24].rstrip("_") or "reason"
    numbered = (f"{base}_{number}" for number in range(2, MOST + 3))
    return base if base not in taken else next(key for key in numbered if key not in taken)
