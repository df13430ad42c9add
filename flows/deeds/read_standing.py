"""Where the resident who is talking stands beside others."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlmodel import col

from flows.beside import lines
from flows.deeds.acting import Acting
from flows.deeds.read_groups import read_groups, read_ideas
from flows.engine.cleaning import shortened
from flows.engine.questions import Localized
from flows.engine.talk import Say, query
from flows.opinion_groups import Key
from storage.tables import Node, Vote

TITLE = 70
"""So many characters of an idea remind of it."""


@query("standing")
async def read_standing(acting: Acting, at_the_end: bool) -> tuple[Say, ...]:
    """What may be told of it, by what they answered up to now and the groups as last computed.

    Why there are no groups is told `at_the_end` alone: when nothing is left to answer.
    """
    person = acting.resident
    answers = await _answers(acting)
    kept = await read_groups(acting.connection, person.trajectory_id, only=answers)
    found = kept.found if kept else None
    common = kept.groups.common if kept and kept.groups else ()
    ideas = await read_ideas(acting.connection, {*answers, *common})
    words = {
        key: Localized(
            {code: shortened(text.partition("\n")[0], TITLE) for code, text in idea.words.texts.items()}
        )
        for key, idea in ideas.items()
    }
    if kept and not kept.groups and not at_the_end:
        return ()
    return lines(found, answers, words)


async def _answers(acting: Acting) -> dict[Key, int]:
    """The last answer to each idea."""
    last = (
        select(func.max(col(Vote.id)))
        .where(col(Vote.participant_id) == acting.resident.participant_id)
        .group_by(col(Vote.node_id))
    )
    rows = await acting.connection.execute(
        select(col(Vote.node_id), col(Vote.value))
        .join(Node, col(Node.id) == col(Vote.node_id))
        .where(col(Vote.id).in_(last), col(Node.kind) == "idea")
    )
    return {row.node_id: row.value for row in rows}
