"""Two participants become one person: nothing is lost, and nothing counts twice."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import timedelta
from typing import Any, TypeAlias

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from residents import acting_as_resident, joined, rows, told
from sqlalchemy import delete, insert, update
from sqlmodel import SQLModel, col
from stage import MONDAY, Stage

from flows import exposure
from flows.deeds.acting import Acting
from flows.deeds.cast_vote import Voted, cast_vote
from flows.deeds.fold_votes import COLUMN, fold_votes
from flows.deeds.give_idea import give_idea
from flows.deeds.join_people import join_people
from flows.deeds.open_step import open_step
from flows.deeds.open_way_in import open_way_in
from flows.deeds.publish import publish
from flows.deeds.show_card import note_exposure
from storage import one_person
from storage.secrets import random_code
from storage.tables import (
    Address,
    Attendance,
    Commitment,
    Exposure,
    Joining,
    Link,
    Meeting,
    Node,
    Notice,
    Participant,
    Ranking,
    Tally,
    Vote,
)

LATER = MONDAY + timedelta(hours=1)


async def two(stage: Stage) -> None:
    """Participants 1 and 2, in the channels "buttons" and "words"."""
    await joined(stage)
    await joined(stage, "words")


async def put(stage: Stage, table: type[SQLModel], *made: dict[str, Any]) -> None:
    """Rows of a table."""
    async with stage.acting() as acting:
        for values in made:
            await acting.connection.execute(insert(table).values(**values))


async def become_one(stage: Stage) -> None:
    """Participant 2 turns out to be participant 1."""
    async with stage.acting() as acting:
        await join_people(acting, keep=1, gone=2)


def test_every_table_that_names_a_person_is_joined() -> None:
    """A new table with a participant in it has to say what becomes of two."""
    handled = {*one_person.MOVED, *one_person.DROPPED, *one_person.SHARED, Vote, Exposure}
    names = {table.__tablename__ for table in handled}
    tables = SQLModel.metadata.sorted_tables
    assert names == {table.name for table in tables if "participant_id" in table.c}


async def test_contributions_are_together(each_stage: Stage) -> None:
    """What both gave, ranked, opened: all of it is the first's, and the second is nobody."""
    await two(each_stage)
    await told(each_stage)
    async with acting_as_resident(each_stage, "words") as acting:
        await give_idea.run(acting, "Een deksel op elke bak.")
        token = await open_way_in.run(acting)
    order = {"trajectory_id": 1, "channel": "words", "at": MONDAY}
    await put(
        each_stage,
        Ranking,
        {"participant_id": 2, "choices": [2, 1], **order},
        {"participant_id": 1, "choices": [1, 2], **order},
    )
    await become_one(each_stage)
    assert {row["participant_id"] for row in await rows(each_stage, Node)} == {1}
    assert [row["participant_id"] for row in await rows(each_stage, Address)] == [1, 1]
    assert [row["choices"] for row in await rows(each_stage, Ranking)][-1] == [1, 2]
    assert [row["id"] for row in await rows(each_stage, Participant)] == [1]
    async with acting_as_resident(each_stage) as acting:
        assert await open_way_in.run(acting) == token


@pytest.mark.parametrize(
    ("first", "second", "both"),
    [
        ({"often": "usual"}, {"often": "never"}, {"often": "never"}),
        ({"often": "less"}, {"often": "usual"}, {"often": "less"}),
        ({"stopped_at": None}, {"stopped_at": LATER}, {"stopped_at": LATER}),
        ({"paused_until": LATER}, {"paused_until": MONDAY}, {"paused_until": LATER}),
        ({"role": "lives"}, {"role": "works"}, {"role": "lives"}),
        ({"role": None, "zone": None}, {"role": "works", "zone": "UTC"}, {"role": "works", "zone": "UTC"}),
        ({"consented_at": MONDAY}, {"consented_at": None}, {"consented_at": MONDAY}),
        ({"network_id": None}, {"network_id": 1}, {"network_id": 1}),
    ],
)
async def test_settings(
    stage: Stage, first: dict[str, Any], second: dict[str, Any], both: dict[str, Any]
) -> None:
    """The first's own word holds, but a stop, a pause and "less often" of either hold for the person."""
    await two(stage)
    async with stage.acting() as acting:
        for person, values in ((1, first), (2, second)):
            await acting.connection.execute(
                update(Participant).where(col(Participant.id) == person).values(values)
            )
    await become_one(stage)
    (person,) = await rows(stage, Participant)
    assert {name: person[name] for name in both} == both


