"""Groups are found when enough is new, kept without anybody in them, and carried on."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any

from crowd import group
from opinions import IDEA, PERSON, Row, camps, lay_in
from residents import lay_in_another, rows
from sqlalchemy import delete, update
from sqlmodel import col
from stage import Stage

from flows.deeds.find_groups import due_for_groups, keep_groups, read_opinions
from flows.deeds.read_groups import Kept, read_groups
from flows.grouping import find
from flows.opinion_groups import Groups, NoGroups
from storage import erasure
from storage.tables import Belonging, Node, Outcome, Vote

PARK = 1


async def voted(stage: Stage, votes: Sequence[Row], trajectory_id: int = PARK) -> None:
    async with stage.acting() as acting:
        await lay_in(acting.connection, trajectory_id, votes, stage.now)


async def due(stage: Stage) -> list[int]:
    async with stage.acting() as acting:
        return await due_for_groups(acting)


async def kept(stage: Stage) -> Kept:
    async with stage.acting() as acting:
        found = await read_groups(acting.connection, PARK)
    assert found is not None
    return found


async def groups(stage: Stage) -> Groups:
    found = (await kept(stage)).groups
    assert found is not None
    return found


async def belonging(stage: Stage) -> dict[int, int]:
    return {row["participant_id"] - PERSON: row["number"] for row in await rows(stage, Belonging)}


async def test_found_and_kept(each_stage: Stage) -> None:
    """The groups, what they stand for and who is in which; of people the outcome holds only how many."""
    assert await due(each_stage) == []
    await voted(each_stage, camps(30, 20))
    assert await due(each_stage) == [PARK]
    assert await group(each_stage)
    found = await groups(each_stage)
    assert [(group.letter, group.people, group.name) for group in found.groups] == [
        ("A", 30, None),
        ("B", 20, None),
    ]
    assert {idea.key for idea in found.ideas} == {IDEA + idea for idea in range(1, 13)}
    assert await belonging(each_stage) == {person: int(person > 30) for person in range(1, 51)}
    (outcome,) = await rows(each_stage, Outcome)
    assert set(outcome["data"]) == {"until", "found"}
    assert not re.findall(r"\b50\d\d\b(?!\.)", re.sub(r"\d+\.\d+", "", json.dumps(outcome["data"])))


async def test_not_more_than_hourly(stage: Stage) -> None:
    """Within the hour nothing is due, and who comes second keeps nothing."""
    await voted(stage, camps(30, 20))
    await group(stage)
    await voted(stage, camps(30, 20, seed=2))
    stage.wait(minutes=59)
    assert await due(stage) == []
    assert not await group(stage)
    stage.wait(minutes=1)
    assert await due(stage) == [PARK]
    assert await group(stage)
    assert len(await rows(stage, Outcome)) == 1


async def test_not_for_a_few_votes(stage: Stage) -> None:
    """Of 600 votes six must be new; after a day one will do, and none never."""
    votes = camps(30, 20)
    await voted(stage, votes)
    await group(stage)
    stage.wait(hours=2)
    await voted(stage, votes[:5])
    assert await due(stage) == []
    await voted(stage, votes[:1])
    assert await due(stage) == [PARK]
    await group(stage)
    await voted(stage, votes[:1])
    stage.wait(hours=23)
    assert await due(stage) == []
    stage.wait(hours=1)
    assert await due(stage) == [PARK]
    await group(stage)
    stage.wait(days=9)
    assert await due(stage) == []


async def test_votes_that_do_not_count(stage: Stage, tmp_path: Any) -> None:
    """Those of another trajectory, on what is no idea, and on what nobody may see."""
    other = await lay_in_another(stage, tmp_path)
    await voted(stage, camps(30, 20), other)
    assert await due(stage) == [other]
    async with stage.acting() as acting:
        assert len((await read_opinions(acting, PARK)).opinions.people) == 0
        for number, values in enumerate(({"kind": "story"}, {"state": "declined"}, {"may_show": False}), 1):
            await acting.connection.execute(
                update(Node).where(col(Node.id) == IDEA + number).values(**values)
            )
        assert {*(await read_opinions(acting, other)).opinions.ideas} == {
            IDEA + idea for idea in range(4, 13)
        }


async def test_none_yet(stage: Stage) -> None:
    """With few people the reason is kept; with the first votes more it is looked at again."""
    await voted(stage, camps(8, 7))
    await group(stage)
    assert (await kept(stage)).found == NoGroups("few-people", people=15, voters=15, votes=180, ideas=12)
    assert await rows(stage, Belonging) == []
    stage.wait(hours=1)
    await voted(stage, camps(10, 8, first=20))
    assert await due(stage) == [PARK]
    await group(stage)
    assert len((await groups(stage)).groups) == 2


async def test_carried_on(stage: Stage) -> None:
    """The same group keeps its letter, its key and its name when the other has grown larger."""
    await voted(stage, camps(30, 20))
    await group(stage)
    before = await groups(stage)
    (outcome,) = await rows(stage, Outcome)
    async with stage.acting() as acting:
        outcome["data"]["found"]["groups"][1]["name"] = {"nl": "Rustzoekers"}
        await acting.connection.execute(update(Outcome).values(data=outcome["data"]))
    stage.wait(hours=1)
    await voted(stage, [row for row in camps(1, 40, first=100) if row[0] > 100])
    await group(stage)
    after = await groups(stage)
    assert [(group.letter, group.people) for group in after.groups] == [("A", 30), ("B", 60)]
    assert [group.key for group in after.groups] == [group.key for group in before.groups]
    assert [group.name for group in after.groups] == [None, {"nl": "Rustzoekers"}]
    assert set((await belonging(stage)).items()) >= {(1, 0), (31, 1), (140, 1)}
    named = after.by_key[IDEA + 2].counts
    assert named[0].disagree > 20
    assert named[1].agree > 40


async def test_who_is_forgotten(each_stage: Stage) -> None:
    """They belong nowhere from that moment on, also when they leave while it computes, and never after."""
    await voted(each_stage, camps(30, 20))
    async with each_stage.acting() as acting:
        read = await read_opinions(acting, PARK)
        await erasure.forget(acting.connection, PERSON + 4, each_stage.now)
    found, places = find(read.opinions)
    async with each_stage.acting() as acting:
        await keep_groups(acting, PARK, read, found, places)
    assert set(range(1, 51)) - set(await belonging(each_stage)) == {4}
    async with each_stage.acting() as acting:
        await erasure.forget(acting.connection, PERSON + 5, each_stage.now)
        await erasure.leave(acting.connection, PERSON + 6, each_stage.now)
    assert set(range(1, 51)) - set(await belonging(each_stage)) == {4, 5, 6}
    each_stage.wait(days=1)
    await voted(each_stage, camps(30, 20)[:1])
    await group(each_stage)
    assert set(range(1, 51)) - set(await belonging(each_stage)) == {4, 5, 6}
    assert (await groups(each_stage)).people == 47


async def test_votes_that_were_taken_out(stage: Stage) -> None:
    """When votes are gone there are no groups, and nobody is left in one."""
    await voted(stage, camps(30, 20))
    await group(stage)
    async with stage.acting() as acting:
        await acting.connection.execute(delete(Vote).where(col(Vote.participant_id) > PERSON + 10))
    stage.wait(days=1)
    await group(stage)
    assert isinstance((await kept(stage)).found, NoGroups)
    assert await rows(stage, Belonging) == []
