"""What people think of each idea."""

from hypothesis import given
from hypothesis import strategies as st

from admin.agreement import Agreement, read_agreement
from storage.tables import Link, Vote


async def _vote(world, node_id, *values):
    for value in values:
        person = await world.person()
        await world.insert(
            Vote, node_id=node_id, participant_id=person, value=value, channel="web", at=world.now
        )


async def _read(world):
    await world.count_votes()
    async with world.database.reading() as connection:
        return await read_agreement(connection, world.trajectory_id)


async def test_the_last_vote_of_each_person_counts(world):
    """Who changed their mind is one person."""
    node_id, _ = await world.give(kind="idea", state="published")
    person = await world.person()
    for was, value in ((None, 1), (1, -1), (-1, 0), (0, 1)):
        row = {"node_id": node_id, "participant_id": person, "value": value, "was": was, "channel": "web"}
        await world.insert(Vote, at=world.now, **row)
    await _vote(world, node_id, -1, 0)
    [idea] = await _read(world)
    assert (idea.agree, idea.disagree, idea.passed, idea.people) == (1, 1, 1, 3)


async def test_only_ideas_that_may_be_shown_are_read(world):
    """Published, with leave, and not merged into another."""
    shown, number = await world.give(kind="idea", state="published")
    await world.give(kind="idea")
    await world.give(kind="idea", state="declined")
    await world.give(kind="idea", state="published", may_show=False)
    merged, _ = await world.give(kind="idea", state="published")
    row = {"source_id": merged, "target_id": shown, "relation": "merged_into", "reason": {}}
    await world.insert(Link, trajectory_id=world.trajectory_id, created_at=world.now, **row)
    assert [idea.number for idea in await _read(world)] == [number]


async def test_most_agreed_on_comes_first_and_too_few_votes_last(world):
    """One vote is no hundred per cent."""
    few, few_number = await world.give(kind="idea", state="published")
    half, half_number = await world.give(kind="idea", state="published")
    most, most_number = await world.give(kind="idea", state="published")
    await _vote(world, few, 1)
    await _vote(world, half, 1, 1, 1, -1, -1, 0)
    await _vote(world, most, 1, 1, 1, 1, -1)
    ideas = await _read(world)
    assert [idea.number for idea in ideas] == [most_number, half_number, few_number]
    assert [idea.enough for idea in ideas] == [True, True, False]


@given(st.integers(0, 500), st.integers(0, 500), st.integers(1, 500))
def test_shares_add_up_to_a_hundred(agree, disagree, passed):
    """And none is below nothing."""
    shares = Agreement(agree, disagree, passed, id=1, number=1, text="", language="nl").percent
    assert sum(shares) == 100
    assert min(shares) >= 0
