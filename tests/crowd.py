"""Many people at once, who voted or chose in chats of their own."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import count
from typing import Any

import opinions
from sqlalchemy import insert, select
from sqlmodel import SQLModel, col
from stage import Stage

from flows import grouping
from flows.counting import NOBODY, Counts, tallied
from flows.deeds.count_rankings import count_rankings
from flows.deeds.count_votes import count_votes
from flows.deeds.find_groups import keep_groups, read_opinions
from flows.deeds.fold_votes import fold_votes
from flows.deeds.lay_out_cards import lay_out_cards
from flows.deeds.make_result import Made, make_result
from storage.tables import Exposure, Participant, Ranking, Tally, Vote

_KEYS = count(1)


async def people(stage: Stage, many: int, role: str | None = "lives") -> Sequence[int]:
    """So many participants; returns their ids."""
    return await _inserted(
        stage,
        Participant,
        [
            {
                "key": f"crowd{next(_KEYS)}",
                "trajectory_id": stage.trajectory_id,
                "role": role,
                "consented_at": stage.now,
                "joined_at": stage.now,
            }
            for _ in range(many)
        ],
    )


async def crowd(
    stage: Stage, node_id: int, agree: int, disagree: int = 0, passed: int = 0, role: str | None = "lives"
) -> None:
    """So many others said what they think of this."""
    values = [1] * agree + [-1] * disagree + [0] * passed
    voters = await people(stage, len(values), role)
    shared = {"node_id": node_id, "channel": "buttons", "at": stage.now}
    votes = zip(voters, values, strict=True)
    await _inserted(stage, Vote, [{**shared, "participant_id": one, "value": value} for one, value in votes])


async def camps(stage: Stage, node_ids: Sequence[int], *sizes: int) -> None:
    """Camps of so many others voted on these ideas: each on its own side, but for the last two."""
    votes = opinions.camps(*sizes, ideas=len(node_ids))
    voters = await people(stage, sum(sizes))
    shared = {"channel": "buttons", "at": stage.now}
    await _inserted(
        stage,
        Vote,
        [
            {**shared, "participant_id": voters[person - 1], "node_id": node_ids[idea - 1], "value": vote}
            for person, idea, vote in votes
        ],
    )


async def group(stage: Stage) -> bool:
    """Find the groups as the tick does, in this process."""
    async with stage.acting() as acting:
        read = await read_opinions(acting, stage.trajectory_id)
    found, places = grouping.find(read.opinions, read.before)
    async with stage.acting() as acting:
        return await keep_groups(acting, stage.trajectory_id, read, found, places)


async def chose(stage: Stage, many: int, order: Sequence[int]) -> None:
    """So many others put scenarios (node ids) in this order."""
    shared = {"trajectory_id": stage.trajectory_id, "channel": "buttons", "at": stage.now}
    voters = await people(stage, many)
    await _inserted(
        stage, Ranking, [{**shared, "participant_id": one, "choices": list(order)} for one in voters]
    )


async def _inserted(stage: Stage, table: type[SQLModel], rows: list[dict[str, Any]]) -> Sequence[int]:
    if not rows:
        return ()
    async with stage.acting() as acting:
        ids = await acting.connection.execute(
            insert(table).returning(col(table.id), sort_by_parameter_order=True), rows
        )
        return ids.scalars().all()


async def counted(stage: Stage) -> dict[int, tuple[int, Counts]]:
    """Node to how often it was shown and what was said of it, as the tallies have it."""
    async with stage.acting() as acting:
        rows = await acting.connection.execute(select(Tally))
        return {
            row["node_id"]: (row["shown"], Counts(row["agree"], row["disagree"], row["passed"]))
            for row in rows.mappings()
        }


async def recounted(stage: Stage) -> dict[int, tuple[int, Counts]]:
    """The same, straight from what was shown and the last vote of each person."""
    async with stage.acting() as acting:
        votes = await acting.connection.execute(
            select(col(Vote.node_id), col(Vote.participant_id), col(Vote.value)).order_by(col(Vote.id))
        )
        last = {(row.node_id, row.participant_id): row.value for row in votes}
        shown = Counter((await acting.connection.execute(select(col(Exposure.node_id)))).scalars())
    found = {
        node_id: (shown[node_id], tallied(value for (about, _), value in last.items() if about == node_id))
        for node_id in {*shown, *(about for about, _ in last)}
    }
    return defaultdict(lambda: (0, NOBODY), found)


async def fold(stage: Stage) -> None:
    """What the ticks do with votes, until nothing is left."""
    for deed in (lay_out_cards, fold_votes, count_votes, count_rankings):
        handled = True
        while handled:
            async with stage.acting() as acting:
                handled = bool(await deed(acting))


async def ideas(stage: Stage, many: int) -> list[int]:
    """So many published ideas of the desk; returns their ids."""
    made = []
    async with stage.acting() as acting:
        for number in range(many):
            result = await make_result(acting, stage.trajectory_id, "idea", {"nl": f"Idee {number}."})
            assert isinstance(result, Made)
            made.append(result.node_id)
    return made