async def test_ones_own_link(stage: Stage) -> None:
    """Whoever came in by a link of their own did not come by anybody."""
    await two(stage)
    async with acting_as_resident(stage) as acting:
        await open_way_in.run(acting)
        await acting.connection.execute(
            update(Participant).where(col(Participant.id) == 2).values(way_in_id=1)
        )
    await become_one(stage)
    assert (await rows(stage, Participant))[0]["way_in_id"] is None


async def test_meetings(stage: Stage) -> None:
    """Of one meeting one row: the answer given last, and there is there."""
    await two(stage)
    meeting = {
        "trajectory_id": 1,
        "kind": "open",
        "title": {},
        "place": {},
        "access": {},
        "starts_at": LATER,
        "ends_at": LATER,
        "created_at": MONDAY,
    }
    await put(stage, Meeting, {**meeting, "door_code": "a"}, {**meeting, "door_code": "b"})
    come = {"participant_id": 1, "answer": "come", "answered_at": MONDAY, "reminded_at": MONDAY}
    await put(
        stage,
        Attendance,
        {"meeting_id": 1, **come},
        {"meeting_id": 1, "participant_id": 2, "answer": "not", "answered_at": LATER, "came_at": LATER},
        {"meeting_id": 2, "participant_id": 2, "answer": "maybe", "answered_at": MONDAY},
    )
    await become_one(stage)
    found = [
        (row["meeting_id"], row["participant_id"], row["answer"], row["reminded_at"], row["came_at"])
        for row in await rows(stage, Attendance)
    ]
    assert found == [(1, 1, "not", MONDAY, LATER), (2, 1, "maybe", None, None)]


async def test_promises_and_news(stage: Stage) -> None:
    """Nobody joins in twice, nor in a promise of their own; news that one heard is heard."""
    await two(stage)
    async with acting_as_resident(stage, "words") as acting:
        for text in ("een", "twee", "drie"):
            await give_idea.run(acting, text)
    async with stage.acting() as acting:
        await acting.connection.execute(
            update(Node).where(col(Node.id) < 3).values(kind="commitment", participant_id=None)
        )
    day = MONDAY.date()
    await put(stage, Commitment, *({"node_id": node, "due_on": day} for node in (1, 2, 3)))
    await put(
        stage,
        Joining,
        {"node_id": 1, "participant_id": 1, "name": "Ada", "joined_at": LATER, "left_at": LATER},
        {"node_id": 1, "participant_id": 2, "name": "Bea", "joined_at": MONDAY},
        {"node_id": 2, "participant_id": 1, "name": "Ada", "joined_at": LATER},
        {"node_id": 2, "participant_id": 2, "name": "Bea", "joined_at": MONDAY, "left_at": LATER},
        {"node_id": 3, "participant_id": 1, "name": "Ada", "joined_at": MONDAY},
    )
    link = {"trajectory_id": 1, "target_id": 2, "relation": "became", "reason": {}, "created_at": MONDAY}
    await put(stage, Link, *({**link, "source_id": node} for node in (1, 3)))
    await put(
        stage,
        Notice,
        {"participant_id": 1, "link_id": 1, "noted_at": LATER},
        {"participant_id": 2, "link_id": 1, "noted_at": MONDAY, "told_at": LATER},
        {"participant_id": 2, "link_id": 2, "noted_at": MONDAY},
    )
    await become_one(stage)
    joinings = [
        (row["node_id"], row["participant_id"], row["name"], row["left_at"])
        for row in await rows(stage, Joining)
    ]
    assert joinings == [(1, 1, "Bea", None), (2, 1, "Ada", None)]
    notices = sorted(
        (row["link_id"], row["participant_id"], row["told_at"]) for row in await rows(stage, Notice)
    )
    assert notices == [(1, 1, LATER), (2, 1, None)]


async def test_promises(stage: Stage) -> None:
    """What the maker shares stays, who was asked is asked still, and nobody is asked by themselves."""
    await two(stage)
    node = {"trajectory_id": 1, "kind": "commitment", "state": "published", "created_at": MONDAY}
    for number, owner in ((1, 1), (2, None), (3, 2)):
        await put(stage, Node, {**node, "number": number, "participant_id": owner})
    offer = {"due_on": MONDAY.date(), "offered_to": 2, "offered_at": MONDAY}
    waiting = {"needs": 1, "joined_by": MONDAY.date()}
    await put(stage, Commitment, {**offer, "node_id": 1, **waiting}, {**offer, "node_id": 2, "needs": None})
    await put(stage, Commitment, {"node_id": 3, "due_on": MONDAY.date()})
    joining = {"joined_at": MONDAY, "share": "meet", "name": "Ada"}
    await put(
        stage,
        Joining,
        {**joining, "node_id": 1, "participant_id": 1},
        {**joining, "node_id": 1, "participant_id": 2, "share": "nothing"},
        {**joining, "node_id": 2, "participant_id": 2},
        {**joining, "node_id": 3, "participant_id": 1},
    )
    await become_one(stage)
    found = await rows(stage, Joining)
    assert [(row["node_id"], row["participant_id"], row["share"]) for row in found] == [
        (1, 1, "meet"),
        (2, 1, "meet"),
    ]
    offered = {row["node_id"]: row["offered_to"] for row in await rows(stage, Commitment)}
    assert offered == {1: None, 2: 1, 3: None}


Act: TypeAlias = tuple[int, int, int] | str
"""A vote (in which of two channels, on which of two ideas, what), "fold", or "join"."""

ACTS: st.SearchStrategy[list[Act]] = st.lists(
    st.one_of(
        st.tuples(st.sampled_from((0, 1)), st.sampled_from((1, 2)), st.sampled_from((1, -1, 0))),
        st.sampled_from(("fold", "join")),
    ),
    max_size=14,
)


async def recount(stage: Stage) -> dict[int, Counter[str]]:
    """The last vote of each person, counted straight from the rows."""
    last = {(row["node_id"], row["participant_id"]): row["value"] for row in await rows(stage, Vote)}
    counted: dict[int, Counter[str]] = {1: Counter(), 2: Counter()}
    for (node_id, _), value in last.items():
        counted[node_id][COLUMN[value]] += 1
    for row in await rows(stage, Exposure):
        counted[row["node_id"]]["shown"] += 1
    return counted


@pytest.fixture
async def ideas(stage: Stage) -> Stage:
    """Two published ideas that are voted on."""
    await joined(stage)
    async with acting_as_resident(stage) as acting:
        await open_step(acting, 1, "choose")
        for node_id, text in ((1, "een"), (2, "twee")):
            await give_idea.run(acting, text)
            await publish(acting, node_id=node_id, sentence="")
    return stage


async def two_afresh(acting: Acting) -> list[Acting]:
    """Nobody voted yet; two new participants, in the order of their channels."""
    for table in (Vote, Exposure, Tally):
        await acting.connection.execute(delete(table))
    made = []
    for channel in ("buttons", "words"):
        person = {"key": random_code(12), "trajectory_id": 1, "joined_at": MONDAY}
        inserted = await acting.connection.execute(
            insert(Participant).values(**person).returning(col(Participant.id))
        )
        someone = replace(acting.resident, participant_id=inserted.scalar_one(), channel=channel)
        made.append(replace(acting, person=someone))
    return made


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(ACTS)
@example([(0, 1, 1), (1, 1, -1), "fold"])
@example([(1, 1, 1), "fold", (0, 1, 1), (0, 2, 0), "join", (1, 1, -1), "fold", (0, 2, 1)])
async def test_one_vote_whatever_the_order(ideas: Stage, acts: list[Act]) -> None:
    """Any interleaving of two channels that vote and are linked leaves one vote, and tallies as counted."""
    said: dict[int, int] = {}
    async with acting_as_resident(ideas) as acting:
        people = await two_afresh(acting)
        for act in (*acts, "join", "fold"):
            first, second = (one.resident.participant_id for one in people)
            match act:
                case "fold":
                    await fold_votes(acting)
                case "join" if first != second:
                    await join_people(acting, keep=first, gone=second)
                    people[1] = people[0]
                case (channel, node_id, value):
                    await note_exposure(people[channel], node_id)
                    assert isinstance(await cast_vote.run(people[channel], node_id, value), Voted)
                    said[node_id] = value
    votes = await rows(ideas, Vote)
    assert {(row["node_id"], row["participant_id"]) for row in votes} == {(node, first) for node in said}
    assert {row["node_id"]: row["value"] for row in votes} == said
    shown = Counter(row["node_id"] for row in await rows(ideas, Exposure))
    assert set(shown.values()) <= {1}
    counted = await recount(ideas)
    for tally in await rows(ideas, Tally):
        counts = {name: tally[name] for name in ("shown", *COLUMN.values())}
        assert +Counter(counts) == counted[tally["node_id"]]
        assert tally["rank"] == exposure.rank(**counts)
    assert {row["node_id"] for row in await rows(ideas, Tally)} == set(said)
